import { Box, Button, GlobalStyles, Paper } from '@mui/material'
import { type ReactNode, useMemo } from 'react'
import { InfiniteListBase, ListBase, useStore } from 'react-admin'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { useCountySettings } from '../../calendar/settings.ts'
import { Page } from '../../frame/Page.tsx'
import { useTableRoom } from '../../frame/useWidth.ts'
import { usePanel } from '../../panel.ts'
import type { Column } from '../columns.ts'
import { Chips } from './Chips.tsx'
import { FilterBar } from './FilterBar.tsx'
import { filtersOf } from './filters.ts'
import { ListBody } from './ListBody.tsx'
import { ListOfContext } from './ListContext.ts'
import { Pager } from './Pager.tsx'
import { Selection } from './Selection.tsx'

type Props = {
  name: string
  title: string
  ledgers: Ledger[]
  columns: Column[]
  sort: { field: string; order: 'ASC' | 'DESC' }
  tabs?: ReactNode
  above?: ReactNode
  beside?: ReactNode
}

/** A list with its tabs, filters, rows and pages. On a phone the rows are cards and the next ones come below. */
export function ListPage({ name, title, ledgers, columns, sort, tabs, above, beside }: Props) {
  const { scope, offices, words, lang, today } = usePanel()
  const phone = !useTableRoom()
  const sittings = useCountySettings().data?.sittings
  const [perPage] = useStore<number>('perPage', 25)
  const list = useMemo(
    () => ({
      name,
      ledgers,
      columns,
      filters: filtersOf(ledgers, { scope, offices, words, lang, today, ...(sittings ? { sittings } : {}) }),
      ledgerOf: (key: string) => ledgers.find((each) => each.key === key),
    }),
    [name, ledgers, columns, scope, offices, words, lang, today, sittings],
  )
  const shared = { resource: name, perPage, sort, storeKey: false as const, queryOptions: { retry: false } }
  const inner = phone ? (
    <Page title={title} above={above} beside={beside}>
      <Box sx={{ mx: { xs: -4, sm: 0 }, px: { xs: 4, sm: 0 }, bgcolor: 'background.paper', borderRadius: { sm: 2 } }}>{tabs}</Box>
      <FilterBar phone />
      <Chips />
      <ListBody phone />
    </Page>
  ) : (
    <Page
      title={title}
      above={above && <Box sx={{ displayPrint: 'none' }}>{above}</Box>}
      beside={
        <>
          <Button onClick={() => window.print()}>{words.common.print}</Button>
          {beside}
        </>
      }
    >
      <GlobalStyles styles={register} />
      <Paper variant="outlined" sx={{ borderRadius: 2 }}>
        <Box sx={{ displayPrint: 'none' }}>
          {tabs}
          <FilterBar phone={false} />
        </Box>
        <Chips />
        <Selection />
        <ListBody phone={false} />
        <Pager />
      </Paper>
    </Page>
  )
  return (
    <ListOfContext.Provider value={list}>
      {phone ? <InfiniteListBase {...shared}>{inner}</InfiniteListBase> : <ListBase {...shared}>{inner}</ListBase>}
    </ListOfContext.Provider>
  )
}

/**
 * A register on paper: A4 across, its head and its number on every page, no row torn, nothing to press. Words are not torn either: a column is as
 * wide as they are, and no wider than twelve letters; the heading takes the rest.
 */
const register = `
  @page { size: A4 landscape; margin: 12mm; @bottom-center { content: counter(page) ' / ' counter(pages); font-size: 9pt; } }
  @media print {
    main td, main th {
      position: static !important;
      font-size: 10.5pt !important;
      height: auto !important;
      padding: 1.5mm 2mm !important;
      white-space: normal !important;
      word-break: keep-all;
      overflow-wrap: break-word;
      max-width: 12em !important;
    }
    main .MuiTableCell-paddingCheckbox, main .MuiTableSortLabel-icon { display: none !important; }
    main thead { display: table-header-group; }
    main tr { break-inside: avoid; }
  }
`
