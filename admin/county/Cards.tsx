import { Box } from '@mui/material'
import type { UseQueryResult } from '@tanstack/react-query'
import { addDays, weekdayOf } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Fraction } from '../../shared/figures/figures.ts'
import { usePanel, useSay } from '../panel.ts'
import { LampShape, LampText } from '../parts/Lamp.tsx'
import { writeNumber, writeRate } from '../parts/number.ts'
import { type CountyWords, countyWords } from '../words/county.ts'
import { FigureCard } from './FigureCard.tsx'
import { type Answer, type Counts, openOf, useCounts, useFigures } from './figures.ts'
import { type Filter, listLink, openStates, statesIn } from './links.ts'
import { type Asked, endOfLastMonth } from './question.ts'

type Props = { asked: Asked; ledger: Ledger; counts: UseQueryResult<Counts>; figures: UseQueryResult<Answer> }

/** Six figures: what is open, near due and overdue, each with its list behind it; then the rates of the ledger's report. */
export function Cards({ asked, ledger, counts, figures }: Props) {
  const { lang } = usePanel()
  const say = useSay()
  const words = countyWords[lang]
  const { asOf, live, year } = asked
  const base: Filter = year ? { year } : {}
  const nextMonday = addDays(asOf, (8 - weekdayOf(asOf)) % 7 || 7)
  const thisWeek = useCounts(ledger.key, { ...base, nearDue: 'true', dueBefore: nextMonday }, live)
  const before = useFigures({ ledger: ledger.key, asOf: endOfLastMonth(asOf), year })
  const now = figures.data?.total
  const then = before.data?.total
  const seen = live ? counts : figures
  const of = <T,>(counted: (data: Counts) => T, told: (total: Answer['total']) => T): T | undefined => {
    if (live) return counts.data && counted(counts.data)
    return now && told(now)
  }
  const open = of(
    (data) => openOf(ledger, data),
    (total) => total.open,
  )
  const late = of(
    (data) => data.overdue,
    (total) => total.overdue,
  )
  const soon = live ? counts.data?.nearDue : undefined
  // Last month is known of the report's duty only: it is compared when today's two numbers are the same.
  const change = (value: number | undefined, key: 'open' | 'overdue') =>
    now && then && value === now[key] && then.records > 0 ? against(words, now[key] - then[key]) : undefined
  const fresh = now && then ? words.card.fresh(writeNumber(now.records - then.records)) : ''
  const link = (filter: Filter) => (live ? listLink(ledger.key, { ...filter, ...base }, 'dueOn') : undefined)
  const done = statesIn(ledger, 'done')
  const rates: [string, string][] = [
    ...(ledger.report?.duty ? [['onTime', words.card.onTime] as [string, string]] : []),
    ...Object.entries(ledger.report?.rates ?? {}).map(([key, { label }]): [string, string] => [key, say(label)]),
  ]
  return (
    <Box sx={grid}>
      <FigureCard
        query={seen}
        label={words.card.open}
        value={open}
        to={link({ state: openStates(ledger).join(',') })}
        sub={change(open, 'open') ?? fresh}
        words={words}
      />
      <FigureCard
        query={live ? counts : undefined}
        label={<Signed colour="amber" shape="triangle" text={words.card.soon} />}
        value={soon}
        to={link({ nearDue: 'true' })}
        sub={live ? thisWeek.data && words.card.week(writeNumber(thisWeek.data.total)) : words.card.notThen}
        words={words}
      />
      <FigureCard
        query={seen}
        label={<Signed colour="red" shape="square" text={words.card.late} />}
        value={late}
        to={link({ overdue: 'true' })}
        sub={change(late, 'overdue') ?? (late === 0 ? words.card.noLate : fresh)}
        red={(late ?? 0) > 0}
        words={words}
      />
      {rates.slice(0, 3).map(([key, label]) => (
        <FigureCard
          key={key}
          query={figures}
          label={label}
          text={now && rateText(now.rates[key])}
          sub={now && shareText(now.rates[key], words)}
          words={words}
        />
      ))}
      {rates.length < 3 && live && done.length > 0 && (
        <FigureCard
          query={counts}
          label={words.card.done}
          value={done.reduce((sum, state) => sum + (counts.data?.states[state] ?? 0), 0)}
          to={link({ state: done.join(',') })}
          sub=""
          words={words}
        />
      )}
    </Box>
  )
}

function Signed({ colour, shape, text }: { colour: 'amber' | 'red'; shape: 'triangle' | 'square'; text: string }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
      <LampText colour={colour}>
        <LampShape shape={shape} />
      </LampText>
      {text}
    </Box>
  )
}

function against(words: CountyWords, change: number): string {
  return change === 0 ? words.card.same : words.card.against(`${change > 0 ? '+' : ''}${writeNumber(change)}`)
}

const rateText = (rate: Fraction | null | undefined) => writeRate(rate?.num ?? 0, rate?.den ?? 0)
const shareText = (rate: Fraction | null | undefined, words: CountyWords) =>
  rate ? words.card.of(writeNumber(rate.num), writeNumber(rate.den)) : words.card.noDen

const grid = {
  display: 'grid',
  gap: { xs: 2, sm: 3 },
  mb: 4,
  // By the room there is in large letters, not by the device.
  gridTemplateColumns: { xs: 'repeat(auto-fit, minmax(6.4rem, 1fr))', md: 'repeat(auto-fit, minmax(7.6rem, 1fr))' },
  '@media print': { gridTemplateColumns: 'repeat(6, minmax(0, 1fr))' },
} as const
