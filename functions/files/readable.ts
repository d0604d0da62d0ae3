import { hiddenFields } from '../../shared/engine/readers.ts'
import type { Scope } from '../../shared/scope.ts'
import { definitions } from '../catalogue.ts'
import { fileById, type StoredFile } from '../store/files.ts'
import { readMany } from '../store/records.ts'
import { world } from '../world.ts'
import { filesIn } from './held.ts'

/** A file that the caller may have: his own upload, or one held now by a record and a field that he may see. Null otherwise. */
export async function readableFile(scope: Scope, id: string): Promise<StoredFile | null> {
  const file = await fileById(scope, id)
  if (!file || file.by === scope.person) return file
  const [records, catalogue, county] = await Promise.all([readMany(scope, file.links), definitions(scope), world()])
  const held = records.some((record) => {
    const ledger = catalogue.find((one) => one.ledger.key === record.ledger)?.ledger
    return ledger && filesIn(ledger, record.data, hiddenFields(ledger, record, scope, county)).includes(id)
  })
  return held ? file : null
}
