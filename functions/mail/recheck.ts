import type { LedgerRecord } from '../../shared/record.ts'
import type { Ref } from '../store/keys.ts'
import { readMany } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import type { Saying } from './due-today.ts'

/** Records as they are now, by ledger and id; undefined for one that is gone. */
export type Found = Map<string, LedgerRecord | undefined>

/**
 * What is still to be said right before a mail goes, with the records as they are now: between working out a morning and its last mail, minutes pass in
 * which people act. `over`: of what is done, paused, moved to another day or gone by now; `now`: what became of
 * each record, by its ledger and id.
 */
export async function recheck(sayings: Saying[]): Promise<{ live: Saying[]; over: Saying[]; now: Found }> {
  const refs: Ref[] = sayings.map(({ record }) => ({ ledger: record.ledger, id: record.id }))
  const found = new Map((await readMany(systemScope(), refs)).map((record) => [`${record.ledger}#${record.id}`, record]))
  const now: Found = new Map(refs.map(({ ledger, id }) => [`${ledger}#${id}`, found.get(`${ledger}#${id}`)]))
  const live: Saying[] = []
  const over: Saying[] = []
  for (const saying of sayings) {
    const record = now.get(`${saying.record.ledger}#${saying.record.id}`)
    const owed = record?.duties.some(({ id, state, dueOn }) => id === saying.duty.id && state === 'open' && dueOn === saying.duty.dueOn)
    const { whole } = saying.record
    if (record && owed) live.push({ ...saying, record: whole === undefined ? record : { ...record, whole } })
    else over.push(saying)
  }
  return { live, over, now }
}
