import { addDays, workdayFrom } from '../workdays.ts'

/** One step of a play: an account's office takes a transition, on the play's own record or on a part of it. `at`: the day, where the season decides it. */
export type Act = { by: string; take: string; given?: Record<string, unknown>; on?: Part; at?: string }

/** A record that the play's own, or a part of it, has brought forth: of this ledger, of that township, with that in its heading; of several the nth; `named` one that is no part of it. */
export type Part = { ledger: string; township?: string; about?: string; nth?: number; within?: Part; named?: true }

/**
 * One record of the demonstration county and what has been done with it so far. `goesOn`: the record is there from an earlier play, in which people took so many
 * steps on it.
 */
export type Play = {
  ledger: string
  by: string
  township?: string
  data: Record<string, unknown>
  acts: Act[]
  at?: string
  goesOn?: { about: string; after: number }
}

/**
 * Days seen from today: `days(-30)`; `work(10)` is the working day on or after. `last('01-16', 40)`: the latest such day that lies 40 days back at least,
 * `next('01-16', 40)`: the first that lies 40 days ahead.
 */
export type Days = {
  days: (n: number) => string
  work: (n: number) => string
  year: number
  last: (day: string, back: number) => string
  next: (day: string, ahead: number) => string
}

export function daysFrom(today: string): Days {
  const year = Number(today.slice(0, 4))
  const years = [year - 1, year, year + 1, year + 2]
  const seasons = (day: string) => years.map((each) => workdayFrom(`${each}-${day}`))
  return {
    days: (n) => addDays(today, n),
    work: (n) => workdayFrom(addDays(today, n)),
    year,
    last: (day, back) => seasons(day).findLast((each) => each <= addDays(today, -back)) ?? workdayFrom(`${year - 2}-${day}`),
    next: (day, ahead) => seasons(day).find((each) => each >= addDays(today, ahead)) ?? '',
  }
}

export const act = (by: string, take: string, given: Record<string, unknown> = {}): Act => ({ by, take, given })

/** A step on a part of the record. */
export const on = (part: Part, by: string, take: string, given: Record<string, unknown> = {}): Act => ({ by, take, given, on: part })

/** Whether two steps are the same step of two offices. */
export const together = (one: Act, other: Act): boolean => one.take === other.take && one.on !== undefined && other.on !== undefined

/** The counts of a secret vote in which everybody who is present hands in a valid paper. */
export const votes = (all: number, counts: Record<string, number>): Record<string, number> => {
  const present = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { all, present, issued: present, collected: present, valid: present, ...counts }
}

/** A record of an earlier play, by its heading: where a field names it. */
export type The = { the: { ledger: string; about: string } }
export const the = (ledger: string, about: string): The => ({ the: { ledger, about } })
