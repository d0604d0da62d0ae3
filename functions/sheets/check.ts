import { type DayOrder, dayOrders, reversedDays } from '../../shared/definition/day-orders.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Beyond, beyondCap } from '../../shared/importing/beyond-cap.ts'
import type { Values } from '../../shared/importing/instead.ts'
import { judge, unseen, unseenOfNew } from '../../shared/importing/judge.ts'
import { type Answers, columnFields } from '../../shared/importing/meanings.ts'
import { type NeededDay, neededDays } from '../../shared/importing/needed-days.ts'
import {
  type Choices,
  type ImportRow,
  identity,
  type ReadFrom,
  type Reading,
  type RowFault,
  readRows,
} from '../../shared/importing/read-rows.ts'
import type { HeadingRows } from '../../shared/importing/register.ts'
import { seen } from '../../shared/importing/seen.ts'
import { columnLetters, type Sheet } from '../../shared/importing/sheet.ts'
import { tells } from '../../shared/importing/table.ts'
import { type Label, labelled } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { fileWords } from '../../shared/words/file-faults.ts'
import { noColumn } from '../../shared/words/rows.ts'
import { headerWords, isSaidOnly, noHeadings, tooManyRows } from '../../shared/words/sheets.ts'
import type { World } from '../../shared/world.ts'
import type { Clock } from '../clock.ts'
import { newId } from '../store/keys.ts'
import { type Ahead, type Brought, bring, sequencesAfter } from './brought-numbers.ts'
import { doubtsOf } from './doubts.ts'
import type { SheetFault } from './fault.ts'
import { placed } from './faults.ts'
import { maxRows } from './limits.ts'
import { enteredAgain } from './once.ts'
import { type Placed, placedByLead } from './placed-by-lead.ts'
import { type SaidState, saidState } from './said-states.ts'
import { spokenOf } from './spoken-of.ts'
import { mergedRow } from './three-ways.ts'

export type Checked = {
  counts: { rows: number; repeats: number; created: number; updated: number; unchanged: number; rejected: number }
  rejected: RowFault[]
  read: ReadFrom
  /** Fields that are hidden from the caller on records that stand there: their cells were left alone. */
  unseen: Set<string>
  /** What the rows so far claim for themselves alone (`once`). */
  claims: Map<string, ImportRow>
  /** Rows that say another state than the one in which they stand, or than their days tell; and rows with days that cannot be in that order. */
  states: SaidState[]
  days: { row: ImportRow; order: DayOrder }[]
  /** Rows that set a day beyond what a duty allows, and those that tell what came of an item and not on which day. */
  beyond: { row: ImportRow; beyond: Beyond }[]
  undated: { row: ImportRow; needed: NeededDay; state: string }[]
  /** Numbers that new rows bring, and those that lie so far ahead that the next ones do not follow them. */
  brought: Brought
  ahead: Ahead[]
  plan: Plan
}
/** Rows that change something, each with the id that its record has or shall have (`fresh`: nothing stood there), and how far sequences must be raised by the numbers they bring. */
export type Plan = { rows: PlannedRow[]; sequences: { [per: string]: number } }
export type PlannedRow = ImportRow & { id: string; fresh?: true }

const BATCH = 1000
const MOST_SEEN = 5

/** Checks a whole file against the county's records: what it would create, update and leave, and every fault of every row. Writes nothing.
 * New records get ids in the order of their first days, so that lists show the latest first. */
