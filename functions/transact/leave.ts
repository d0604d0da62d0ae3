import { same } from '../../shared/canonical.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Change } from '../store/commit.ts'
import { goneKeys } from '../store/lists.ts'
import { type Changed, type Outbox, outboxWrite } from '../store/outbox.ts'
import { bearsOn, readsByParent } from './conditions.ts'
import { type Leftover, name, type Work } from './work.ts'

/** What a transaction had no room for, and on whose behalf. */
export type Left = { scope: Scope } & Leftover

/**
 * Puts into the same transaction what is to be done after it, so that it is done even when this process ends here. `told`: by the stream, even when nothing
 * is left but to project what changed.
 */
export function leave(work: Work, { told = true } = {}): Outbox<Left> {
  const { left } = work
  const changes = [...work.changes.values()]
  const refs = changes.map((change): Changed => {
    const gone = goneKeys(work.scope, change)
    return { ledger: change.after.ledger, id: change.after.id, ...(gone.length > 0 ? { gone } : {}) }
  })
  left.heirs.push(...refs.filter((_, at) => readersMoved(work, changes[at] as Change)).map(({ ledger, id }) => ({ ledger, id })))
  const over = left.creations.length + left.tries.length + left.heirs.length + (left.sweeps?.length ?? 0) > 0
  const write = outboxWrite<Left>(work.scope, refs as [Changed], work.clock.now, over ? { scope: work.scope, ...left } : undefined, {
    told: told || over,
  })
  work.also.push(write)
  return write.put
}

/** True when others may read the record now, and with it children that whoever reads their parent reads. */
function readersMoved(work: Work, { ledger, before, after }: Change): boolean {
  if (!before || same(before.readers, after.readers)) return false
  // Where this work has read the children, and insists that none has moved since, it knows whether there are such.
  const family = work.families.get(name(after))
  if (family && !family.children.some((child) => isReadBy(work.ledgers.get(child.ledger)))) return false
  return [...work.ledgers.values()].some((other) => readsByParent(other) && bearsOn(ledger, other))
}

const isReadBy = (ledger: Ledger | undefined) => ledger !== undefined && readsByParent(ledger)
