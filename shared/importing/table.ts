import { blocksOf } from './blocks.ts'
import { findHeadings, type Headings } from './headings.ts'
import { endsPlace, type Lines } from './lines.ts'
import { IGNORE, type Meaning, plainHeading } from './meanings.ts'
import { passing } from './passed.ts'
import { isFilled, type Sheet, type SheetCell, type SheetRow, shownText } from './sheet.ts'

/** A part of a tab that has a heading of its own, with the rows above it. */
export type Part = { sheet: Sheet; headings: Headings }
/** What is not taken, and told: a tab (without row), or a row with its words. */
export type Passed = { sheet: string; row?: number; text: string }
/** One table of a register: its headings and the rows below them that hold items; `below`: every row there that is not passed over, those too that hold nothing in a
 * known column. */
export type Table = Part & { rows: SheetRow[]; below: SheetRow[]; passed: Passed[] }

/**
 * The tables of a tab, beside and below each other: a register of bills above one of suggestions, each with headings of its own. Where somebody marked the heading (`marked`), there is
 * that one.
 */
export function partsOf(means: Meaning, sheet: Sheet, marked?: number): Part[] {
  const headings = findHeadings(means, sheet, marked)
  if (!headings) return []
  const blocks = blocksOf(sheet, headings)
  if (blocks.length > 1) return blocks.flatMap((block) => partsOf(means, block, marked))
  if (marked !== undefined) return [{ sheet, headings }]
  const known = remembered(means)
  const next = sheet.rows.findIndex((row) => row.row > headings.row && isHeading(known, row) && !isRepeated(sheet, headings, row))
  const above = { ...sheet, rows: sheet.rows.filter(({ row }) => row < headings.top) }
  const earlier = isTable(known, above) ? partsOf(means, above) : []
  const own = sheet.rows.slice(earlier.length > 0 ? above.rows.length : 0, next < 0 ? undefined : next)
  const later = next < 0 ? [] : partsOf(means, { ...sheet, rows: sheet.rows.slice(next) })
  return [...earlier, { sheet: { ...sheet, rows: own }, headings }, ...later]
}

/** True when a row that is told of lies in this table: in its tab, where a file has several (`sheet`), beside others of it (`left`), and between its heading and its end. */
export function tells({ sheet, headings }: Part, { row, sheet: tab, left }: { row: number; sheet?: string; left?: number }): boolean {
  if (left !== undefined && left !== sheet.left) return false
  return (tab === undefined || tab === sheet.name) && row >= headings.top && row <= (sheet.rows.at(-1)?.row ?? 0)
}

type Known = (cell: SheetCell) => string | undefined

/** Cells of items are many and seldom short words: each word is looked up once. */
function remembered(means: Meaning): Known {
  const known = new Map<string, string | undefined>()
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > 14 || /\d/.test(cell)) return undefined
    if (!known.has(cell)) known.set(cell, means(cell))
    const path = known.get(cell)
    return path === IGNORE ? undefined : path
  }
}

/** True for a row of which most cells are headings, each of another field. */
function isHeading(means: Known, { cells }: SheetRow): boolean {
  const filled = cells.filter(isFilled)
  const paths = new Set(filled.flatMap((cell) => means(cell) ?? []))
  return paths.size >= 2 && paths.size >= filled.length * 0.6
}

/** True for the table's own heading, said again on a new page. */
function isRepeated(sheet: Sheet, { top, row }: Headings, { cells }: SheetRow): boolean {
  const heads = sheet.rows.filter((each) => each.row >= top && each.row <= row)
  const word = (cell: SheetCell | undefined): string => plainHeading(shownText(cell))
  return heads.some((head) => cells.every((cell, at) => !isFilled(cell) || word(head.cells[at]) === word(cell)))
}

/** True for rows in which a heading stands over at least one row that fills two of its columns. */
function isTable(means: Known, { rows }: Sheet): boolean {
  const head = rows.findIndex((row) => isHeading(means, row))
  if (head < 0) return false
  const columns = (rows[head]?.cells ?? []).flatMap((cell, at) => (means(cell) === undefined ? [] : [at]))
  return rows
    .slice(head + 1)
    .some(({ cells }) => columns.filter((at) => isFilled(cells[at]) && means(cells[at] ?? null) === undefined).length >= 2)
}

/** The rows of a part, each filled one as an item or told as passed over; below a line that names a township, with that. */
export function tableOf({ sheet, headings: found }: Part, lines: Lines): Table {
  const headings = withSerials(sheet, found)
  const kindOf = passing(sheet, headings, lines)
  const read: Table = { sheet, headings, rows: [], below: [], passed: [] }
  let under: { id: string; line: string } | undefined
  for (const row of sheet.rows) {
    const above = row.row < headings.top
    const kind = above ? 'passed' : row.row <= headings.row ? 'heading' : kindOf(row)
    if (kind === 'passed') read.passed.push({ sheet: sheet.name, row: row.row, text: wordsOf(row) })
    if (kind === 'passed' && row.cells.filter(isFilled).length === 1) {
      const line = wordsOf(row)
      const id = lines(line)
      if (id !== undefined) under = { id, line }
      else if (under && endsPlace(line, under.line)) under = undefined
    }
    if (kind === undefined) read.below.push(under === undefined ? row : { ...row, under: under.id })
  }
  // A row that holds nothing but what an export hid in it was emptied: it says nothing.
  const telling = headings.columns.filter(({ path }) => !['state', 'version', ...(isExported(headings) ? ['id'] : [])].includes(path))
  return { ...read, rows: read.below.filter((row) => telling.some(({ at }) => isFilled(row.cells[at]))) }
}

const isExported = ({ columns }: Headings): boolean => columns.some(({ path }) => path === 'version')

/** A running count (序号). */
export const isSerial = (heading: string): boolean => /^(序号|序|流水号|no\.?)$/.test(plainHeading(heading))

/** A running count is no number; but where nothing else is, and each of them holds a year or more digits than a count has, it is. */
function withSerials(sheet: Sheet, headings: Headings): Headings {
  const serial = headings.unknown.find(({ heading }) => isSerial(heading))
  if (!serial || headings.columns.some(({ path }) => path === 'number')) return headings
  const said = sheet.rows
    .filter(({ row }) => row > headings.row)
    .flatMap(({ cells }) => (isFilled(cells[serial.at]) ? [shownText(cells[serial.at])] : []))
  if (said.length === 0 || !said.every((text) => /\d{4}/.test(text))) return headings
  return {
    ...headings,
    columns: [{ ...serial, path: 'number' }, ...headings.columns],
    unknown: headings.unknown.filter((column) => column !== serial),
  }
}

/** A row in words. */
export function wordsOf({ cells }: SheetRow): string {
  return cells
    .filter(isFilled)
    .map((cell) => shownText(cell).trim())
    .join(' ')
    .slice(0, 200)
}
