import ExpandIcon from '@mui/icons-material/ExpandMoreRounded'
import { IconButton } from '@mui/material'
import { useState } from 'react'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Label } from '../../shared/names.ts'
import { Loading } from '../frame/Loading.tsx'
import { menuGroups } from '../frame/menu.ts'
import { usePanel } from '../panel.ts'
import { DataTable } from '../parts/DataTable.tsx'
import { InlineButton } from '../parts/InlineButton.tsx'
import { writeNumber } from '../parts/number.ts'
import { Retry } from '../parts/Retry.tsx'
import type { CountyWords } from '../words/county.ts'
import { CountLink } from './CountLink.tsx'
import { type Counts, openOf, useAll } from './figures.ts'
import { type Filter, statesIn, workStates } from './links.ts'

type Numbers = {
  label: string
  count: (ledger: Ledger, counts: Counts) => number
  filter: (ledger: Ledger) => Filter
  /** It counts what is late or near. */
  colour?: 'amber' | 'red'
}

/** A system of work, or one of its ledgers where it is unfolded. */
type Line = { id: string; label: Label; own: Ledger[]; unfolded: boolean; inner?: boolean }

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
  const numbers: Numbers[] = [
    { label: words.table.open, count: openOf, filter: (ledger) => ({ state: workStates(ledger).join(',') }) },
    {
      label: owed ? words.table.ownSoon : words.table.soon,
      count: (_, { nearDue }) => nearDue,
      filter: () => ({ nearDue: 'true' }),
      colour: 'amber',
    },
    {
      label: owed ? words.table.ownLate : words.table.late,
      count: (_, { overdue }) => overdue,
      filter: () => ({ overdue: 'true' }),
      colour: 'red',
    },
    {
      label: words.systems.done,
      count: (ledger, { states }) => done(ledger).reduce((sum, state) => sum + (states[state] ?? 0), 0),
      filter: (ledger) => ({ state: done(ledger).join(',') }),
    },
  ]
  const toggle = (name: string) => setOpen(open.includes(name) ? open.filter((each) => each !== name) : [...open, name])
  if (held && !(told.data && days.data) && !failed) return <Loading rows={6} />
  if (failed) return <Retry sentence={words.failedPart} retry={() => void failed.refetch()} />
  const systems = menuGroups(ledgers, scope, {})
    .flatMap((group) => group.systems)
    .filter(({ ledgers: own }) => !held || own.some(({ key }) => [countsOf, daysOf].some((of) => (of(key)?.total ?? 0) > 0)))
  const lines = systems.flatMap(({ number, label, ledgers: own }): Line[] => {
    const id = `${number}${own[0]?.key}`
    const unfolded = open.includes(id)
    const inner = own.map((ledger) => ({ id: `${id} ${ledger.key}`, label: ledger.label, own: [ledger], unfolded, inner: true }))
    return [{ id, label, own, unfolded }, ...(unfolded ? inner : [])]
  })
  return (
    <DataTable
      caption={caption}
      dense
      hover
      sx={{ '& thead th': { whiteSpace: { xs: 'normal', sm: 'nowrap' }, minWidth: '3.6em', lineHeight: 1.3 } }}
      rows={lines}
      id={({ id }) => id}
      row={({ inner }) => (inner ? { sx: { '& th': { pl: '2rem !important' } } } : {})}
      columns={[
        {
          label: words.systems.system,
          names: true,
          cell: ({ id, label, own: [first, ...others], unfolded }) =>
            first && others.length === 0 ? (
              <CountLink to={{ ledger: first.key, filter: base }} text={label[lang]} />
            ) : (
              <>
                {words.table.several(label[lang], writeNumber(others.length + 1))}
                <IconButton
                  size="small"
                  onClick={() => toggle(id)}
                  aria-expanded={unfolded}
                  aria-label={words.systems.unfold(label[lang])}
                  sx={{ minHeight: 0, minWidth: 0, p: 1, displayPrint: 'none' }}
                >
                  <ExpandIcon fontSize="small" sx={{ transform: unfolded ? 'none' : 'rotate(-90deg)' }} />
                </IconButton>
              </>
            ),
        },
        ...numbers.map(({ label, count, filter, colour }) => ({
          label,
          right: true,
          cell: ({ id, own, unfolded }: Line) => {
            const counted = own.map((ledger) => {
              const data = (colour ? daysOf : countsOf)(ledger.key)
              return data && count(ledger, data)
            })
            const holding = own.filter((_, at) => counted[at])
            const only = holding.length === 1 ? holding[0] : undefined
            const number = (
              <CountLink
                n={counted.includes(undefined) ? undefined : counted.reduce<number>((sum, n) => sum + (n ?? 0), 0)}
                to={only ? { ledger: only.key, filter: { ...((colour && owed) || base), ...filter(only) } } : null}
                {...(colour ? { colour } : {})}
              />
            )
            if (unfolded || holding.length < 2) return number
            return (
              <InlineButton aria-expanded={false} onClick={() => toggle(id)} sx={{ displayPrint: 'inline' }}>
                {number}
              </InlineButton>
            )
          },
        })),
      ]}
    />
  )
}

const nothing: Counts = { total: 0, states: {}, overdue: 0, nearDue: 0 }
