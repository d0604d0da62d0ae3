import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Ref } from '../../data.ts'
import { roadThrough } from '../road.ts'
import { takenBy } from '../views.ts'

/** What a step has made on one ledger. `handIn`: it is one draft, which whoever took the step hands in by that. */
export type Made = { ledger: Ledger; refs: Ref[]; handIn?: string }

/** What a step has made elsewhere, ledger by ledger: parts of the item that were none before it. */
export function madeBy(before: Ref[], after: Ref[], ledgers: Ledger[], scope: Scope): Made[] {
  const isNew = (ref: Ref) => ref.as === 'child' && !before.some(({ id }) => id === ref.id)
  const fresh = after.filter(isNew)
  return ledgers.flatMap((ledger): Made[] => {
    const refs = fresh.filter((ref) => ref.ledger === ledger.key)
    const [only, another] = refs
    if (!only) return []
    const isDraft = !another && ledger.states[only.state]?.phase === 'draft'
    const handIn = isDraft ? roadThrough(ledger, only.state).ahead[0]?.transition : undefined
    return [{ ledger, refs, ...(handIn && takenBy(ledger, ledger.transitions[handIn]?.by ?? [], scope) ? { handIn } : {}) }]
  })
}
