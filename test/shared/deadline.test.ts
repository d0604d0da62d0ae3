import { describe, expect, test } from 'vitest'
import { addDays, calendar, isWorkday } from '../../shared/deadline/calendar.ts'
import { type Amount, deadline } from '../../shared/deadline/deadline.ts'
import { fc, holds } from '../property.ts'

const national = calendar()

describe('a deadline', () => {
  test.each<[string, Amount, string]>([
    ['2026-02-12', { workdays: 5 }, '2026-02-26'],
    ['2026-02-12', { workdays: 10 }, '2026-03-04'],
    ['2025-09-26', { workdays: 5 }, '2025-10-10'],
    ['2026-04-29', { workdays: 5 }, '2026-05-09'],
    ['2025-12-30', { workdays: 3 }, '2026-01-05'],
    ['2025-07-03', { months: 3 }, '2025-10-09'],
    ['2026-06-25', { months: 3 }, '2026-09-28'],
    ['2025-11-30', { months: 3 }, '2026-02-28'],
    ['2026-02-28', { days: 7 }, '2026-03-09'],
  ])('from %s, %o ends on %s', (from, length, day) => {
    expect(deadline(length, from, national).dueOn).toBe(day)
  })

  test('working days name every rest day skipped and every make-up day worked', () => {
    const { skipped, worked, provisional } = deadline({ workdays: 5 }, '2026-02-12', national)
    expect(skipped.map(({ day }) => day)).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23].map((date) => `2026-02-${date}`))
    expect(skipped[0]).toEqual({ day: '2026-02-15', name: '春节' })
    expect(worked).toEqual([{ day: '2026-02-14', name: '春节调休' }])
    expect(provisional).toBe(false)
    expect(deadline({ workdays: 1 }, '2026-03-06', national).skipped).toEqual([
      { day: '2026-03-07', name: '周六' },
      { day: '2026-03-08', name: '周日' },
    ])
  })

  test('months name only the days rolled over at the end', () => {
    expect(deadline({ months: 3 }, '2026-06-25', national).skipped.map(({ day }) => day)).toEqual([
      '2026-09-25',
      '2026-09-26',
      '2026-09-27',
    ])
    expect(deadline({ months: 3 }, '2025-11-30', national)).toEqual({
      dueOn: '2026-02-28',
      skipped: [],
      worked: [{ day: '2026-02-28', name: '春节调休' }],
      provisional: false,
    })
  })

  test('a year without a notice makes the day provisional', () => {
    expect(deadline({ workdays: 5 }, '2026-12-29', national)).toMatchObject({ dueOn: '2027-01-06', provisional: true })
    expect(deadline({ months: 3 }, '2026-11-20', national).provisional).toBe(true)
    expect(deadline({ workdays: 2 }, '2026-12-29', national).provisional).toBe(false)
  })

  test('a counted day is a working day, and only rest days are skipped', async () => {
    const day = fc.integer({ min: 0, max: 5400 }).map((days) => addDays('2012-01-01', days))
    const some = fc.integer({ min: 0, max: 90 })
    const length = fc.oneof(
      some.map((workdays) => ({ workdays })),
      some.map((days) => ({ days })),
      some.map((months) => ({ months })),
    )
    await holds([length, day], (length, from) => {
      const { dueOn, skipped, worked } = deadline(length, from, national)
      expect(isWorkday(national, dueOn)).toBe(true)
      expect(dueOn >= from).toBe(true)
      expect(skipped.some(({ day }) => isWorkday(national, day))).toBe(false)
      expect(worked.every(({ day }) => isWorkday(national, day))).toBe(true)
    })
  })
})
