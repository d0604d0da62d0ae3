import { canonical } from '../canonical.ts'
import type { Ledger } from '../definition/ledger.ts'
import { basicFields } from '../engine/rights.ts'
import type { Label } from '../names.ts'
import type { Data, Value } from '../record.ts'
import type { Scope } from '../scope.ts'
import { sameContent, sameNumber } from '../words/rows.ts'
import type { World } from '../world.ts'
import type { Said } from './arrival.ts'
import type { Instead, Values } from './instead.ts'
import { townshipLines } from './lines.ts'
import { type Answers, columnFields, meaningOf } from './meanings.ts'
import { findRegister, type HeadingRows, type Register, type SheetTold } from './register.ts'
import { rowReader } from './row.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { shownText } from './sheet.ts'
import { stateWords } from './states.ts'
import type { Passed, Table } from './table.ts'

/** One thing wrong with one row (with `rows`, told once for so many), numbered as the spreadsheet numbers it; `path` is a field, `number` or `township`, `cell` the address where one cell is to blame,
 * `instead` what may be meant by what it says, `sheet` the tab where a file has several, `left` the first column of the table where several stand beside each other. */
export type RowFault = {
  row: number
  path: string
  message: Label
  rows?: number
  cell?: string
  sheet?: string
  left?: number
  conflict?: Conflict
  instead?: Instead
}
/** A cell of an exported file that both sides changed: by what it is chosen (`cell`, `version`), and its three values in words. */
export type Conflict = { cell: string; version: number; base: Label; theirs: Label; mine: Label }
/** What was chosen where both sides changed a cell, and on which version of the record: `{"<record>.<field>": {take: "mine", version: 7}}`. */
export type Choices = { [cell: string]: { take: 'mine' | 'theirs'; version: number } }
/** A row as data. `township` is absent when the row does not say; `data` holds only what cells say. */
export type ImportRow = {
  row: number
  sheet?: string
  left?: number
  id?: string
  number?: string
  township?: string | null
  /** The field of deputies whose first one stands for the township, where the row itself names none. */
  led?: string
  /** No township is named, and the sender's own stands in. */
  own?: true
  data: Data
  said?: Said
  /** Of a row that an export wrote: the version of its record then, cells that are empty, and fields that were hidden from who exported. */
  exported?: { version: number; blank: string[]; hidden: string[] }
  /** What stood in the fields that a planned row changes, where it may change nothing else. */
  stood?: Data
}
/** A file as read: its tables, what was not taken, how many rows, how many of them repeat another, those without faults as data, every fault, and what is to be known
 * though it is no fault. */
export type Reading = ReadFrom & {
  tables: Table[]
  count: number
  repeats: number
  rows: ImportRow[]
  rejected: RowFault[]
}
/** What was read of a file, and what was not: tabs, columns without a meaning, rows passed over, and parts of cells; and the headings that were understood by an answer. */
export type ReadFrom = { sheets: SheetTold[]; ignored: string[]; passed: Passed[]; remarks: RowFault[]; answered: Answers }

/**
 * Reads a register out of the tabs of a file: every row as data, and every fault of every row at once. Exact repeats count once; the same number with other content is a
 * fault. A township's account reads its own township's rows only. `answers` say what headings mean, `marked` in which rows they stand, `values` what cells mean. Null when no tab has a known heading.
 */
export function readRows(
  ledger: Ledger,
  sheets: Sheet[],
  scope: Scope,
  world: World,
  today: string,
  answers: Answers = {},
  marked: HeadingRows = {},
  values: Values = {},
): Reading | Pick<Register, 'faults' | 'sheets'> | null {
  const states = stateWords(ledger)
  const register = findRegister(
    { means: meaningOf(ledger, answers), fields: columnFields(ledger), lines: townshipLines(ledger, world), states, today },
    answers,
    sheets,
    marked,
  )
  if (!register) return null
  if (register.faults.length) return { faults: register.faults, sheets: register.sheets }
  const { tables, sheets: told, ignored, passed, answered } = register
  const several = new Set(tables.map(({ sheet }) => sheet.name)).size > 1
  const all = tables.flatMap((table) => table.rows.map((row) => ({ table, row })))
  const different = distinct(all)
  const readers = new Map(tables.map((table) => [table, rowReader(ledger, table, scope, world, today, states, values)]))
  const read = different.flatMap(({ table, row }) => {
    const found = readers.get(table)?.(row)
    if (!found) return []
    const { name: sheet, left } = table.sheet
    const place = { ...(several ? { sheet } : {}), ...(left === undefined ? {} : { left }) }
    const named = <T extends object>(each: T): T & typeof place => ({ ...each, ...place })
    return [{ row: named(found.row), faults: found.faults.map(named), remarks: found.remarks.map(named) }]
  })
  const kept = originals(read.map(({ row }) => row))
  const once = distinguished(
    ledger,
    kept.map((row, at) => ({ row, faults: read[at]?.faults ?? [] })),
  )
  return {
    tables,
    sheets: told,
    ignored,
    passed,
    answered,
    count: all.length,
    repeats: all.length - different.length + once.repeats,
    rows: once.rows,
    rejected: inOrder([...read.flatMap(({ faults }) => faults), ...once.clashes], tables),
    remarks: read.flatMap(({ remarks }) => remarks),
  }
}

