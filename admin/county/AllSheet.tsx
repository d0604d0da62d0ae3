import { Box, Typography } from '@mui/material'
import { useState } from 'react'
import { deskLabels } from '../../shared/definition/desks.ts'
import { Loading } from '../frame/Loading.tsx'
import { usePanel } from '../panel.ts'
import { DataTable } from '../parts/DataTable.tsx'
import { InlineButton } from '../parts/InlineButton.tsx'
import { officeName } from '../parts/office.ts'
import { Retry } from '../parts/Retry.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { Switch } from '../parts/Switch.tsx'
import { TableExport } from '../parts/TableExport.tsx'
import type { CountyWords } from '../words/county.ts'
import { CountLink, DIVIDED } from './CountLink.tsx'
import { type CountGroup, useAllGroups } from './figures.ts'
import { COUNTY, type Filter, owedFilter } from './links.ts'
import { OpenIn } from './OpenIn.tsx'
import type { Asked } from './question.ts'
import { SystemsTable } from './SystemsTable.tsx'

const WORK = 'work'
const DESK = 'desk'

/** All ledgers divided by what is worked on, by townships, units or the desks of the county office: one switch. */
export function AllSheet({ asked, words }: { asked: Asked; words: CountyWords }) {
  const base: Filter = asked.year ? { year: asked.year } : {}
  const ways = [
    { key: WORK, label: words.systems.system },
    { key: 'township', label: words.table.township },
    { key: 'unit', label: words.table.unit },
    { key: DESK, label: words.table.desk },
  ]
  const way = ways.find(({ key }) => key === asked.by) ?? { key: WORK, label: words.systems.system }
  const title = way.key === WORK ? words.systems.title : words.table.allBy(way.label)
  return (
    <Sheet
      title={title}
      beside={
        <>
          <Switch label={words.table.choose} value={way.key} options={ways} choose={(by) => asked.ask({ by })} />
          <TableExport name={title} />
        </>
      }
    >
      <Box id={DIVIDED} sx={{ scrollMarginTop: '8rem' }}>
        {way.key === WORK ? (
          <SystemsTable base={base} caption={title} words={words} />
        ) : (
          <Groups key={way.key} by={way.key} column={way.label} base={base} words={words} />
        )}
      </Box>
    </Sheet>
  )
}

type Props = { by: string; column: string; base: Filter; words: CountyWords }

function Groups({ by, column, base, words }: Props) {
  const { lang, ledgers, offices } = usePanel()
  const { data, isError, refetch } = useAllGroups(base, by)
  const [unfolded, setUnfolded] = useState<string | null>(null)
  if (isError) return <Retry sentence={words.failedPart} retry={() => void refetch()} />
  if (!data) return <Loading rows={11} />
  const names = new Map(Object.entries(deskLabels(ledgers)))
  const name = (id: string): string =>
    id === COUNTY ? words.table.county : by === DESK ? (names.get(id)?.[lang] ?? id) : officeName(offices, id, lang, by)
  const filter = (id: string): Filter => ({ ...base, [by]: id })
  // An office answers for what it owes itself; a desk, for what it has in charge.
  const own = by !== DESK
  const days = (id: string): Filter => (own ? { ...base, ...owedFilter(by, id) } : filter(id))
  const townships = by === 'township' ? offices.filter(({ kind, closed }) => kind === by && !closed).map(({ id }) => id) : []
  const none = { total: 0, open: 0, overdue: 0, nearDue: 0 }
  const rows: CountGroup[] = [
    ...data.groups.map(({ owes, ...group }) => ({ ...group, ...owes })),
    ...townships.filter((id) => !data.groups.some((group) => group.id === id)).map((id) => ({ id, ...none })),
  ].filter(({ id }) => id !== 'none')
  const worst = [...rows].sort((a, b) => b.overdue - a.overdue || b.nearDue - a.nearDue || b.open - a.open)
  return (
    <>
      <DataTable
        caption={column}
        dense
        hover
        rows={worst}
        id={({ id }) => id}
        under={({ id }) => unfolded === id && <OpenIn filter={filter(id)} />}
        columns={[
          {
            label: column,
            names: true,
            cell: ({ id }) => <CountLink to={{ ledger: 'all', filter: filter(id) }} text={name(id)} />,
          },
          {
            label: words.table.open,
            right: true,
            cell: ({ id, open }) =>
              open > 0 ? (
                <InlineButton
                  aria-expanded={unfolded === id}
                  onClick={() => setUnfolded(unfolded === id ? null : id)}
                  sx={{ displayPrint: 'inline' }}
                >
                  <CountLink to={null} n={open} />
                </InlineButton>
              ) : (
                <CountLink to={null} n={open} />
              ),
          },
          {
            label: own ? words.table.ownSoon : words.table.soon,
            right: true,
            cell: ({ id, nearDue }) => (
              <CountLink to={{ ledger: 'all', filter: { ...days(id), nearDue: 'true' } }} n={nearDue} colour="amber" />
            ),
          },
          {
            label: own ? words.table.ownLate : words.table.late,
            right: true,
            cell: ({ id, overdue }) => (
              <CountLink to={{ ledger: 'all', filter: { ...days(id), overdue: 'true' } }} n={overdue} colour="red" />
            ),
          },
        ]}
      />
      {rows.length === 0 && <Typography color="text.secondary">{words.table.noDesk}</Typography>}
      {(rows.length === 0 ? [] : [...(by === 'unit' ? [words.table.named] : []), own ? words.table.ownDays : words.table.deskDays]).map(
        (note) => (
          <Typography key={note} component="p" variant="caption" color="text.secondary">
            {note}
          </Typography>
        ),
      )}
    </>
  )
}
