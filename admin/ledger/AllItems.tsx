import { useMemo } from 'react'
import { everything, firstOrder } from '../cursors.ts'
import { usePanel } from '../panel.ts'
import type { Column } from './columns.ts'
import { ExportButton } from './list/ExportButton.tsx'
import { ListPage } from './list/ListPage.tsx'

/** Every ledger's records within one's own scope: where the search leads, and a unit's whole work. */
export function AllItems() {
  const { ledgers, words, scope } = usePanel()
  const columns = useMemo(
    (): Column[] => [
      { source: 'lamp', as: 'lamp', hidden: false },
      { source: 'number', as: 'number', hidden: false },
      { source: 'heading', as: 'heading', hidden: false },
      { source: 'ledger', as: 'field', hidden: false },
      { source: 'township', as: 'township', hidden: scope.office.kind === 'township' },
      { source: 'state', as: 'state', hidden: false },
      { source: 'duties', as: 'duties', hidden: false },
      { source: 'dueOn', as: 'dueOn', hidden: false },
      { source: 'updatedAt', as: 'updatedAt', hidden: true },
    ],
    [scope],
  )
  const beside = <ExportButton ledger={everything} />
  return <ListPage name={everything} title={words.frame.all} ledgers={ledgers} columns={columns} sort={firstOrder} beside={beside} />
}
