import type { DutyRule, Rung } from '../definition/ledger.ts'
import type { Duty } from '../duty.ts'
import { addDays, addWorkdays, type Calendar, daysBetween, isWorkday, nextWorkday, workdaysBetween } from './calendar.ts'

export type Ladders = { long: Rung[]; short: Rung[] }
/** Whom a rung names. */
export type Addressee = Rung['to'][number]

/**
 * An open duty as the planner needs it. `reminders`: what its rule says; `held`: an overdue reminder waits (an extension is asked).
 * `why` lets a moved day forget the rungs that had passed when it moved.
 */
export type Remindable = {
  duty: Pick<Duty, 'openedOn' | 'dueOn'> & { state?: Duty['state']; why?: Pick<Duty['why'], 'extensions'> }
  reminders?: DutyRule['reminders']
  held?: boolean
}

/** `near`, `due`, then L1, L2 … for the rungs of a ladder that lie after the day. */
export type Level = 'near' | 'due' | `L${number}`

/**
 * A notice due now about one duty. Its identity is record, duty, `rung` and `dueOn`: a changed day arms every rung again.
 * `to` and `cc` are words (a Who, the posts liaison, leader, head of the holder's office, or the county's `leaders`), for the mail room to resolve.
 */
export type Planned<T> = {
  of: T
  rung: string
  level: Level
  on: string
  dueOn: string
  daysLeft: number
  to: Addressee[]
  cc: Addressee[]
}

/** Tells whether a rung has been said for the duty's present day. */
export type Sent<T> = (of: T, rung: string) => boolean

/** The county's ladders until it sets its own. Days and working days count from the due day: before it negative, after it positive. */
export const ladders: Ladders = {
  long: [
    { days: -15, to: ['holder'], cc: ['owner'] },
    { days: -7, to: ['holder'] },
    { workdays: -3, to: ['holder'], cc: ['owner'] },
    ...late(),
  ],
  short: [{ workdays: -2, to: ['holder'] }, { workdays: -1, to: ['holder'] }, ...late()],
}

function late(): Rung[] {
  return [
    { days: 0, to: ['holder'] },
    { workdays: 1, every: 3, to: ['holder', 'leader'], cc: ['owner'] },
    { workdays: 5, to: ['holder', 'head'], cc: ['owner', 'county'] },
    { workdays: 10, to: ['holder', 'head', 'county', 'leaders'], cc: ['owner'] },
    { workdays: 20, to: ['holder', 'head', 'county', 'leaders'], cc: ['owner'] },
  ]
}

/** Days of a month in a duty's length from which the long ladder applies. */
const MONTH = 28

/**
 * The notices due on a day, at most one for each duty; none on a rest day. A rung is due when its day has come and it has not been said,
 * whatever day that was, so a missed run is made up for. Several missed rungs collapse into the latest, which goes to everybody whom they
 * would have reached. Paused duties and duties without a day are silent.
 */
export function plan<T extends Remindable>(
  items: Iterable<T>,
  today: string,
  calendar: Calendar,
  { own = ladders, sent = () => false }: { own?: Partial<Ladders> | undefined; sent?: Sent<T> | undefined } = {},
): Planned<T>[] {
  if (!isWorkday(calendar, today)) return []
  const planned: Planned<T>[] = []
  for (const of of items) {
    const notice = next(of, today, calendar, { ...ladders, ...own }, sent)
    if (notice) planned.push(notice)
  }
  return planned
}

/** The notices of a span of days, if nothing happened to the duties in between and every morning's job ran. */
export function planRange<T extends Remindable>(
  items: T[],
  from: string,
  to: string,
  calendar: Calendar,
  { own, sent = () => false }: { own?: Partial<Ladders> | undefined; sent?: Sent<T> | undefined } = {},
): Planned<T>[] {
  const said = new Map<T, Set<string>>()
  const planned: Planned<T>[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    for (const notice of plan(items, day, calendar, { own, sent: (of, rung) => said.get(of)?.has(rung) || sent(of, rung) })) {
      said.set(notice.of, (said.get(notice.of) ?? new Set()).add(notice.rung))
      planned.push(notice)
    }
  }
  return planned
}

/** How many days before its day a duty can be reminded of, over all these ladders: how far ahead the daily job must look. */
export function horizon(all: Rung[][]): number {
  const reach = all.flat().map(({ days, workdays }) => (days !== undefined ? -days : -(workdays ?? 0) * 2))
  // A fortnight more: the longest run of rest days lies between a working day and the one before it.
  return Math.max(0, ...reach) + 14
}

