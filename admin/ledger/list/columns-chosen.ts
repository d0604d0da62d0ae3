import { useStore } from 'react-admin'
import type { Column } from '../columns.ts'
import { useListOf } from './ListContext.ts'

/**
 * The columns that this person wants, by name: a field that a new version brings does not shuffle them. Without a choice, those that the
 * definition shows.
 */
export function useChosenColumns(): [Column[], (sources: string[] | null) => void] {
  const { name, columns } = useListOf()
  const [chosen, setChosen] = useStore<string[] | undefined>(`columns.${name}`)
  const shown = chosen ? columns.filter((column) => chosen.includes(column.source)) : columns.filter((column) => !column.hidden)
  return [shown, (sources) => setChosen(sources ?? undefined)]
}
