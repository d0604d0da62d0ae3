import { createHash } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'
import { addDays } from '../../shared/deadline/calendar.ts'
import { deskFields } from '../../shared/definition/desk-fields.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Facts, factsOf, fieldsOf } from '../../shared/figures/facts.ts'
import { meets } from '../../shared/figures/figures.ts'
import type { LedgerRecord, Value } from '../../shared/record.ts'
import { type Fault, type Refusal, refuse } from '../../shared/refusal.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import { NEAR } from '../../shared/tally.ts'
import { type Entry, entryOf, groupable } from './entries.ts'
import { ownerOf } from './parts.ts'
import type { Asked } from './ranges.ts'
import { dayPlace, LAST, type Row } from './rows.ts'
import { holds, type Sought } from './words.ts'

/** What a list may be asked; every filter combines with every other. Days are Asia/Shanghai. */
export type ListQuery = {
  states?: string[]
  /** A township's id, or `county` for the county's own. */
  township?: string
  unit?: string
  /** The desk of the county office that is in charge, whatever the ledger calls its field. */
  desk?: string
  /** An office that owes something open, as `unit:water`: whatever is asked of days is then asked of what it owes itself. */
  holder?: string
  year?: number
  /** Term and session of the congress in which the record was made. */
  term?: number
  session?: number
  /** An open duty's day has passed. */
  overdue?: boolean
  /** The soonest open duty's day is today or within the next 15 days. */
  nearDue?: boolean
  /** The soonest open duty's day lies strictly before this one. */
  dueBefore?: string
  q?: string
  /** What counts in a rate of the ledger's report: `satisfied`, of it what `satisfied.met` and what `satisfied.missed`. */
  rate?: string
  /** Fields named in the ledger's filters or report, each with the value wanted. */
  where?: Record<string, string>
  sort?: string
  limit?: number
  cursor?: string
}

export type Order = { by: 'createdAt' | 'updatedAt' | 'number' | 'dueOn'; newest: boolean }
const orders = ['createdAt', 'updatedAt', 'number', 'dueOn']

/** The order asked for; newest first when none is. Null when there is no such order. */
export function orderOf(sort = '-createdAt'): Order | null {
  const by = sort.replace('-', '')
  return orders.includes(by) ? { by: by as Order['by'], newest: sort.startsWith('-') } : null
}

/** Everything that cannot be asked: an unknown order, states or fields. */
export function queryFaults(ledgers: Ledger[], { sort, states = [], where = {}, rate }: ListQuery): Fault[] {
  const fault = (path: string, zh: string, en: string): Fault => ({ path, code: 'bad', message: { zh, en } })
  const noState = states.filter((key) => !ledgers.some((ledger) => Object.hasOwn(ledger.states, key)))
  const noField = Object.keys(where).filter((key) => !ledgers.some((ledger) => groupable(ledger).includes(key)))
  return [
    ...(orderOf(sort)
      ? []
      : [fault('sort', `排序只能是：${orders.join('、')}，前面可加 -。`, `sort is one of ${orders.join(', ')}, with - for descending.`)]),
    ...noState.map((key) => fault('state', `没有“${key}”这个状态。`, `There is no state “${key}”.`)),
    ...(rate === undefined || ledgers.some((ledger) => hasRate(ledger, rate))
      ? []
      : [fault('rate', `没有“${rate}”这个比率。`, `There is no rate “${rate}”.`)]),
    ...noField.map((key) => fault(key, `不能按“${key}”筛选。`, `The list cannot be filtered by “${key}”.`)),
  ]
}

/** The rate that a filter asks about, and whether what meets it, what misses it or both (undefined) are wanted. */
function rateOf(asked: string): { rate: string; met?: boolean } {
  const [rate = '', part] = asked.split('.')
  return { rate, ...(part ? { met: part === 'met' } : {}) }
}

/** A rate that looks at a hidden field is told of many and never of one. */
function hasRate({ report, fields }: Ledger, asked: string): boolean {
  const { rate } = rateOf(asked)
  if (rate === 'onTime') return report?.duty !== undefined
  const { of, over } = Object.entries(report?.rates ?? {}).find(([key]) => key === rate)?.[1] ?? {}
  return of !== undefined && [...of, ...(over ?? [])].flatMap(fieldsOf).every((field) => !fields[field]?.seenBy)
}

function passesRate(facts: Facts | null, asked: string | undefined, today: string): boolean {
  if (asked === undefined) return true
  const { rate, met } = rateOf(asked)
  const is = facts && meets(facts, rate, today)
  return is !== null && (met === undefined || is === met)
}

type Placeable = Omit<Entry, 'part' | 'audience' | 'concerned' | 'facts'>

/** Where an entry stands in an order. */
export function placeOf(entry: Placeable, { by }: Order): string {
  return by === 'dueOn' ? dayPlace(entry, entry.dueOn) : `${entry[by] ?? LAST}#${entry.id}`
}

/** True when an entry can only come after a place, as its day or number alone tells. */
export function isPast(entry: Placeable, { by, newest }: Order, place: string): boolean {
  const first = entry[by] ?? LAST
  return newest ? first < place && !place.startsWith(first) : first > place
}

