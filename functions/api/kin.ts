import type { Definition, Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Kin } from '../../shared/world.ts'
import { readChildren } from '../store/children.ts'
import { readRecord } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'

/** What conditions may ask of the records beside one: read past the caller's scope, for a condition must hold or not for everybody alike. */
export async function kinOf(ledger: Ledger, record: LedgerRecord, catalogue: Definition[]): Promise<Kin> {
  const system = systemScope()
  const conditions = JSON.stringify(ledger.transitions)
  const [parent, children] = await Promise.all([
    record.parent && conditions.includes('parent') ? readRecord(system, record.parent.ledger, record.parent.id) : null,
    conditions.includes('"children"') ? readChildren(system, { ledger: ledger.key, id: record.id }) : [],
  ])
  return {
    ...(parent ? { parent } : {}),
    children,
    phases: (key, state) => catalogue.find((one) => one.ledger.key === key)?.ledger.states[state]?.phase,
  }
}
