import { canonical } from '../../shared/canonical.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Counted } from './counters.ts'
import type { Entry } from './entries.ts'
import { asksStates } from './in-states.ts'
import type { Ref } from './keys.ts'
import { asksEntry, passes, placeOf } from './list-query.ts'
import { refsIn } from './matching.ts'
import { isBeyond, type Placed, sort } from './merge.ts'
import { EVERYBODY } from './parts.ts'
import { type Asked, asksMore, dueRange, partsAsked } from './ranges.ts'
import { sourcesOf } from './sources.ts'
import { firstPage } from './streams.ts'

type Rows = Iterable<Placed<Ref>> | AsyncIterable<Placed<Ref>>

/**
 * A page of few among many that lie together in no index, of a ledger of which the scope reads everybody's partition: by a filter or in an order that keys do not tell, or of states,
 * the newest first. From the ledger's compact copy, unless it is found sooner among the newest, or by the keys of those states. Null where keys tell it, and where
 * there is no copy.
 */
export async function pickedPage(asked: Asked): Promise<Rows | null> {
  const { about, ledgers, order, query, today } = asked
  const [ledger, second] = ledgers
  if (about === undefined || !ledger || second || partsAsked(asked, ledger).join() !== EVERYBODY) return null
  if (!asksEntry(EVERYBODY, query) && asksStates(asked)) return (await areMany(asked, about)) ? fromCopy(asked, ledger) : null
  const { sources, ordered } = sourcesOf(asked)
  if (!asksEntry(EVERYBODY, query) && (ordered || dueRange(query, today) !== null)) return null
  if (ordered && order.by === 'createdAt' && sources[0]) {
    const { rows, last } = await firstPage(asked, sources[0], about * 4, refsIn)
    if (last || rows.length >= about) return rows
  }
  return fromCopy(asked, ledger)
}

/** What passes of a copy, in the order asked: by creation as it is read, else when all has been seen. Null where there is none. */
async function fromCopy(asked: Asked, ledger: Ledger): Promise<Rows | null> {
  const { after, order, scope } = asked
  // Few lists come here.
  const { readCopy } = await import('./compact/copy.ts')
  const copy = await readCopy(
    scope,
    ledger,
    order.by === 'createdAt' ? { newest: order.newest, few: true, ...(after === undefined ? {} : { after }) } : undefined,
  )
  return copy && rowsOf(asked, copy)
}

async function* rowsOf(asked: Asked, copy: AsyncIterable<Entry[]>): AsyncGenerator<Placed<Ref>> {
  const all: Placed<Ref>[] = []
  for await (const entries of copy) {
    const found: Placed<Ref>[] = []
    for (const entry of entries) if (passes(entry, asked)) found.push({ entry, place: placeOf(entry, asked.order) })
    const rows = found.filter(({ place }) => isBeyond(asked, place))
    if (asked.order.by === 'createdAt') yield* sort(asked, rows)
    else all.push(...rows)
  }
  yield* sort(asked, all)
}

/** So many keys are read as soon as four rows of a copy each. */
const A_KEY = 4
const lately = new Map<string, Counted>()
const KEPT = 1000

/**
 * True where the newest of some states are found sooner in the copy, from its end on, than by all keys of these states: as counters tell it, or told it lately.
 * What is open stands at that end; what has ended is many. Of a year, or from the other end, more would have to be passed over than counters know.
 */
async function areMany(asked: Asked, about: number): Promise<boolean> {
  const { counted, ledgers, order, query, scope } = asked
  const { states, ...others } = query
  if (!order.newest || asksMore({ query: others })) return false
  const name = canonical([scope.county, scope.person, ledgers.map(({ key }) => key), states])
  if (lately.size > KEPT) lately.clear()
  void counted?.then(
    (now) => now && lately.set(name, now),
    () => undefined,
  )
  const known = lately.get(name) ?? (await counted)
  if (!known || known.total <= about * A_KEY) return false
  return (about * known.among) / known.total < known.total * A_KEY
}
