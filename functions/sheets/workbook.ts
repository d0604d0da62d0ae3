import readXlsxFile, { type CellValue, InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node'
import type { SheetCell, SheetRow } from '../../shared/importing/sheet.ts'
import { fileWords } from '../../shared/words/sheets.ts'
import type { SheetFault } from './fault.ts'

/** The sheets of an .xlsx file. Real dates come as days: the reader gives them in UTC, so no time zone can shift them. */
export async function readWorkbook(bytes: Uint8Array): Promise<SheetRow[][] | SheetFault> {
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { trim: false })
    return sheets.map((sheet) => sheet.data.map((cells, at) => ({ row: at + 1, cells: cells.map(value) })))
  } catch (error) {
    if (
      error instanceof InvalidInputError ||
      error instanceof InvalidSpreadsheetError ||
      (error instanceof Error && error.name === 'UnzipError')
    ) {
      return { status: 422, sentence: fileWords.damaged }
    }
    throw error
  }
}

/** Half a second is added because Excel keeps times as fractions of a day, and midnight may come out a moment before it. */
function value(cell: CellValue | Date | null): SheetCell {
  if (!(cell instanceof Date)) return typeof cell === 'function' ? null : cell
  const at = new Date(cell.getTime() + 500)
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10)
}