function inOrder(faults: RowFault[], tables: Table[]): RowFault[] {
  const places = new Map(tables.map(({ sheet }, at) => [sheet.name, at]))
  return faults.sort((a, b) => (places.get(a.sheet ?? '') ?? 0) - (places.get(b.sheet ?? '') ?? 0) || a.row - b.row)
}

/** Rows that say the same as an earlier one, word for word, are dropped: their faults are told once. Where nothing says the township, the tab or a line above may. */
function distinct(rows: { table: Table; row: SheetRow }[]): { table: Table; row: SheetRow }[] {
  const seen = new Set<string>()
  return rows.filter(({ table: { sheet, headings }, row }) => {
    const said = headings.columns
      .map(({ at, path, option = '' }) => [path, shownText(row.cells[at]).trim(), option] as const)
      .filter(([, text]) => text !== '')
    const place = said.some(([path]) => path === 'township') ? '' : `${sheet.name}\n${row.under ?? ''}`
    const content = JSON.stringify([place, [...said].sort()])
    if (seen.has(content)) return false
    seen.add(content)
    return true
  })
}

/** What a row without a number is known by: its township and what it says in the fields that no transition asks, `hidden` ones left out. */
export function identity(ledger: Ledger, row: ImportRow, hidden: string[] = []): string {
  const basic = basicFields(ledger).filter((key) => !hidden.includes(key))
  return canonical([ledger.key, row.township ?? null, Object.fromEntries(Object.entries(row.data).filter(([key]) => basic.includes(key)))])
}

/** Whoever copies a row to begin a new item copies its hidden id too: of several rows with one id and different numbers, the first keeps it. */
function originals(rows: ImportRow[]): ImportRow[] {
  const first = new Map<string, ImportRow>()
  return rows.map((row) => {
    const earlier = row.id === undefined ? undefined : first.get(row.id)
    if (row.id !== undefined && !earlier) first.set(row.id, row)
    if (!earlier || !row.exported || earlier.number === row.number) return row
    const { id: _, exported: __, ...copy } = row
    return copy
  })
}

/** The rows without faults, each once; and every row that says otherwise what an earlier one says, also where either has other faults. */
function distinguished(
  ledger: Ledger,
  all: { row: ImportRow; faults: RowFault[] }[],
): { rows: ImportRow[]; clashes: RowFault[]; repeats: number } {
  const first = new Map<string, Told>()
  const clashes: RowFault[] = []
  let repeats = 0
  for (const { row, faults } of all) {
    const isFaulty = faults.length > 0
    const key = row.number ?? row.id ?? (isFaulty ? undefined : `~${identity(ledger, row)}`)
    if (key === undefined) continue
    const told: Told = { row, content: contentOf(row), unread: faults.map(({ path }) => path) }
    const earlier = first.get(key)
    if (!earlier || (agrees(earlier, told) && earlier.unread.length > 0)) first.set(key, told)
    else if (agrees(earlier, told)) repeats += isFaulty ? 0 : 1
    else {
      const where = earlier.row.sheet === row.sheet ? undefined : earlier.row.sheet
      clashes.push({
        row: row.row,
        ...(row.sheet === undefined ? {} : { sheet: row.sheet }),
        ...(row.left === undefined ? {} : { left: row.left }),
        path: 'number',
        message: row.number ? sameNumber(row.number, earlier.row.row, where) : sameContent(earlier.row.row, where),
      })
    }
  }
  return { rows: [...first.values()].flatMap(({ row, unread }) => (unread.length > 0 ? [] : [row])), clashes, repeats }
}

/** A row, what it says by paths, and those of which a cell could not be read. */
type Told = { row: ImportRow; content: { own: Cells; data: Cells }; unread: string[] }
type Cells = { [path: string]: Value | undefined }

const contentOf = ({ township = null, data, said }: ImportRow): Told['content'] => ({ own: { township, state: said?.state ?? null }, data })

/** Two rows say the same as far as both could be read. */
function agrees(one: Told, other: Told): boolean {
  // Of a list of which a cell could not be read, nothing is compared.
  const unread = new Set([...one.unread, ...other.unread].map((path) => path.split('.')[0]))
  const read = (said: Cells) => Object.fromEntries(Object.entries(said).filter(([path]) => !unread.has(path)))
  const bare = ({ content: { own, data } }: Told) => canonical([read(own), read(data)])
  return bare(one) === bare(other)
}
