import { createHash } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'
import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Value } from '../../shared/record.ts'
import { type Fault, type Refusal, refuse } from '../../shared/refusal.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import { type Entry, groupable, LAST } from './entries.ts'

/** What a list may be asked; every filter combines with every other. Days are Asia/Shanghai. */
export type ListQuery = {
  states?: string[]
  /** A township's id, or `county` for the county's own. */
  township?: string
  unit?: string
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
  /** Fields named in the ledger's filters or report, each with the value wanted. */
  where?: Record<string, string>
  sort?: string
  limit?: number
  cursor?: string
}

export const NEAR_DAYS = 15
export type Order = { by: 'createdAt' | 'updatedAt' | 'number' | 'dueOn'; newest: boolean }
const orders = ['createdAt', 'updatedAt', 'number', 'dueOn']

/** The order asked for; newest first when none is. Null when there is no such order. */
export function orderOf(sort = '-createdAt'): Order | null {
  const by = sort.replace('-', '')
  return orders.includes(by) ? { by: by as Order['by'], newest: sort.startsWith('-') } : null
}

/** Everything that cannot be asked: an unknown order, states or fields. */
export function queryFaults(ledgers: Ledger[], { sort, states = [], where = {} }: ListQuery): Fault[] {
  const fault = (path: string, zh: string, en: string): Fault => ({ path, code: 'bad', message: { zh, en } })
  const noState = states.filter((key) => !ledgers.some((ledger) => Object.hasOwn(ledger.states, key)))
  const noField = Object.keys(where).filter((key) => !ledgers.some((ledger) => groupable(ledger).includes(key)))
  return [
    ...(orderOf(sort)
      ? []
      : [fault('sort', `排序只能是：${orders.join('、')}，前面可加 -。`, `sort is one of ${orders.join(', ')}, with - for descending.`)]),
    ...noState.map((key) => fault('state', `没有“${key}”这个状态。`, `There is no state “${key}”.`)),
    ...noField.map((key) => fault(key, `不能按“${key}”筛选。`, `The list cannot be filtered by “${key}”.`)),
  ]
}

/** Where an entry stands in an order. */
export function placeOf(entry: Pick<Entry, 'createdAt' | 'updatedAt' | 'number' | 'dueOn' | 'id'>, { by }: Order): string {
  return `${entry[by] ?? LAST}#${entry.id}`
}

/** True when the scope sees the entry and it passes every filter but the words of `q`. */
export function passes(entry: Entry, query: ListQuery, scope: Scope, today: string): boolean {
  const { states, township, unit, year, term, session, where = {} } = query
  return (
    sees(scope, entry.readers) &&
    (!states || states.includes(entry.state)) &&
    (township === undefined || (entry.township ?? 'county') === township) &&
    (unit === undefined || entry.units.includes(unit)) &&
    (year === undefined || entry.year === year) &&
    (term === undefined || entry.term === term) &&
    (session === undefined || entry.session === session) &&
    passesDue(entry.dueOn ?? LAST, query, today) &&
    Object.entries(where).every(([field, value]) => among(entry.by[field], value))
  )
}

/** True when a soonest day (`LAST` for none) passes the filters on days. */
export function passesDue(due: string, { overdue, nearDue, dueBefore }: ListQuery, today: string): boolean {
  const is = (asked: boolean | undefined, holds: boolean) => asked === undefined || asked === holds
  return (
    is(overdue, due < today) &&
    is(nearDue, due >= today && due <= addDays(today, NEAR_DAYS)) &&
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
export function placeIn(cursor: string, ledgers: Ledger[], query: ListQuery): string | Refusal {
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
