import { useListContext } from 'react-admin'
import { usePanel } from '../../panel.ts'
import { leaving, viewsOf } from '../views.ts'
import type { FilterValues } from './filters.ts'
import { useListOf } from './ListContext.ts'

/** Sets what is asked of a list, from its bar and its chips. */
export function useSetFilters(): (next: FilterValues) => void {
  const { ledgers } = useListOf()
  const { scope, words, lang } = usePanel()
  const { filterValues, setFilters } = useListContext()
  const ledger = ledgers.length === 1 ? ledgers[0] : undefined
  return (next) => setFilters(leaving(ledger ? viewsOf(ledger, scope, words, lang) : [], filterValues as FilterValues, next))
}
