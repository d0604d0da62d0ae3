import type { Label } from '../names.ts'
import { askDeadline } from '../words/rows.ts'
import { headerWords } from '../words/sheets.ts'
import { findHeadings, type Headings } from './headings.ts'
import { type Answers, type Meaning, plainHeading } from './meanings.ts'
import { passing } from './passed.ts'
import { type Seen, seen } from './seen.ts'
import { columnLetters, isFilled, type Sheet, type SheetRow, shownText } from './sheet.ts'
import { soundsLikeDeadline } from './synonyms.ts'

/** One tab of a register: its headings and the rows below them that hold items. */
export type Table = { sheet: Sheet; headings: Headings; rows: SheetRow[] }
/** What is not taken, and told: a tab (without row), or a row with its words. */
export type Passed = { sheet: string; row?: number; text: string }
export type SheetTold = Seen & { hidden?: true; heading: number; rows: number; hiddenRows: number; emptyRows: number }
/** The row of the heading in a tab, as somebody marked it. */
export type HeadingRows = { [tab: string]: number }
export type Register = {
  tables: Table[]
  sheets: SheetTold[]
  /** Headings that the ledger does not know; a column without one by its letters. */
  ignored: string[]
  passed: Passed[]
  /** Headings of these tabs that mean what people said. */
  answered: Answers
  faults: { path: string; message: Label }[]
}

/**
 * The register of a file: every visible tab that has the same headings as the one with most, hidden tabs only when no other has any. Each filled cell is in a known
 * column, in one that is named as ignored, or in a row or tab that is told as passed over. Null when no tab has a known heading.
 */
export function findRegister(means: Meaning, answers: Answers, sheets: Sheet[], marked: HeadingRows = {}): Register | null {
  const filled = sheets.filter(({ name, rows }) => rows.length > 0 && !Object.values(headerWords.options).includes(name))
  const found = filled.flatMap((sheet): { sheet: Sheet; headings: Headings }[] => {
    const headings = findHeadings(means, sheet, marked[sheet.name])
    return headings ? [{ sheet, headings }] : []
  })
  const seen = found.filter(({ sheet }) => !sheet.hidden)
  const usable = seen.length ? seen : found
  const best = usable.toSorted(
    (a, b) => b.headings.columns.length - a.headings.columns.length || b.sheet.rows.length - a.sheet.rows.length,
  )[0]
  if (!best) return null
  const tables = usable
    .filter((each) => each === best || alike(each.headings, best.headings))
    .map(({ sheet, headings }) => tableOf(sheet, headings))
  const taken = new Set(tables.map(({ sheet }) => sheet))
  return {
    tables: tables.map(({ sheet, headings, rows }) => ({ sheet, headings, rows: spread(sheet, headings, rows) })),
    sheets: tables.map(told),
    ignored: [...new Set(tables.flatMap(ignoredOf))],
    passed: [
      ...tables.flatMap(({ passed }) => passed),
      ...filled.filter((sheet) => !taken.has(sheet)).map(({ name }) => ({ sheet: name, text: name })),
    ],
    answered: answeredIn(tables, answers),
    faults: once(tables.flatMap((table) => [...table.headings.faults, ...deadlines(table, answers)])),
  }
}

function answeredIn(tables: Table[], answers: Answers): Answers {
  const given = new Map(Object.entries(answers).map(([heading, path]) => [plainHeading(heading), path]))
  const headings = tables.flatMap(({ headings: { columns, unknown } }) => [...columns, ...unknown].map(({ heading }) => heading))
  return Object.fromEntries(
    headings.flatMap((heading) => {
      const path = given.get(plainHeading(heading))
      return path === undefined ? [] : [[heading, path]]
    }),
  )
}

