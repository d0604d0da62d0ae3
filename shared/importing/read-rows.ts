import { canonical } from '../canonical.ts'
import type { Ledger } from '../definition/ledger.ts'
import { basicFields } from '../engine/rights.ts'
import type { Label } from '../names.ts'
import type { Data } from '../record.ts'
import type { Scope } from '../scope.ts'
import { badNumber, levelRefuses, otherTownship, sameContent, sameNumber } from '../words/sheets.ts'
import type { World } from '../world.ts'
import { type CellReader, cellReader } from './cells.ts'
import { type Column, cellFields, findHeadings, type Headings } from './headings.ts'
import type { SheetCell, SheetRow } from './sheet.ts'

/** One thing wrong with one row, numbered as the spreadsheet numbers it; `path` is a field, `number` or `township`. */
export type RowFault = { row: number; path: string; message: Label }
/** A row as data. `township` is absent when the row does not say; `data` holds only what cells say. */
export type ImportRow = { row: number; id?: string; number?: string; township?: string | null; data: Data }
/** A file as read: where its headings stand, what they mean, which sheet, how many different rows, those without faults as data, and every fault. */
export type Reading = {
  sheet: number
  heading: number
  columns: Column[]
  ignored: string[]
  count: number
  rows: ImportRow[]
  rejected: RowFault[]
}

/**
 * Reads the sheet that holds this ledger's headings: every row as data, and every fault of every row at once. Exact repeats count once; the same
 * number with other content is a fault. A township's account reads its own township's rows only. Null when no sheet has a known heading.
 */
export function readRows(
  ledger: Ledger,
  sheets: SheetRow[][],
  scope: Scope,
  world: World,
): Reading | { faults: Headings['faults'] } | null {
  const found = sheets.flatMap((sheet, at) => findHeadings(ledger, sheet).map((headings) => ({ sheet, at, headings })))
  const best = found.sort((a, b) => b.headings.columns.length - a.headings.columns.length)[0]
  if (!best) return null
  const { sheet, at, headings } = best
  if (headings.faults.length) return { faults: headings.faults }
  const rows = distinct(
    sheet.filter((row) => row.row > headings.row && says(row, headings)),
    headings,
  )
  const reader = rowReader(ledger, headings.columns, scope, world)
  const read = rows.map((row) => reader(row))
  const once = distinguished(
    ledger,
    read.filter(({ faults }) => faults.length === 0).map(({ row }) => row),
  )
  const rejected = [...read.flatMap(({ faults }) => faults), ...once.clashes].sort((a, b) => a.row - b.row)
  return {
    sheet: at,
    heading: headings.row,
    columns: headings.columns,
    ignored: headings.ignored,
    count: rows.length - once.repeats,
    rows: once.rows,
    rejected,
  }
}

function says(row: SheetRow, headings: Headings): boolean {
  return headings.columns.some(({ at }) => plain(row.cells[at] ?? null) !== '')
}

function distinct(rows: SheetRow[], headings: Headings): SheetRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const content = JSON.stringify(headings.columns.map(({ at }) => plain(row.cells[at] ?? null)))
    if (seen.has(content)) return false
    seen.add(content)
    return true
  })
}

function plain(cell: SheetCell): string {
  return cell === null ? '' : String(cell).trim()
}

type Row = { row: ImportRow; faults: RowFault[] }

function rowReader(ledger: Ledger, columns: Column[], scope: Scope, world: World): (row: SheetRow) => Row {
  const fields = cellFields(ledger)
  const reader = cellReader(world)
  return ({ row, cells }) => {
    const read: Row = { row: { row, data: {} }, faults: [] }
    for (const { at, path } of columns) {
      const cell = cells[at] ?? null
      if (path === 'id' || path === 'number') readKey(read, path, cell)
      else if (path !== 'township') {
        const field = fields[path]
        const said = field ? reader.read(field, cell) : { blank: true as const }
        if ('value' in said) read.row.data[path] = said.value
        if ('faults' in said) read.faults.push(...said.faults.map((message) => ({ row, path, message })))
      }
    }
    readTownship(read, cells[columns.find((column) => column.path === 'township')?.at ?? -1] ?? null, ledger, reader, scope, world)
    return read
  }
}

/** Numbers are kept in half width; a number that is no text that people could have written is refused. */
function readKey({ row, faults }: Row, path: 'id' | 'number', cell: SheetCell): void {
  const text = String(cell ?? '')
    .normalize('NFKC')
    .trim()
  if (text === '') return
  if (path === 'number' && (text.length > 60 || /\p{Cc}/u.test(text) || !text.isWellFormed()))
    faults.push({ row: row.row, path, message: badNumber(text.slice(0, 60)) })
  else if (path === 'number') row.number = text
  else if (/^[a-z][a-zA-Z0-9-]{0,60}$/.test(text)) row.id = text
}

function readTownship({ row, faults }: Row, cell: SheetCell, ledger: Ledger, reader: CellReader, scope: Scope, world: World): void {
  const text = plain(cell)
  const own = scope.office.kind === 'township' ? scope.office.id : undefined
  const fault = (message: Label): number => faults.push({ row: row.row, path: 'township', message })
  if (text === '') {
    if (own !== undefined) row.township = own
    return
  }
  const found = reader.office('township', text)
  if ('fault' in found) fault(found.fault)
  else if (own !== undefined && found.id !== own)
    fault(otherTownship(world.offices.find((office) => office.id === found.id)?.name ?? { zh: text, en: text }))
  else if (ledger.level === 'county') fault(levelRefuses(false))
  else row.township = found.id
}

/** What a row without a number is known by: its township and what it says in the fields that no transition asks, `hidden` ones left out. */
export function identity(ledger: Ledger, row: ImportRow, hidden: string[] = []): string {
  const basic = basicFields(ledger).filter((key) => !hidden.includes(key))
  return canonical([ledger.key, row.township ?? null, Object.fromEntries(Object.entries(row.data).filter(([key]) => basic.includes(key)))])
}

function distinguished(ledger: Ledger, rows: ImportRow[]): { rows: ImportRow[]; clashes: RowFault[]; repeats: number } {
  const first = new Map<string, { row: ImportRow; content: string }>()
  const clashes: RowFault[] = []
  let repeats = 0
  for (const row of rows) {
    const key = row.number ?? row.id ?? `~${identity(ledger, row)}`
    const content = canonical([row.township ?? null, row.data])
    const earlier = first.get(key)
    if (!earlier) first.set(key, { row, content })
    else if (earlier.content === content) repeats += 1
    else
      clashes.push({
        row: row.row,
        path: 'number',
        message: row.number ? sameNumber(row.number, earlier.row.row) : sameContent(earlier.row.row),
      })
  }
  return { rows: [...first.values()].map(({ row }) => row), clashes, repeats }
}
