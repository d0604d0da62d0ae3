import { addDays } from '../deadline/calendar.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Facts } from './facts.ts'
import { count, type Day, empty, type Figures, groupField, rounded, type Sum, told } from './figures.ts'

/** Cells that only count where records stand begin with it: figures pass over them. */
const STANDING = 'q.'

/** The cell that counts a record by its state and its soonest day. */
export const standingCell = (state: string, day: string): string => `${STANDING}${state}@${day}`

/** What such a cell counts; undefined of a cell of figures. */
export function standingIn(cell: string): { state: string; day: string } | undefined {
  const at = cell.lastIndexOf('@')
  return cell.startsWith(STANDING) ? { state: cell.slice(STANDING.length, at), day: cell.slice(at + 1) } : undefined
}

/** What records add to figures, and since when: `onTime@2026-05` in that month, `overdue@2026-06-03` from that day on. Cells of many add up. */
export type Cells = { [cell: string]: number }

/**
 * What one record adds: figures of many as of a day are the sum of their cells until it. Days up to `known`, the day on which the record last changed, are
 * told by their months: so cells answer as of every day from that one on, and as of every month's last day before.
 */
export function cellsOf(ledger: Ledger, facts: Facts, known: Day): Cells {
  const cells: Cells = {}
  let before: Cells = {}
  for (const day of turns(facts)) {
    const now = amounts(ledger, facts, day)
    for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
      const by = (now[name] ?? 0) - (before[name] ?? 0)
      const cell = `${name}@${day <= known ? day.slice(0, 7) : day}`
      if (by !== 0) cells[cell] = rounded((cells[cell] ?? 0) + by)
    }
    before = now
  }
  return Object.fromEntries(Object.entries(cells).filter(([, n]) => n !== 0))
}

/** True for days as of which cells tell the figures: the last of a month, and any from `today` on, when nothing has changed after it. */
export function cellsTell(asOf: Day, today: Day): boolean {
  return asOf >= today || addDays(asOf, 1).endsWith('-01')
}

type Question = { asOf: Day; by?: string | undefined; groups?: string[] | undefined }

/**
 * The figures of records as of a day that their cells can tell, as `figures` of their facts would be: `totals` are the cells of groups that hold each
 * record once, `parts` those of the groups asked for.
 */
export function figuresOf(ledger: Ledger, { asOf, by, groups = [] }: Question, totals: Cells[], parts: [group: string, Cells][]): Figures {
  const total = empty(ledger)
  const sums = new Map(groups.map((id) => [id, empty(ledger)]))
  for (const cells of totals) pour(total, cells, asOf)
  for (const [id, cells] of by === undefined || groupField(ledger, by) === undefined ? [] : parts) {
    const part = sums.get(id) ?? empty(ledger)
    pour(part, cells, asOf)
    if (part.records + part.ended > 0 || groups.includes(id)) sums.set(id, part)
  }
  return {
    asOf,
    total: told(total),
    groups: [...sums].map(([id, part]) => ({ id, total: told(part) })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

/** Every day on which something that figures tell of the record may change. */
function turns({ since, owed, counts, sums, rates }: Facts): Day[] {
  const days = [
    since,
    ...owed.flatMap(({ openedOn, dueOn, doneOn }) => [openedOn, ...(dueOn === null ? [] : [addDays(dueOn, 1)]), doneOn ?? []].flat()),
    ...[...Object.values(counts), ...Object.values(sums)].map(({ on }) => on),
    ...Object.values(rates).flatMap(({ of, over }) => [of ?? [], over ?? []].flat()),
  ]
  return [...new Set(days.map((day) => (day < since ? since : day)))].sort()
}

/** What the record adds to figures as of a day, by name; zeros are left out. */
function amounts(ledger: Ledger, facts: Facts, asOf: Day): Cells {
  const sum = empty(ledger)
  count(sum, facts, asOf)
  const { counts, sums, rates, ...plain } = sum
  return Object.fromEntries(
    [
      ...Object.entries(plain),
      ...Object.entries(counts).flatMap(([field, options]) => Object.entries(options).map(([option, n]) => [`c.${field}.${option}`, n])),
      ...Object.entries(sums).map(([field, n]) => [`s.${field}`, n]),
      ...Object.entries(rates).flatMap(([rate, { num, den }]) => [
        [`n.${rate}`, num],
        [`d.${rate}`, den],
      ]),
    ].filter(([, n]) => n !== 0),
  )
}

function pour(sum: Sum, cells: Cells, asOf: Day): void {
  const month = asOf.slice(0, 7)
  for (const [place, n] of placed(cells)) if (place.since <= (place.monthly ? month : asOf)) add(sum, place, n)
}

/** The cells with their names taken apart, once for as long as they are kept. */
const known = new WeakMap<Cells, [Place, number][]>()

function placed(cells: Cells): [Place, number][] {
  const there = known.get(cells)
  if (there) return there
  const now = Object.entries(cells).flatMap(([cell, n]): [Place, number][] => (standingIn(cell) ? [] : [[placeOf(cell), n]]))
  known.set(cells, now)
  return now
}

/** What the name of a cell says: `c.category.A@2026-05` counts that option of that field since that month. */
type Place = { since: string; monthly: boolean; kind: string; key: string; option: string }
const places = new Map<string, Place>()
/** So many names are kept: they repeat in every row, and are taken apart once. */
const NAMES = 20_000

function placeOf(cell: string): Place {
  const there = places.get(cell)
  if (there) return there
  const at = cell.lastIndexOf('@')
  const since = cell.slice(at + 1)
  const [kind = '', key = '', ...rest] = cell.slice(0, at).split('.')
  const place = { since, monthly: since.length === 7, kind, key, option: rest.join('.') }
  if (places.size >= NAMES) places.clear()
  places.set(cell, place)
  return place
}

function add(sum: Sum, { kind, key, option }: Place, n: number): void {
  if (kind === 'c') {
    const options = sum.counts[key] ?? {}
    sum.counts[key] = options
    options[option] = (options[option] ?? 0) + n
  } else if (kind === 's') sum.sums[key] = rounded((sum.sums[key] ?? 0) + n)
  else if (kind === 'n' || kind === 'd') {
    const rate = sum.rates[key]
    if (rate) rate[kind === 'n' ? 'num' : 'den'] += n
  } else if (Object.hasOwn(sum, kind)) sum[kind as 'records'] += n
}
