import { Box, Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow, TableSortLabel, Typography } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-router'
import { shanghaiDay, writeDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Fraction } from '../../shared/figures/figures.ts'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel, useSay } from '../panel.ts'
import { RateText } from '../parts/NumberText.tsx'
import type { CountyWords } from '../words/county.ts'
import { CountLink } from './CountLink.tsx'
import { type Answer, type Counts, openOf } from './figures.ts'
import { type Row, type Sort, type SortKey, sortRows } from './grouping.ts'
import { type Filter, listLink, openStates } from './links.ts'
import { ratesOf } from './rates.ts'

type Props = {
  rows: Row[]
  ledger: Ledger
  column: string
  base: Filter
  live: boolean
  whole: Counts | undefined
  figures: Answer | undefined
  fresh: number
  words: CountyWords
  /** A record may stand in several rows, so they need not add up. */
  shared: boolean
  /** The rows are offices, and their days those of what each owes itself. */
  own: boolean
}

/** The rows behind the figures, the worst first; every column sorts. On a phone only what fits: open, near due, overdue. */
export function GroupTable({ rows, ledger, column, base, live, whole, figures, fresh, words, shared, own }: Props) {
  const { lang, today } = usePanel()
  const say = useSay()
  const wide = useWidth() !== 'phone'
  const [sort, setSort] = useState<Sort | null>(null)
  const said = words.table
  const reports = ledger.report?.duty !== undefined
  const rates = ratesOf(ledger, said.onTime, say)
  // On time, and the first of the others: what stands on the cards above as well.
  const shown = wide ? rates.slice(0, rates[0]?.key === 'onTime' ? 2 : 1) : []
  const dated = wide && live
  const columns: [SortKey, string][] = [
    ['name', column],
    ['open', said.open],
    ...(wide ? [['fresh', said.fresh] as [SortKey, string]] : []),
    ...(live ? [['soon', own ? said.ownSoon : said.soon] as [SortKey, string]] : []),
    ['late', own && live ? said.ownLate : said.late],
    ...shown.map(({ key, label }): [SortKey, string] => [`rate:${key}`, label]),
    ...(dated ? [['updated', said.updated] as [SortKey, string]] : []),
  ]
  const order = sort ?? { by: 'late' as const, down: true }
  const choose = (by: SortKey) => setSort({ by, down: order.by === by ? !order.down : by !== 'name' })
  const total = live ? whole && openOf(ledger, whole) : figures?.total.open
  const overlaps = total !== undefined && rows.reduce((sum, { open }) => sum + (open ?? 0), 0) > total
  const lastChange = (at: string) => {
    const day = shanghaiDay(at)
    return day === today ? said.today : writeDay(day, lang, { year: 'auto', today, weekday: false })
  }
  const links = (filter: Filter | undefined) => (live && filter ? { ledger: ledger.key, filter: { ...filter, ...base } } : null)
  return (
    <>
      <Table size="small" sx={{ ...dense, '& th': { whiteSpace: lang === 'zh' ? 'nowrap' : 'normal', lineHeight: 1.3 } }}>
        <Box component="caption" sx={unseen}>
          {column}
        </Box>
        <TableHead>
          <TableRow>
            {columns.map(([key, label]) => (
              <TableCell
                key={key}
                align={key === 'name' ? 'left' : 'right'}
                sortDirection={order.by === key ? (order.down ? 'desc' : 'asc') : false}
                sx={
                  key.startsWith('rate:') && label.length > 5
                    ? { '&&': { whiteSpace: 'normal', minWidth: '5.5em', lineHeight: 1.3 } }
                    : own && live && (key === 'soon' || key === 'late')
                      ? { '&&': { whiteSpace: 'normal', width: '4.6em', lineHeight: 1.3 } }
                      : {}
                }
              >
                <TableSortLabel
                  active={order.by === key}
                  direction={order.by === key && !order.down ? 'asc' : 'desc'}
                  onClick={() => choose(key)}
                >
                  {label}
                </TableSortLabel>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {sortRows(rows, sort, lang).map((row) => (
            <TableRow key={row.id} hover>
              <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
                <CountLink to={links(row.filter)} text={row.name} />
              </TableCell>
              <TableCell align="right">
                <CountLink to={links(row.filter && { ...row.filter, state: openStates(ledger).join(',') })} n={row.open} />
              </TableCell>
              {wide && <TableCell align="right">{row.fresh ?? '—'}</TableCell>}
              {live && (
                <TableCell align="right">
                  <CountLink to={links(row.owed && { ...row.owed, nearDue: 'true' })} n={row.soon} colour="amber" />
                </TableCell>
              )}
              <TableCell align="right">
                <CountLink to={links(row.owed && { ...row.owed, overdue: 'true' })} n={row.late} colour="red" />
              </TableCell>
              {shown.map(({ key, hidden }, at) => (
                <TableCell key={key} align="right">
                  <RateLink
                    to={hidden ? null : links(row.filter && { ...row.filter, rate: key })}
                    rate={row.rates[key]}
                    bar={at === 0 && reports}
                  />
                </TableCell>
              ))}
              {dated && <TableCell align="right">{row.updatedAt ? lastChange(row.updatedAt) : '—'}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
        <TableBody>
          <TableRow sx={{ '& > *': { fontWeight: 700, borderBottom: 0 } }}>
            <TableCell component="th" scope="row" sx={{ fontWeight: 700, borderBottom: 0 }}>
              {said.total}
            </TableCell>
            <TableCell align="right">
              <CountLink to={links({ state: openStates(ledger).join(',') })} n={total} />
            </TableCell>
            {wide && <TableCell align="right">{fresh}</TableCell>}
            {live && (
              <TableCell align="right">
                <CountLink to={links({ nearDue: 'true' })} n={whole?.nearDue} />
              </TableCell>
            )}
            <TableCell align="right">
              <CountLink to={links({ overdue: 'true' })} n={live ? whole?.overdue : figures?.total.overdue} />
            </TableCell>
            {shown.map(({ key, hidden }) => (
              <TableCell key={key} align="right">
                <RateLink to={hidden ? null : links({ rate: key })} rate={figures?.total.rates[key]} bar={false} />
              </TableCell>
            ))}
            {dated && <TableCell sx={{ borderBottom: 0 }} />}
          </TableRow>
        </TableBody>
      </Table>
      {[...(shared && overlaps ? [said.overlap] : []), ...(own && live ? [said.ownDays, said.ownTotal] : [])].map((note) => (
        <Typography key={note} component="p" variant="caption" color="text.secondary">
          {note}
        </Typography>
      ))}
    </>
  )
}

/** A rate that opens what counts in it. */
function RateLink({ to, rate, bar }: { to: { ledger: string; filter: Filter } | null; rate: Fraction | null | undefined; bar: boolean }) {
  const text = <RateText num={rate?.num ?? 0} den={rate?.den ?? 0} bar={bar} />
  if (!to || !rate) return text
  return (
    <MuiLink component={Link} to={listLink(to.ledger, to.filter, 'number')} color="inherit">
      {text}
    </MuiLink>
  )
}

/** Eleven townships stand on one screen. */
export const dense = {
  '& td, & th': { height: '2.13rem', py: 0, px: { xs: 1.5, sm: 2 } },
  '& th': { whiteSpace: 'nowrap' },
  '& .MuiTableSortLabel-icon': { fontSize: '1rem', m: 0 },
  '& .MuiTableSortLabel-root:not(.Mui-active) .MuiTableSortLabel-icon': { display: { xs: 'none', sm: 'inline-block' } },
} as const
export const unseen = { position: 'absolute', clip: 'rect(0 0 0 0)', width: '1px', height: '1px', overflow: 'hidden', p: 0 } as const
