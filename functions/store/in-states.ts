import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Ref } from './keys.ts'
import { asksEntry } from './list-query.ts'
import { isBeyond, type Placed, sort } from './merge.ts'
import { type Asked, dueRange, ledgersByPart } from './ranges.ts'
import { byState, sourcesOf } from './sources.ts'
import { firstPage, gather, type Matching, ONE_REQUEST, ordered, stream } from './streams.ts'

/** So many rows of one state are sorted here; of more of them, a page is found among the newest sooner. */
const FEW = 5000

/**
 * States by creation, for which there is no index. What is open does not grow with the years: its own index is read whole, and sorted. What has ended does:
 * where it is dense, one page of all rows holds enough of it; where it is not, it is few.
 */
export async function* inStates<T extends Ref>(asked: Asked, matching: Matching<T>): AsyncGenerator<Placed<T>> {
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

/** True for states by creation. */
export function asksStates({ query, order, today }: Asked): boolean {
  return query.states !== undefined && order.by === 'createdAt' && dueRange(query, today) === null
}

/** True when no record stays for ever in a state that is asked for, and nothing is asked that keys do not tell. */
function areOpen(asked: Asked): boolean {
  const { ledgers, query } = asked
  const stays = (ledger: Ledger) => (query.states ?? []).some((state) => ['done', 'void'].includes(ledger.states[state]?.phase ?? ''))
  return !ledgers.some(stays) && ![...ledgersByPart(asked).keys()].some((part) => asksEntry(part, query))
}
