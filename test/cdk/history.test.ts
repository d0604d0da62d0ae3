import { expect, it } from 'vitest'
import { datesOf } from '../../cdk/local/demo/history.ts'
import { plays } from '../../cdk/local/demo/plays/index.ts'
import { act, on, type Play } from '../../cdk/local/demo/plays/play.ts'
import { isWorkday } from '../../cdk/local/demo/workdays.ts'
import { dayOf, timeOf } from '../../functions/clock.ts'

const now = new Date('2026-11-26T03:00:00Z')
const play = (steps: number): Play => ({
  ledger: 'x',
  by: 'county',
  data: {},
  acts: Array.from({ length: steps }, (_, at) => act('county', `step${at}`)),
})

it('a play is told in its order, on working days, in office hours, and none of it lies ahead', () => {
  for (const today of ['2026-11-26', '2026-10-04', '2026-01-04'])
    for (let nth = 0; nth < 30; nth += 1) {
      const { at, acts } = datesOf(play(nth), nth, today, now)
      const all = [at, ...acts]
      expect(all).toHaveLength(nth + 1)
      expect(all.toSorted((a, b) => a.getTime() - b.getTime())).toEqual(all)
      for (const each of all.filter((one) => one.getTime() !== now.getTime())) {
        expect(isWorkday(dayOf(each)), dayOf(each)).toBe(true)
        expect([timeOf(each) >= '08:30', timeOf(each) <= '18:00', dayOf(each) <= today]).toEqual([true, true, true])
      }
    }
})

it('its steps lie days apart, but those of many offices fall together', () => {
  const sheets = ['xinan', 'bailu', 'tanggou'].map((township) => on({ ledger: 'sheets', township }, township, 'report'))
  const { at, acts } = datesOf({ ...play(0), acts: [act('county', 'ask'), ...sheets, act('county', 'close')] }, 1, '2026-11-26', now)
  const [ask, first, second, third, close] = acts.map(dayOf)
  expect(new Set([first, second, third]).size).toBe(1)
  expect(new Set([dayOf(at), ask, first, close]).size).toBe(4)
})

it('what has its season by law is told in it: budgets in January, accounts and what is heard with them in late August', () => {
  for (const today of ['2026-11-29', '2026-04-15', '2027-01-04', '2028-02-29']) {
    const reviews = plays(today).filter(({ ledger }) => ledger === 'budget-reviews')
    const months = (kind: string) => reviews.filter(({ data }) => data.kind === kind).map(({ data }) => String(data.meetingOn).slice(5, 7))
    expect(new Set(months('budget'))).toEqual(new Set(['01']))
    for (const kind of ['accounts', 'halfYear', 'audit']) expect([kind, ...new Set(months(kind))]).toEqual([kind, '08'])
    for (const [nth, review] of reviews.entries()) {
      const { at, acts } = datesOf(review, nth, today, new Date(`${today}T03:00:00Z`))
      const days = [at, ...acts].map(dayOf)
      expect(days.toSorted()).toEqual(days)
      expect(days.filter((day) => day > today || !isWorkday(day))).toEqual([])
      const voted = review.acts.findIndex(({ take }) => take === 'approve' || take === 'hear')
      if (review.at && voted >= 0) expect(dayOf(acts[voted] as Date)).toBe(review.data.meetingOn)
    }
  }
})
