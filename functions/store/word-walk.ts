import type { Ledger } from '../../shared/definition/ledger.ts'
import { world } from '../world.ts'
import { readCopy } from './compact/copy.ts'
import { type Entry, readEntry } from './entries.ts'
import { keys, type Ref } from './keys.ts'
import { passes, placeOf } from './list-query.ts'
import { isBeyond, merge, type Placed, sort } from './merge.ts'
import { COUNTY_PART, EVERYBODY, ownerOf, seesWhole } from './parts.ts'
import { type Asked, asksMore, byCreation, ledgersByPart } from './ranges.ts'
import { countOf, docsOf, type Found, find, inOrder } from './search/find.ts'
import { type Doc, nameOf } from './search/packs.ts'
import { getItems, type Item, queryPage, type Range } from './table.ts'
import { contains, type Sought } from './words.ts'

type Words = Item & { text: string; offices?: string[] }
const PAGE = 400
/** So many texts are looked for among what somebody reads from outside, before it is cheaper to look at the texts of all that. */
const FEW = 400
/** Fewer entries are as soon read one by one as in the compact copy of all. */
const MANY = 100

/**
 * Every entry in whose text every word of `q` occurs, or which names an office that is called so, and which passes the other filters, in the order asked: found by the
 * packs of texts and what is fresh beside them; where nothing is packed, by the texts themselves.
 */
export async function* walkWords(asked: Asked): AsyncGenerator<Placed<Entry>> {
  yield* inOrderOf(asked, await streamsOf(asked, entriesOf))
}

/**
 * The same for a page of a list, which looks at each record again: what a pack found for words of two signs is taken without its text, and without its entry where
 * nothing else is asked and no row could be hidden.
 */
export async function* walkWordRefs(asked: Asked): AsyncGenerator<Placed<Ref>> {
  yield* inOrderOf<Ref>(asked, await streamsOf<Ref>(asked, refsOf))
}

type Opened<T> = (asked: Asked, docs: Doc[]) => Promise<Placed<T>[]>

async function* inOrderOf<T>(asked: Asked, streams: AsyncGenerator<Placed<T>>[]): AsyncGenerator<Placed<T>> {
  for await (const placed of merge(streams, asked.order.newest)) if (isBeyond(asked, placed.place)) yield placed
}

/** A stream by creation in the order asked: where that is another, when all of it has been read. */
async function* sorted<T>(asked: Asked, stream: AsyncGenerator<Placed<T>>): AsyncGenerator<Placed<T>> {
  if (asked.order.by === 'createdAt') return yield* stream
  const all: Placed<T>[] = []
  for await (const placed of stream) all.push(placed)
  yield* sort(asked, all)
}

async function streamsOf<T>(asked: Asked, opened: Opened<T | Entry>): Promise<AsyncGenerator<Placed<T | Entry>>[]> {
  const { offices } = await world()
  const owners = [COUNTY_PART, ...offices.filter(({ kind }) => kind === 'township').map(({ id }) => ownerOf(id))]
  const parts = [...ledgersByPart(asked)]
  const whole = await Promise.all(parts.map(([part, ledgers]) => packsOf(asked, part === EVERYBODY ? undefined : part, owners, ledgers)))
  // Whatever somebody reads from outside, its text lies with its owner's.
  const others = parts.some(([part]) => part !== EVERYBODY) ? await packsOf(asked, undefined, owners, asked.ledgers) : null
  return parts.flatMap(([part, ledgers], at) => {
    const found = whole[at]
    if (part === EVERYBODY && found) return [copied(asked, found, ledgers, opened)]
    if (part === EVERYBODY) return owners.map((owner) => sorted(asked, owned(asked, owner, ledgers)))
    const outside = ledgers.map((ledger) => sorted(asked, looked(asked, part, ledger, others)))
    if (!owners.includes(part)) return outside
    return [sorted(asked, found ? packed(asked, found, ledgers, opened) : owned(asked, part, ledgers)), ...outside]
  })
}

