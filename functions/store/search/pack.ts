import { randomBytes } from 'node:crypto'
import type { Scope } from '../../../shared/scope.ts'
import { keys } from '../keys.ts'
import { deleteItems, getItems, type Item, type Key, putItems, query } from '../table.ts'
import { beginMarks, dropMarks, type Fresh, markItem, readFresh } from './fresh.ts'
import { bucketKey, type Doc, docsAt, nameOf, type Pack, type Packs, pageItems, readPacks, writePacks } from './packs.ts'
import { packBucket } from './postings.ts'
import { bucketOf, eachToken, ledgerToken, officeToken, ownerToken, spelled } from './tokens.ts'

const TOGETHER = 2000
const SIDE_BY_SIDE = 8
/** A search that began before is over, a packer that began before is gone. */
const OVER = 15 * 60_000
/** Bytes of postings, before they are packed, that come to some 4 KB as an item. */
const A_BUCKET = 4200

type Task = { atLeast: number; most: number; now: () => Date; until: Date }
type Text = Item & { ledger: string; text: string; offices?: string[]; v?: number }

/**
 * Packs the texts that are marked as fresh, with those of packs no larger than them, and takes the marks away. May run twice, be cut off, or be done by several at
 * once: what is searched changes in one write, and marks go after it. Answers how many texts were packed.
 */
export async function packTexts(scope: Scope, task: Task): Promise<number> {
  let packed = 0
  for (let known = await readPacks(scope); known && !isBusy(known, task.now()) && task.now() < task.until; ) {
    const fresh = await readFresh(scope, undefined, Math.min(TOGETHER, task.most))
    const merged = joined(known.packs, fresh.length, task.most)
    if (fresh.length < task.atLeast || (fresh.length === 0 && merged.length < 2)) return packed
    const next = await packSome(scope, known, fresh, merged, task.now)
    if (!next || (next.docs === 0 && merged.length < 2)) return packed
    packed += next.docs
    known = next.packs
  }
  return packed
}

/**
 * Begins to pack a county that has texts already: marks every one of them as fresh. Until that is done, searches read the texts themselves. Owners in order; not of
 * more than `most` texts, which are left to the night.
 */
export async function beginPacking(scope: Scope, owners: string[], most: number): Promise<void> {
  if (await readPacks(scope, { eventual: true })) return
  const marks: Item[] = []
  for (const owner of owners)
    for await (const { sk, ledger, v } of query<Text>({ pk: keys.words(scope, owner), eventual: true }))
      if (marks.push(markItem(scope, { owner, sk, ledger }, v ?? 0)) > most) return
  await beginMarks(marks)
  await writePacks(scope, undefined, { packs: [], dropped: [] })
}

async function packSome(
  scope: Scope,
  before: Packs,
  fresh: Fresh[],
  merged: Pack[],
  now: () => Date,
): Promise<{ packs: Packs; docs: number } | null> {
  const id = `${now().getTime().toString(36)}${randomBytes(5).toString('hex')}`
  const at = now().toISOString()
  const over = before.dropped.filter((one) => now().getTime() - Date.parse(one.at) > OVER)
  const begun = await writePacks(scope, before, {
    packs: before.packs,
    dropped: before.dropped.filter((one) => !over.includes(one)),
    busy: { id, at },
  })
  if (!begun) return null
  for (const gone of [...over.map((one) => one.id), ...(before.busy ? [before.busy.id] : [])]) await drop(scope, gone)
  const docs = await docsOf(scope, fresh, merged)
  const { pack, versions } = await write(scope, id, docs)
  const packs = await writePacks(scope, begun, {
    packs: [...begun.packs.filter((one) => !merged.includes(one)), ...(pack.docs > 0 ? [pack] : [])],
    dropped: [...begun.dropped, ...merged.map((one) => ({ ...one, at: now().toISOString() }))],
  })
  if (!packs) return null
  return { packs, docs: await dropMarks(scope, fresh, versions, now()) }
}

