import { Box, Link as MuiLink, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { useAllCounts } from '../county/figures.ts'
import { dense } from '../county/GroupTable.tsx'
import { type Filter, listLink } from '../county/links.ts'
import { reporting } from '../county/question.ts'
import type { Shown } from '../data.ts'
import { Loading } from '../frame/Loading.tsx'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { Columns } from '../parts/Columns.tsx'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { StateChip } from '../parts/StateChip.tsx'
import { TableExport } from '../parts/TableExport.tsx'
import type { OfficeWords } from '../words/office.ts'

/** So many are listed here; of more there is the list. */
const SHOWN = 100

// In a hand the heading and the state are what there is room for.
const inHand = { '& tr > :first-of-type:not([colspan])': { display: { xs: 'none', sm: 'table-cell' } } } as const

/**
 * What somebody took part in this year, kind of work by kind of work with how many there are, each with how it stands: with his points it is his file, on screen and
 * on paper.
 */
export function YearSheet({ base, name, words }: { base: Filter; name: string; words: OfficeWords }) {
  const { ledgers, lang, today } = usePanel()
  const year = today.slice(0, 4)
  const filter = { ...base, year }
  const query = new URLSearchParams({ ...filter, limit: String(SHOWN) }).toString()
  const { data } = useQuery({
    queryKey: ['year-of', query],
    queryFn: ({ signal }) => request<{ data: Shown[]; next?: string }>(`/records?${query}`, { signal }),
    staleTime: 30_000,
  })
  const title = words.year(year)
  // Where all of them are shown, they are counted as they stand.
  const countsOf = useAllCounts(filter, data?.next !== undefined)
  const kinds = reporting(ledgers)
    .map((ledger) => ({ ledger, records: (data?.data ?? []).filter((record) => record.ledger === ledger.key) }))
    .filter(({ records }) => records.length > 0)
  return (
    <Sheet
      title={title}
      beside={
        <>
          <MuiLink component={Link} to={listLink('all', filter)} sx={{ displayPrint: 'none' }}>
            {words.all}
          </MuiLink>
          {kinds.length > 0 && <TableExport name={`${name} ${title}`} />}
        </>
      }
    >
      {!data && <Loading rows={5} />}
      {data && kinds.length === 0 && <Typography color="text.secondary">{words.noYear}</Typography>}
      {kinds.length > 0 && (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small" sx={{ ...dense, ...inHand }} aria-label={title}>
            <Columns labels={[words.number, words.heading, words.state]} />
            <TableBody>
              {kinds.map(({ ledger, records }) => (
                <Fragment key={ledger.key}>
                  <TableRow>
                    <TableCell component="th" scope="rowgroup" colSpan={3} sx={{ fontWeight: 700, bgcolor: 'background.default' }}>
                      <MuiLink component={Link} to={listLink(ledger.key, filter)} color="inherit" underline="hover">
                        {words.ofWork(ledger.label[lang], writeNumber(Math.max(countsOf(ledger.key)?.total ?? 0, records.length)))}
                      </MuiLink>
                    </TableCell>
                  </TableRow>
                  {records.map((record) => (
                    <TableRow key={record.id}>
                      <TableCell sx={{ whiteSpace: 'nowrap' }}>{record.number}</TableCell>
                      <TableCell component="th" scope="row" sx={{ fontWeight: 400, '&&': { whiteSpace: 'normal' }, minWidth: '12rem' }}>
                        <MuiLink component={Link} to={`/${ledger.key}/${record.id}/show`} underline="hover">
                          {record.heading}
                        </MuiLink>
                      </TableCell>
                      <TableCell sx={{ whiteSpace: 'nowrap' }}>
                        <StateChip ledger={ledger} state={record.state} took={record.took} plain />
                      </TableCell>
                    </TableRow>
                  ))}
                </Fragment>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      {data?.next && <Typography color="text.secondary">{words.onlySo(String(SHOWN))}</Typography>}
    </Sheet>
  )
}
