import { Button } from '@mui/material'
import { useListContext } from 'react-admin'
import { listQuery } from '../../cursors.ts'
import { useWords } from '../../panel.ts'

/** The server writes the workbook, under the filters of the list. */
export function ExportButton({ ledger }: { ledger: string }) {
  const words = useWords()
  const { filterValues } = useListContext()
  const query = listQuery(filterValues as Record<string, unknown>)
  return (
    <Button component="a" href={`/api/exports/${ledger}?format=xlsx${query ? `&${query}` : ''}`} download>
      {words.list.export}
    </Button>
  )
}
