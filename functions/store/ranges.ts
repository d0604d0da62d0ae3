import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import { NEAR } from '../../shared/tally.ts'
import type { Share } from './counters.ts'
import { keys } from './keys.ts'
import type { ListQuery, Order } from './list-query.ts'
import { EVERYBODY, ownerOf, partsFor, readsAll } from './parts.ts'
import type { Range } from './range.ts'
import { LAST } from './rows.ts'

export type Asked = {
  scope: Scope
  ledgers: Ledger[]
  query: ListQuery
  order: Order
  today: string
  after?: string
  /** How many are wanted by a page. */
  about?: number
  /** How many there are of each ledger, as counters know it; asked beside the rows. */
  counted?: Promise<Map<string, Share> | null>
}

/** True when there are filters beside the words of a search. */
export function asksMore({ query: { q: _, sort: __, limit: ___, cursor: ____, where, ...filters } }: Pick<Asked, 'query'>): boolean {
  return Object.keys(where ?? {}).length > 0 || Object.values(filters).some((filter) => filter !== undefined)
}

type Bounds = { from?: string; to?: string }

/** The partitions that can hold what is asked of a ledger: the one of the office asked about where that tells all, else those of the scope. */
export function partsAsked({ scope, query }: Pick<Asked, 'scope' | 'query'>, ledger: Ledger): string[] {
  if (!readsAll(scope)) return partsFor(scope, ledger)
  if (query.township !== undefined) return [ownerOf(query.township === 'county' ? null : query.township)]
  if (query.unit !== undefined) return [`unit:${query.unit}`]
  return partsFor(scope, ledger)
}

/** The partitions asked of all ledgers together, each with the ledgers that are asked of it. */
export function ledgersByPart(asked: Asked): Map<string, Ledger[]> {
  const found = new Map<string, Ledger[]>()
  for (const ledger of asked.ledgers) for (const part of partsAsked(asked, ledger)) found.set(part, [...(found.get(part) ?? []), ledger])
  return found
}

/** Every entry of a partition, as it lies in the table, by creation. */
export function byCreation(asked: Asked, part: string, ledger: Ledger): Range[] {
  const { order } = asked
  const sorted = order.by === 'createdAt' ? { newest: order.newest, ...fromPlace(asked) } : {}
  return [{ pk: keys.entries(asked.scope, ledger.key, part), ...sorted }]
}

/** Entries of all ledgers by creation (g5). */
export function acrossByCreation(asked: Asked, part: string): Range[] {
  return [{ pk: keys.entriesAcross(asked.scope, part), index: 'g5', newest: asked.order.newest, ...fromPlace(asked) }]
}

/** Entries of a year by creation (g4), of a ledger by number (g1): kept where the owner and the county read. */
export function byYear(asked: Asked, part: string, ledger: Ledger, year: number): Range[] {
  const pk = `${keys.entries(asked.scope, ledger.key, part)}#${year}`
  return [{ pk, index: 'g4', newest: asked.order.newest, ...fromPlace(asked) }]
}

/** Entries of a ledger by number (g1). */
export function byNumber(asked: Asked, part: string, ledger: Ledger): Range[] {
  return [{ pk: keys.entries(asked.scope, ledger.key, part), index: 'g1', newest: asked.order.newest, ...fromPlace(asked) }]
}

/**
 * Entries by soonest day, within the days asked: of one state (g3), of a ledger (g2, everybody's), of all (g6). Those without a day come last, and among
 * them the ledger and year asked for are gone to directly.
 */
export function byDay(asked: Asked, part: string, ledgers: Ledger[], state?: string): Range[] {
  const { scope, query, order, today } = asked
  const [only] = ledgers
  const single = ledgers.length === 1 && only !== undefined
  const own = single ? keys.entries(scope, only.key, part) : ''
  const place: Pick<Range, 'pk' | 'index'> =
    single && state !== undefined
      ? { pk: `${own}#${state}`, index: 'g3' }
      : single && part === EVERYBODY
        ? { pk: own, index: 'g2' }
        : { pk: keys.entriesAcross(scope, part), index: 'g6' }
  const seek = single && (query.year !== undefined || place.index === 'g6')
  const undated = `${LAST}#${only?.key ?? ''}#${query.year === undefined ? '' : `${query.year}.`}`
  const days = dueRange(query, today)
  const stretches: Bounds[] = days ? [days] : seek ? [{ to: DAYS_END }, { from: undated, to: `${undated}\uFFFF` }] : [{}]
  const after = order.by === 'dueOn' ? fromPlace(asked) : {}
  const within = stretches.map((stretch) => ({ ...place, newest: order.by === 'dueOn' && order.newest, ...narrower(stretch, after) }))
  return order.newest ? within.reverse() : within
}

/** The days that are asked for; null when any will do. */
export function dueRange({ overdue, nearDue, dueBefore }: ListQuery, today: string): Bounds | null {
  const to = [...(overdue ? [today] : []), ...(dueBefore ? [dueBefore] : []), ...(nearDue ? [`${addDays(today, NEAR)}~`] : [])].sort()[0]
  return to === undefined ? null : { ...(nearDue ? { from: today } : {}), to }
}

/** After every day, before `LAST`. */
const DAYS_END = ':'

// Keys may go on after the place: a descending walk begins behind all of them.
function fromPlace({ after, order }: Asked): Bounds {
  if (after === undefined) return {}
  return order.newest ? { to: `${after}\uFFFF` } : { from: after }
}

function narrower(a: Bounds, b: Bounds): Bounds {
  const from = [a.from, b.from]
    .filter((key) => key !== undefined)
    .sort()
    .at(-1)
  const to = [a.to, b.to].filter((key) => key !== undefined).sort()[0]
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