export async function check(
  ledger: Ledger,
  sheets: Sheet[],
  scope: Scope,
  clock: Clock,
  world: World,
  answers: Answers = {},
  choices: Choices = {},
  marked: HeadingRows = {},
  values: Values = {},
): Promise<Checked | SheetFault> {
  const reading = readRows(ledger, sheets, scope, world, clock.today, answers, marked, values)
  if (!reading) {
    const sentence = noHeadings(Object.values(columnFields(ledger)).map((field) => field.label))
    return { status: 422, sentence, sheets: sheets.slice(0, MOST_SEEN).map((sheet) => seen(sheet)) }
  }
  const shown = reading.sheets.slice(0, MOST_SEEN)
  if ('faults' in reading)
    return { status: 422, sentence: reading.faults[0]?.message ?? fileWords.empty, faults: reading.faults, sheets: shown }
  if (reading.count === 0) return { status: 422, sentence: fileWords.empty, sheets: shown }
  if (reading.count > maxRows) return { status: 413, sentence: tooManyRows(maxRows) }
  const checked: Checked = {
    counts: { rows: reading.count, repeats: reading.repeats, created: 0, updated: 0, unchanged: 0, rejected: 0 },
    rejected: [...reading.rejected],
    read: {
      sheets: reading.sheets,
      // The column of reasons that a refused file came back with needs no mention.
      ignored: reading.ignored.filter((heading) => !isSaidOnly(heading)),
      passed: reading.passed,
      remarks: reading.remarks,
      answered: reading.answered,
    },
    unseen: new Set(),
    claims: new Map(),
    states: [],
    days: [],
    beyond: [],
    undated: [],
    brought: new Map(),
    ahead: [],
    plan: { rows: [], sequences: {} },
  }
  const fresh: Fresh[] = []
  const { rows, unplaced } = await placedByLead(ledger, reading.rows, scope, clock.today, world)
  for (let at = 0; at < rows.length; at += BATCH)
    fresh.push(...(await compare(ledger, rows.slice(at, at + BATCH), scope, clock.today, world, checked, choices, unplaced)))
  checked.plan.rows.push(...inOrder(fresh, clock.now))
  const { sequences, ahead } = await sequencesAfter(ledger, checked.brought, scope)
  checked.plan.sequences = sequences
  checked.ahead = ahead
  // Before the cells, of which only so many are kept.
  checked.read.remarks = [...(await doubtsOf(ledger, checked, scope, clock.today, world)), ...checked.read.remarks]
  const left = reading.tables.flatMap(({ headings }) => headings.columns.filter(({ path }) => checked.unseen.has(path)))
  checked.read.ignored = [...new Set([...checked.read.ignored, ...left.map(({ heading }) => heading)])]
  // Rows, before what many have alike is told once: all counts together are the rows of the file.
  checked.counts.rejected = rowsOf(checked.rejected)
  checked.rejected = told(ledger, reading, checked.rejected)
  return checked
}

/** The orders of days that a row does not keep which tells one of them. */
function wrongDays(orders: DayOrder[], row: ImportRow, { data }: LedgerRecord): Checked['days'] {
  return reversedDays(orders, data)
    .filter(({ earlier, later }) => row.data[earlier] !== undefined || row.data[later] !== undefined)
    .map((order) => ({ row, order }))
}

/** What a row tells of an item that goes on, and that only comes with a day which neither it nor the item tells. */
function undated(ledger: Ledger, needed: NeededDay[], row: ImportRow, { data, state }: LedgerRecord): Checked['undated'] {
  if (['done', 'void'].includes(ledger.states[state]?.phase ?? '')) return []
  return needed
    .filter(({ field, day }) => row.data[field] !== undefined && row.data[field] !== null && data[day] === undefined)
    .map((each) => ({ row, needed: each, state }))
}

type Fresh = { row: ImportRow; day: string }

