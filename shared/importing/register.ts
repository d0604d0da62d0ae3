import type { Label } from '../names.ts'
import { askDeadline } from '../words/rows.ts'
import { headerWords, isSaidOnly } from '../words/sheets.ts'
import { readDay, readUnclearDay } from './days.ts'
import type { Headings } from './headings.ts'
import type { Lines } from './lines.ts'
import { type Answers, type CellField, type Meaning, plainHeading } from './meanings.ts'
import { type Seen, seen } from './seen.ts'
import { columnLetters, isFilled, type Sheet, shownText } from './sheet.ts'
import { spread } from './spread.ts'
import type { States } from './states.ts'
import { soundsLikeDeadline } from './synonyms.ts'
import { type Part, type Passed, partsOf, type Table, tableOf, wordsOf } from './table.ts'
import { withPlace, withState } from './told-columns.ts'

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

/** What a ledger's registers are read by: what headings mean, the fields that cells fill, and the lines that name a township. */
type Reads = { means: Meaning; fields: { [path: string]: CellField }; lines: Lines; states: States; today: string }

/**
 * The register of a file: every table that has the same headings as the one with most, in every visible tab, hidden tabs only when no other has any. Each filled cell is in a known
 * column, in one that is named as ignored, or in a row or tab that is told as passed over. Null when no tab has a known heading.
 */
export function findRegister(
  { means, fields, lines, states, today }: Reads,
  answers: Answers,
  sheets: Sheet[],
  marked: HeadingRows = {},
): Register | null {
  const filled = sheets.filter(({ name, rows }) => rows.length > 0 && !Object.values(headerWords.options).includes(name))
  const found = filled.flatMap((tab) => partsOf(means, tab, marked[tab.name]).map((part) => ({ ...part, tab })))
  const shown = found.filter(({ sheet }) => !sheet.hidden)
  const usable = shown.length ? shown : found
  const best = [...usable].sort(
    (a, b) => b.headings.columns.length - a.headings.columns.length || b.sheet.rows.length - a.sheet.rows.length,
  )[0]
  if (!best) return null
  const taken = usable.filter((each) => each === best || alike(each, best))
  const tabs = new Set(taken.map(({ tab }) => tab))
  const answered = new Set(Object.keys(answers).map(plainHeading))
  const tables = taken.map(({ sheet, headings }) => {
    const placed = withPlace({ sheet, headings }, lines, answered)
    return tableOf({ sheet, headings: withState({ sheet, headings: placed }, fields, states, answered) }, lines)
  })
  const beside = usable.filter((each) => tabs.has(each.tab) && !taken.includes(each))
  return {
    tables: tables.map((table) => ({ ...table, rows: spread(table, fields) })),
    sheets: tables.map(told),
    ignored: [...new Set(tables.flatMap(ignoredOf))],
    passed: [
      ...tables.flatMap(({ passed }) => passed),
      ...beside.flatMap(({ sheet }) => sheet.rows.map((row) => ({ sheet: sheet.name, row: row.row, text: wordsOf(row) }))),
      ...filled.filter((tab) => !tabs.has(tab)).map(({ name }) => ({ sheet: name, text: name })),
    ],
    answered: answeredIn(tables, answers),
    faults: once(tables.flatMap((table) => [...table.headings.faults, ...deadlines(table, answers, today)])),
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

/** Most of the headings are the same, or, in one tab, all that the smaller table has; where an item lies may be told by the tab instead. */
function alike(one: Part & { tab: Sheet }, other: Part & { tab: Sheet }): boolean {
  const paths = ({ columns }: Headings): Set<string> =>
    new Set(columns.map(({ path }) => path).filter((path) => !['township', 'state', 'id', 'version'].includes(path)))
  const [mine, theirs] = [paths(one.headings), paths(other.headings)]
  const common = [...mine].filter((path) => theirs.has(path)).length
  if (one.tab === other.tab && common >= 2 && common >= 0.6 * Math.min(mine.size, theirs.size)) return true
  return common > 0 && common / (mine.size + theirs.size - common) >= 0.6
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

/** Unknown headings with anything below them, and columns without a heading that hold something. */
function ignoredOf({ sheet, headings, below }: Table): string[] {
  const named = new Set([...headings.columns, ...headings.unknown].map(({ at }) => at))
  const bare = new Set<number>()
  // In a file of lines, what runs past the last heading is a fault, not a column.
  if (!sheet.text)
    for (const { cells } of below) for (const [at, cell] of cells.entries()) if (!named.has(at) && isFilled(cell)) bare.add(at)
  return [...headings.unknown.map(({ heading }) => heading), ...[...bare].sort((a, b) => a - b).map(columnLetters)]
}

/**
 * Columns that look like a deadline and are not understood, by their heading or because they hold days of which one is still to come: the duty's own length would quietly take
 * their place. Whoever brings the file says what they are.
 */
function deadlines({ sheet, headings, rows }: Table, answers: Answers, today: string): { path: string; message: Label }[] {
  const answered = new Set(Object.keys(answers).map(plainHeading))
  const looks = ({ at, heading }: Headings['unknown'][number]): boolean => {
    const filled = rows.flatMap(({ cells }) => (isFilled(cells[at]) ? [shownText(cells[at]).trim()] : []))
    if (filled.length === 0 || soundsLikeDeadline(plainHeading(heading))) return filled.length > 0
    const days = filled.flatMap((text) => (/^\d+(\.\d+)?$/.test(text) ? [] : (readDay(text, sheet.date1904) ?? readUnclearDay(text) ?? [])))
    return days.length >= filled.length * 0.8 && days.some((day) => day > today)
  }
  return headings.unknown
    .filter((column) => !isSaidOnly(column.heading) && !answered.has(plainHeading(column.heading)) && looks(column))
    .map(({ heading }) => ({ path: `columns.${heading}`, message: askDeadline(heading) }))
}
