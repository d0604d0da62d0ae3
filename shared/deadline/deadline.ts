import type { Due, Length } from '../definition/due.ts'
import { isDay } from '../names.ts'
import {
  addDays,
  addMonths,
  addWorkdays,
  type Calendar,
  dayOfMonth,
  isPublished,
  isWorkday,
  makeUpName,
  type NamedDay,
  nextWorkday,
  parts,
  previousWorkday,
  restName,
  yearOf,
} from './calendar.ts'

export type Amount = { workdays: number } | { days: number } | { months: number }
export type Counted = { dueOn: string; skipped: NamedDay[]; worked: NamedDay[]; provisional: boolean }

/** Values of the date fields that a rule names, by field: a day, or `none`. Empty fields are absent. */
export type Given = { [field: string]: string }
export type Start = { openedOn: string; given: Given; previous?: string; paused: { days: number; workdays: number } }
/** A day that a rule gives, and how; `none` when nothing is owed; `unknown` while the field that it counts from is empty. */
export type Found = Counted & { length: Amount | null; start: string; anchor?: { field: string; day: string } }
export type Answer = Found | 'none' | 'unknown'

/**
 * The last day of a period that begins after `from` (a day; the day after it is the first). Months end on the same-numbered day or the
 * month's last. A last day of days or months that is no working day moves to the next one, and so does a period of nothing. `skipped`:
 * rest days passed over (all of them for working days, those at the end otherwise); `worked`: make-up working days counted or landed on.
 * `provisional`: a year without a published notice was looked at. 民法典 arts 201–203.
 */
export function deadline(length: Amount, from: string, calendar: Calendar): Counted {
  return count(length, from, calendar, 1, { days: 0, workdays: 0 })
}

/** The day that a rule gives. Amounts must be filled in (`fill`); data counts only through `start.given`. */
export function evaluate(due: Due, start: Start, calendar: Calendar): Answer {
  if ('first' in due) {
    for (const rule of due.first) {
      const answer = evaluate(rule, start, calendar)
      if (answer !== 'unknown') return answer
    }
    return 'unknown'
  }
  if ('earliest' in due) {
    const answers = due.earliest.map((rule) => evaluate(rule, start, calendar))
    const days = answers.filter((answer) => typeof answer !== 'string')
    if (days.length > 0) return days.reduce((a, b) => (b.dueOn < a.dueOn ? b : a))
    return answers.includes('unknown') ? 'unknown' : 'none'
  }
  if ('on' in due) {
    const day = anchorDay(due.on, start.given)
    if (typeof day === 'string') return day
    return { dueOn: day.day, skipped: [], worked: [], provisional: false, length: null, start: start.openedOn, anchor: day }
  }
  if (isPeriodic(due)) {
    const day = periodic(due, start)
    return { ...roll(day, calendar, 1), length: null, start: start.openedOn }
  }
  return counted(due, start, calendar)
}

/** The fields whose days a rule depends on; `below` also counts those inside a `first`. */
export function anchors(due: Due, below: boolean): string[] {
  if ('first' in due) return below || due.follows ? due.first.flatMap((rule) => anchors(rule, below)) : []
  if ('earliest' in due) return due.earliest.flatMap((rule) => anchors(rule, below))
  const named = 'on' in due ? due.on : ('after' in due && due.after) || ('before' in due && due.before) || ''
  return named === '' ? [] : [anchorName(named)]
}

/** `@meeting.day` stands as `meeting.day` among the days given, `parent.day` as it is. */
export const anchorName = (ref: string): string => ref.replace(/^@/, '')

/** A day that somebody set: a rest day goes on to the next working day, as the end of what was counted does. */
export const setDay = (day: string, calendar: Calendar): Counted => roll(day, calendar, 1)

/** The last day of a cap, which is a length counted forward and longer by the pauses. */
export function capDay(length: Amount, from: string, paused: Start['paused'], calendar: Calendar): Counted {
  return count(length, from, calendar, 1, paused)
}

function counted(
  due: Extract<Due, { workdays: unknown } | { days: unknown } | { months: unknown }>,
  start: Start,
  calendar: Calendar,
): Answer {
  const length = amountOf(due)
  if (length === null) return 'unknown'
  const ref = due.after ?? due.before
  if (ref === undefined) return { ...count(length, start.openedOn, calendar, 1, start.paused), length, start: start.openedOn }
  const anchor = anchorDay(ref, start.given)
  if (typeof anchor === 'string') return anchor
  // A day counted from a field does not move by a pause: the meeting that it is counted from does not wait either.
  const way = due.before === undefined ? 1 : -1
  return { ...count(length, anchor.day, calendar, way, { days: 0, workdays: 0 }), length, start: anchor.day, anchor }
}