/** What packs know of an owner's texts, or of all; null where they know nothing. */
async function packsOf(asked: Asked, owner: string | undefined, owners: string[], ledgers: Ledger[]): Promise<Found | null> {
  if (owner !== undefined && !owners.includes(owner)) return null
  const [only, second] = ledgers
  return find(asked.scope, { sought: await soughtOf(asked), owner, ledger: second ? undefined : only?.key })
}

/**
 * What packs found of everybody's entries. Where many are wanted whole, or sorted or filtered by what packs do not tell, they are found in the compact copy of
 * their ledger, if it has one. A text lies with its owner: of a record that was handed over an old pack may know the one that is gone.
 */
async function* copied<T>(asked: Asked, found: Found, ledgers: Ledger[], opened: Opened<T | Entry>): AsyncGenerator<Placed<T | Entry>> {
  const [only, second] = ledgers
  const asksAll = asked.about === undefined || asked.order.by !== 'createdAt' || asksMore(asked)
  if (!asksAll || !only || second || countOf(found) < MANY) return yield* sorted(asked, packed(asked, found, ledgers, opened))
  const [copy, all] = await Promise.all([readCopy(asked.scope, only), docsOf(asked.scope, found)])
  if (!copy) return yield* sorted(asked, packed(asked, found, ledgers, opened))
  const docs = new Map(all.map((doc) => [nameOf(doc), doc]))
  const rows: (Placed<Entry> & { doc: Doc })[] = []
  for await (const entries of copy)
    for (const entry of entries) {
      const doc = docs.get(nameOf({ owner: ownerOf(entry.township), sk: placeOf(entry, born) }))
      if (!doc || !passes(entry, asked)) continue
      const placed = { entry, place: placeOf(entry, asked.order), doc }
      if (isBeyond(asked, placed.place)) rows.push(placed)
    }
  sort(asked, rows)
  for (let [from, wanted] = [0, asked.about ?? PAGE]; from < rows.length; from += wanted, wanted = Math.min(PAGE, wanted * 2)) {
    const some = rows.slice(from, from + wanted)
    const held = await holding(
      asked,
      some.map(({ doc }) => doc),
    )
    yield* some.filter((_, at) => held[at])
  }
}

const born = { by: 'createdAt', newest: true } as const

/** So many are looked at first: a page of what comes by creation, much of what is sorted afterwards. */
function firstOf({ about = PAGE, order }: Asked): number {
  return order.by === 'createdAt' ? about : PAGE
}

/** What packs found, as it is now. */
async function* packed<T>(asked: Asked, found: Found, ledgers: Ledger[], opened: Opened<T>): AsyncGenerator<Placed<T>> {
  const known = new Set(ledgers.map(({ key }) => key))
  const { by, newest } = asked.order
  const all = by === 'createdAt' ? inOrder(asked.scope, found, newest, asked.after) : await docsOf(asked.scope, found)
  let docs: Doc[] = []
  let wanted = firstOf(asked)
  for await (const doc of all) {
    if (!known.has(doc.ledger) || docs.push(doc) < wanted) continue
    yield* await opened(asked, docs)
    docs = []
    wanted = Math.min(PAGE, wanted * 2)
  }
  yield* await opened(asked, docs)
}

/** The words asked for, with the offices that they may mean. */
async function soughtOf({ query }: Asked): Promise<Sought[]> {
  const { soughtIn } = await import('./sought.ts')
  return soughtIn(query.q ?? '', (await world()).offices)
}

/** True where a text that a pack found need not be read: for words of two signs, on a page, which looks at each record again. */
async function packsTell(asked: Asked): Promise<boolean> {
  return asked.about !== undefined && (await soughtOf(asked)).every(({ word }) => word.length <= 2)
}

async function refsOf(asked: Asked, docs: Doc[]): Promise<Placed<Ref>[]> {
  const { order, ledgers, scope } = asked
  if (order.by !== 'createdAt' || asksMore(asked) || !(await packsTell(asked))) return entriesOf(asked, docs)
  const part = ledgersByPart(asked).keys().next().value ?? ''
  const whole = new Set(ledgers.filter((ledger) => seesWhole(scope, ledger, part)).map(({ key }) => key))
  const rest = await entriesOf(
    asked,
    docs.filter(({ ledger }) => !whole.has(ledger)),
  )
  const seen = docs.flatMap(({ ledger, sk }): Placed<Ref>[] =>
    whole.has(ledger) ? [{ place: sk, entry: { ledger, id: sk.slice(sk.lastIndexOf('#') + 1) } }] : [],
  )
  return sort(asked, [...seen, ...rest])
}

