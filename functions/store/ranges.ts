import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import { keys } from './keys.ts'
import { type ListQuery, NEAR_DAYS, type Order } from './list-query.ts'
import { partsFor, readsAll, unitsRead } from './parts.ts'
import type { Range } from './range.ts'

export type Asked = {
  scope: Scope
  ledgers: Ledger[]
  query: ListQuery
  order: Order
  world: World
  today: string
  after?: string
  about?: number
}

/**
 * The stretches that hold everything asked. Of one ledger: the narrowest index of each of its partitions. Of several: one index across all
 * ledgers for each partition, by creation (g5) or by soonest day (g6), so that more ledgers do not mean more requests.
 */
export function rangesAsked(asked: Asked): Range[] {
  const [only] = asked.ledgers
  if (only && asked.ledgers.length === 1) return partsAsked(asked, only).flatMap((part) => rangesOf(asked, only, part))
  const parts = new Set(asked.ledgers.flatMap((ledger) => partsAsked(asked, ledger)))
  return [...parts].map((part) => rangeAcross(asked, part))
}

/** The partitions that can hold what is asked of a ledger. */
export function partsAsked({ scope, query, world }: Omit<Asked, 'ledgers'>, ledger: Ledger): string[] {
  if (!readsAll(scope)) return partsFor(scope, ledger, world)
  if (query.township !== undefined) return partsFor(scope, ledger, world).filter((part) => part === query.township)
  if (query.unit !== undefined && unitsRead(ledger)) return [`~unit:${query.unit}`]
  return partsFor(scope, ledger, world)
}

/** True for an item of a partition that is asked about its ledger: the indexes across ledgers hold others too. */
export function belongs(asked: Asked): (item: { pk: string }) => boolean {
  if (asked.ledgers.length === 1) return () => true
  const wanted = new Set(asked.ledgers.flatMap((ledger) => partsAsked(asked, ledger).map((part) => `${ledger.key}#${part}`)))
  return ({ pk }) => wanted.has(pk.split('#').slice(2).join('#'))
}

/** True when the ranges come in the order asked, so that they can be merged as they are read. */
export function inOrder({ ledgers, query, order, today }: Asked): boolean {
  if (order.by === 'createdAt') return query.q !== undefined || dueRange(query, today) === null
  return query.q === undefined && (order.by === 'dueOn' || (order.by === 'number' && ledgers.length === 1))
}

/** True when rows of the ranges may still be left out. */
export function filtersRows({ ledgers, query, order }: Asked): boolean {
  const { unit, where, q, states, year, term, session } = query
  if ([unit, where, q, term, session].some((filter) => filter !== undefined)) return true
  if (ledgers.length !== 1) return [states, year].some((filter) => filter !== undefined)
  return order.by === 'createdAt' ? states !== undefined && year !== undefined : [states, year].some((filter) => filter !== undefined)
}

function rangesOf(asked: Asked, ledger: Ledger, part: string): Range[] {
  const { scope, query, order, today } = asked
  const pk = keys.entries(scope, ledger.key, part)
  const from = fromPlace(asked)
  const due = dueRange(query, today)
  const sorted = order.by === 'createdAt' ? { newest: order.newest, ...from } : {}
  if (query.q !== undefined) return [{ pk: isOwned(part) ? keys.words(scope, ledger.key, part) : pk, newest: order.newest, ...sorted }]
  if (order.by === 'number') return [{ pk, index: 'g1', newest: order.newest, ...from }]
  if (order.by === 'dueOn') return [{ pk, index: 'g2', newest: order.newest, ...narrower(due, from) }]
  if (due) return [{ pk, index: 'g2', ...due }]
  if (query.states) return query.states.map((state) => ({ pk: `${pk}#${state}`, index: 'g3' as const, ...sorted }))
  if (query.year !== undefined) return [{ pk: `${pk}#${query.year}`, index: 'g4', ...sorted }]
  return [{ pk, ...sorted }]
}

function rangeAcross(asked: Asked, part: string): Range {
  const { scope, query, order, today } = asked
  const pk = keys.entriesAcross(scope, part)
  const from = fromPlace(asked)
  const due = dueRange(query, today)
  const sorted = order.by === 'createdAt' ? { newest: order.newest, ...from } : {}
  if (query.q !== undefined) return { pk: isOwned(part) ? keys.wordsAcross(scope, part) : pk, index: 'g5', newest: order.newest, ...sorted }
  if (order.by === 'dueOn') return { pk, index: 'g6', newest: order.newest, ...narrower(due, from) }
  return due ? { pk, index: 'g6', ...due } : { pk, index: 'g5', ...sorted }
}

const isOwned = (part: string): boolean => !part.startsWith('~')

function fromPlace({ after, order }: Asked): { from?: string; to?: string } {
  if (after === undefined) return {}
  return order.newest ? { to: after } : { from: after }
}

function dueRange({ overdue, nearDue, dueBefore }: ListQuery, today: string): { from?: string; to?: string } | null {
  const to = [
    ...(overdue ? [today] : []),
    ...(dueBefore ? [dueBefore] : []),
    ...(nearDue ? [`${addDays(today, NEAR_DAYS)}~`] : []),
  ].sort()[0]
  return to === undefined ? null : { ...(nearDue ? { from: today } : {}), to }
}

function narrower(a: { from?: string; to?: string } | null, b: { from?: string; to?: string }): { from?: string; to?: string } {
  const from = [a?.from, b.from]
    .filter((key) => key !== undefined)
    .sort()
    .at(-1)
  const to = [a?.to, b.to].filter((key) => key !== undefined).sort()[0]
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
