import { Typography } from '@mui/material'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Loading } from '../frame/Loading.tsx'
import { usePanel } from '../panel.ts'
import { Retry } from '../parts/Retry.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { Switch } from '../parts/Switch.tsx'
import { TableExport } from '../parts/TableExport.tsx'
import { countyWords } from '../words/county.ts'
import type { Answer, Counts } from './figures.ts'
import { GroupTable } from './GroupTable.tsx'
import { type Grouping, groupIds, groupings, owedBy, owingKind, rowOf, STATES, TOWNSHIP } from './grouping.ts'
import type { Filter } from './links.ts'
import type { Asked } from './question.ts'
import { StatesTable } from './StatesTable.tsx'

type Props = { asked: Asked; ledger: Ledger; way: Grouping; counts: UseQueryResult<Counts>; figures: UseQueryResult<Answer> }

/** The figures divided: by township first, then as the ledger's report says, and by state. */
export function GroupSheet(props: Props) {
  const { asked, ledger, way, counts } = props
  const { lang } = usePanel()
  const words = countyWords[lang]
  const ways = groupings(ledger, words, lang).filter(({ key }) => key !== STATES || asked.live)
  const owing = ways.find(({ key }) => key === owedBy(ledger))
  return (
    <Sheet
      title={way.label}
      beside={
        <>
          {ways.length > 1 && (
            <Switch
              label={words.table.choose}
              value={way.key}
              options={ways.map(({ key, column }) => ({ key, label: column }))}
              choose={(by) => asked.ask({ by })}
            />
          )}
          <TableExport name={`${ledger.label[lang]} ${way.label}`} />
        </>
      }
    >
      {way.key === STATES ? (
        <StatesTable ledger={ledger} counts={counts.data} year={asked.year} words={words} />
      ) : (
        <Grouped key={way.key} {...props} />
      )}
      {way.key === TOWNSHIP && owing && (
        <Typography variant="caption" color="text.secondary">
          {words.table.owed(owing.column)}
        </Typography>
      )}
    </Sheet>
  )
}

function Grouped({ asked, ledger, way, counts, figures }: Props) {
  const { lang, offices } = usePanel()
  const words = countyWords[lang]
  const { year, live } = asked
  const base: Filter = year ? { year } : {}
  const failed = figures.isError ? figures : counts.isError ? counts : null
  if (failed) return <Retry sentence={words.failedPart} retry={() => void failed.refetch()} />
  const waits = (query: { data?: unknown; isPlaceholderData: boolean }) => query.data === undefined || query.isPlaceholderData
  if (!figures.data || waits(figures) || (live && waits(counts))) return <Loading rows={11} />
  const { groups = [], before } = figures.data
  const counted = live ? counts.data?.groups : undefined
  const given = { ledger, by: way.key, now: groups, before: before?.groups, counted, offices, lang, words }
  const rows = groupIds(way.key, groups, offices, counted).map((id) => rowOf(id, live, given))
  return (
    <GroupTable
      rows={rows}
      ledger={ledger}
      column={way.column}
      base={base}
      live={live}
      whole={counts.data}
      figures={figures.data}
      fresh={figures.data.total.records - (before?.total.records ?? 0)}
      words={words}
      shared={way.key !== TOWNSHIP}
      own={owingKind(ledger, way.key) !== undefined}
    />
  )
}