/** Their entries where their owner reads them, as far as they pass, and hold the words. */
async function entriesOf(asked: Asked, docs: Doc[]): Promise<Placed<Entry>[]> {
  const places = docs.map(({ ledger, owner, sk }) => ({ pk: keys.entries(asked.scope, ledger, owner), sk }))
  const [held, items] = await Promise.all([holding(asked, docs), getItems<Item>(places, { eventual: true })])
  return passing(
    asked,
    items.filter((_, at) => held[at]),
  )
}

/** Which of these texts hold the words, as far as packs do not tell. */
async function holding(asked: Asked, docs: Doc[]): Promise<boolean[]> {
  if (await packsTell(asked)) return docs.map(() => true)
  const sought = await soughtOf(asked)
  const texts = await textsOf(asked, docs)
  return docs.map(({ owner }, at) => contains(texts[at] ?? { text: '' }, owner, sought))
}

async function textsOf({ scope }: Asked, docs: Pick<Doc, 'owner' | 'sk'>[]): Promise<(Words | undefined)[]> {
  return getItems<Words>(docs.map(({ owner, sk }) => ({ pk: keys.words(scope, owner), sk })))
}

/** The entries of an owner, by their texts. */
async function* owned(asked: Asked, owner: string, ledgers: Ledger[]): AsyncGenerator<Placed<Entry>> {
  const sought = await soughtOf(asked)
  const known = new Set(ledgers.map(({ key }) => key))
  const [sorted] = byCreation(asked, owner, ledgers[0] as Ledger)
  for await (const items of pages<Words>({ ...(sorted as Range), pk: keys.words(asked.scope, owner) })) {
    const hits = items.filter((item) => known.has(String(item.ledger)) && contains(item, owner, sought))
    const places = hits.map(({ ledger, sk }) => ({ pk: keys.entries(asked.scope, String(ledger), owner), sk }))
    yield* passing(asked, await getItems<Item>(places, { eventual: true }))
  }
}

/** What somebody reads of other owners: each entry's text is looked up, of few that were found theirs alone. */
async function* looked(asked: Asked, part: string, ledger: Ledger, found: Found | null): AsyncGenerator<Placed<Entry>> {
  const sought = await soughtOf(asked)
  const few = found && countOf(found) <= FEW ? new Set((await docsOf(asked.scope, found)).map(({ sk }) => sk)) : null
  if (few?.size === 0) return
  for await (const items of pages<Item>(byCreation(asked, part, ledger)[0] as Range, few ? PAGE : (asked.about ?? PAGE))) {
    const others = items.filter((item) => ownerOf(readEntry(item).township) !== part && (!few || few.has(item.sk)))
    const texts = await textsOf(
      asked,
      others.map((item) => ({ owner: ownerOf(readEntry(item).township), sk: item.sk })),
    )
    yield* passing(
      asked,
      others.filter((item, at) => contains(texts[at] ?? { text: '' }, ownerOf(readEntry(item).township), sought)),
    )
  }
}

function passing(asked: Asked, items: (Item | undefined)[]): Placed<Entry>[] {
  const entries = items.flatMap((item) => (item ? [readEntry(item)] : []))
  return entries.filter((entry) => passes(entry, asked)).map((entry) => ({ entry, place: placeOf(entry, asked.order) }))
}

async function* pages<T>(range: Range, first = PAGE): AsyncGenerator<T[]> {
  let after: Range['after']
  for (let limit = first; ; limit = Math.min(PAGE, limit * 2)) {
    const page = await queryPage<T>({ ...range, limit, eventual: true, ...(after ? { after } : {}) })
    yield page.items
    after = page.next
    if (!after) return
  }
}
