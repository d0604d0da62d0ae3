import { canonical } from '../../shared/canonical.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Share } from './counters.ts'
import type { Entry } from './entries.ts'
import { asksStates, inStates } from './in-states.ts'
import type { Ref } from './keys.ts'
import { asksEntry, passing, placeOf } from './list-query.ts'
import { refsIn } from './matching.ts'
import { isBeyond, merge, type Placed, sort } from './merge.ts'
import { EVERYBODY, partsFor } from './parts.ts'
import { type Asked, asksMore, byCreation, dueRange, partsAsked } from './ranges.ts'
import { sourcesOf } from './sources.ts'
import { firstPage, ordered, stream } from './streams.ts'

type Rows = Iterable<Placed<Ref>> | AsyncIterable<Placed<Ref>>

/**
 * A page of few among many that lie together in no index, of ledgers of which the scope reads everybody's partition: by a filter or in an order that
 * keys do not tell, or of states, the newest first, of one office too. From the compact copies of these ledgers, unless it is found sooner among the
 * newest, or by the keys of those states. Null where keys tell it, and where there is no copy.
 */
export async function pickedPage(asked: Asked): Promise<Rows | null> {
  const { about, ledgers, order, query, scope, today } = asked
  if (about === undefined || ledgers.some((ledger) => partsFor(scope, ledger).join() !== EVERYBODY)) return null
  const parts = new Set(ledgers.flatMap((ledger) => partsAsked(asked, ledger)))
  const keysTell = ![...parts].some((part) => asksEntry(part, query))
  if (keysTell && asksStates(asked)) return fromCopies(asked, manyIn(asked, about), about)
  if (parts.size !== 1 || !parts.has(EVERYBODY)) return null
  const { sources, ordered: sorted } = sourcesOf(asked)
  const isNarrow = dueRange(query, today) !== null
  if (keysTell ? sorted || isNarrow : isNarrow && ledgers.length > 1) return null
  const [newest, another] = sources
  if (sorted && order.by === 'createdAt' && newest && !another) {
    const { rows, last } = await firstPage(asked, newest, about * 4, refsIn)
    if (last || rows.length >= about) return rows
  }
  return fromCopies(asked, ledgers, about)
}

/**
 * What is asked for, from the copies of these ledgers as far as there are any, and otherwise as keys and entries tell it. Null where there is no copy
 * and no states are asked for.
 */
async function fromCopies(asked: Asked, which: Ledger[], about: number): Promise<Rows | null> {
  const { after, ledgers, order, scope } = asked
  if (which.length === 0) return null
  // Few lists come here.
  const { copiesOf } = await import('./compact/several.ts')
  const inTurn = order.by === 'createdAt'
  const plain = others({ ...asked, ledgers: ledgers.filter((ledger) => !which.includes(ledger)) })
  // The keys of states are looked for with or without copies, so meanwhile.
  const early = asksStates(asked) ? plain.map(begun) : plain
  const way = inTurn ? { newest: order.newest, few: true, ...(after === undefined ? {} : { after }) } : undefined
  const { copies, without } = await copiesOf(scope, which, way)
  if (copies.length === 0 && !asksStates(asked)) return null
  const beside = [...early, ...others({ ...asked, ledgers: without })]
  if (inTurn) return merge([...copies.map((copy) => eachPassing(asked, copy)), ...beside], order.newest)
  const again = async (after: string) => {
    const further = { ...asked, after }
    // A copy may be forgotten meanwhile.
    return (await fromCopies(further, which, about)) ?? ordered(further, sourcesOf(further), refsIn)
  }
  const { nearest } = await import('./nearest.ts')
  return nearest(asked, about, { copies, others: beside, again })
}

/** What passes of ledgers without a copy, which are short: by the keys of states, else entry by entry. */
function others(asked: Asked): AsyncGenerator<Placed<Ref>>[] {
  const { ledgers } = asked
  if (asksStates(asked)) return ledgers.length > 0 ? [inStates(asked, refsIn)] : []
  return ledgers.map((ledger) =>
    beyond(asked, stream(asked, { ranges: byCreation(asked, EVERYBODY, ledger), ledgers: [ledger] }, 1, refsIn)),
  )
}

/** The same rows, of which the first is looked for at once. */
function begun<T>(rows: AsyncGenerator<T>): AsyncGenerator<T> {
  const first = rows.next()
  // Whoever waits for it is told.
  first.catch(() => undefined)
  return (async function* () {
    for (let row = await first; !row.done; row = await rows.next()) yield row.value
  })()
}

async function* beyond(asked: Asked, rows: AsyncIterable<Placed<Ref>>): AsyncGenerator<Placed<Ref>> {
  for await (const row of rows) if (isBeyond(asked, row.place)) yield row
}

/** What passes of a copy, in the order asked from stretch to stretch. */
async function* eachPassing(asked: Asked, copy: AsyncIterable<Entry[]>): AsyncGenerator<Placed<Ref>> {
  const fits = passing(asked)
  for await (const entries of copy) {
    const rows = entries.filter(fits).map((entry) => ({ entry, place: placeOf(entry, asked.order) }))
    yield* sort(
      asked,
      rows.filter(({ place }) => isBeyond(asked, place)),
    )
  }
}

/** A key is read as soon as so many rows of a copy; fewer pages of keys than these are read at once. */
const A_KEY = 10
const PAGES = 4
/** Of what lies together, so many rows are one office's, as a rule: a county has some sixteen townships, and more units. */
const OFFICES = 16
const lately = new Map<string, Map<string, Share>>()
const KEPT = 1000

/**
 * The ledgers of which the newest of some states are found sooner in the copy, from its end on, than by all keys of these states: as counters told it
 * when this was last asked, since nobody waits for them now. What is open stands at that end; what has ended is many. Of a year, or from the other
 * end, more would have to be passed over than counters know.
 */
function manyIn(asked: Asked, about: number): Ledger[] {
  const { counted, ledgers, order, query, scope } = asked
  const { states, township, unit, ...others } = query
  if (!order.newest || asksMore({ query: others })) return []
  const passedOver = township === undefined && unit === undefined ? 1 : OFFICES
  const name = canonical([scope.county, scope.person, ledgers.map(({ key }) => key), states, township, unit])
  const known = lately.get(name)
  if (lately.size > KEPT) lately.clear()
  void counted?.then(
    (now) => now && lately.set(name, now),
    () => undefined,
  )
  return ledgers.filter(({ key }) => {
    const { total = 0, among = 0 } = known?.get(key) ?? {}
    return total > about * PAGES && (about * among * passedOver) / total < total * A_KEY
  })
}
