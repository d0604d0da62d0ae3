import writeXlsxFile from 'write-excel-file/node'
import type { WrittenCell } from '../../shared/importing/sheet.ts'
import { cellTooLong } from '../../shared/words/sheets.ts'
import { asCell, asLine, mostInCell } from './characters.ts'
import type { SheetFault } from './fault.ts'
import { layout, tabName } from './layout.ts'

/** A column to write: its heading, and how wide it is in a workbook (in half-width characters). */
export type WrittenColumn = {
  heading: string
  width: number
  day?: boolean
  /** Kept as text whatever is typed into it, so that zeros before a number stay. */
  text?: boolean
  /** Not shown: what the platform knows a row by. */
  hidden?: boolean
  /** Long texts show in several lines. */
  wrap?: boolean
  /** What may be chosen in a cell; `many`: several, parted by 、. */
  choices?: string[]
  many?: boolean
}

/** The ground of a cell that has to be mended. */
const WRONG = '#FAD7E6'

/** A tab to write; `wrong`: places of cells to colour, row by row. */
export type WrittenTab = {
  name: string
  columns: WrittenColumn[]
  rows: WrittenCell[][]
  wrong?: Set<number>[]
  /** How it prints: what stands above each page, and how pages are counted. */
  print?: { title: string; pages: string }
}

/** A workbook whose tabs have a frozen bold heading; days in `day` columns become real dates. Refuses (as a value) a text longer than a cell can be: whoever imported
 * the file again would lose its end. */
export async function writeWorkbook(tabs: WrittenTab[]): Promise<Buffer | SheetFault> {
  for (const { columns, rows } of tabs) {
    const long = columns.findIndex((_, at) => rows.some(({ [at]: cell }) => typeof cell === 'string' && cell.length > mostInCell))
    if (long >= 0) return { status: 422, sentence: cellTooLong(columns[long]?.heading ?? '', mostInCell) }
  }
  const laid = layout(tabs)
  return writeXlsxFile([...tabs.map(tabOf), ...laid.tabs], { features: [laid.feature] }).toBuffer()
}

function tabOf({ name, columns, rows, wrong = [] }: WrittenTab) {
  const head = columns.map((column) => ({
    value: asCell(column.heading),
    fontWeight: 'bold' as const,
    backgroundColor: '#E8EFF8',
    alignVertical: 'center' as const,
  }))
  const body = rows.map((cells, row) =>
    cells.map((cell, at) => {
      const plain = written(cell, columns[at])
      return wrong[row]?.has(at) ? { ...plain, backgroundColor: WRONG } : plain
    }),
  )
  const sheet = tabName(name)
  return {
    data: [head, ...body],
    sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }
}

const top = { alignVertical: 'top' as const }

function written(cell: WrittenCell, column: WrittenColumn | undefined) {
  if (cell === null || cell === '') return null
  if (column?.day && typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell))
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', ...top }
  if (typeof cell === 'number') return { value: cell, type: Number, ...top }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean, ...top }
  return { value: asCell(cell), type: String, ...(column?.text ? { format: '@' } : {}), ...(column?.wrap ? { wrap: true } : {}), ...top }
}

/** Comma-separated text in UTF-8 with a byte-order mark, which Excel needs to read Chinese. A cell that a spreadsheet would run as a formula
 * gets a `'` before it; reading takes it off again, so that an exported file imports as unchanged. */
export function writeText(columns: WrittenColumn[], rows: WrittenCell[][]): Buffer {
  const lines = [columns.map((column) => column.heading), ...rows].map((cells) =>
    cells.map((cell) => quoted(asLine(guarded(cell)))).join(','),
  )
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8')
}

function guarded(cell: WrittenCell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
