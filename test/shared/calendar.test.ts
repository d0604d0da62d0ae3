import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkdays,
  calendar,
  dayName,
  daysBetween,
  isPublished,
  isWorkday,
  makeUpName,
  nextWorkday,
  previousWorkday,
  restName,
  weekdayOf,
  workdaysBetween,
} from '../../shared/deadline/calendar.ts'

const national = calendar()
const workdaysOf = (year: number) => workdaysBetween(national, `${year - 1}-12-31`, `${year}-12-31`)

describe('the national calendar', () => {
  test('the years have the working days that their notices leave', () => {
    expect([2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018].map(workdaysOf)).toEqual([250, 249, 250, 250, 249, 250, 249, 250])
    expect([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map(workdaysOf)).toEqual([250, 249, 250, 249, 249, 251, 248, 248])
  })

  test('the table says of every day what the package says that it was made from', () => {
    const rests = (day: string) => day in table.holidays || (!(day in table.workdays) && [0, 6].includes(weekdayOf(day)))
    for (let day = '2004-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
      expect([day, isWorkday(national, day)]).toEqual([day, !rests(day)])
  })

  test('a make-up Saturday is a working day and says of which holiday', () => {
    expect(isWorkday(national, '2026-02-14')).toBe(true)
    expect(makeUpName(national, '2026-02-14')).toBe('春节调休')
    expect(dayName(national, '2026-02-14')).toBe('春节调休')
    expect(makeUpName(national, '2026-02-07')).toBeNull()
  })

  test('a rest day has a name, a working day has none', () => {
    expect(restName(national, '2026-10-01')).toBe('国庆节')
    expect(restName(national, '2026-03-07')).toBe('周六')
    expect(restName(national, '2026-03-02')).toBeNull()
    expect(dayName(national, '2026-03-02')).toBe('周一')
  })

  test('the next and the previous working day pass over a holiday', () => {
    expect(nextWorkday(national, '2025-12-31')).toBe('2026-01-04')
    expect(previousWorkday(national, '2026-02-24')).toBe('2026-02-14')
    expect(addWorkdays(national, '2026-02-12', 5)).toBe('2026-02-26')
    expect(addWorkdays(national, '2026-02-26', -5)).toBe('2026-02-12')
  })

  test('a year without a notice is unpublished and rests on the statutory days, lunar ones included', () => {
    expect(isPublished(national, 2026)).toBe(true)
    expect(isPublished(national, 2027)).toBe(false)
    expect(
      ['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15', '2027-10-01'].map((day) =>
        restName(national, day),
      ),
    ).toEqual(['元旦', '春节', '春节', '清明节', '端午节', '中秋节', '国庆节'])
    expect(isWorkday(national, '2027-02-09')).toBe(true)
  })
})

describe('the county’s own days', () => {
  test('a closure is a rest day, even on a make-up working day', () => {
    const closed = calendar([{ day: '2026-02-14', name: '暴雪停工' }])
    expect(restName(closed, '2026-02-14')).toBe('暴雪停工')
    expect(isWorkday(national, '2026-02-14')).toBe(true)
  })

  test('a notice that the county enters itself makes its year published', () => {
    const entered = calendar([{ day: '2027-02-09', name: '春节' }], [{ day: '2027-02-20', name: '春节' }], [2027])
    expect(isPublished(entered, 2027)).toBe(true)
    expect(isWorkday(entered, '2027-02-09')).toBe(false)
    expect(isWorkday(entered, '2027-02-20')).toBe(true)
  })
})

describe('arithmetic on days', () => {
  test('months end on the same-numbered day or on the month’s last', () => {
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28')
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29')
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
  })

  test('days agree with the Gregorian calendar over four centuries', () => {
    let day = '1899-12-30'
    for (let at = Date.UTC(1899, 11, 30); at < Date.UTC(2300, 0, 1); at += 86_400_000 * 97) {
      expect(day).toBe(new Date(at).toISOString().slice(0, 10))
      expect(weekdayOf(day)).toBe(new Date(at).getUTCDay())
      day = addDays(day, 97)
    }
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
  })
})
