import { Button } from '@mui/material'
import { useListContext } from 'react-admin'
import { everything, listQuery } from '../../cursors.ts'
import type { Shown } from '../../data.ts'
import { useWords } from '../../panel.ts'
import { useChosenColumns } from './columns-chosen.ts'
import { useListOf } from './ListContext.ts'
import { useHolder } from './owed.ts'

/** The server writes the workbook, under the filters of the list, with every field. */
export function ExportButton({ ledger }: { ledger: string }) {
  const words = useWords()
  const { filterValues } = useListContext()
  return <Download ledger={ledger} query={listQuery(filterValues as Record<string, unknown>)} label={words.list.export} />
}

/** The list as it stands on the screen, in its order: only the columns that are shown, of all its rows or of those that are selected. */
export function ExportShown({ chosen }: { chosen?: Shown[] }) {
  const words = useWords()
  const { name } = useListOf()
  const { filterValues, sort } = useListContext()
  const [columns] = useChosenColumns()
  const holder = useHolder()
  const rows = chosen
    ? [`ids=${idsOf(name, chosen)}`, ...(holder ? [`holder=${holder}`] : [])].join('&')
    : listQuery(filterValues as Record<string, unknown>, sort)
  const query = [rows, `columns=${columns.map(({ source }) => source).join()}`].filter(Boolean).join('&')
  return <Download ledger={name} query={query} label={words.list.exportShown} />
}

/** Of a list of several ledgers an id is told with its ledger, unless it lies on that of the one before it: an address has not room for all. */
export function idsOf(name: string, records: Pick<Shown, 'ledger' | 'id'>[]): string {
  const told = ({ ledger, id }: (typeof records)[number], at: number) => (records[at - 1]?.ledger === ledger ? id : `${ledger}:${id}`)
  return records.map((record, at) => (name === everything ? told(record, at) : record.id)).join()
}

function Download({ ledger, query, label }: { ledger: string; query: string; label: string }) {
  const path = ledger === everything ? '' : `/${ledger}`
  return (
    <Button component="a" href={`/api/exports${path}?format=xlsx${query ? `&${query}` : ''}`} download>
      {label}
    </Button>
  )
}
