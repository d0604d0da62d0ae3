import type { Ledger } from '../../shared/definition/ledger.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import { type Issued, issuedOf } from '../store/issued.ts'
import { wordType } from './document.ts'
import { organOf } from './organ.ts'

/**
 * An edition of a paper as it was sent out, to the byte; null when there is none for him: it is for the organ that sent it and for those to whom it went, and
 * for nobody from whom a field in it is hidden.
 */
export async function frozen(
  scope: Scope,
  { ledger, record, world }: { ledger: Ledger; record: LedgerRecord; world: World },
  paper: string,
  edition: number,
): Promise<{ name: string; type: string; bytes: Buffer } | null> {
  const found = (await issuedOf(scope, { ledger: ledger.key, id: record.id }, paper)).find((each) => each.edition === edition)
  if (!found || !mayHave(scope, found)) return null
  if (hiddenFields(ledger, record, scope, world).some((key) => found.fields.includes(key))) return null
  const mark = found.edition > 1 ? ` 第${found.edition}版` : ''
  return {
    name: `${found.word}〔${found.year}〕${found.no}号 ${found.name}${mark}.docx`,
    type: wordType,
    bytes: Buffer.from(found.file, 'base64'),
  }
}

function mayHave(scope: Scope, issued: Issued): boolean {
  return organOf(scope) === issued.organ || sees(scope, issued.to)
}
