import { Button } from '@mui/material'
import { useListContext } from 'react-admin'
import { listQuery } from '../../cursors.ts'
import { useWords } from '../../panel.ts'
import { useChosenColumns } from './columns-chosen.ts'
import { useHolder } from './owed.ts'

/** The server writes the workbook, under the filters of the list, with every field. */
export function ExportButton({ ledger }: { ledger: string }) {
  const words = useWords()
  const { filterValues } = useListContext()
  return <Download ledger={ledger} query={listQuery(filterValues as Record<string, unknown>)} label={words.list.export} />
}

/** The list as it stands on the screen: only the columns that are shown, of all its rows or of those that are selected. */
export function ExportShown({ ledger, ids }: { ledger: string; ids?: string[] }) {
  const words = useWords()
  const { filterValues } = useListContext()
  const [columns] = useChosenColumns()
  const holder = useHolder()
  const chosen = ids && [`ids=${ids.join()}`, ...(holder ? [`holder=${holder}`] : [])].join('&')
  const rows = chosen ?? listQuery(filterValues as Record<string, unknown>)
  const query = [rows, `columns=${columns.map(({ source }) => source).join()}`].filter(Boolean).join('&')
  return <Download ledger={ledger} query={query} label={words.list.exportShown} />
}

function Download({ ledger, query, label }: { ledger: string; query: string; label: string }) {
  return (
    <Button component="a" href={`/api/exports/${ledger}?format=xlsx${query ? `&${query}` : ''}`} download>
      {label}
    </Button>
  )
}
