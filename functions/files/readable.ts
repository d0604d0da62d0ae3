import { hiddenFields } from '../../shared/engine/readers.ts'
import type { Scope } from '../../shared/scope.ts'
import { catalogue } from '../catalogue.ts'
import { fileById, type StoredFile } from '../store/files.ts'
import { readMany, readWhole } from '../store/records.ts'
import { world } from '../world.ts'
import { filesBrought, filesIn } from './held.ts'

/**
 * A file that the caller may have: his own upload, one held now by a record and a field that he may see, or one that an act brought whose event he may
 * read: that stands even when the record holds it no more. What an edit took away again opens no more. Null otherwise.
 */
export async function readableFile(scope: Scope, id: string): Promise<StoredFile | null> {
  const file = await fileById(scope, id)
  if (!file || file.by === scope.person) return file
  const [records, all, county] = await Promise.all([readMany(scope, file.links), catalogue(scope), world()])
  const seen = records.flatMap((record) => {
    const ledger = all.get(record.ledger)?.ledger
    return ledger ? [{ ledger, record, hidden: hiddenFields(ledger, record, scope, county) }] : []
  })
  if (seen.some(({ ledger, record, hidden }) => filesIn(ledger, record.data, hidden).includes(id))) return file
  for (const { ledger, record, hidden } of seen) {
    const events = (await readWhole(scope, ledger.key, record.id))?.events ?? []
    if (filesBrought(ledger, events, hidden).includes(id)) return file
  }
  return null
}
