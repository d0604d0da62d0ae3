import { Link as MuiLink, Typography } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-router'
import { shanghaiDay, writeDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Fraction } from '../../shared/figures/figures.ts'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel, useSay } from '../panel.ts'
import { type Column, DataTable } from '../parts/DataTable.tsx'
import { RateText } from '../parts/NumberText.tsx'
import type { CountyWords } from '../words/county.ts'
import { CountLink } from './CountLink.tsx'
import { type Answer, type Counts, openOf } from './figures.ts'
import { type Row, type Sort, type SortKey, sortRows } from './grouping.ts'
import { type Filter, listLink, workStates } from './links.ts'
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
  const order = sort ?? { by: 'late' as const, down: true }
  const head = (by: SortKey, label: string) => ({
    key: by,
    label,
    right: by !== 'name',
    sort: {
      active: order.by === by,
      by: order.by === by && !order.down ? ('asc' as const) : ('desc' as const),
      go: () => setSort({ by, down: order.by === by ? !order.down : by !== 'name' }),
    },
  })
  const total = live ? whole && openOf(ledger, whole) : figures?.total.open
  const overlaps = total !== undefined && rows.reduce((sum, { open }) => sum + (open ?? 0), 0) > total
  const lastChange = (at: string) => {
    const day = shanghaiDay(at)
    return day === today ? said.today : writeDay(day, lang, { year: 'auto', today, weekday: false })
  }
  const links = (filter: Filter | undefined) => (live && filter ? { ledger: ledger.key, filter: { ...filter, ...base } } : null)
  const isOpen = { state: workStates(ledger).join(',') }
  return (
    <>
      <DataTable
        caption={column}
        dense
        hover
        sx={{
          '& th': { whiteSpace: lang === 'zh' ? 'nowrap' : 'normal', lineHeight: 1.3 },
          '& tbody + tbody > tr > *': { borderBottom: 0 },
        }}
        rows={sortRows(rows, sort, lang)}
        id={({ id }) => id}
        columns={[
          {
            ...head('name', column),
            names: true,
            cell: ({ filter, name }) => <CountLink to={links(filter)} text={name} />,
            sum: own && live ? said.all : said.total,
          },
          {
            ...head('open', said.open),
            cell: ({ filter, open }) => <CountLink to={links(filter && { ...filter, ...isOpen })} n={open} />,
            sum: <CountLink to={links(isOpen)} n={total} />,
          },
          ...shownIf(wide, { ...head('fresh', said.fresh), cell: (row) => row.fresh ?? '—', sum: fresh }),
          ...shownIf(live, {
            ...head('soon', own ? said.ownSoon : said.soon),
            ...(own ? narrow('4.6em') : {}),
            cell: ({ owed, soon }) => <CountLink to={links(owed && { ...owed, nearDue: 'true' })} n={soon} colour="amber" />,
            sum: <CountLink to={links({ nearDue: 'true' })} n={whole?.nearDue} />,
          }),
          {
            ...head('late', own && live ? said.ownLate : said.late),
            ...(own && live ? narrow('4.6em') : {}),
            cell: ({ owed, late }) => <CountLink to={links(owed && { ...owed, overdue: 'true' })} n={late} colour="red" />,
            sum: <CountLink to={links({ overdue: 'true' })} n={live ? whole?.overdue : figures?.total.overdue} />,
          },
          ...shown.map(
            ({ key, label, hidden }, at): Column<Row> => ({
              ...head(`rate:${key}`, label),
              ...(label.length > 5 ? { head: { '&&': { whiteSpace: 'normal', minWidth: '5.5em', lineHeight: 1.3 } } } : {}),
              cell: ({ filter, rates }) => (
                <RateLink to={hidden ? null : links(filter && { ...filter, rate: key })} rate={rates[key]} bar={at === 0 && reports} />
              ),
              sum: <RateLink to={hidden ? null : links({ rate: key })} rate={figures?.total.rates[key]} bar={false} />,
            }),
          ),
          ...shownIf(wide && live, {
            ...head('updated', said.updated),
            cell: ({ updatedAt }) => (updatedAt ? lastChange(updatedAt) : '—'),
          }),
        ]}
      />
      {[...(shared && overlaps ? [said.overlap] : []), ...(own && live ? [said.ownDays, said.ownTotal] : [])].map((note) => (
        <Typography key={note} component="p" variant="caption" color="text.secondary">
          {note}
        </Typography>
      ))}
    </>
  )
}

const shownIf = (shown: boolean, column: Column<Row>) => (shown ? [column] : [])
// Its head stands over two or three lines of numbers of two digits.
const narrow = (width: string) => ({ head: { '&&': { whiteSpace: 'normal', width, lineHeight: 1.3 } } })

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
