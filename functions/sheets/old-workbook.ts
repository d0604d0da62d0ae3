import { type CellObject, type ParsingOptions, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { columnLetters, type Merge, type Sheet, type SheetCell, type SheetRow } from '../../shared/importing/sheet.ts'
import { fileWords } from '../../shared/words/file-faults.ts'
import { farOut, tooManyRows } from '../../shared/words/sheets.ts'
import { decodeText } from './decode.ts'
import { Unreadable } from './fault.ts'
import { inTime } from './in-time.ts'
import { maxColumns, maxMerges, maxRows, spareRows } from './limits.ts'
import { numberCell, type Shower } from './number-cell.ts'

const SECONDS = 20

/** The tabs of an old workbook (.xls of Excel 97 and later, .et of WPS). Its format packs nothing, so it holds no more cells than the file has bytes for; the time is
 * bounded because a damaged file may lead anywhere. */
export function readOldWorkbook(bytes: Uint8Array): Sheet[] {
  return sheetsOf(open(bytes, { type: 'array' }))
}

/** The tables of a page, each as a tab, or the tabs of an XML workbook of 2003. What stands in a cell is read as text, so that zeros and days stay as they are shown. */
export function readMarkup(bytes: Uint8Array): Sheet[] {
  const text = decodeText(bytes, true)
  // Of a table within a table nobody could say what is a row.
  if (/<table\b(?:(?!<\/table>)[\s\S])*<table\b/i.test(text)) throw new Unreadable(415, fileWords.notSheet)
  if (!/<\/table>|<\/(ss:)?Workbook>/i.test(text)) throw new Unreadable(415, fileWords.notSheet)
  return sheetsOf(open(text, { type: 'string', raw: true }))
}

function sheetsOf(book: WorkBook | undefined): Sheet[] {
  if (!book) throw new Unreadable(422, fileWords.damaged)
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const show: Shower = (format, value) => String(SSF.format(format, value, { date1904 }))
  return book.SheetNames.flatMap((name, at): Sheet[] => {
    const sheet = book.Sheets[name]
    if (!sheet) throw new Unreadable(422, fileWords.damaged)
    if (sheet['!type'] === 'chart') return []
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0 ? { hidden: true as const } : {}
    return [{ name, ...hidden, rows: rowsOf(sheet, date1904, show), merges: mergesOf(sheet), ...(date1904 ? { date1904 } : {}) }]
  })
}

function open(given: Uint8Array | string, how: ParsingOptions): WorkBook | undefined {
  try {
    return inTime(SECONDS, () => read(given, { ...how, dense: true, cellFormula: true, cellNF: true, cellStyles: true, cellHTML: false }))
  } catch (error) {
    throw error instanceof Error && /password/i.test(error.message) ? new Unreadable(422, fileWords.encrypted) : error
  }
}

function rowsOf(sheet: WorkSheet, date1904: boolean, show: Shower): SheetRow[] {
  const rows: SheetRow[] = []
  for (const [index, line] of (sheet['!data'] ?? []).entries()) {
    const cells = Array.from(line ?? [], (cell) => cellOf(cell, date1904, show))
    const last = cells.findLastIndex((cell) => cell !== null)
    if (last < 0) continue
    if (last >= maxColumns) throw new Unreadable(422, farOut(`${columnLetters(last)}${index + 1}`))
    if (rows.length >= maxRows + spareRows) throw new Unreadable(413, tooManyRows(maxRows))
    const hidden = sheet['!rows']?.[index]?.hidden ? { hidden: true as const } : {}
    rows.push({ row: index + 1, cells: cells.slice(0, last + 1), ...hidden })
  }
  return rows
}

function cellOf(cell: CellObject | undefined, date1904: boolean, show: Shower): SheetCell {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'z') return cell?.f ? { unread: 'uncalculated', text: '' } : null
  if (cell.t === 'e') return { unread: 'error', text: cell.w ?? '' }
  if (typeof cell.v === 'number') return numberCell(cell.v, cell.z === undefined ? undefined : String(cell.z), date1904, show)
  if (typeof cell.v === 'boolean') return cell.v
  const text = String(cell.v)
  return text.trim() === '' ? null : text
}

function mergesOf(sheet: WorkSheet): Merge[] {
  const merges = sheet['!merges'] ?? []
  if (merges.length > maxMerges) throw new Unreadable(413, fileWords.unpacksTooLarge)
  return merges.map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }))
}
