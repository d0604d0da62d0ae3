import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Scope } from '../../../shared/scope.ts'
import { keys } from '../keys.ts'
import { getItem, getItems, type Item, type Key, putItem } from '../table.ts'
import { type Bits, readBucket } from './postings.ts'
import { bucketOf } from './tokens.ts'

/** A text by its record: whose it is, and its place by creation. */
export type Doc = { owner: string; sk: string; ledger: string }

/** A text in one word, by which maps know it. */
export function nameOf({ owner, sk }: Pick<Doc, 'owner' | 'sk'>): string {
  return `${owner} ${sk}`
}

/** Some texts that are searched together, ordered by creation: postings in `buckets` items, the texts' records in pages. Never changed. */
export type Pack = { id: string; docs: number; buckets: number }

/** The packs that are searched; those that no longer are, since when; what somebody is packing, since when. `rev` steps with each change. */
export type Packs = { rev: number; packs: Pack[]; dropped: (Pack & { at: string })[]; busy?: { id: string; at: string } }

const ON_A_PAGE = 64

/** What is packed; undefined of a county of which nothing is yet. */
export async function readPacks(scope: Scope, options: { eventual?: boolean } = {}): Promise<Packs | undefined> {
  return getItem<Packs>(keys.packs(scope), options)
}

/** Writes it, unless somebody else has meanwhile. */
export async function writePacks(scope: Scope, before: Packs | undefined, now: Omit<Packs, 'rev'>): Promise<Packs | null> {
  const next = { ...now, rev: (before?.rev ?? 0) + 1 }
  const item = { ...keys.packs(scope), ...next }
  const done = await putItem(item, before ? { when: { text: 'rev = :rev', values: { ':rev': before.rev } } } : { absent: true })
  return done ? next : null
}

/** Where the words of a pack lie that fall into this bucket. */
export const bucketKey = (scope: Scope, pack: string, bucket: number): Key => ({ pk: keys.pack(scope, pack), sk: `B#${bucket}` })
const pageKey = (scope: Scope, pack: string, page: number): Key => ({ pk: keys.pack(scope, pack), sk: `D#${page}` })

/** The pages of a pack's texts, to be written. */
export function pageItems(scope: Scope, id: string, docs: Doc[]): Item[] {
  return Array.from({ length: Math.ceil(docs.length / ON_A_PAGE) }, (_, at) => {
    const lines = docs.slice(at * ON_A_PAGE, (at + 1) * ON_A_PAGE).map(({ owner, sk, ledger }) => `${sk}\t${owner}\t${ledger}`)
    return { ...pageKey(scope, id, at), docs: deflateRawSync(lines.join('\n')) }
  })
}

export type Place = { pack: Pack; at: number }

/** Whose texts lie at these places. Throws where a pack has been taken away meanwhile. */
export async function docsAt(scope: Scope, places: Place[]): Promise<Doc[]> {
  const keyOf = ({ pack, at }: Place) => pageKey(scope, pack.id, Math.floor(at / ON_A_PAGE))
  const wanted = new Map(places.map((place) => [`${place.pack.id} ${Math.floor(place.at / ON_A_PAGE)}`, keyOf(place)]))
  const items = await getItems<Item & { docs: Uint8Array }>([...wanted.values()], { eventual: true })
  const pages = new Map([...wanted.keys()].map((name, at) => [name, items[at] && readPage(items[at].docs)]))
  return places.map(({ pack, at }) => {
    const doc = pages.get(`${pack.id} ${Math.floor(at / ON_A_PAGE)}`)?.[at % ON_A_PAGE]
    if (!doc) throw new Error(`Pack ${pack.id} has no text ${at}`)
    return doc
  })
}

/** Which texts of each pack hold each of these tokens. Throws where a pack has been taken away meanwhile. */
export async function postingsOf(scope: Scope, packs: Pack[], tokens: string[]): Promise<Map<string, Bits>[]> {
  const wanted = packs.map((pack) => Map.groupBy(tokens, (token) => bucketOf(token, pack.buckets)))
  const places = packs.flatMap((pack, at) => [...(wanted[at]?.keys() ?? [])].map((bucket) => bucketKey(scope, pack.id, bucket)))
  const items = await getItems<Item & { tokens: Uint8Array }>(places, { eventual: true })
  let next = 0
  return packs.map((pack, at) => {
    const found = new Map<string, Bits>()
    for (const some of wanted[at]?.values() ?? []) {
      const item = items[next]
      next += 1
      if (!item) throw new Error(`Pack ${pack.id} is gone`)
      for (const [token, bits] of readBucket(item.tokens, some, pack.docs)) found.set(token, bits)
    }
    return found
  })
}

function readPage(packed: Uint8Array): Doc[] {
  const lines = inflateRawSync(packed).toString().split('\n')
  return lines.map((line) => {
    const [sk = '', owner = '', ledger = ''] = line.split('\t')
    return { owner, sk, ledger }
  })
}
