import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import { NEAR } from '../../shared/tally.ts'
import { readCounter } from './counter-rows.ts'
import { keys } from './keys.ts'
import { isAbout, type ListQuery, passesDue } from './list-query.ts'
import { EVERYBODY, readsAll } from './parts.ts'
import { type Asked, partsAsked } from './ranges.ts'
import { LAST } from './rows.ts'
import { addStep, counterPrefix, type Steps } from './steps.ts'
import { type Item, query as queryItems } from './table.ts'
import { walkEntries } from './walk.ts'

export type Counts = { total: number; states: { [state: string]: number }; overdue: number; nearDue: number }
/** Counts by ledger: those in which nothing is found are left out. And how far everybody's counters of each had stepped, where these were read. */
export type Counted = { counts: { [ledger: string]: Counts }; steps: Map<string, Steps> }

/**
 * Records per state and per lamp, with the list's filters: overdue, and due today or within 15 days; by ledger, those in which nothing is found left out. From
 * counters where they know (township, year, state, unit, lamps); else counted through the list's own path.
 */
export async function readCountsOfAll(scope: Scope, ledgers: Ledger[], query: ListQuery, today: string): Promise<Counted['counts']> {
  return (await readCounted(scope, ledgers, query, today)).counts
}

/** The same, with the steps of the counters. One read for each partition; only ledgers whose counters do not know are counted one by one. */
export async function readCounted(scope: Scope, ledgers: Ledger[], query: ListQuery, today: string): Promise<Counted> {
  const asked = askedOf(scope, ledgers, query, today)
  if (query.holder !== undefined) return { counts: found(await (await import('./owed-counts.ts')).owedCounts(asked)), steps: new Map() }
  const counts = new Map(ledgers.map(({ key }) => [key, zero()]))
  const known = ledgers.filter((ledger) => counterKnows(asked, ledger))
  const unknown = ledgers.filter((ledger) => !known.includes(ledger))
  const { steps } = await addCounters(asked, known, counts)
  if (unknown.length > 0)
    for await (const entries of walkEntries({ ...asked, ledgers: unknown }))
      for (const entry of entries) tally(counts.get(entry.ledger) ?? zero(), entry.state, entry.dueOn ?? LAST, 1, today)
  return { counts: found(counts), steps }
}

const found = (counts: Map<string, Counts>) => Object.fromEntries([...counts].filter(([, { total }]) => total > 0))

/** Of a ledger so many records are asked for, among so many of it (and of the year asked for) that the scope sees. */
export type Share = { total: number; among: number }

/** How many records a list holds of each ledger, where counters know it; null where they do not. */
export async function readTotals(scope: Scope, ledgers: Ledger[], query: ListQuery, today: string): Promise<Map<string, Share> | null> {
  const asked = askedOf(scope, ledgers, query, today)
  if (!ledgers.every((ledger) => counterKnows(asked, ledger))) return null
  const counts = new Map(ledgers.map(({ key }) => [key, zero()]))
  const { among } = await addCounters(asked, ledgers, counts)
  return new Map([...counts].map(([key, { total }]) => [key, { total, among: among.get(key) ?? 0 }]))
}

function askedOf(scope: Scope, ledgers: Ledger[], query: ListQuery, today: string): Asked {
  return { scope, ledgers, query, order: { by: 'createdAt', newest: true }, today }
}

/** True when the filters are those that counters keep, and no record stands in two of the partitions. */
export function counterKnows({ scope, query }: Asked, ledger: Ledger): boolean {
  const { q, where, rate, unit, desk, holder, township, term, session } = query
  const parts = partsAsked({ scope, query }, ledger)
  if ([q, rate, desk, holder, term, session].some((asked) => asked !== undefined) || (where && Object.keys(where).length > 0)) return false
  if (parts.some((part) => part === 'public' || part.startsWith('any') || part.startsWith('person:'))) return false
  if (unit !== undefined && !(parts.length === 1 && parts[0] === `unit:${unit}`)) return false
  return township === undefined || (readsAll(scope) && unit === undefined)
}

type Added = { among: Map<string, number>; steps: Map<string, Steps> }

/**
 * Adds what the counters say of these ledgers: each partition is read once, and where one ledger is asked no other's counters are. Answers how many records of
 * each they count, passing or not, and how far everybody's had stepped.
 */
async function addCounters(asked: Asked, ledgers: Ledger[], counts: Map<string, Counts>): Promise<Added> {
  const partsOf = new Map(ledgers.map((ledger) => [ledger.key, partsAsked(asked, ledger)]))
  const [only] = ledgers
  const begins = ledgers.length !== 1 || !only ? {} : { begins: counterPrefix(only.key, asked.query.year) }
  const [among, steps] = [new Map<string, number>(), new Map<string, Steps>()]
  await Promise.all(
    [...new Set([...partsOf.values()].flat())].map(async (part) => {
      for await (const item of queryItems<Item>({ pk: keys.counters(asked.scope, part), eventual: true, ...begins })) {
        const ledger = item.sk.slice(0, item.sk.indexOf('#'))
        const of = counts.get(ledger)
        if (of && partsOf.get(ledger)?.includes(part)) among.set(ledger, (among.get(ledger) ?? 0) + addCounter(of, part, item, asked))
        if (part === EVERYBODY) addStep(steps, item)
      }
    }),
  )
  return { among, steps }
}

function addCounter(counts: Counts, part: string, item: Item, { scope, query, today }: Asked): number {
  const row = readCounter(item)
  if (query.year !== undefined && query.year !== row.year) return 0
  if (isAbout(part, query) && !row.concerned) return 0
  if (!sees(scope, row.audience)) return 0
  const all = [...row.days].reduce((sum, [, n]) => sum + n, 0)
  if (query.states && !query.states.includes(row.state)) return all
  for (const [day, n] of row.days) if (passesDue(day, query, today)) tally(counts, row.state, day, n, today)
  return all
}

/** Adds `n` records of one state and soonest day. */
export function tally(counts: Counts, state: string, day: string, n: number, today: string): void {
  if (n === 0) return
  counts.total += n
  counts.states[state] = (counts.states[state] ?? 0) + n
  if (day < today) counts.overdue += n
  else if (day <= addDays(today, NEAR)) counts.nearDue += n
}

/** Counts of nothing. */
export const zero = (): Counts => ({ total: 0, states: {}, overdue: 0, nearDue: 0 })
