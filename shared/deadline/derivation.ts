import type { Due, Length } from '../definition/due.ts'
import type { DutyRule } from '../definition/ledger.ts'
import type { Duty, Why } from '../duty.ts'
import { isDay } from '../names.ts'
import type { Data } from '../record.ts'
import { type Calendar, daysBetween, workdaysBetween } from './calendar.ts'
import { amountOf, anchors, capDay, evaluate, type Given, setDay } from './deadline.ts'

/** The derivation as it is stored. `given`: the days in the fields that a rule with several ways names, needed to compute it again. */
export type Derivation = Why & { given?: Given }

/**
 * `owed` false: the word `none` says that nothing is owed, so no duty opens. `dueOn` null while owed: the day is not known yet.
 * `over`: the rule's own day, when it lay beyond the cap and the cap's day stands instead.
 */
export type Computed = { owed: boolean; dueOn: string | null; why: Derivation; over?: string }

/** The day of a duty and its derivation. `previousDueOn`: the day of the instance just discharged for that office (periodic rules count from it). */
export function computeDue(
  rule: Pick<DutyRule, 'due' | 'basis' | 'cap'>,
  opening: { openedOn: string; data: Data; previousDueOn?: string },
  calendar: Calendar,
): Computed {
  const due = fillDue(rule.due, opening.data)
  const cap = rule.cap && fillLength(rule.cap, opening.data)
  return derive(
    {
      basis: rule.basis,
      rule: due,
      start: opening.openedOn,
      given: givenOf(anchors(due, true), opening.data),
      pauses: [],
      extensions: [],
      ...(opening.previousDueOn === undefined ? {} : { previous: opening.previousDueOn }),
      ...(cap === undefined || amountOf(cap) === null ? {} : { cap: { length: cap } }),
    },
    opening.openedOn,
    calendar,
  )
}

/** Computes a stored day again from its derivation alone: the same calendar gives the same day, a newer notice may give another. */
export function recompute(duty: Pick<Duty, 'openedOn' | 'why'>, calendar: Calendar): Computed {
  return derive(duty.why, duty.openedOn, calendar)
}

/** Stops the clock (rule 10). The day stands until the duty is resumed. */
export function pause(duty: Duty, today: string): Duty {
  return duty.state === 'open' ? { ...duty, state: 'paused', pausedOn: today } : duty
}

/** Starts the clock again: a day counted from opening moves by the days (working days) paused, then rolls; any other day stays. */
export function resume(duty: Duty, today: string, calendar: Calendar): Duty {
  if (duty.state !== 'paused') return duty
  const { pausedOn = today, ...open } = duty
  const days = daysBetween(pausedOn, today)
  if (days <= 0) return { ...open, state: 'open' }
  const pauses = [...duty.why.pauses, { from: pausedOn, to: today, days, workdays: workdaysBetween(calendar, pausedOn, today) }]
  const { dueOn, why } = derive({ ...duty.why, pauses }, duty.openedOn, calendar)
  return { ...open, state: 'open', dueOn, why }
}

/**
 * Moves the day by decision (rule 11): refused before today, and after the cap counted from the duty's own start. A rest day goes on to the next working
 * day, as one that was counted does, and stays on record as `asked`; what was skipped and whether that is provisional is told of the day that was set.
 */
export function extend(
  duty: Duty,
  day: string,
  { today, calendar }: { today: string; calendar: Calendar },
  by?: string,
): Duty | { fault: 'past' } | { fault: 'cap'; cap: string } {
  if (day < today) return { fault: 'past' }
  const cap = duty.why.cap?.day
  if (cap !== undefined && day > cap) return { fault: 'cap', cap }
  const to = setDay(day, calendar).dueOn
  const asked = to === day ? {} : { asked: day }
  const extension = { on: today, from: duty.dueOn, to, ...asked, reason: 'moved' as const, ...(by === undefined ? {} : { by }) }
  const { dueOn, why } = derive({ ...duty.why, extensions: [...duty.why.extensions, extension] }, duty.openedOn, calendar)
  return { ...duty, dueOn, why }
}

/**
 * Follows the fields that fix the day (rule 14): the duty with its new day, or null when it stays. Never after an explicit extension,
 * and not below `first`, unless no day is known yet. `owed` false: the field now says that nothing is owed.
 */
