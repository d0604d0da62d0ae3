import { addDays } from '../../shared/calendar.ts'
import type { Ledger } from '../../shared/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import type { Entry } from './entries.ts'
import { keys } from './keys.ts'
import { type ListQuery, NEAR_DAYS, type Order, passes, placeOf } from './list-query.ts'
import { merge, type Placed } from './merge.ts'
import { partsFor, readsAll, unitsRead } from './parts.ts'
import { queryPage, type Range } from './table.ts'
import { besideWords, type Words, withWords } from './word-walk.ts'

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
 * Every entry that the question asks for, in its order, after the place `after`. The narrowest index that has the order is walked and its
 * partitions merged; where no narrow one has it, the narrow set is read whole and sorted here. `about`: how many will be wanted.
 */
export async function* walk(asked: Asked): AsyncGenerator<Placed<Entry>> {
  const { scope, ledgers, query, order, today, after } = asked
  const ranges = ledgers.flatMap((ledger) => partsAsked(asked, ledger).flatMap((part) => rangesOf(asked, ledger, part)))
  const wanted = asked.about ?? 1000
  const size = Math.max(8, Math.ceil((wanted * (filtersRows(asked) ? 4 : 1.5)) / Math.max(1, ranges.length)))
  const streams = ranges.map((range) => stream(asked, range, size))
  const passing = (entry: Entry) => passes(entry, query, scope, today)
  if (inOrder(asked)) {
    for await (const placed of merge(streams, order.newest)) {
      const beyond = after === undefined || (order.newest ? placed.place < after : placed.place > after)
      if (beyond && passing(placed.entry)) yield placed
    }
    return
  }
  const all = new Map<string, Placed<Entry>>()
  await Promise.all(
    streams.map(async (each) => {
      for await (const { entry } of each)
        if (passing(entry)) all.set(`${entry.ledger}#${entry.id}`, { entry, place: placeOf(entry, order) })
    }),
  )
  const sorted = [...all.values()].sort((a, b) => (a.place < b.place === order.newest ? 1 : -1))
  yield* sorted.filter(({ place }) => after === undefined || (order.newest ? place < after : place > after))
}

/** The partitions that can hold what is asked. */
export function partsAsked({ scope, query, world }: Asked, ledger: Ledger): string[] {
  if (!readsAll(scope)) return partsFor(scope, ledger, world)
  if (query.township !== undefined) return partsFor(scope, ledger, world).filter((part) => part === query.township)
  if (query.unit !== undefined && unitsRead(ledger)) return [`~unit:${query.unit}`]
  return partsFor(scope, ledger, world)
}

function rangesOf({ scope, query, order, today, after }: Asked, ledger: Ledger, part: string): Range[] {
  const pk = keys.entries(scope, ledger.key, part)
  const from = after === undefined ? {} : order.newest ? { to: after } : { from: after }
  const due = dueRange(query, today)
  const owned = !part.startsWith('~')
  if (query.q !== undefined)
    return [{ pk: owned ? keys.words(scope, ledger.key, part) : pk, newest: order.newest, ...(order.by === 'createdAt' ? from : {}) }]
  if (order.by === 'number') return [{ pk, index: 'g1', newest: order.newest, ...from }]
  if (order.by === 'dueOn') return [{ pk, index: 'g2', newest: order.newest, ...narrower(due, from) }]
  if (due) return [{ pk, index: 'g2', ...due }]
  const sorted = order.by === 'createdAt' ? { newest: order.newest, ...from } : {}
  if (query.states) return query.states.map((state) => ({ pk: `${pk}#${state}`, index: 'g3' as const, ...sorted }))
  if (query.year !== undefined) return [{ pk: `${pk}#${query.year}`, index: 'g4', ...sorted }]
  return [{ pk, ...sorted }]
}

/** True when the ranges come in the order asked, so that they can be merged as they are read. */
function inOrder({ query, order, today }: Asked): boolean {
  if (order.by === 'createdAt') return query.q !== undefined || dueRange(query, today) === null
  return query.q === undefined && order.by !== 'updatedAt'
}

function filtersRows({ query, order }: Asked): boolean {
  const beyondIndex = [
    query.unit,
    query.where,
    query.q,
    order.by !== 'createdAt' || query.states ? query.year : undefined,
    order.by === 'createdAt' ? undefined : query.states,
  ]
  return beyondIndex.some((filter) => filter !== undefined)
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

/** A range as a stream; its pages grow, since who asks for a second one will want a third. */
async function* stream({ scope, query, order }: Asked, range: Range, size: number): AsyncGenerator<Placed<Entry>> {
  let after: Range['after']
  for (let limit = query.q === undefined ? size : 400; ; limit = Math.min(1000, limit * 3)) {
    const page = await queryPage<Entry | Words>({ ...range, limit, eventual: true, ...(after ? { after } : {}) })
    for (const entry of await matching(scope, page.items, query.q)) yield { entry, place: placeOf(entry, order) }
    after = page.next
    if (!after) return
  }
}

async function matching(scope: Scope, items: (Entry | Words)[], q: string | undefined): Promise<Entry[]> {
  const words = items.filter((item): item is Words => 'text' in item)
  const entries = items.filter((item): item is Entry => !('text' in item))
  if (q === undefined) return entries
  return words.length > 0 ? besideWords(words, q) : withWords(scope, entries, q)
}