/** The ladder that a duty climbs: its rule's, else the long one when it has a month or more, else the short one. */
export function ladderOf({ duty, reminders }: Remindable, { long, short }: Ladders): Rung[] {
  if (Array.isArray(reminders)) return reminders
  if (reminders === 'none') return []
  if (reminders !== undefined) return reminders === 'long' ? long : short
  return duty.dueOn !== null && daysBetween(duty.openedOn, duty.dueOn) >= MONTH ? long : short
}

type Reached = { rung: Rung; index: number; last: number; day: string; level: Level }

function next<T extends Remindable>(of: T, today: string, calendar: Calendar, own: Ladders, sent: Sent<T>): Planned<T> | undefined {
  const { dueOn, openedOn, state = 'open', why } = of.duty
  if (dueOn === null || state !== 'open') return undefined
  const armed = why?.extensions.at(-1)?.on ?? openedOn
  const reached = climbed(ladderOf(of, own), dueOn, today, calendar).filter(
    ({ day, level }) => day > armed && !(of.held && level.startsWith('L')),
  )
  const said = reached
    .flatMap((each) => lastSaid(of, each, dueOn, calendar, sent) ?? [])
    .sort()
    .at(-1)
  const missed = reached.filter(({ day }) => said === undefined || day > said)
  const latest = missed.reduce<Reached | undefined>(
    (a, b) => (a && (a.day > b.day || (a.day === b.day && a.index > b.index)) ? a : b),
    undefined,
  )
  if (!latest) return undefined
  const highest = missed.reduce((a, b) => (b.index > a.index ? b : a))
  const to = [...new Set(missed.flatMap(({ rung }) => rung.to))]
  const cc = [...new Set(missed.flatMap(({ rung }) => rung.cc ?? []))].filter((post) => !to.includes(post))
  return { of, rung: nameOf(latest.rung, latest.last), level: highest.level, on: today, dueOn, daysLeft: daysBetween(today, dueOn), to, cc }
}

/** The rungs whose day has come, each with its latest repetition, lowest first. */
function climbed(ladder: Rung[], dueOn: string, today: string, calendar: Calendar): Reached[] {
  let late = 0
  return ladder
    .filter((rung) => offset(rung) <= 0 || today > dueOn)
    .filter((rung) => addDays(today, horizon([[rung]])) >= dueOn)
    .map((rung) => ({ rung, first: dayOf(rung, 0, dueOn, calendar) }))
    .filter(({ first }) => first <= today)
    .sort((a, b) => (a.first === b.first ? offset(a.rung) - offset(b.rung) : a.first < b.first ? -1 : 1))
    .map(({ rung, first }, index) => {
      if (offset(rung) > 0) late += 1
      const level: Level = offset(rung) < 0 ? 'near' : offset(rung) === 0 ? 'due' : `L${late}`
      const last = repetition(rung, dueOn, today, calendar)
      return { rung, index, level, last, day: last === 0 ? first : dayOf(rung, last, dueOn, calendar) }
    })
}

const offset = ({ days, workdays = 0 }: Rung): number => days ?? workdays

/** How often a repeated rung has come again by today. */
export function repetition(rung: Rung, dueOn: string, today: string, calendar: Calendar): number {
  const { days, every } = rung
  if (every === undefined || today <= dueOn) return 0
  const passed = days === undefined ? workdaysBetween(calendar, dueOn, today) : daysBetween(dueOn, today)
  return Math.max(0, Math.floor((passed - offset(rung)) / every))
}

/** The day of a rung: a rest day gives way to the next working day, since nothing is sent on it. */
export function dayOf({ days, workdays = 0, every = 0 }: Rung, times: number, dueOn: string, calendar: Calendar): string {
  if (days === undefined && workdays !== 0) return addWorkdays(calendar, dueOn, workdays + times * every)
  const day = addDays(dueOn, (days ?? 0) + times * every)
  return isWorkday(calendar, day) ? day : nextWorkday(calendar, day)
}

/** The day of the last repetition that was said. */
function lastSaid<T>(of: T, { rung, last }: Reached, dueOn: string, calendar: Calendar, sent: Sent<T>): string | undefined {
  for (let times = last; times >= 0; times -= 1) if (sent(of, nameOf(rung, times))) return dayOf(rung, times, dueOn, calendar)
  return undefined
}

/** T-15d, T+1w: a rung, whichever repetition of it. */
export function rungOf(name: string): string {
  return name.split('#', 1)[0] ?? name
}

/** T-15d, T+1w, and T+1w#2 for its second repetition. */
export function nameOf({ days, workdays = 0 }: Rung, times = 0): string {
  const at = days ?? workdays
  return `T${at < 0 ? '' : '+'}${at}${days === undefined ? 'w' : 'd'}${times === 0 ? '' : `#${times}`}`
}
