import type { Ledger } from '../../shared/definition/ledger.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Fault, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import { fileWords } from '../../shared/words/sheets.ts'
import { hasArrived } from '../files/bucket.ts'
import { filesIn } from '../files/held.ts'
import { filesByIds, linkFile } from '../store/files.ts'
import type { Ref } from '../store/keys.ts'
import { readRecord } from '../store/records.ts'
import type { Eyes } from './answer.ts'

/**
 * Refuses files that the caller may not put on this record: only his own uploads that have arrived, and those that it holds already. Otherwise a
 * guessed id would open somebody else's file, and an upload that broke off would leave a name with nothing behind it. The link is noted before the
 * write, so that nothing held is ever without one; what is noted and not held opens nothing.
 */
export async function fileFaults(
  ledger: Ledger,
  given: Record<string, unknown>,
  root: 'data' | 'given',
  record: Ref | null,
  scope: Scope,
): Promise<Refusal | null> {
  const asked = filesIn(ledger, given).filter((id) => fileId.test(id))
  if (asked.length === 0) return null
  const [files, present] = await Promise.all([filesByIds(scope, asked), record ? readRecord(scope, record.ledger, record.id) : null])
  const held = present ? filesIn(ledger, present.data) : []
  const mine = files.filter((file) => file.by === scope.person).map((file) => file.id)
  const fresh = mine.filter((id) => !held.includes(id))
  const arrived = await Promise.all(fresh.map(hasArrived))
  const lost = fresh.filter((_, at) => !arrived[at])
  const faults = Object.entries(ledger.fields).flatMap(([key, field]): Fault[] => {
    const value = given[key]
    if (field.kind !== 'files' || !Array.isArray(value)) return []
    return value.flatMap((id, index): Fault[] => {
      if (held.includes(id) || (mine.includes(id) && !lost.includes(id))) return []
      return [{ path: `${root}.${key}.${index}`, code: 'bad', message: lost.includes(id) ? fileWords.absent : api.noFile }]
    })
  })
  if (faults.length) return refuse('input', api.badInput, faults)
  if (record && present) await Promise.all(mine.map((id) => linkFile(id, record)))
  return null
}

/** Notes the links of a record that was just created. */
export async function linkFiles(ledger: Ledger, record: LedgerRecord): Promise<void> {
  await Promise.all(filesIn(ledger, record.data).map((id) => linkFile(id, { ledger: ledger.key, id: record.id })))
}

/** The files of a record that the caller may see, as the panel lists them. */
export async function filesOf(ledger: Ledger, record: LedgerRecord, { scope, world }: Eyes) {
  const ids = filesIn(ledger, record.data, hiddenFields(ledger, record, scope, world))
  if (ids.length === 0) return []
  return (await filesByIds(scope, ids)).map(({ id, name, type, size, byName, at }) => ({ id, name, type, size, by: byName, at }))
}

export const fileId = /^f[a-z0-9]{8,60}$/
