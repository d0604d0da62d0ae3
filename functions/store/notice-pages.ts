import type { Scope } from '../../shared/scope.ts'
import { settled } from './letters.ts'
import { bare, heaps, type Notice, rank } from './notices.ts'
import { type Item, query, queryPage, type Range } from './table.ts'

/** A heap of notices to read: the index and its partition. */
export type Heap = { index: 'g1' | 'g3' | 'g4'; pk: string }

/**
 * Notices of several heaps as one list, newest day first, each once; `keep` drops those that the caller may not see or did not ask for.
 * `before` is the rank after which to go on (the `next` of the page before); `on` keeps to one day, which the index does by itself.
 */
export async function pageNotices(scope: Scope, heaps: Heap[], asked: Page): Promise<{ data: Notice[]; next?: string }> {
  const { data, next } = await collect(heaps, asked)
  return { data: await settled(scope, data), ...(next ? { next } : {}) }
}

type Page = { on?: string; before?: string; limit: number; keep: (notice: Notice) => Promise<boolean> | boolean }

async function collect(heaps: Heap[], { on, before, limit, keep }: Page): Promise<{ data: Notice[]; next?: string }> {
  const data: Notice[] = []
  let below = before
  for (;;) {
    const pages = await Promise.all(heaps.map((heap) => page(heap, on, below, limit)))
    const merged = [...new Map(pages.flat().map((notice) => [notice.id, notice])).values()].sort((a, b) => (rank(a) < rank(b) ? 1 : -1))
    // Every heap gave its newest `limit`, so the newest `limit` of all are among them.
    for (const notice of merged.slice(0, limit)) {
      if (data.length === limit) return { data, ...(below ? { next: below } : {}) }
      below = rank(notice)
      if (await keep(notice)) data.push(notice)
    }
    if (merged.length < limit) return { data }
  }
}

async function page(heap: Heap, on: string | undefined, below: string | undefined, limit: number): Promise<Notice[]> {
  const day = on === undefined ? {} : { from: `${on}#`, to: `${on}$` }
  // Both ends of a range are included, so the one that we stand on comes again.
  const range: Range = { ...heap, newest: true, limit: limit + 1, ...day, ...(below === undefined ? {} : { to: below }) }
  const { items } = await queryPage<Item>(range)
  const notices = items.map(bare).filter((notice) => notice !== null)
  return notices.filter((notice) => rank(notice) !== below).slice(0, limit)
}

/** The notices of a person's letter of a day. */
export async function noticesOfLetter(scope: Scope, person: string, on: string): Promise<Notice[]> {
  const notices: Notice[] = []
  for await (const item of query<Item>({ pk: heaps.person(scope, person), index: 'g1', begins: `${on}#` })) {
    const notice = bare(item)
    if (notice?.letter === on) notices.push(notice)
  }
  return notices
}
