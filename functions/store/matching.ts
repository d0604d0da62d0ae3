import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Entry, readEntry } from './entries.ts'
import type { Ref } from './keys.ts'
import { asksEntry, isAbout, passes, passesRow, placeOf } from './list-query.ts'
import type { Placed } from './merge.ts'
import { seesWhole } from './parts.ts'
import type { Range } from './range.ts'
import type { Asked } from './ranges.ts'
import { partIn, placeIn, readDueKey } from './rows.ts'
import { getItems, type Item, type Key } from './table.ts'

type Index = Range['index']

/** What a page holds that is asked for, as keys tell it where they are enough; entries are opened where a filter or an order wants more. */
export async function refsIn(asked: Asked, index: Index, items: Item[], ledgers: Ledger[]): Promise<Placed<Ref>[]> {
  const known = new Map(ledgers.map((ledger) => [ledger.key, ledger]))
  const asks = items.filter(({ pk }) => known.has(ledgerIn(pk)))
  if (index === undefined) return entries(asked, asks)
  const byDay = index === 'g2' || index === 'g3' || index === 'g6'
  const enough = (item: Item) =>
    byDay ? dayTells(asked, partIn(item.pk)) : indexTells(asked, index, known.get(ledgerIn(item.pk)) as Ledger, partIn(item.pk))
  const open = byDay ? asks.filter((item) => rowPasses(asked, index, item)) : asks
  if (!open.every(enough)) return opened(asked, open)
  return open.map((item) => ({
    place: placeBy(asked, index, item),
    entry: { ledger: ledgerIn(item.pk), id: item.sk.slice(item.sk.lastIndexOf('#') + 1) },
  }))
}

/** The same with everything that the entries tell. */
export async function entriesIn(asked: Asked, index: Index, items: Item[], ledgers: Ledger[]): Promise<Placed<Entry>[]> {
  const keys = new Set(ledgers.map(({ key }) => key))
  const asks = items.filter(({ pk }) => keys.has(ledgerIn(pk)))
  return index === undefined ? entries(asked, asks) : opened(asked, asks)
}

async function opened(asked: Asked, items: Key[]): Promise<Placed<Entry>[]> {
  const found = await getItems<Item>(items, { eventual: true })
  return entries(
    asked,
    found.filter((item) => item !== undefined),
  )
}

function entries(asked: Asked, items: Item[]): Placed<Entry>[] {
  return items
    .map(readEntry)
    .filter((entry) => passes(entry, asked))
    .map((entry) => ({ entry, place: placeOf(entry, asked.order) }))
}

function rowPasses({ query, scope, today }: Asked, index: Index, item: Item): boolean {
  return passesRow(readDueKey(item.pk, item[`${index}sk`] as string), query, scope, today)
}

/** True when the key by day answers every filter and has the order. */
function dayTells({ query, order }: Asked, part: string): boolean {
  return !asksEntry(part, query) && (order.by === 'dueOn' || order.by === 'createdAt')
}

/** True when nothing is asked beyond what an index without state and mark is sorted by. */
function indexTells({ scope, query }: Asked, index: Index, ledger: Ledger, part: string): boolean {
  const { states, term, session, year } = query
  const filtered = [states, term, session, index === 'g4' ? undefined : year].some((filter) => filter !== undefined)
  return !filtered && !asksEntry(part, query) && !isAbout(part, query) && seesWhole(scope, ledger, part)
}

function placeBy({ order }: Asked, index: Index, item: Item): string {
  const key = item[`${index}sk`] as string
  return order.by === 'createdAt' ? item.sk : order.by === 'dueOn' ? placeIn(key) : key
}

function ledgerIn(pk: string): string {
  return pk.split('#')[2] ?? ''
}
