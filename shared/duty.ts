import type { Due, Length } from './definition/due.ts'

export type OfficeKind = 'county' | 'township' | 'unit' | 'deputy'
/** Who owes: an office, one desk of the county office, or a named person in an office. */
export type Holder = { kind: OfficeKind | 'person'; id: string; desk?: string }

/** The derivation of a day: everything needed to explain it to people and to compute it again. Days are Asia/Shanghai. */
export type Why = {
  basis: { zh: string; en: string }
  /** The rule as it stood when the duty was opened, amounts filled in. */
  rule: Due
  /** The length actually counted, when the day was counted; null for a day fixed by a field or the calendar. */
  length: { workdays: number } | { days: number } | { months: number } | null
  start: string
  /** Rest days passed over while counting working days, or rolled over at the end. */
  skipped: { day: string; name: string }[]
  /** Make-up working days (调休) that were counted or landed on. */
  worked: { day: string; name: string }[]
  pauses: { from: string; to: string; days: number; workdays?: number }[]
  extensions: { on: string; from: string | null; to: string; asked?: string; reason: 'moved' | 'field' | 'calendar'; by?: string }[]
  /** Day named by a field (`on`, `after`, `before`), when the rule has an anchor. */
  anchor?: { field: string; day: string }
  /** Days in the fields that a rule with several ways names, as they stood: needed to compute it again. */
  given?: { [field: string]: string }
  previous?: string
  cap?: { length: Length; day: string }
  provisional?: true
}

export type DutyState = 'open' | 'paused' | 'done' | 'void'

/** One office owing one thing: an instance of a duty rule on a record. `dueOn` is null when nothing fixes a day (yet). */
export type Duty = {
  id: string
  key: string
  holder: Holder
  /** Whose request it is to be decided. */
  asker?: Holder
  openedOn: string
  dueOn: string | null
  doneOn?: string
  state: DutyState
  pausedOn?: string
  why: Why
}

/** Of duties those that a question about what an office owes (`unit:water`) is about: its own open ones; all where no office is asked about. */
export function heldBy<D extends Pick<Duty, 'state' | 'holder'>>(duties: D[], holder: string | undefined): D[] {
  if (holder === undefined) return duties
  return duties.filter(({ state, holder: { kind, id } }) => state === 'open' && `${kind}:${id}` === holder)
}

/** The day of the soonest open duty that has one, else null; a paused one has no day that runs. */
export function soonestDay(duties: Pick<Duty, 'state' | 'dueOn'>[]): string | null {
  const days = duties.flatMap(({ state, dueOn }) => (state === 'open' && dueOn !== null ? [dueOn] : []))
  return days.sort()[0] ?? null
}

/** Orders duties by their days; those without one come last. */
export function bySoonest(one: Pick<Duty, 'dueOn'>, other: Pick<Duty, 'dueOn'>): number {
  return (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9')
}
