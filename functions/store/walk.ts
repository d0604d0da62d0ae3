import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Entry } from './entries.ts'
import type { Ref } from './keys.ts'
import { asksEntry, passes, placeOf } from './list-query.ts'
import { entriesIn, refsIn } from './matching.ts'
import { isBeyond, merge, type Placed, sort } from './merge.ts'
import { EVERYBODY, readsAll } from './parts.ts'
import { type Asked, dueRange, ledgersByPart, partsAsked } from './ranges.ts'
import { byState, type Source, type Sources, sourcesOf } from './sources.ts'
import { type Item, keysPage, type Range } from './table.ts'

type Matching<T> = (asked: Asked, index: Range['index'], items: Item[], ledgers: Ledger[]) => Promise<Placed<T>[]>

/**
 * Where every record lies that the question asks for, in its order, after the place `after`. The narrowest index that has the order is read and its
 * sources merged; where no narrow one has it, the narrow set is read whole and sorted here. `about`: how many will be wanted by a page, which looks at each record again.
 */
export async function* walk(asked: Asked): AsyncGenerator<Placed<Ref>> {
  if (asked.query.q === undefined) return yield* (await pickedPage(asked)) ?? walked<Ref>(asked, refsIn)
  const { walkWordRefs, walkWords } = await searching()
  yield* asked.about === undefined ? walkWords(asked) : walkWordRefs(asked)
}

/**
 * Every entry that the question asks for, in no order, some at a time: from the compact copy of a ledger where the scope reads everybody's partition and there
 * is one.
 */
export async function* walkEntries(asked: Asked): AsyncGenerator<Entry[]> {
  const { query, scope, ledgers } = asked
  const [only, second] = ledgers
  const copy = query.q === undefined && readsAll(scope) && only && !second ? await (await copies()).readCopy(scope, only) : null
  if (copy) {
    for await (const entries of copy) yield entries.filter((entry) => passes(entry, asked))
    return
  }
  const found = query.q === undefined ? walked(asked, entriesIn) : (await searching()).walkWords(asked)
  for await (const { entry } of found) yield [entry]
}

/**
 * A page of few among many, of an order or by a filter that keys do not tell: where the newest hold a page of it, these; else from the compact copy. Null where
 * keys tell it, and where there is no copy.
 */
async function pickedPage(asked: Asked): Promise<Placed<Ref>[] | null> {
  const { about, ledgers, order, query, scope, today } = asked
  const [ledger, second] = ledgers
  if (about === undefined || !ledger || second || partsAsked(asked, ledger).join() !== EVERYBODY) return null
  const { sources, ordered: sorted } = sourcesOf(asked)
  if (!asksEntry(EVERYBODY, query) && (sorted || dueRange(query, today) !== null)) return null
  if (sorted && order.by === 'createdAt' && sources[0]) {
    const { rows, last } = await firstPage(asked, sources[0], about * 4, refsIn)
    if (last || rows.length >= about) return rows
  }
  const copy = await (await copies()).readCopy(scope, ledger)
  if (!copy) return null
  const found: Placed<Ref>[] = []
  for await (const entries of copy)
    for (const entry of entries) if (passes(entry, asked)) found.push({ entry, place: placeOf(entry, order) })
  return sort(asked, found).filter(({ place }) => isBeyond(asked, place))
}

// Most lists and all jobs look for no words, and few at every entry.
const searching = () => import('./word-walk.ts')
const copies = () => import('./compact/copy.ts')

async function* walked<T extends Ref>(asked: Asked, matching: Matching<T>): AsyncGenerator<Placed<T>> {
  const { query, order, today } = asked
  const inState = query.states !== undefined && order.by === 'createdAt' && dueRange(query, today) === null
  yield* inState ? inStates(asked, matching) : ordered(asked, sourcesOf(asked), matching)
}

async function* ordered<T extends Ref>(
  asked: Asked,
  { sources, ordered: sorted }: Sources,
  matching: Matching<T>,
): AsyncGenerator<Placed<T>> {
  const streams = sources.map((source) => stream(asked, source, sources.length, matching))
  if (sorted) {
    for await (const placed of merge(streams, asked.order.newest)) if (isBeyond(asked, placed.place)) yield placed
    return
  }
  for (const placed of sort(asked, await gather(streams))) if (isBeyond(asked, placed.place)) yield placed
}