/** What several tabs have alike is told once. */
function once(faults: Register['faults']): Register['faults'] {
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.message.en}`, fault])).values()]
}

/** Most of the headings are the same; where an item lies may be told by the tab instead. */
function alike(a: Headings, b: Headings): boolean {
  const paths = ({ columns }: Headings): Set<string> =>
    new Set(columns.map(({ path }) => path).filter((path) => !['township', 'state', 'id', 'version'].includes(path)))
  const [mine, other] = [paths(a), paths(b)]
  const common = [...mine].filter((path) => other.has(path)).length
  return common > 0 && common / (mine.size + other.size - common) >= 0.6
}

/** `below`: every row under the headings that is not passed over, those too that hold nothing in a known column. */
type Read = Table & { below: SheetRow[]; passed: Passed[] }

function tableOf(sheet: Sheet, found: Headings): Read {
  const headings = withSerials(sheet, found)
  const kindOf = passing(sheet, headings)
  const read: Read = { sheet, headings, rows: [], below: [], passed: [] }
  for (const row of sheet.rows) {
    const above = row.row < headings.top
    const kind = above ? 'passed' : row.row <= headings.row ? 'heading' : kindOf(row)
    if (kind === 'passed') read.passed.push({ sheet: sheet.name, row: row.row, text: wordsOf(row) })
    else if (kind === undefined) read.below.push(row)
  }
  // A row that holds nothing but what an export hid in it was emptied: it says nothing.
  const telling = headings.columns.filter(({ path }) => !['state', 'version', ...(isExported(headings) ? ['id'] : [])].includes(path))
  return { ...read, rows: read.below.filter((row) => telling.some(({ at }) => isFilled(row.cells[at]))) }
}

const isExported = ({ columns }: Headings): boolean => columns.some(({ path }) => path === 'version')

/** A running count (序号) is no number; but where nothing else is, and each of them holds a year or more digits than a count has, it is. */
function withSerials(sheet: Sheet, headings: Headings): Headings {
  const serial = headings.unknown.find(({ heading }) => /^(序号|序|流水号|no\.?)$/.test(plainHeading(heading)))
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

function wordsOf({ cells }: SheetRow): string {
  return cells
    .filter(isFilled)
    .map((cell) => shownText(cell).trim())
    .join(' ')
    .slice(0, 200)
}

function told({ sheet, headings, rows }: Table): SheetTold {
  return {
    ...seen(sheet, headings),
    ...(sheet.hidden ? { hidden: true } : {}),
    heading: headings.row,
    rows: rows.length,
    hiddenRows: rows.filter(({ hidden }) => hidden).length,
    emptyRows: Math.max(0, (rows.at(-1)?.row ?? headings.row) - headings.row - rows.length),
  }
}

/** Joined cells mean their value in every row that they reach over. */
function spread(sheet: Sheet, { row: heading }: Headings, rows: SheetRow[]): SheetRow[] {
  const tall = sheet.merges.filter(({ top, bottom }) => top > heading && bottom > top)
  if (tall.length === 0) return rows
  const anchors = new Map(sheet.rows.map((row) => [row.row, row]))
  const copies = rows.map((row) => ({ ...row, cells: [...row.cells] }))
  let from = 0
  for (const { top, bottom, left } of tall.toSorted((a, b) => a.top - b.top)) {
    const value = anchors.get(top)?.cells[left] ?? null
    while (from < copies.length && (copies[from]?.row ?? 0) <= top) from += 1
    for (let at = from; at < copies.length && (copies[at]?.row ?? 0) <= bottom; at += 1) {
      const cells = copies[at]?.cells ?? []
      while (cells.length < left) cells.push(null)
      if (!isFilled(cells[left])) cells[left] = value
    }
  }
  return copies
}

/** Unknown headings with anything below them, and columns without a heading that hold something. */
function ignoredOf({ sheet, headings, below }: Read): string[] {
  const named = new Set([...headings.columns, ...headings.unknown].map(({ at }) => at))
  const bare = new Set<number>()
  // In a file of lines, what runs past the last heading is a fault, not a column.
  if (!sheet.text)
    for (const { cells } of below) for (const [at, cell] of cells.entries()) if (!named.has(at) && isFilled(cell)) bare.add(at)
  return [...headings.unknown.map(({ heading }) => heading), ...[...bare].sort((a, b) => a - b).map(columnLetters)]
}

/** Columns that look like a deadline and are not understood: the duty's own length would quietly take their place. Whoever brings the file says what they are. */
function deadlines({ headings, rows }: Table, answers: Answers): { path: string; message: Label }[] {
  const answered = new Set(Object.keys(answers).map(plainHeading))
  return headings.unknown
    .filter(
      ({ at, heading }) =>
        !answered.has(plainHeading(heading)) && soundsLikeDeadline(plainHeading(heading)) && rows.some(({ cells }) => isFilled(cells[at])),
    )
    .map(({ heading }) => ({ path: `columns.${heading}`, message: askDeadline(heading) }))
}
