import type { GetListParams } from 'react-admin'
import { withCursor } from './api.ts'
import type { Shown } from './data.ts'
import { request } from './http.ts'

type Page = { data: Shown[]; next?: string; total?: number }
type Listed = { data: Shown[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean }; meta: { total?: number } }

/** The list of every ledger's records; no ledger can have this key (`reservedKeys`). */
export const everything = 'all'

/** How that list is ordered until somebody orders it otherwise. */
export const firstOrder = { field: 'dueOn', order: 'ASC' } as const

/**
 * What people brought before what came of it: a record that hangs on one of another ledger is made by a step of that, or is a part of it, and says the
 * same.
 */
export function broughtFirst<One extends Pick<Shown, 'ledger' | 'parent'>>(records: One[]): One[] {
  const came = (record: One) => record.parent !== undefined && record.parent.ledger !== record.ledger
  return [...records.filter((record) => !came(record)), ...records.filter(came)]
}

/** A page of a list in its order: of a search over all ledgers, until somebody orders it otherwise, what was brought stands first. */
export function asFound(ledger: string, { filter, sort }: Pick<GetListParams, 'filter' | 'sort'>, records: Shown[]): Shown[] {
  const isFirst = sort?.field === firstOrder.field && sort.order === firstOrder.order
  return ledger === everything && filter?.q && isFirst ? broughtFirst(records) : records
}

/** Pages that a walk may make to reach a bookmarked page before it answers the first one instead. */
const FURTHEST = 20

/**
 * Pages by number over an API that pages by cursor: remembers, for each list and its filters, where every page begins. Page 1 begins anew.
 * The total travels in `meta`, since cursors cannot reach the pages that a total would promise.
 */
export function pages(): (ledger: string, params: GetListParams) => Promise<Listed> {
  const known = new Map<string, (string | undefined)[]>()
  return async (ledger, params) => {
    const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 }
    const query = listQuery(params.filter, params.sort)
    const key = `${ledger}?${query}&${perPage}`
    if (page === 1 || !known.has(key)) known.set(key, [undefined])
    const starts = known.get(key) ?? [undefined]
    const ask = async (at: number): Promise<Page> => {
      const cursor = starts[at]
      const answer = await request<Page>(
        withCursor(`${ledger === everything ? '/records' : `/records/${ledger}`}?${query}&limit=${Math.min(perPage, 100)}`, cursor ?? ''),
        params.signal ? { signal: params.signal } : {},
      )
      if (answer.next) starts[at + 1] = answer.next
      return { ...answer, data: asFound(ledger, params, answer.data) }
    }
    const wanted = page - 1 - (starts.length - 1) > FURTHEST ? 0 : page - 1
    while (starts.length <= wanted) {
      const before = await ask(starts.length - 1)
      if (!before.next) return listed(before, starts.length - 1)
    }
    return listed(await ask(wanted), wanted)
  }
}

function listed({ data, next, total }: Page, at: number): Listed {
  return { data, pageInfo: { hasNextPage: next !== undefined, hasPreviousPage: at > 0 }, meta: total === undefined ? {} : { total } }
}

/** The filters and order of a list as the API's query. Empty filters are left out. */
export function listQuery(filter: Record<string, unknown> = {}, sort?: { field: string; order: string }): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter)) {
    if (value !== undefined && value !== null && value !== '' && value !== false) query.set(key, String(value))
  }
  if (sort?.field && sort.field !== 'id') query.set('sort', `${sort.order === 'DESC' ? '-' : ''}${sort.field}`)
  return query.toString()
}
