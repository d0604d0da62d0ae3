import { useListContext } from 'react-admin'
import { useAsked } from '../../api.ts'
import { everything, listQuery } from '../../cursors.ts'
import type { Shown } from '../../data.ts'
import { useListOf } from './ListContext.ts'

type Counts = { total: number }
type Answer = Counts | { data: { [ledger: string]: Counts } }

/**
 * How many records the list holds. Where its own answer does not say, they are counted, once the rows are there: what a number cannot be held against
 * nobody trusts.
 */
export function useTotal(): number | undefined {
  const { name } = useListOf()
  const { data: rows = [], meta, filterValues, isFetching } = useListContext<Shown>()
  const known = (meta as { total?: number } | undefined)?.total
  const query = listQuery(filterValues as Record<string, unknown>)
  const { data: counted } = useAsked<Answer>(`/counts${name === everything ? '' : `/${name}`}${query ? `?${query}` : ''}`, {
    staleTime: 30_000,
    enabled: known === undefined && rows.length > 0 && !isFetching,
  })
  return known ?? (counted && Math.max(totalOf(counted), rows.length))
}

/** Of one ledger its number, of several their sum. */
export function totalOf(counted: Answer): number {
  return 'total' in counted ? counted.total : Object.values(counted.data).reduce((sum, { total }) => sum + total, 0)
}
