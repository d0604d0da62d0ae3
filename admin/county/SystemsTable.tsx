import ExpandIcon from '@mui/icons-material/ExpandMoreRounded'
import { Box, IconButton, Table, TableBody, TableCell, TableRow } from '@mui/material'
import { Fragment, useState } from 'react'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Loading } from '../frame/Loading.tsx'
import { menuGroups } from '../frame/menu.ts'
import { usePanel } from '../panel.ts'
import { Columns } from '../parts/Columns.tsx'
import { InlineButton } from '../parts/InlineButton.tsx'
import { Retry } from '../parts/Retry.tsx'
import type { CountyWords } from '../words/county.ts'
import { CountLink } from './CountLink.tsx'
import { type Counts, openOf, useAll } from './figures.ts'
import { dense, unseen } from './GroupTable.tsx'
import { type Filter, openStates, statesIn } from './links.ts'

type Column = {
  key: string
  label: string
  count: (ledger: Ledger, counts: Counts) => number
  filter: (ledger: Ledger) => Filter
  /** It counts what is late or near. */
  colour?: 'amber' | 'red'
}

/** `base`: the filter under which is counted; `owed`: the one under which days are, of an office what it owes itself; `held`: only what holds anything. */
type Props = { base: Filter; owed?: Filter; caption: string; words: CountyWords; held?: boolean }

/** A row for each system of work. A number of one ledger opens its records; one of several opens the row into them, for no list holds just these. */
export function SystemsTable({ base, owed, caption, words, held = false }: Props) {
  const { ledgers, scope, lang } = usePanel()
  const [open, setOpen] = useState<string[]>([])
  const told = useAll(base)
  const days = useAll(owed ?? base)
  const failed = [told, days].find(({ isError }) => isError)
  const countsOf = (ledger: string) => told.data && (told.data[ledger] ?? nothing)
  const daysOf = (ledger: string) => days.data && (days.data[ledger] ?? nothing)
  const done = (ledger: Ledger) => statesIn(ledger, 'done')
  const columns: Column[] = [
    { key: 'open', label: words.table.open, count: openOf, filter: (ledger) => ({ state: openStates(ledger).join(',') }) },
    {
      key: 'soon',
      label: owed ? words.table.ownSoon : words.table.soon,
      count: (_, { nearDue }) => nearDue,
      filter: () => ({ nearDue: 'true' }),
      colour: 'amber',
    },
    {
      key: 'late',
      label: owed ? words.table.ownLate : words.table.late,
      count: (_, { overdue }) => overdue,
      filter: () => ({ overdue: 'true' }),
      colour: 'red',
    },
    {
      key: 'done',
      label: words.systems.done,
      count: (ledger, { states }) => done(ledger).reduce((sum, state) => sum + (states[state] ?? 0), 0),
      filter: (ledger) => ({ state: done(ledger).join(',') }),
    },
  ]
  const cells = (own: Ledger[], unfold?: () => void) =>
    columns.map(({ key, count, filter, colour }) => {
      const numbers = own.map((ledger) => {
        const data = (colour ? daysOf : countsOf)(ledger.key)
        return data && count(ledger, data)
      })
      const known = numbers.every((n) => n !== undefined)
      const holding = own.filter((_, at) => numbers[at])
      const only = holding.length === 1 ? holding[0] : undefined
      const number = (
        <CountLink
          n={known ? numbers.reduce<number>((sum, n) => sum + (n ?? 0), 0) : undefined}
          to={only ? { ledger: only.key, filter: { ...((colour && owed) || base), ...filter(only) } } : null}
          {...(colour ? { colour } : {})}
        />
      )
      return (
        <TableCell key={key} align="right">
          {unfold && holding.length > 1 ? (
            <InlineButton aria-expanded={false} onClick={unfold} sx={{ displayPrint: 'inline' }}>
              {number}
            </InlineButton>
          ) : (
            number
          )}
        </TableCell>
      )
    })
  const toggle = (name: string) => setOpen(open.includes(name) ? open.filter((each) => each !== name) : [...open, name])
  if (held && !(told.data && days.data) && !failed) return <Loading rows={6} />
  if (failed) return <Retry sentence={words.failedPart} retry={() => void failed.refetch()} />
  return (
    <Table size="small" sx={dense}>
      <Box component="caption" sx={unseen}>
        {caption}
      </Box>
      <Columns labels={[words.systems.system]} numbers={columns.map(({ label }) => label)} />
      <TableBody>
        {menuGroups(ledgers, scope, {})
          .flatMap(({ systems }) => systems)
          .filter(({ ledgers: own }) => !held || own.some(({ key }) => [countsOf, daysOf].some((of) => (of(key)?.total ?? 0) > 0)))
          .map(({ number, label, ledgers: own }) => {
            const name = `${number}${own[0]?.key}`
            const single = own.length === 1 ? own[0] : undefined
            const unfolded = open.includes(name)
            return (
              <Fragment key={name}>
                <TableRow hover>
                  <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
                    {single ? <CountLink to={{ ledger: single.key, filter: base }} text={label[lang]} /> : label[lang]}
                    {!single && (
                      <IconButton
                        size="small"
                        onClick={() => toggle(name)}
                        aria-expanded={unfolded}
                        aria-label={words.systems.unfold(label[lang])}
                        sx={{ minHeight: 0, minWidth: 0, p: 1, displayPrint: 'none' }}
                      >
                        <ExpandIcon fontSize="small" sx={{ transform: unfolded ? 'none' : 'rotate(-90deg)' }} />
                      </IconButton>
                    )}
                  </TableCell>
                  {cells(own, unfolded ? undefined : () => toggle(name))}
                </TableRow>
                {unfolded &&
                  own.map((ledger) => (
                    <TableRow key={ledger.key} hover>
                      <TableCell component="th" scope="row" sx={{ fontWeight: 400, pl: '2rem !important' }}>
                        <CountLink to={{ ledger: ledger.key, filter: base }} text={ledger.label[lang]} />
                      </TableCell>
                      {cells([ledger])}
                    </TableRow>
                  ))}
              </Fragment>
            )
          })}
      </TableBody>
    </Table>
  )
}

const nothing: Counts = { total: 0, states: {}, overdue: 0, nearDue: 0 }
