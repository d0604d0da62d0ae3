import { createContext, useContext } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { measureOf } from '../../../shared/spoken.ts'
import type { Column } from '../columns.ts'
import type { Filter } from './filters.ts'

/** What the parts of one list share: its name in the address, its ledgers (several on the page of all items), its columns and filters. */
export type ListOf = {
  name: string
  ledgers: Ledger[]
  columns: Column[]
  filters: Filter[]
  ledgerOf: (key: string) => Ledger | undefined
}

export const ListOfContext = createContext<ListOf | null>(null)

export function useListOf(): ListOf & { measure: string } {
  const list = useContext(ListOfContext)
  if (!list) throw new Error('useListOf stands outside a list')
  return { ...list, measure: measureOf(list.ledgers.length === 1 ? list.ledgers[0] : undefined) }
}
