import { asksIn } from '../../../shared/definition/describe.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { transition } from '../../../shared/engine/transition.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Kin, World } from '../../../shared/world.ts'

type Around = { scope: Scope; today: string; world: World }

/**
 * Why a new record, as it would be created, cannot take that step, at the fields of its form that would let it pass. Of what does not lie in the form the
 * server speaks: parent and children are not at hand here.
 */
export function handInFaults(
  ledger: Ledger,
  record: LedgerRecord,
  step: string,
  fields: string[],
  { scope, today, world }: Around,
): { path: string; message: { zh: string; en: string } }[] {
  const kin: Kin = { children: [], phases: () => undefined }
  const outcome = transition(ledger, record, step, {}, scope, today, world, kin)
  if (!isRefusal(outcome) || outcome.refused !== 'condition') return []
  const judged = { record, data: record.data, kin, today, person: scope.person, sittings: world.sittings }
  return asksIn(ledger, fields, ledger.transitions[step]?.when ?? [], judged).map((key) => ({ path: key, message: outcome.sentence }))
}
