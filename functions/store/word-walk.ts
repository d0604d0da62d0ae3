import type { Ledger } from '../../shared/definition/ledger.ts'
import { world } from '../world.ts'
import { type Entry, readEntry } from './entries.ts'
import { keys } from './keys.ts'
import { passes, placeOf } from './list-query.ts'
import { merge, type Placed } from './merge.ts'
import { COUNTY_PART, EVERYBODY, ownerOf } from './parts.ts'
import { type Asked, byCreation, ledgersByPart } from './ranges.ts'
import { getItems, type Item, queryPage, type Range } from './table.ts'
import { contains, type Sought, soughtIn } from './words.ts'

type Words = Item & { text: string; offices?: string[] }
const PAGE = 400

/**
 * Every entry in whose text every word of `q` occurs, or which names an office that is called so, and which passes the other filters, in the order asked. Owners' texts lie together by creation, for
 * all ledgers; who reads from outside has few rows, whose texts are looked up one by one.
 */
export async function* walkWords(asked: Asked): AsyncGenerator<Placed<Entry>> {
  const { order, after } = asked
  const beyond = ({ place }: { place: string }) => after === undefined || (order.newest ? place < after : place > after)
  const streams = await streamsOf(asked)
  if (order.by === 'createdAt') {
    for await (const placed of merge(streams, order.newest)) if (beyond(placed)) yield placed
    return
  }
  const all = new Map<string, Placed<Entry>>()
  await Promise.all(
    streams.map(async (each) => {
      for await (const placed of each) all.set(placed.place, placed)
    }),
  )
  yield* [...all.values()].sort((a, b) => (a.place < b.place === order.newest ? 1 : -1)).filter(beyond)
}

async function streamsOf(asked: Asked): Promise<AsyncGenerator<Placed<Entry>>[]> {
  const { offices } = await world()
  const sought = soughtIn(asked.query.q ?? '', offices)
  const owners = [COUNTY_PART, ...offices.filter(({ kind }) => kind === 'township').map(({ id }) => ownerOf(id))]
  return [...ledgersByPart(asked)].flatMap(([part, ledgers]) => {
    if (part === EVERYBODY) return owners.map((owner) => owned(asked, sought, owner, ledgers))
    const outside = ledgers.map((ledger) => looked(asked, sought, part, ledger))
    return owners.includes(part) ? [owned(asked, sought, part, ledgers), ...outside] : outside
  })
}

/** The entries of an owner, by their texts. */
async function* owned(asked: Asked, sought: Sought[], owner: string, ledgers: Ledger[]): AsyncGenerator<Placed<Entry>> {
  const known = new Set(ledgers.map(({ key }) => key))
  const [sorted] = byCreation(asked, owner, ledgers[0] as Ledger)
  for await (const items of pages<Words>({ ...(sorted as Range), pk: keys.words(asked.scope, owner) })) {
    const hits = items.filter((item) => known.has(String(item.ledger)) && contains(item, owner, sought))
    const places = hits.map(({ ledger, sk }) => ({ pk: keys.entries(asked.scope, String(ledger), owner), sk }))
    yield* passing(asked, await getItems<Item>(places, { eventual: true }))
  }
}

/** What somebody reads of other owners: each entry's text is looked up. */
async function* looked(asked: Asked, sought: Sought[], part: string, ledger: Ledger): AsyncGenerator<Placed<Entry>> {
  for await (const items of pages<Item>(byCreation(asked, part, ledger)[0] as Range)) {
    const others = items.filter((item) => ownerOf(readEntry(item).township) !== part)
    const texts = await getItems<Words>(
      others.map((item) => ({ pk: keys.words(asked.scope, ownerOf(readEntry(item).township)), sk: item.sk })),
      { eventual: true },
    )
    yield* passing(
      asked,
      others.filter((item, at) => contains(texts[at] ?? { text: '' }, ownerOf(readEntry(item).township), sought)),
    )
  }
}

function passing({ query, scope, today, order }: Asked, items: (Item | undefined)[]): Placed<Entry>[] {
  const entries = items.flatMap((item) => (item ? [readEntry(item)] : []))
  return entries.filter((entry) => passes(entry, query, scope, today)).map((entry) => ({ entry, place: placeOf(entry, order) }))
}

async function* pages<T>(range: Range): AsyncGenerator<T[]> {
  let after: Range['after']
  do {
    const page = await queryPage<T>({ ...range, limit: PAGE, eventual: true, ...(after ? { after } : {}) })
    yield page.items
    after = page.next
  } while (after)
}