/** So many rows of one state are sorted here; of more of them, a page is found among the newest sooner. */
const FEW = 5000
/** So many one request tells of. */
const ONE_REQUEST = 2000

/**
 * States by creation, for which there is no index. What is open does not grow with the years: its own index is read whole, and sorted. What has ended does:
 * where it is dense, one page of all rows holds enough of it; where it is not, it is few.
 */
async function* inStates<T extends Ref>(asked: Asked, matching: Matching<T>): AsyncGenerator<Placed<T>> {
  const { about, ...whole } = asked
  const all = (most: number) =>
    gather(
      byState(asked).sources.map((source) => stream(whole, source, 1, matching)),
      most,
    )
  const open = about !== undefined && areOpen(asked) ? await all(ONE_REQUEST) : null
  if (!open && about !== undefined && asked.ledgers.length === 1) {
    const { sources } = sourcesOf(asked)
    const pages = await Promise.all(sources.map((source) => firstPage(asked, source, about * 4, matching)))
    const once = new Map(pages.flatMap(({ rows }) => rows).map((row) => [row.place, row]))
    const rows = sort(asked, [...once.values()])
    if (pages.every(({ last }) => last)) return yield* rows
    if (rows.length >= about && pages.filter(({ last }) => !last).length === 1) {
      yield* rows
      return yield* ordered({ ...asked, after: rows.at(-1)?.place ?? '' }, sourcesOf(asked), matching)
    }
  }
  const few = open ?? (await all(FEW))
  if (!few) return yield* ordered(asked, sourcesOf(asked), matching)
  yield* sort(asked, few).filter(({ place }) => isBeyond(asked, place))
}

/** True when no record stays for ever in a state that is asked for, and nothing is asked that keys do not tell. */
function areOpen(asked: Asked): boolean {
  const { ledgers, query } = asked
  const stays = (ledger: Ledger) => (query.states ?? []).some((state) => ['done', 'void'].includes(ledger.states[state]?.phase ?? ''))
  return !ledgers.some(stays) && ![...ledgersByPart(asked).keys()].some((part) => asksEntry(part, query))
}

async function firstPage<T extends Ref>(asked: Asked, { ranges, ledgers }: Source, limit: number, matching: Matching<T>) {
  const [range] = ranges as [Range]
  const { items, next } = await keysPage<Item>({ ...range, limit })
  const rows = await matching(asked, range.index, items, ledgers)
  return {
    rows: rows.filter(({ place }) => isBeyond(asked, place)),
    last: next === undefined,
  }
}

/** What a source holds that is asked for. Its pages grow, since who asks for a second one will want a third. */
async function* stream<T extends Ref>(
  asked: Asked,
  { ranges, ledgers }: Source,
  among: number,
  matching: Matching<T>,
): AsyncGenerator<Placed<T>> {
  const wanted = asked.about ?? ONE_REQUEST
  for (const range of ranges) {
    let after: Range['after']
    for (let limit = Math.min(ONE_REQUEST, Math.max(10, Math.ceil((wanted * 1.5) / among))); ; limit = Math.min(ONE_REQUEST, limit * 3)) {
      const page = await keysPage<Item>({ ...range, limit, ...(after ? { after } : {}) })
      yield* await matching(asked, range.index, page.items, ledgers)
      after = page.next
      if (!after) break
    }
  }
}

async function gather<T extends Ref>(streams: AsyncGenerator<Placed<T>>[]): Promise<Placed<T>[]>
async function gather<T extends Ref>(streams: AsyncGenerator<Placed<T>>[], most: number): Promise<Placed<T>[] | null>
async function gather<T extends Ref>(streams: AsyncGenerator<Placed<T>>[], most = Number.POSITIVE_INFINITY): Promise<Placed<T>[] | null> {
  const all = new Map<string, Placed<T>>()
  await Promise.all(
    streams.map(async (each) => {
      for await (const placed of each) {
        all.set(`${placed.entry.ledger}#${placed.entry.id}`, placed)
        if (all.size > most) return
      }
    }),
  )
  return all.size > most ? null : [...all.values()]
}
