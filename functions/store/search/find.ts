import type { Scope } from '../../../shared/scope.ts'
import { keys } from '../keys.ts'
import { getItems, type Item } from '../table.ts'
import { contains, type Sought } from '../words.ts'
import { type Fresh, readFresh } from './fresh.ts'
import { type Doc, docsAt, nameOf, type Pack, type Place, postingsOf, readPacks } from './packs.ts'
import { and, type Bits, bitsFor, or, placesOf } from './postings.ts'
import { ledgerToken, officeToken, ownerToken, tokensOf } from './tokens.ts'

/** What a search found: fresh texts as they are now, and the places of packs that hold every sign asked for; a text that is fresh counts as it is now. */
export type Found = { docs: Doc[]; fresh: Set<string>; places: { pack: Pack; bits: Bits }[] }

export type Question = { sought: Sought[]; owner?: string | undefined; ledger?: string | undefined }

/** More fresh texts than these are not read one by one. */
const MOST_FRESH = 1500
const AHEAD = 40

/**
 * Finds texts in which every word (folded) occurs, of one owner and ledger or of all. A text of which a word is longer than two signs may hold its pairs in another order,
 * and one that was changed long ago may stand in an older pack as well: whoever shows a record looks whether it still holds the words. Null where the texts themselves must be
 * read: nothing is packed, too much is fresh, or nothing is sought.
 */
export async function find(scope: Scope, { sought, owner, ledger }: Question): Promise<Found | null> {
  if (sought.length === 0) return null
  const [marks, some] = await Promise.all([readFresh(scope, owner, MOST_FRESH), readPacks(scope, { eventual: true })])
  if (!some || marks.length === MOST_FRESH) return null
  // Read after the marks: a text that is packed in between is met twice, never missed.
  const [packs = some, fresh] = await Promise.all([readPacks(scope), freshTexts(scope, marks)])
  const aspects = [...(owner === undefined ? [] : [ownerToken(owner)]), ...(ledger === undefined ? [] : [ledgerToken(ledger)])]
  const postings = await postingsOf(scope, packs.packs, [...new Set([...sought.flatMap(tokensIn), ...aspects])])
  const places = packs.packs.map((pack, at) => ({ pack, bits: bitsOf(pack, postings[at] ?? new Map(), sought, aspects) }))
  const docs = fresh.filter((text) => contains(text, text.doc.owner, sought) && (ledger === undefined || text.ledger === ledger))
  return { docs: docs.map(({ doc }) => doc), fresh: new Set(marks.map(nameOf)), places }
}

/** How many there are, fresh or not. */
export function countOf({ docs, places }: Found): number {
  return places.reduce((sum, { bits }) => sum + placesOf(bits).length, docs.length)
}

/** Everything that was found, in no order, read at once; some may come twice. */
export async function docsOf(scope: Scope, { docs, fresh, places }: Found): Promise<Doc[]> {
  const packed = await docsAt(
    scope,
    places.flatMap(({ pack, bits }) => placesOf(bits).map((at) => ({ pack, at }))),
  )
  return [...docs, ...packed.filter((doc) => !fresh.has(nameOf(doc)))]
}

/** What was found by creation, newest or oldest first, beyond a place; some may come twice. */
export async function* inOrder(scope: Scope, found: Found, newest: boolean, after: string | undefined): AsyncGenerator<Doc> {
  const beyond = ({ sk }: Doc) => after === undefined || (newest ? sk < after : sk > after)
  const before = (one: Doc, other: Doc) => (one.sk < other.sk === newest ? 1 : -1)
  const streams = await Promise.all(found.places.map((each) => begun(scope, each, newest, after)))
  const heads = (await ahead(scope, streams)).map((docs, at) => ({ docs, stream: streams[at] as Stream }))
  let fresh = found.docs.filter(beyond).sort(before)
  for (;;) {
    const first = heads.reduce<(typeof heads)[number] | undefined>(
      (best, each) => (each.docs[0] && (!best?.docs[0] || before(each.docs[0], best.docs[0]) < 0) ? each : best),
      undefined,
    )
    const [packed, own] = [first?.docs[0], fresh[0]]
    if (!packed && !own) return
    if (own && (!packed || before(own, packed) < 0)) {
      yield own
      fresh = fresh.slice(1)
      continue
    }
    if (!packed || !first) return
    if (beyond(packed) && !found.fresh.has(nameOf(packed))) yield packed
    first.docs.shift()
    if (first.docs.length === 0) [first.docs = []] = await ahead(scope, [first.stream])
  }
}

type Stream = { pack: Pack; places: number[]; wide: number }

/** The places of a pack in the order asked, from about the place after which it goes on. */
async function begun(scope: Scope, { pack, bits }: Found['places'][number], newest: boolean, after: string | undefined): Promise<Stream> {
  const places = newest ? placesOf(bits).reverse() : placesOf(bits)
  let [from, to] = [0, after === undefined ? 0 : places.length]
  // Everything before `from` comes before that place.
  while (to - from > AHEAD) {
    const middle = (from + to) >> 1
    const [doc] = await docsAt(scope, [{ pack, at: places[middle] as number }])
    const isBefore = doc && after !== undefined && (newest ? doc.sk >= after : doc.sk <= after)
    if (isBefore) from = middle
    else to = middle
  }
  return { pack, places: places.slice(from), wide: 2 }
}

/** The next texts of some packs, read together: few at first, more for whoever goes on. */
async function ahead(scope: Scope, streams: Stream[]): Promise<Doc[][]> {
  const taken = streams.map((stream) => {
    const some = stream.places.splice(0, stream.wide)
    stream.wide = Math.min(500, stream.wide * 4)
    return some.map((at): Place => ({ pack: stream.pack, at }))
  })
  const docs = await docsAt(scope, taken.flat())
  let from = 0
  return taken.map((some) => {
    from += some.length
    return docs.slice(from - some.length, from)
  })
}

async function freshTexts(scope: Scope, marks: Fresh[]): Promise<{ doc: Doc; ledger: string; text: string; offices: string[] }[]> {
  const items = await getItems<Item & { ledger: string; text: string; offices?: string[] }>(
    marks.map(({ owner, sk }) => ({ pk: keys.words(scope, owner), sk })),
  )
  return items.flatMap((item, at) => {
    const mark = marks[at]
    return item && mark
      ? [
          {
            doc: { owner: mark.owner, sk: mark.sk, ledger: item.ledger },
            ledger: item.ledger,
            text: item.text,
            offices: item.offices ?? [],
          },
        ]
      : []
  })
}

/** Everything that tells whether a text holds a word, or belongs to or names an office that is called so. */
function tokensIn({ word, offices }: Sought): string[] {
  return [...tokensOf(word), ...offices.flatMap((office) => [officeToken(office), ownerToken(office)])]
}

function bitsOf({ docs }: Pack, postings: Map<string, Bits>, sought: Sought[], aspects: string[]): Bits {
  const of = (token: string) => postings.get(token) ?? bitsFor(docs)
  const words = sought.map(({ word, offices }) =>
    offices
      .flatMap((office) => [of(officeToken(office)), of(ownerToken(office))])
      .reduce(or, tokensOf(word).map(of).reduce(and, all(docs))),
  )
  return [...words, ...aspects.map(of)].reduce(and, all(docs))
}

function all(count: number): Bits {
  const bits = bitsFor(count).fill(255)
  if (count % 8 > 0) bits[bits.length - 1] = (1 << (count % 8)) - 1
  return bits
}
