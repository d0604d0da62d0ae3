import { CsvError, parse } from 'csv-parse/sync'
import type { Sheet, SheetRow } from '../../shared/importing/sheet.ts'
import { openQuote, tooManyRows } from '../../shared/words/sheets.ts'
import { decodeText } from './decode.ts'
import { Unreadable } from './fault.ts'
import { maxRows, spareRows } from './limits.ts'

// Files put together out of several end their lines now one way, now another.
const shape = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true, skip_empty_lines: false }
const separators = [',', '\t', ';', '|']
/** Signs that part cells where hardly a line has one of the others; within texts they are common. */
const wideSeparators = ['；', '，']
const PROBE = 30

/** The one tab of a text file, called after the file. Each line end outside quotes ends a row. */
export function readText(bytes: Uint8Array, name: string): Sheet[] {
  const { text, separator } = directed(ended(decodeText(bytes)))
  const rows: SheetRow[] = []
  let row = 0
  const take = (cells: string[]): null => {
    row += 1
    const read = cells.map(bare)
    if (read.every((cell) => cell.trim() === '')) return null
    if (rows.length >= maxRows + spareRows) throw new Unreadable(413, tooManyRows(maxRows))
    rows.push({ row, cells: read })
    return null
  }
  try {
    parse(text, { ...shape, delimiter: separator ?? separatorOf(text), on_record: take })
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable(422, openQuote(row + 1))
    throw error
  }
  return [{ name, rows, merges: [], text: true }]
}

/** A file without any line end of the usual kinds ends its lines by those of Unicode. */
function ended(text: string): string {
  return /[\r\n]/.test(text) ? text : text.replace(/[\u0085\u2028\u2029]/g, '\n')
}

/** A first line `sep=;` is an order to the spreadsheet, not a row. */
function directed(text: string): { text: string; separator?: string } {
  const order = /^"?sep=(.)"?[\r\n]+/i.exec(text)
  return order?.[1] ? { text: text.slice(order[0].length), separator: order[1] } : { text }
}

/** The sign that parts most of the first lines into the same number of cells; a title line above the headings has none of its own. */
function separatorOf(text: string): string {
  const piece = text.slice(0, 64 * 1024)
  const best = (signs: string[]) => signs.map((sign) => ({ sign, score: score(piece, sign) })).reduce((a, b) => (b.score > a.score ? b : a))
  const [usual, wide] = [best(separators), best(wideSeparators)]
  const lines = piece.split(/[\r\n]+/, PROBE).filter((line) => line.trim() !== '').length
  return usual.score < lines && wide.score > usual.score ? wide.sign : usual.sign
}

function score(text: string, sign: string): number {
  const widths = new Map<number, number>()
  try {
    const count = (cells: string[]): null => {
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
      return null
    }
    parse(text, { ...shape, delimiter: sign, to: PROBE, on_record: count })
  } catch (error) {
    // The piece may end within quotes.
    if (!(error instanceof CsvError)) throw error
  }
  return Math.max(0, ...[...widths].map(([width, times]) => (width - 1) * times))
}

/** Takes off what guards a text against the spreadsheet: the `'` that `write.ts` puts before what would run as a formula, and the `="…"` of other systems. */
function bare(cell: string): string {
  if (/^'+[=+\-@\t\r]/.test(cell)) return cell.slice(1)
  const armoured = /^\s*=\s*"((?:[^"]|"")*)"\s*$/.exec(cell)
  return armoured ? (armoured[1] ?? '').replace(/""/g, '"') : cell
}
