import type { LedgerEvent } from '../../shared/event.ts'
import type { Scope } from '../../shared/scope.ts'
import { readWhole } from './records.ts'

/** The events of a record, oldest first; null when the record is absent or outside the scope. Fields with `seenBy` still stand in them. */
export async function readEvents(scope: Scope, ledger: string, id: string): Promise<LedgerEvent[] | null> {
  return (await readWhole(scope, ledger, id))?.events ?? null
}
