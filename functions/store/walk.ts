import type { Scope } from '../../shared/scope.ts'
import type { Entry } from './entries.ts'
import { passes, placeOf } from './list-query.ts'
import { merge, type Placed } from './merge.ts'
import { type Asked, belongs, filtersRows, inOrder, rangesAsked } from './ranges.ts'
import { type Key, queryPage, type Range } from './table.ts'
import { besideWords, type Words, withWords } from './word-walk.ts'

/**
 * Every entry that the question asks for, in its order, after the place `after`. The narrowest index that has the order is walked and its
 * partitions merged; where no narrow one has it, the narrow set is read whole and sorted here. `about`: how many will be wanted.
 */
export async function* walk(asked: Asked): AsyncGenerator<Placed<Entry>> {
  const { order, after } = asked
  const ranges = rangesAsked(asked)
  const wanted = asked.about ?? 1000
  const size = Math.max(8, Math.ceil((wanted * (filtersRows(asked) ? 4 : 1.5)) / Math.max(1, ranges.length)))
  const own = belongs(asked)
  const streams = ranges.map((range) => stream(asked, range, size, own))
  const beyond = ({ place }: { place: string }) => after === undefined || (order.newest ? place < after : place > after)
  if (inOrder(asked)) {
    for await (const placed of merge(streams, order.newest)) if (beyond(placed)) yield placed
    return
  }
  const all = new Map<string, Placed<Entry>>()
  await Promise.all(
    streams.map(async (each) => {
      for await (const placed of each) all.set(`${placed.entry.ledger}#${placed.entry.id}`, placed)
    }),
  )
  const sorted = [...all.values()].sort((a, b) => (a.place < b.place === order.newest ? 1 : -1))
  yield* sorted.filter(beyond)
}

/**
 * What a range holds that the scope sees and the question asks for. Its pages grow, since who asks for a second one will want a third; it goes on by
 * itself to the first that passes, so that many ranges are searched at once.
 */
async function* stream(asked: Asked, range: Range, size: number, own: (item: Key) => boolean): AsyncGenerator<Placed<Entry>> {
  const { scope, query, order, today } = asked
  let after: Range['after']
  for (let limit = query.q === undefined ? size : 400; ; limit = Math.min(1000, limit * 3)) {
    const page = await queryPage<Key & (Entry | Words)>({ ...range, limit, eventual: true, ...(after ? { after } : {}) })
    const found = await matching(scope, page.items.filter(own), query.q)
    for (const entry of found) if (passes(entry, query, scope, today)) yield { entry, place: placeOf(entry, order) }
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