/** A length whose amount is a number; null while it still names a field. */
export function amountOf(length: Length): Amount | null {
  if ('workdays' in length) return typeof length.workdays === 'number' ? { workdays: length.workdays } : null
  if ('days' in length) return typeof length.days === 'number' ? { days: length.days } : null
  return typeof length.months === 'number' ? { months: length.months } : null
}

function anchorDay(ref: string, given: Given): { field: string; day: string } | 'none' | 'unknown' {
  const field = anchorName(ref)
  const day = given[field]
  if (day === 'none') return 'none'
  return isDay(day) ? { field, day } : 'unknown'
}

function periodic(due: Periodic, { openedOn, previous }: Pick<Start, 'openedOn' | 'previous'>): string {
  const after = previous ?? openedOn
  const [year, month] = parts(after)
  if ('yearly' in due) {
    const [inMonth = 1, date = 1] = due.yearly.split('-').map(Number)
    const day = dayOfMonth(year, inMonth, date)
    const passed = previous === undefined ? day < addDays(openedOn, due.least ?? 0) : day <= previous
    return passed ? dayOfMonth(year + 1, inMonth, date) : day
  }
  const step = 'monthly' in due ? 1 : 3
  const date = 'monthly' in due ? due.monthly : due.quarterly
  const first = step === 1 ? month : month - ((month - 1) % 3)
  const day = dayOfMonth(year, first, date)
  if (day > after) return day
  const [nextYear, nextMonth] = parts(addMonths(dayOfMonth(year, first, 1), step))
  return dayOfMonth(nextYear, nextMonth, date)
}

/**
 * The day of a rule that recurs which is answered by what was done on `done`: the instance's own (`previous`), or the one whose turn it was then, where that
 * comes first. So what is done twice in one turn leads no further than what is done once. Of a year's day it is the turn from half a year before, and all
 * through its own year.
 */
export function answeredDay(due: Due, previous: string, done: string): string {
  const rule = 'first' in due ? due.first.find(isPeriodic) : due
  if (!rule || !isPeriodic(rule)) return previous
  const [year] = parts(done)
  const inYear = (of: number) => ('yearly' in rule ? periodic({ yearly: rule.yearly }, { openedOn: `${of}-01-01` }) : '')
  const ofYear = () => (addMonths(inYear(year + 1), -6) <= done ? inYear(year + 1) : inYear(year))
  const turn = 'yearly' in rule ? ofYear() : periodic(rule, { openedOn: addDays(done, -1) })
  return turn < previous ? turn : previous
}

type Periodic = { yearly: string; least?: number | undefined } | { monthly: number } | { quarterly: number }

const isPeriodic = (due: Due): due is Due & Periodic => 'yearly' in due || 'monthly' in due || 'quarterly' in due

function count(length: Amount, from: string, calendar: Calendar, way: 1 | -1, paused: Start['paused']): Counted {
  if (!('workdays' in length)) {
    const raw = 'days' in length ? addDays(from, way * length.days) : addMonths(from, way * length.months)
    return roll(addDays(raw, paused.days), calendar, way)
  }
  const steps = length.workdays + paused.workdays
  if (steps === 0) return roll(from, calendar, way)
  const dueOn = addWorkdays(calendar, from, way * steps)
  const skipped: NamedDay[] = []
  const worked: NamedDay[] = []
  const beyond = addDays(dueOn, way)
  for (let day = addDays(from, way); day !== beyond; day = addDays(day, way)) note(day, calendar, skipped, worked)
  return { dueOn, skipped, worked, provisional: isProvisional(calendar, addDays(from, way), dueOn) }
}

/** A last day that is no working day moves on; counted backward it moves to the day before, or a legal minimum would be broken. */
function roll(day: string, calendar: Calendar, way: 1 | -1): Counted {
  const skipped: NamedDay[] = []
  const worked: NamedDay[] = []
  let dueOn = day
  if (!isWorkday(calendar, day)) dueOn = way === 1 ? nextWorkday(calendar, day) : previousWorkday(calendar, day)
  for (let at = day; at !== dueOn; at = addDays(at, way)) note(at, calendar, skipped, worked)
  note(dueOn, calendar, skipped, worked)
  return { dueOn, skipped, worked, provisional: isProvisional(calendar, day, dueOn) }
}

function note(day: string, calendar: Calendar, skipped: NamedDay[], worked: NamedDay[]): void {
  const rest = restName(calendar, day)
  if (rest !== null) skipped.push({ day, name: rest })
  const makeUp = makeUpName(calendar, day)
  if (makeUp !== null) worked.push({ day, name: makeUp })
}

function isProvisional(calendar: Calendar, a: string, b: string): boolean {
  for (let year = Math.min(yearOf(a), yearOf(b)); year <= Math.max(yearOf(a), yearOf(b)); year += 1) {
    if (!isPublished(calendar, year)) return true
  }
  return false
}