/** True when the scope sees the row and it passes every filter that its keys can answer; `asksEntry` says whether there are others. */
export function passesRow(row: Row, query: ListQuery, scope: Scope, today: string): boolean {
  const { states, year, term, session } = query
  return (
    sees(scope, row.audience) &&
    (row.concerned || !isAbout(row.part, query)) &&
    (!states || states.includes(row.state)) &&
    (year === undefined || row.year === year) &&
    (term === undefined || row.term === term) &&
    (session === undefined || row.session === session) &&
    passesDue(row.dueOn ?? LAST, query, today)
  )
}

/** True when some filter looks at what only the entry tells. */
export function asksEntry(part: string, query: ListQuery): boolean {
  const { township, unit, desk, where = {} } = query
  const [office] = officesAsked(query).filter((each) => each === part)
  const asked = [township, unit].filter((each) => each !== undefined).length
  return query.rate !== undefined || desk !== undefined || Object.keys(where).length > 0 || asked > (office === undefined ? 0 : 1)
}

/** True when the scope sees the entry and it passes every filter but the words of `q`. */
export function passes(entry: Entry, asked: Asked): boolean {
  return passing(asked)(entry)
}

/** The same for many entries. */
export function passing({ query, scope, today, ledgers }: Asked): (entry: Entry) => boolean {
  const { township, unit, desk, rate, where = {} } = query
  const wanted = Object.entries(where)
  return (entry) =>
    wanted.every(([field, value]) => among(entry.by[field], value)) &&
    (township === undefined || (entry.township ?? 'county') === township) &&
    (unit === undefined || entry.units.includes(unit)) &&
    passesRow(entry, query, scope, today) &&
    (desk === undefined || desksOf(entry, ledgers).includes(desk)) &&
    passesRate(entry.facts, rate, today)
}

/** True when a record as it stands passes every filter, the words of `q` too, and has that place: indexes and packs of texts run behind. */
export function stillPasses(
  ledger: Ledger,
  record: LedgerRecord,
  query: ListQuery,
  { order, today, sought = [] }: { order: Order; today: string; sought?: Sought[] },
  place: string,
): boolean {
  const { states, year, term, session, township, unit, desk, rate, where = {} } = query
  const entry = entryOf(ledger, record)
  return (
    placeOf(entry, order) === place &&
    (!states || states.includes(record.state)) &&
    (year === undefined || record.year === year) &&
    (term === undefined || record.term === term) &&
    (session === undefined || record.session === session) &&
    (township === undefined || (record.township ?? 'county') === township) &&
    (unit === undefined || entry.units.includes(unit)) &&
    (desk === undefined || desksOf(entry, [ledger]).includes(desk)) &&
    passesDue(entry.dueOn ?? LAST, query, today) &&
    (rate === undefined || passesRate(factsOf(ledger, record, today), rate, today)) &&
    Object.entries(where).every(([field, value]) => among(entry.by[field], value)) &&
    holds(ledger, record, sought)
  )
}

/** The desks that an entry names as in charge. */
export function desksOf({ ledger, by }: Pick<Entry, 'ledger' | 'by'>, ledgers: Ledger[]): string[] {
  const definition = ledgers.find(({ key }) => key === ledger)
  return definition ? deskFields(definition).flatMap((field) => (typeof by[field] === 'string' && by[field] !== '' ? [by[field]] : [])) : []
}

/** True for the partition of an office that is asked about: rows count only where they are its own business. */
export function isAbout(part: string, query: ListQuery): boolean {
  return officesAsked(query).includes(part)
}

/** The partitions of the offices that are asked about. */
function officesAsked({ township, unit }: ListQuery): string[] {
  return [
    ...(township === undefined ? [] : [ownerOf(township === 'county' ? null : township)]),
    ...(unit === undefined ? [] : [`unit:${unit}`]),
  ]
}

/** True when a soonest day (`LAST` for none) passes the filters on days. */
export function passesDue(due: string, { overdue, nearDue, dueBefore }: ListQuery, today: string): boolean {
  return (
    (overdue === undefined || overdue === due < today) &&
    (nearDue === undefined || nearDue === (due >= today && due <= addDays(today, NEAR))) &&
    (dueBefore === undefined || due < dueBefore)
  )
}

function among(value: Value | undefined, wanted: string): boolean {
  if (Array.isArray(value)) return value.some((each) => each === wanted)
  return value === undefined || value === null ? wanted === '' : String(value) === wanted
}

/** A cursor: the place of the last row, bound to what was asked. */
export function cursorAt(place: string, ledgers: Ledger[], query: ListQuery): string {
  return Buffer.from(JSON.stringify([bindingOf(ledgers, query), place])).toString('base64url')
}

/** The place that a cursor holds; a refusal when it is torn or was given for another question. */
export function placeAfter(cursor: string, ledgers: Ledger[], query: ListQuery): string | Refusal {
  const [binding, place] = readCursor(cursor)
  if (binding === bindingOf(ledgers, query) && place !== undefined) return place
  const message = {
    zh: '这个翻页标记不属于这次查询，请从第一页开始。',
    en: 'This cursor belongs to another list; start again from the first page.',
  }
  return refuse('input', message, [{ path: 'cursor', code: 'bad', message }])
}

function readCursor(cursor: string): string[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(read) && read.every((part) => typeof part === 'string') ? read : []
  } catch {
    return []
  }
}

function bindingOf(ledgers: Ledger[], { limit: _, cursor: __, ...asked }: ListQuery): string {
  const named = canonical([ledgers.map((ledger) => ledger.key), asked])
  return createHash('sha256').update(named).digest('base64url').slice(0, 12)
}
