import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import { world } from '../world.ts'
import { readCounter } from './counter-rows.ts'
import { LAST } from './entries.ts'
import { keys } from './keys.ts'
import { type ListQuery, NEAR_DAYS, passesDue } from './list-query.ts'
import { readsAll } from './parts.ts'
import { type Asked, partsAsked } from './ranges.ts'
import { type Item, query as queryItems } from './table.ts'
import { walk } from './walk.ts'

export type Counts = { total: number; states: { [state: string]: number }; overdue: number; nearDue: number }

/**
 * Records per state and per lamp, with the list's filters: overdue, and due today or within 15 days. From counters where they know (township, year,
 * state, unit, lamps); else counted through the list's own path, or null with `countersOnly`.
 */
export async function readCounts(scope: Scope, ledger: Ledger, query: ListQuery, today: string): Promise<Counts>
export async function readCounts(
  scope: Scope,
  ledger: Ledger,
  query: ListQuery,
  today: string,
  only: { countersOnly: true },
): Promise<Counts | null>
export async function readCounts(
  scope: Scope,
  ledger: Ledger,
  query: ListQuery,
  today: string,
  only?: { countersOnly: true },
): Promise<Counts | null> {
  const asked: Asked = { scope, ledgers: [ledger], query, order: { by: 'createdAt', newest: true }, world: await world(), today }
  const parts = partsAsked(asked, ledger)
  if (counterKnows(asked, parts)) return fromCounters(asked, ledger, parts)
  return only ? null : fromEntries(asked)
}

/**
 * The same of several ledgers, by ledger: those in which nothing is found are left out. From the counters of all ledgers together, one read for
 * each partition; only ledgers whose counters do not know are counted one by one.
 */
export async function readCountsOfAll(
  scope: Scope,
  ledgers: Ledger[],
  query: ListQuery,
  today: string,
): Promise<{ [ledger: string]: Counts }> {
  const asked: Asked = { scope, ledgers, query, order: { by: 'createdAt', newest: true }, world: await world(), today }
  const partsOf = new Map(ledgers.map((ledger) => [ledger.key, partsAsked(asked, ledger)]))
  const knowing = ledgers.filter(({ key }) => counterKnows(asked, partsOf.get(key) ?? []))
  const counts = new Map(ledgers.map(({ key }) => [key, zero()]))
  const parts = new Set(knowing.flatMap(({ key }) => partsOf.get(key) ?? []))
  const wanted = new Set(knowing.map(({ key }) => key))
  await Promise.all(
    [...parts].map(async (part) => {
      const begins = query.year === undefined ? {} : { begins: `${query.year}#` }
      for await (const item of queryItems<Item>({ pk: keys.countersAcross(scope, part), index: 'g5', ...begins })) {
        const ledger = item.pk.split('#')[2] ?? ''
        if (wanted.has(ledger) && partsOf.get(ledger)?.includes(part)) addCounter(counts.get(ledger) ?? zero(), item, asked)
      }
    }),
  )
  const unknown = ledgers.filter(({ key }) => !wanted.has(key))
  if (unknown.length > 0)
    for await (const { entry } of walk({ ...asked, ledgers: unknown }))
      tally(counts.get(entry.ledger) ?? zero(), entry.state, entry.dueOn ?? LAST, 1, today)
  return Object.fromEntries([...counts].filter(([, { total }]) => total > 0))
}

/** True when the filters are those that counters keep, and no record stands in two of the partitions. */
function counterKnows({ scope, query }: Asked, parts: string[]): boolean {
  const { q, where, unit, township, term, session } = query
  if (term !== undefined || session !== undefined) return false
  if (q !== undefined || (where && Object.keys(where).length > 0)) return false
  if (parts.some((part) => part === '~public' || part.startsWith('~any') || part.startsWith('~person:'))) return false
  if (unit !== undefined && !(parts.length === 1 && parts[0] === `~unit:${unit}`)) return false
  return township === undefined || (readsAll(scope) && unit === undefined)
}

async function fromCounters(asked: Asked, ledger: Ledger, parts: string[]): Promise<Counts> {
  const { scope, query } = asked
  const counts = zero()
  await Promise.all(
    parts.map(async (part) => {
      const begins = query.year === undefined ? {} : { begins: `${query.year}#` }
      for await (const item of queryItems<Item>({ pk: keys.counters(scope, ledger.key, part), eventual: true, ...begins }))
        addCounter(counts, item, asked)
    }),
  )
  return counts
}

function addCounter(counts: Counts, item: Item, { scope, query, today }: Asked): void {
  const row = readCounter(item)
  if (query.states && !query.states.includes(row.state)) return
  if (query.unit !== undefined && !row.involved) return
  if (!sees(scope, row.audience)) return
  for (const [day, n] of row.days) if (passesDue(day, query, today)) tally(counts, row.state, day, n, today)
}

async function fromEntries(asked: Asked): Promise<Counts> {
  const counts = zero()
  for await (const { entry } of walk(asked)) tally(counts, entry.state, entry.dueOn ?? LAST, 1, asked.today)
  return counts
}

function tally(counts: Counts, state: string, day: string, n: number, today: string): void {
  if (n === 0) return
  counts.total += n
  counts.states[state] = (counts.states[state] ?? 0) + n
  if (day < today) counts.overdue += n
  else if (day <= addDays(today, NEAR_DAYS)) counts.nearDue += n
}

const zero = (): Counts => ({ total: 0, states: {}, overdue: 0, nearDue: 0 })
