import type { SheetCell, SheetRow } from '../../shared/importing/sheet.ts'
import { fileWords, tooManyRows } from '../../shared/words/sheets.ts'
import { examine } from './archive.ts'
import { isFault, type SheetFault } from './fault.ts'
import { maxRows } from './limits.ts'

/** Reads the sheets of an .xlsx or .csv file; the content decides, never the name. Rows keep the numbers that the spreadsheet shows; blank rows are left out.
 * Refuses (as a value) what is neither, encrypted, damaged, empty, or unpacks to too much. */
export async function readSheets(bytes: Uint8Array): Promise<SheetRow[][] | SheetFault> {
  if (bytes.length === 0) return { status: 422, sentence: fileWords.empty }
  const sheets = await open(bytes)
  if (isFault(sheets)) return sheets
  const filled = sheets.map((sheet) => sheet.filter(({ cells }) => cells.some(holds))).filter((sheet) => sheet.length > 0)
  if (filled.some((sheet) => sheet.length > maxRows + 20)) return { status: 413, sentence: tooManyRows(maxRows) }
  return filled.length ? filled : { status: 422, sentence: fileWords.empty }
}

async function open(bytes: Uint8Array): Promise<SheetRow[][] | SheetFault> {
  const kind = examine(bytes, maxRows)
  if (isFault(kind)) return kind
  return kind === 'xlsx' ? (await import('./workbook.ts')).readWorkbook(bytes) : (await import('./text.ts')).readText(bytes)
}

function holds(cell: SheetCell): boolean {
  return cell !== null && (typeof cell !== 'string' || cell.trim() !== '')
}
