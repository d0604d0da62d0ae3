import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Ref } from './keys.ts'
import { isBeyond, merge, type Placed, sort } from './merge.ts'
import type { Range } from './range.ts'
import type { Asked } from './ranges.ts'
import type { Source, Sources } from './sources.ts'
import { type Item, keysPage } from './table.ts'

/** Reads a page of an index: where that lies of it which is asked for. */
export type Matching<T> = (asked: Asked, index: Range['index'], items: Item[], ledgers: Ledger[]) => Promise<Placed<T>[]>

/** What sources hold that is asked for, in its order: merged where they have it, else read whole and sorted. */
export async function* ordered<T extends Ref>(
  asked: Asked,
  { sources, ordered: sorted }: Sources,
  matching: Matching<T>,
): AsyncGenerator<Placed<T>> {
  const { about: _, ...whole } = asked
  const streams = sources.map((source) => stream(sorted ? asked : whole, source, sources.length, matching))
  if (sorted) {
    for await (const placed of merge(streams, asked.order.newest)) if (isBeyond(asked, placed.place)) yield placed
    return
  }
  for (const placed of sort(asked, await gather(streams))) if (isBeyond(asked, placed.place)) yield placed
}

/** The first `limit` rows of a source, as far as they are asked for; `last` when there are no more. */
export async function firstPage<T extends Ref>(asked: Asked, { ranges, ledgers }: Source, limit: number, matching: Matching<T>) {
  const [range] = ranges as [Range]
  const { items, next } = await keysPage<Item>({ ...range, limit })
  const rows = await matching(asked, range.index, items, ledgers)
  return {
    rows: rows.filter(({ place }) => isBeyond(asked, place)),
    last: next === undefined,
  }
}

/** So many one request tells of. */
export const ONE_REQUEST = 2000

/** Of so few sources each may hold the whole page, and is read as far; of more, some keys of each. */
const FEW = 8

/** What a source holds that is asked for. Its pages grow, since who asks for a second one will want a third. */
export async function* stream<T extends Ref>(
  asked: Asked,
  { ranges, ledgers }: Source,
  among: number,
  matching: Matching<T>,
): AsyncGenerator<Placed<T>> {
  const wanted = asked.about ?? ONE_REQUEST
  for (const range of ranges) {
    let after: Range['after']
    for (
      let limit = Math.min(ONE_REQUEST, Math.max(10, Math.ceil((wanted * 1.5) / (among > FEW ? among : 1))));
      ;
      limit = Math.min(ONE_REQUEST, limit * 3)
    ) {
      const page = await keysPage<Item>({ ...range, limit, ...(after ? { after } : {}) })
      yield* await matching(asked, range.index, page.items, ledgers)
      after = page.next
      if (!after) break
    }
  }
}

/** All that streams hold, each record once; null of more than `most`. */
export async function gather<T extends Ref>(streams: AsyncGenerator<Placed<T>>[]): Promise<Placed<T>[]>
export async function gather<T extends Ref>(streams: AsyncGenerator<Placed<T>>[], most: number): Promise<Placed<T>[] | null>
export async function gather<T extends Ref>(
  streams: AsyncGenerator<Placed<T>>[],
  most = Number.POSITIVE_INFINITY,
): Promise<Placed<T>[] | null> {
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
