import type { Entry } from './entries.ts'
import type { Ref } from './keys.ts'
import { isPast, passing, placeOf } from './list-query.ts'
import { isBeyond, type Placed, sort } from './merge.ts'
import type { Asked } from './ranges.ts'

/** So many times what a page wants is kept: some of it may have changed since, and is passed over. */
const SPARE = 3

type Rows = Iterable<Placed<Ref>> | AsyncIterable<Placed<Ref>>
/** Entries in no order, and rows that are known to pass. `again`: the same from a place on. */
type Sources = { copies: AsyncIterable<Entry[]>[]; others: AsyncIterable<Placed<Ref>>[]; again: (after: string) => Promise<Rows> }

/**
 * The first of many in an order that they do not have: of the rest nothing is kept, and not even its place written out. Should a page want more of them, all are
 * gone through again from there.
 */
export async function* nearest(asked: Asked, about: number, { copies, others, again }: Sources): AsyncGenerator<Placed<Ref>> {
  const { order } = asked
  const most = about * SPARE
  const fits = passing(asked)
  const kept: Placed<Ref>[] = []
  let last: string | undefined
  const keep = (row: Placed<Ref>) => {
    if (!isBeyond(asked, row.place) || kept.push(row) < most * 2) return
    sort(asked, kept).length = most
    last = kept.at(-1)?.place
  }
  const each = copies.map(async (copy) => {
    for await (const entries of copy)
      for (const entry of entries)
        if ((last === undefined || !isPast(entry, order, last)) && fits(entry)) keep({ entry, place: placeOf(entry, order) })
  })
  await Promise.all([
    ...each,
    ...others.map(async (rows) => {
      for await (const row of rows) keep(row)
    }),
  ])
  const bound = last
  if (bound === undefined) return yield* sort(asked, kept)
  yield* sort(asked, kept).filter(({ place }) => !isBeyond({ order, after: bound }, place))
  yield* await again(bound)
}