/** The smaller packs, as many as go into a new one: the largest of them is no larger than everything before it, so that a text is packed anew only as it comes to twice as many. */
function joined(packs: Pack[], fresh: number, most: number): Pack[] {
  const rising = packs.toSorted((one, other) => one.docs - other.docs)
  let [sum, take] = [fresh, 0]
  for (const [at, { docs }] of rising.entries()) {
    if (sum + docs > most) break
    if (docs <= sum) take = at + 1
    sum += docs
  }
  return rising.slice(0, take)
}

async function docsOf(scope: Scope, fresh: Fresh[], merged: Pack[]): Promise<Doc[]> {
  const old = await docsAt(
    scope,
    merged.flatMap((pack) => Array.from({ length: pack.docs }, (_, at) => ({ pack, at }))),
  )
  const all = new Map([...old, ...fresh].map((doc) => [nameOf(doc), doc]))
  return [...all.values()].sort((one, other) => (one.sk < other.sk ? -1 : 1))
}

/** Writes a pack of the texts that there are; `versions`: of which version each of them is. */
async function write(scope: Scope, id: string, docs: Doc[]): Promise<{ pack: Pack; versions: Map<string, number> }> {
  const [there, versions]: [Doc[], Map<string, number>] = [[], new Map()]
  const signs = new Map<number, number[]>()
  const aspects = new Map<string, number[]>()
  for (let from = 0; from < docs.length; from += TOGETHER) {
    const some = docs.slice(from, from + TOGETHER)
    const texts = await getItems<Text>(some.map(({ owner, sk }) => ({ pk: keys.words(scope, owner), sk })))
    for (const [at, item] of texts.entries()) {
      const doc = some[at]
      if (!doc || !item) continue
      const place = there.push({ ...doc, ledger: item.ledger }) - 1
      versions.set(nameOf(doc), item.v ?? 0)
      eachToken(item.text, (token) => note(signs, token, place))
      for (const aspect of [ownerToken(doc.owner), ledgerToken(item.ledger), ...(item.offices ?? []).map(officeToken)])
        note(aspects, aspect, place)
    }
  }
  const count = there.length
  const bytes = [...signs.values()].reduce((sum, places) => sum + 7 + Math.min(places.length, count / 8), 0)
  const buckets = Math.max(1, Math.ceil(bytes / A_BUCKET))
  const tokens = Array.from({ length: buckets }, (): [string, number[]][] => [])
  const put = (token: string, places: number[]) => tokens[bucketOf(token, buckets)]?.push([token, places])
  for (const [token, places] of signs) put(spelled(token), places)
  for (const [aspect, places] of aspects) put(aspect, places)
  if (count > 0) {
    const postings = tokens.map((some, at) => ({ ...bucketKey(scope, id, at), tokens: packBucket(some, count) }))
    await aside([...postings, ...pageItems(scope, id, there)])
  }
  return { pack: { id, docs: count, buckets }, versions }
}

function note<T>(places: Map<T, number[]>, token: T, place: number): void {
  const known = places.get(token)
  if (!known) places.set(token, [place])
  else if (known.at(-1) !== place) known.push(place)
}

function isBusy({ busy }: Packs, now: Date): boolean {
  return busy !== undefined && now.getTime() - Date.parse(busy.at) < OVER
}

async function drop(scope: Scope, id: string): Promise<void> {
  const gone: Key[] = []
  for await (const { pk, sk } of query<Key>({ pk: keys.pack(scope, id), eventual: true })) gone.push({ pk, sk })
  await deleteItems(gone)
}

/** Many items, some batches side by side. */
async function aside(items: Item[]): Promise<void> {
  const part = Math.ceil(items.length / SIDE_BY_SIDE)
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, at) => putItems(items.slice(at * part, (at + 1) * part))))
}
