import type { Was } from '../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { keys } from './keys.ts'
import { getItems } from './table.ts'

/** A record, deleted or not, with its last event and what taking that back needs (nothing beside the first event). */
export type Last = { record: LedgerRecord; event: LedgerEvent; was?: Was }

/** Many records with their last events, in the order asked, whoever may see them; undefined where there is none. */
export async function readLast(scope: Scope, ledger: string, ids: string[]): Promise<(Last | undefined)[]> {
  const records = await getItems<{ record: LedgerRecord }>(ids.map((id) => keys.record(scope, ledger, id)))
  const there = records.flatMap((item) => item?.record ?? [])
  const events = await getItems<Omit<Last, 'record'>>(there.map(({ id, version }) => keys.event(scope, ledger, id, version)))
  const found = new Map(there.map((record, at) => [record.id, { record, ...events[at] }]))
  return ids.map((id) => {
    const { record, event, was } = found.get(id) ?? {}
    return record && event && { record, event, ...(was ? { was } : {}) }
  })
}
