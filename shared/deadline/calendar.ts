import { lunar, notices } from './calendar-data.ts'

export type NamedDay = { day: string; name: string }

/**
 * The working days of a county: days off and make-up working days (调休) by name, and the years whose notice is out.
 * Every other day is worked from Monday to Friday. JSON-safe.
 */
export type Calendar = { off: Record<string, string>; work: Record<string, string>; published: number[] }

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const national = read()

/**
 * The State Council's calendar with the county's own days over it. `off`: days on which the county rests (an emergency closure);
 * `work`: weekend days worked; `published`: years whose notice the county has entered itself before the package knows it.
 * 全国年节及纪念日放假办法 (2024), arts 2, 6, 7.
 */
export function calendar(off: NamedDay[] = [], work: NamedDay[] = [], published: number[] = []): Calendar {
  if (off.length + work.length + published.length === 0) return national
  const own: Calendar = {
    off: { ...national.off },
    work: { ...national.work },
    published: [...new Set([...national.published, ...published])],
  }
  for (const { day, name } of work) {
    own.work[day] = name
    delete own.off[day]
  }
  for (const { day, name } of off) {
    own.off[day] = name
    delete own.work[day]
  }
  return own
}

/** True when the notice of that year is known; every day of another year is provisional. */
export function isPublished(calendar: Calendar, year: number): boolean {
  return calendar.published.includes(year)
}

/** True when offices work on that day. Without a notice: Monday to Friday, less the statutory days of the decree. */
export function isWorkday(calendar: Calendar, day: string): boolean {
  return restName(calendar, day) === null
}

/** Why a day is no working day: 春节, 周六 …; null on a working day. */
export function restName(calendar: Calendar, day: string): string | null {
  if (calendar.work[day] !== undefined) return null
  const off = calendar.off[day]
  if (off !== undefined) return off
  const statutory = isPublished(calendar, yearOf(day)) ? null : statutoryName(day)
  if (statutory) return statutory
  const weekday = weekdayOf(day)
  return weekday === 0 || weekday === 6 ? weekdays[weekday] : null
}

/** What a day is called: the rest day's name, 春节调休 on a make-up working day, else the weekday. */
export function dayName(calendar: Calendar, day: string): string {
  return restName(calendar, day) ?? makeUpName(calendar, day) ?? (weekdays[weekdayOf(day)] as string)
}

/** The name of a make-up working day, null on any other day. */
export function makeUpName(calendar: Calendar, day: string): string | null {
  const name = calendar.work[day]
  return name === undefined ? null : `${name}调休`
}

/** The first working day after `day` (the day itself not counted). */
export function nextWorkday(calendar: Calendar, day: string): string {
  const next = addDays(day, 1)
  return isWorkday(calendar, next) ? next : nextWorkday(calendar, next)
}

/** The last working day before `day`. */
export function previousWorkday(calendar: Calendar, day: string): string {
  const previous = addDays(day, -1)
  return isWorkday(calendar, previous) ? previous : previousWorkday(calendar, previous)
}

/** `count` working days after `day`, before it when negative; `day` itself when 0. */
export function addWorkdays(calendar: Calendar, day: string, count: number): string {
  let at = day
  for (let left = Math.abs(count); left > 0; left -= 1) at = count > 0 ? nextWorkday(calendar, at) : previousWorkday(calendar, at)
  return at
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workdaysBetween(calendar: Calendar, from: string, to: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(calendar, day)) count += 1
  return count
}

/** So many days after a day, or before it. */
export function addDays(day: string, days: number): string {
  return fromNumber(toNumber(day) + days)
}

/** The same-numbered day `months` later (earlier when negative), or that month's last day. 民法典 art 202. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day)
  const count = year * 12 + (month - 1) + months
  return dayOfMonth(Math.floor(count / 12), (count % 12) + 1, date)
}

/** That day of a month (1–12), or the month's last when it is shorter. */
export function dayOfMonth(year: number, month: number, date: number): string {
  return write(year, month, Math.min(date, monthLength(year, month)))
}

/** Days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return toNumber(to) - toNumber(from)
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: string): number {
  return (((toNumber(day) + 4) % 7) + 7) % 7
}

/** The year of a day. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** Year, month (1–12) and date of a day string. */
export function parts(day: string): [number, number, number] {
  return [yearOf(day), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

function read(): Calendar {
  const read: Calendar = { off: {}, work: {}, published: Object.keys(notices).map(Number) }
  for (const [year, line] of Object.entries(notices)) {
    for (const block of line.split(', ')) {
      const [name = '', ...marks] = block.split(' ')
      const plus = marks.indexOf('+')
      const end = plus < 0 ? marks.length : plus
      for (const mark of marks.slice(0, end)) read.off[dayOf(year, mark)] = name
      for (const mark of marks.slice(end + 1)) read.work[dayOf(year, mark)] = name
    }
  }
  return read
}

function dayOf(year: string, mark: string): string {
  return `${year}-${mark.slice(0, 2)}-${mark.slice(2)}`
}

/** The thirteen days of the decree, for a year without a notice; moved rest days are unknown then. */
function statutoryName(day: string): string | null {
  const mark = day.slice(5)
  if (mark === '01-01') return '元旦'
  if (mark === '05-01' || mark === '05-02') return '劳动节'
  if (mark === '10-01' || mark === '10-02' || mark === '10-03') return '国庆节'
  const year = day.slice(0, 4)
  const [spring, qingming, dragonBoat, midAutumn] = (lunar[Number(year)]?.split(' ') ?? []).map((at) => dayOf(year, at))
  if (spring && day >= addDays(spring, -1) && day <= addDays(spring, 2)) return '春节'
  if (day === qingming) return '清明节'
  if (day === dragonBoat) return '端午节'
  return day === midAutumn ? '中秋节' : null
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar: whole numbers, so no time zone can shift a day. */
function toNumber(day: string): number {
  const [year, month, date] = parts(day)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

function fromNumber(number: number): string {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return write(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)
}

function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function write(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