export function follow(duty: Duty, data: Data, today: string, calendar: Calendar): { owed: boolean; duty: Duty } | null {
  if (duty.why.extensions.some((entry) => entry.reason === 'moved')) return null
  const before = givenBy(duty.why)
  // A day on another record that is not at hand stays as it was.
  const followed = anchors(duty.why.rule, duty.dueOn === null).filter((field) => !field.includes('.') || Object.hasOwn(data, field))
  const given = { ...before }
  for (const field of followed) delete given[field]
  Object.assign(given, givenOf(followed, data))
  if (followed.every((field) => before[field] === given[field])) return null
  const { owed, dueOn, why } = derive({ ...duty.why, given }, duty.openedOn, calendar)
  if (owed && dueOn === duty.dueOn) return { owed, duty: { ...duty, why } }
  const moved = dueOn === null ? [] : [{ on: today, from: duty.dueOn, to: dueOn, reason: 'field' as const }]
  return { owed, duty: { ...duty, dueOn, why: { ...why, extensions: [...why.extensions, ...moved] } } }
}

type Before = Pick<Derivation, 'basis' | 'rule' | 'start' | 'given' | 'anchor' | 'previous' | 'pauses' | 'extensions'> & {
  cap?: { length: Length }
}

function derive(before: Before, openedOn: string, calendar: Calendar): Computed {
  const { basis, rule, previous, pauses, extensions } = before
  const given = givenBy(before)
  const paused = { days: sum(pauses.map((p) => p.days)), workdays: sum(pauses.map((p) => p.workdays ?? 0)) }
  const answer = evaluate(rule, { openedOn, given, paused, ...(previous === undefined ? {} : { previous }) }, calendar)
  const found = typeof answer === 'string' ? undefined : answer
  const start = found?.start ?? openedOn
  const backward = found?.anchor !== undefined && found.length !== null && found.dueOn < found.anchor.day
  const length = before.cap && amountOf(before.cap.length)
  const cap = length ? capDay(length, backward ? openedOn : start, paused, calendar) : undefined
  const capped = found !== undefined && cap !== undefined && found.dueOn > cap.dueOn
  const moved = extensions.findLast((entry) => entry.reason === 'moved')
  // What was decided stands, by the calendar of now: the rule's own day is told no more.
  const last = moved ? setDay(moved.asked ?? moved.to, calendar) : capped ? cap : found
  const why: Derivation = {
    basis,
    rule,
    length: found?.length ?? null,
    start,
    skipped: last?.skipped ?? [],
    worked: last?.worked ?? [],
    pauses,
    extensions,
    ...(found?.anchor ? { anchor: found.anchor } : {}),
    ...('first' in rule || 'earliest' in rule ? { given } : {}),
    ...(previous === undefined ? {} : { previous }),
    ...(before.cap && cap ? { cap: { length: before.cap.length, day: cap.dueOn } } : {}),
    ...(last?.provisional ? { provisional: true } : {}),
  }
  return { owed: answer !== 'none', dueOn: last?.dueOn ?? null, why, ...(capped ? { over: found.dueOn } : {}) }
}

const givenBy = (why: Pick<Derivation, 'given' | 'anchor'>): Given =>
  why.given ?? (why.anchor ? { [why.anchor.field]: why.anchor.day } : {})

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0)

function givenOf(fields: string[], data: Data): Given {
  const given: Given = {}
  for (const field of fields) {
    const value = data[field]
    if (value === 'none' || isDay(value)) given[field] = value
  }
  return given
}

/** The rule with the amounts that come from number fields filled in; an amount that is empty keeps its field's name. */
function fillDue(due: Due, data: Data): Due {
  if ('first' in due) return { ...due, first: due.first.map((rule) => fillDue(rule, data)) }
  if ('earliest' in due) return { earliest: due.earliest.map((rule) => fillDue(rule, data)) }
  return 'workdays' in due || 'days' in due || 'months' in due ? { ...due, ...fillLength(due, data) } : due
}

function fillLength(length: Length, data: Data): Length {
  if ('workdays' in length) return { workdays: numberOf(length.workdays, data) }
  if ('days' in length) return { days: numberOf(length.days, data) }
  return { months: numberOf(length.months, data) }
}

/** Ten years at most, as for amounts written in a ledger. */
function numberOf(amount: number | string, data: Data): number | string {
  if (typeof amount === 'number') return amount
  const value = data[amount.slice(1)]
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(3660, Math.max(0, Math.trunc(value))) : amount
}
