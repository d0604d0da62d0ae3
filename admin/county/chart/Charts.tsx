import { Box, Button, Typography } from '@mui/material'
import { writeDay } from '../../../shared/deadline/days.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { Loading } from '../../frame/Loading.tsx'
import { usePanel, useWords } from '../../panel.ts'
import { writeNumber } from '../../parts/number.ts'
import { countyWords } from '../../words/county.ts'
import { useFigures } from '../figures.ts'
import { groupIds, groupings, rowOf, STATES } from '../grouping.ts'
import { type Asked, monthsBack } from '../question.ts'
import { BarChart } from './BarChart.tsx'
import { Figure } from './Figure.tsx'
import { LineChart } from './LineChart.tsx'
import { ranking } from './ranking.ts'

/** How it went month by month, and who stands where. One question brings both. */
export function Charts({ asked, ledger }: { asked: Asked; ledger: Ledger }) {
  const { lang } = usePanel()
  const common = useWords().common
  const all = countyWords[lang]
  const ways = groupings(ledger, all, lang).filter(({ key }) => key !== STATES)
  const way = ways.find(({ key }) => key === asked.by) ?? ways[0]
  const months = monthsBack(asked)
  const { asOf, year } = asked
  const { data, isPending, isError, refetch } = useFigures({ ledger: ledger.key, asOf, year, by: way?.key, months: String(months) })
  if (isError)
    return (
      <Typography>
        {all.failedPart}{' '}
        <Button variant="text" onClick={() => void refetch()}>
          {common.retry}
        </Button>
      </Typography>
    )
  if (isPending) return <Loading rows={4} />
  return (
    <Box sx={{ display: 'grid', gap: 6, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
      <Trend ledger={ledger} trend={data.trend ?? []} />
      {way && <Ranking ledger={ledger} by={way.key} title={way.label} column={way.column} groups={data.groups ?? []} />}
    </Box>
  )
}

type Answered = NonNullable<ReturnType<typeof useFigures>['data']>

function Trend({ ledger, trend }: { ledger: Ledger; trend: NonNullable<Answered['trend']> }) {
  const { lang } = usePanel()
  const { chart } = countyWords[lang]
  const duty = ledger.duties[ledger.report?.duty ?? '']?.label[lang]
  const series = duty
    ? [
        { name: chart.owed, values: trend.map(({ total }) => total.open) },
        { name: chart.overdue, values: trend.map(({ total }) => total.overdue) },
      ]
    : [{ name: chart.all, values: trend.map(({ total }) => total.records) }]
  const names = trend.map(({ asOf }) => chart.shortMonth(String(Number(asOf.slice(5, 7)))))
  const said = series.map(({ name, values }) => chart.said(name, writeNumber(values[0] ?? 0), writeNumber(values.at(-1) ?? 0)))
  const title = duty ? chart.trendOf(String(trend.length), duty) : chart.trend(String(trend.length))
  return (
    <Figure
      title={title}
      head={[chart.day, ...series.map(({ name }) => name)]}
      rows={trend.map(({ asOf }, at) => ({
        id: asOf,
        cells: [writeDay(asOf, lang, { weekday: false }), ...series.map(({ values }) => writeNumber(values[at] ?? 0))],
      }))}
    >
      <LineChart label={`${title}：${said.join('，')}`} names={names} series={series} />
    </Figure>
  )
}

type Ranked = { ledger: Ledger; by: string; title: string; column: string; groups: NonNullable<Answered['groups']> }

function Ranking({ ledger, by, title, column, groups }: Ranked) {
  const { lang, offices } = usePanel()
  const words = countyWords[lang]
  const given = { ledger, by, now: groups, before: undefined, counted: undefined, offices, lang, words }
  const { bars, top } = ranking(
    ledger,
    groupIds(by, groups, offices).map((id) => rowOf(id, false, given)),
  )
  const named = (ledger.report?.duty ? words.chart.ranking : words.chart.rankingOpen)(title)
  const value = ledger.report?.duty ? words.table.onTime : words.table.open
  return (
    <Figure title={named} head={[column, value]} rows={bars.map(({ id, name, text }) => ({ id, cells: [name, text] }))}>
      {bars.length === 0 ? (
        <Typography color="text.secondary">{words.chart.none}</Typography>
      ) : (
        <BarChart label={named} bars={bars} top={top} />
      )}
    </Figure>
  )
}
