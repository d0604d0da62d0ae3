import { Link as MuiLink, Typography } from '@mui/material'
import { Link } from 'react-router'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { asPath, useEvery } from '../api.ts'
import { useFigures } from '../county/figures.ts'
import { listLink } from '../county/links.ts'
import type { Shown } from '../data.ts'
import { Loading } from '../frame/Loading.tsx'
import { usePanel } from '../panel.ts'
import { DataTable } from '../parts/DataTable.tsx'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { TableExport } from '../parts/TableExport.tsx'
import type { OfficeWords } from '../words/office.ts'
import { nextGrade, pointsOf, rankOf } from './points.ts'

type Props = { ledger: Ledger; name: string; place: string | undefined; words: OfficeWords }

/** A deputy's points of the year by rule, what of them counts, and where that puts him among all. */
export function PointsSheet({ ledger, name, place, words }: Props) {
  const { lang, today, scope } = usePanel()
  const year = today.slice(0, 4)
  const { per = '', sum = '' } = ledger.report?.caps ?? {}
  const filter = { where: `${per}:${name}`, year, ...(place && scope.office.kind === 'county' ? { township: place } : {}) }
  const { data: found } = useEvery<Shown>(asPath(`/records/${ledger.key}`, { ...filter, limit: '100' }), { staleTime: 30_000 })
  const { data: figures } = useFigures({ ledger: ledger.key, asOf: today, year, by: per }, scope.office.kind === 'county')
  const rows = pointsOf(ledger, found ?? [], lang)
  const all = rows.reduce((total, { counted }) => total + counted, 0)
  const rank = figures && rankOf(figures.groups ?? [], name, sum)
  // The year is not over: what is still wanted helps more than a poor grade in March.
  const next = nextGrade(ledger, all)
  const title = words.points(year)
  return (
    <Sheet
      title={title}
      beside={
        <>
          <MuiLink component={Link} to={listLink(ledger.key, filter)} sx={{ displayPrint: 'none' }}>
            {words.entriesAll}
          </MuiLink>
          {rows.length > 0 && <TableExport name={`${name} ${title}`} />}
        </>
      }
    >
      {!found && <Loading rows={3} />}
      {found && rows.length === 0 && <Typography color="text.secondary">{words.noPoints}</Typography>}
      {rows.length > 0 && (
        <>
          <Typography sx={{ fontWeight: 600, mb: 2 }}>
            {words.pointsSum(writeNumber(all))}
            {rank && words.rank(writeNumber(rank.place), writeNumber(rank.of))}
            {next
              ? words.toNext(writeNumber(next.wants), words.grades[next.grade] ?? next.grade)
              : rank?.grade && words.grade(words.grades[rank.grade] ?? rank.grade)}
            {words.stop}
          </Typography>
          <Typography sx={{ color: 'text.secondary', mb: 2 }}>{words.pointsFrom}</Typography>
          <DataTable
            label={title}
            dense
            rows={rows}
            id={({ rule }) => rule}
            columns={[
              { label: words.rule, names: true, cell: ({ rule }) => rule },
              { label: words.entries, right: true, cell: ({ entries }) => writeNumber(entries) },
              { label: words.got, right: true, cell: ({ points }) => writeNumber(points) },
              { label: words.most, right: true, cell: ({ most }) => (most === undefined ? '—' : writeNumber(most)) },
              { label: words.counted, right: true, cell: ({ counted }) => writeNumber(counted) },
            ]}
          />
        </>
      )}
    </Sheet>
  )
}
