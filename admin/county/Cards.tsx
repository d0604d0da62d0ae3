import { Box, Link as MuiLink } from '@mui/material'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { daysBetween } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Fraction } from '../../shared/figures/figures.ts'
import { usePanel, useSay } from '../panel.ts'
import { LampShape, LampText } from '../parts/Lamp.tsx'
import { soonest } from '../parts/lamp-of.ts'
import { writeNumber, writeRate } from '../parts/number.ts'
import { type CountyWords, countyWords } from '../words/county.ts'
import { FigureCard } from './FigureCard.tsx'
import { type Answer, type Counts, draftsOf, openOf, useOverdue } from './figures.ts'
import { type Filter, listLink, statesIn, workStates } from './links.ts'
import type { Asked } from './question.ts'
import { ON_TIME, ratesOf } from './rates.ts'

type Props = { asked: Asked; ledger: Ledger; counts: UseQueryResult<Counts>; figures: UseQueryResult<Answer> }

/** Six figures: what is open, near due and overdue, each with its list behind it; then the rates of the ledger's report. */
export function Cards({ asked, ledger, counts, figures }: Props) {
  const { lang } = usePanel()
  const say = useSay()
  const words = countyWords[lang]
  const { live, year } = asked
  const base: Filter = year ? { year } : {}
  const oldest = useOldest(asked)
  const now = figures.data?.total
  const then = figures.data?.before?.total
  const seen = live ? counts : figures
  const open = live ? counts.data && openOf(ledger, counts.data) : now?.open
  const late = live ? counts.data?.overdue : now?.overdue
  // Last month is known of the report's duty only: it is compared when today's two numbers are the same.
  const change = (value: number | undefined, key: 'open' | 'overdue') =>
    now && then && value === now[key] && then.records > 0 ? against(words, now[key] - then[key]) : undefined
  const fresh = now && then ? words.card.fresh(writeNumber(now.records - then.records)) : ''
  const link = (filter: Filter, sort = 'dueOn') => (live ? listLink(ledger.key, { ...filter, ...base }, sort) : undefined)
  const done = statesIn(ledger, 'done')
  const rates = ratesOf(ledger, words.card.onTime, say)
  return (
    <CardGrid>
      <FigureCard
        query={seen}
        label={words.card.open}
        value={open}
        to={link({ state: workStates(ledger).join(',') })}
        sub={change(open, 'open') ?? fresh}
        words={words}
      />
      <FigureCard
        query={live ? counts : undefined}
        label={<Signed colour="amber" shape="triangle" text={words.card.soon} />}
        value={live ? counts.data?.nearDue : undefined}
        to={link({ nearDue: 'true' })}
        sub={live ? words.card.within(counts.data !== undefined && draftsOf(ledger, counts.data) > 0) : words.card.notThen}
        words={words}
      />
      <FigureCard
        query={seen}
        label={<Signed colour="red" shape="square" text={words.card.late} />}
        value={late}
        to={link({ overdue: 'true' })}
        sub={late === 0 ? words.card.noLate : (change(late, 'overdue') ?? oldest)}
        red={(late ?? 0) > 0}
        words={words}
      />
      {rates.slice(0, 3).map(({ key, label, hidden }) => (
        <FigureCard
          key={key}
          query={figures}
          label={label}
          text={now && writeRate(now.rates[key]?.num ?? 0, now.rates[key]?.den ?? 0)}
          to={now?.rates[key] && !hidden ? link({ rate: key }, 'number') : undefined}
          sub={
            now && (
              <Share
                rate={now.rates[key]}
                words={words}
                onTime={key === ON_TIME}
                missed={hidden ? undefined : link({ rate: `${key}.missed` }, 'number')}
              />
            )
          }
          words={words}
        />
      ))}
      {rates.length < 3 && live && done.length > 0 && (
        <FigureCard
          query={counts}
          label={words.card.done}
          value={counts.data && done.reduce((sum, state) => sum + (counts.data?.states[state] ?? 0), 0)}
          to={link({ state: done.join(',') })}
          sub={asked.year ? words.card.doneOf(asked.year) : words.card.doneEver}
          words={words}
        />
      )}
    </CardGrid>
  )
}

type ShareProps = { rate: Fraction | null | undefined; words: CountyWords; onTime: boolean; missed: string | undefined }

/** How many of those counted meet the rate, and the list of those that do not. */
function Share({ rate, words, onTime, missed }: ShareProps) {
  if (!rate) return <>{words.card.noDen}</>
  const without = rate.den - rate.num
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      <span>{words.card.of(writeNumber(rate.num), writeNumber(rate.den))}</span>
      {missed && without > 0 && (
        <MuiLink component={Link} to={missed} underline="always" sx={{ whiteSpace: 'nowrap' }}>
          {words.card.missed(writeNumber(without), onTime)}
        </MuiLink>
      )}
    </Box>
  )
}

/** How long what is overdue longest has been so, in words; of all ledgers without one. */
export function useOldest({ ledger, year, live }: Asked): string {
  const { lang, today } = usePanel()
  const [oldest] = useOverdue(ledger?.key, year ? { year } : {}, live).data?.data ?? []
  const due = oldest && soonest(oldest.duties)?.dueOn
  return due ? countyWords[lang].card.oldest(writeNumber(daysBetween(due, today))) : ''
}

export function Signed({ colour, shape, text }: { colour: 'amber' | 'red'; shape: 'triangle' | 'square'; text: string }) {
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

/** Cards beside each other, by the room there is in large letters, not by the device. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <Box sx={grid}>{children}</Box>
}

const grid = {
  display: 'grid',
  gap: { xs: 2, sm: 3 },
  mb: 4,
  gridTemplateColumns: { xs: 'repeat(auto-fit, minmax(6.4rem, 1fr))', md: 'repeat(auto-fit, minmax(7.6rem, 1fr))' },
  '@media print': { gridTemplateColumns: 'repeat(6, minmax(0, 1fr))' },
} as const