async function compare(
  ledger: Ledger,
  given: ImportRow[],
  scope: Scope,
  today: string,
  world: World,
  checked: Checked,
  choices: Choices,
  unplaced: Placed['unplaced'],
): Promise<Fresh[]> {
  const said = given.map((row) => identity(ledger, row, unseenOfNew(ledger, row, scope, today, world)))
  const found = await spokenOf(scope, ledger.key, given, said)
  const merged = await Promise.all(found.map(({ row, present }) => mergedRow(ledger, row, present, choices, scope, world)))
  const [rows, present, own] = [merged.map(({ row }) => row), found.map((each) => each.present), found.map((each) => each.own)]
  const outcomes = rows.map((row, at) => judge(ledger, row, present[at], scope, today, world))
  const [orders, needed] = [dayOrders(ledger), neededDays(ledger)]
  const again = await enteredAgain(ledger, rows, outcomes, checked.claims, scope, world)
  return rows.flatMap((row, at): Fresh[] => {
    for (const field of unseen(ledger, row, present[at], scope, world)) checked.unseen.add(field)
    const fault = again[at]
    const outcome = fault ? { faults: [fault] } : (outcomes[at] ?? null)
    const clashes = merged[at]?.clashes ?? []
    const why = unplaced.get(given[at] as ImportRow)
    if (outcome && !('faults' in outcome)) {
      const { record } = outcome.moved
      checked.days.push(...wrongDays(orders, row, record))
      checked.beyond.push(...beyondCap(ledger, record.data, outcome.before?.data ?? {}, world).map((beyond) => ({ row, beyond })))
      checked.undated.push(...undated(ledger, needed, row, record))
    }
    checked.states.push(...saidState({ row, outcome, present: present[at] }, ledger, today))
    if (clashes.length > 0) checked.rejected.push(...clashes)
    else if (outcome === null) checked.counts.unchanged += 1
    else if ('faults' in outcome)
      checked.rejected.push(...outcome.faults.map((fault) => placed(row, fault.path === 'township' ? (why ?? fault) : fault)))
    else if (outcome.before) {
      checked.counts.updated += 1
      checked.plan.rows.push({ ...row, id: outcome.before.id })
    } else {
      checked.counts.created += 1
      // A number that a township brings is its own affair: the county's sequence goes on where it stands.
      if (scope.office.kind === 'county') bring(checked.brought, ledger, row, outcome.moved.record)
      // An id that the file names and nobody has is not taken over; a row without number is known again by what it says.
      const { id: _, ...rest } = row
      return [
        {
          row: row.number === undefined ? { ...rest, ...(own[at] ? { id: own[at] } : {}) } : rest,
          day: outcome.moved.record.duties[0]?.openedOn ?? '',
        },
      ]
    }
    return []
  })
}

function inOrder(fresh: Fresh[], now: Date): PlannedRow[] {
  const key = ({ row, day }: Fresh): string => `${day} ${(row.number ?? '').replace(/\d+/g, (digits) => digits.padStart(12, '0'))}`
  return fresh
    .map((each) => ({ each, key: key(each) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ each: { row } }) => ({ ...row, id: row.id ?? newId('r', now), fresh: true }))
}

const rowsOf = (faults: RowFault[]): number => new Set(faults.map(({ row, sheet, left }) => `${row} ${sheet} ${left}`)).size

/** A fault that every row has because its column is missing is told once, at the heading; the others with the cell that their column has. */
function told(ledger: Ledger, { tables }: Reading, faults: RowFault[]): RowFault[] {
  const places = tables.map((table) => ({ table, at: new Map(table.headings.columns.map(({ path, at }) => [path, at])) }))
  const label = (path: string): Label =>
    labelled(ledger.fields[path]?.label ?? (path === 'township' ? headerWords.township : undefined), path)
  const missing = [...new Set(faults.map(({ path }) => path))].filter(
    (path) => /^[a-z]/.test(path) && !places.some(({ at }) => at.has(path)) && faults.filter((fault) => fault.path === path).length > 1,
  )
  const heads = missing.map((path) => ({
    row: tables[0]?.headings.row ?? 1,
    path,
    message: noColumn(label(path)),
    rows: rowsOf(faults.filter((fault) => fault.path === path)),
  }))
  const tabOf = (fault: RowFault): number =>
    Math.max(
      0,
      places.findIndex(({ table }) => tells(table, fault)),
    )
  const placed = faults
    .filter(({ path }) => !missing.includes(path))
    .map((fault) => {
      const at = places[tabOf(fault)]?.at.get(fault.path)
      return fault.cell === undefined && at !== undefined ? { ...fault, cell: `${columnLetters(at)}${fault.row}` } : fault
    })
  return [...heads, ...placed.sort((a, b) => tabOf(a) - tabOf(b) || a.row - b.row)]
}
