import { addDays } from '../deadline/calendar.ts'
import { shanghaiDay } from '../deadline/days.ts'
import type { Condition } from '../definition/condition.ts'
import type { Effects, Ledger } from '../definition/ledger.ts'
import type { Duty } from '../duty.ts'
import { lastDay } from '../engine/day.ts'
import { holds } from '../engine/holds.ts'
import { isDay } from '../names.ts'
import type { LedgerRecord, Value } from '../record.ts'
import type { Kin } from '../world.ts'

/**
 * What figures need of one record, small enough to lie beside every list row: counts and rates to which it adds nothing are left out. Days say since when
 * something holds.
 */
export type Facts = {
  /** The day on which it ended without result: it counts as that, and as nothing else. */
  ended?: string
  /** The day from which the record counts: its report duty opened, or it was handed out without a deadline. */
  since: string
  owed: { openedOn: string; dueOn: string | null; doneOn?: string }[]
  by: { [field: string]: string[] }
  counts: { [field: string]: { is: string[]; on: string } }
  sums: { [field: string]: { n: number; on: string } }
  rates: { [rate: string]: { of: string | null; over: string | null } }
  /** Whose, of which kind and of which year a capped sum is, and the most that it comes to. */
  cap?: { of: string; most: number }
  /** It covers its township. */
  covers?: true
}

/**
 * The facts of a record for its ledger's report, or null while it does not count: a draft, deleted, or its report duty never opened
 * (or void again, so that a unit which declined leaves its figures). `today` judges conditions on days; `kin` those on parent and children.
 */
export function factsOf(
  ledger: Ledger,
  record: LedgerRecord,
  today: string,
  kin: Kin = { children: [], phases: () => undefined },
): Facts | null {
  const phase = ledger.states[record.state]?.phase
  if (record.deleted || record.undone || phase === 'draft') return null
  if (phase === 'void') return ended(ledger, record)
  const report = ledger.report ?? {}
  const owed = record.duties.filter((duty) => duty.key === report.duty && duty.state !== 'void').map(compact)
  const since = owed[0]?.openedOn ?? handedOut(ledger, record)
  if (since === null) return null
  const doneOn = owed.findLast((duty) => duty.doneOn !== undefined)?.doneOn
  const onDay = (field: string): string => setOn(ledger, record, field) ?? doneOn ?? since
  const judged = { record, data: record.data, kin, today, person: '' }
  const holdsSince = (conditions: Condition[]): string | null =>
    holds(conditions, judged) ? latest(conditions.flatMap(fieldsOf).map(onDay), since) : null
  return {
    since,
    owed,
    by: groupsOf(ledger, record),
    counts: Object.fromEntries(
      (report.counts ?? []).flatMap((field) => {
        const is = texts(record.data[field])
        return is.length > 0 ? [[field, { is, on: onDay(field) }]] : []
      }),
    ),
    sums: sumsOf(ledger, record, (field) => latest([onDay(field)], enteredOn(ledger, record) ?? since)),
    ...capOf(ledger, record),
    ...(report.covers?.includes(record.state) ? { covers: true as const } : {}),
    rates: Object.fromEntries(
      Object.entries(report.rates ?? {}).flatMap(([rate, { of, over, due }]) => {
        const met = holdsSince([...of, ...over])
        const holding = holdsSince(over)
        const counted = due && holding !== null ? whenDue(since, met, owed) : holding
        return met === null && counted === null ? [] : [[rate, { of: met, over: counted }]]
      }),
    ),
  }
}

function sumsOf({ report = {} }: Ledger, { state, data }: LedgerRecord, onDay: (field: string) => string): Facts['sums'] {
  if (report.sumsIn && !report.sumsIn.includes(state)) return {}
  return Object.fromEntries((report.sums ?? []).map((field) => [field, { n: number(data[field]), on: onDay(field) }]))
}

/** The day on which it came into the states whose sums count, by the step that leads there from others. */
function enteredOn({ report = {}, transitions }: Ledger, { took }: LedgerRecord): string | undefined {
  const counted = report.sumsIn
  if (!counted) return undefined
  const days = Object.entries(transitions).flatMap(([name, { from, to }]) =>
    to !== undefined && counted.includes(to) && !from.some((state) => counted.includes(state)) ? (took[name]?.on ?? []) : [],
  )
  return days.sort()[0]
}

function capOf({ report = {} }: Ledger, { data, year }: LedgerRecord): Pick<Facts, 'cap'> {
  const { caps } = report
  const option = caps && texts(data[caps.by])[0]
  const most = caps?.most[option ?? '']
  return caps && option !== undefined && most !== undefined
    ? { cap: { of: `${texts(data[caps.per]).join()}|${option}|${year}`, most } }
    : {}
}

/** What ended without result is told as such. */
function ended(ledger: Ledger, record: LedgerRecord): Facts {
  const day = lastDay(record) || shanghaiDay(record.updatedAt)
  return { ended: day, since: day, owed: [], by: groupsOf(ledger, record), counts: {}, sums: {}, rates: {} }
}

function groupsOf({ report = {} }: Ledger, record: LedgerRecord): Facts['by'] {
  const fields = (report.by ?? []).filter((field) => field !== 'township')
  return { township: [record.township ?? 'county'], ...Object.fromEntries(fields.map((field) => [field, texts(record.data[field])])) }
}

/** The day from which what is owed counts, where a rate counts it only once it is met or its day has passed; null until then. */
function whenDue(since: string, met: string | null, owed: Facts['owed']): string | null {
  const dueOn = owed.at(-1)?.dueOn
  const days = [...(met === null ? [] : [met]), ...(dueOn ? [addDays(dueOn, 1)] : [])]
  const first = days.sort()[0]
  return first === undefined ? null : latest([first], since)
}

function compact({ openedOn, dueOn, doneOn }: Duty): Facts['owed'][number] {
  return { openedOn, dueOn, ...(doneOn === undefined ? {} : { doneOn }) }
}

/** The day on which a record without the report duty was handed out; null when it never was, or was taken back. */
function handedOut(ledger: Ledger, record: LedgerRecord): string | null {
  const duty = ledger.report?.duty
  if (duty === undefined) return began(record)
  const field = ledger.import?.duties?.find((each) => each.duty === duty)?.opened.slice(1)
  if (field !== undefined) return dayIn(record.data[field])
  if (record.duties.some((each) => each.key === duty)) return null
  const days = Object.entries(ledger.transitions).flatMap(([name, transition]) =>
    opens(transition, duty) ? (record.took[name]?.on ?? []) : [],
  )
  if (days.length > 0) return latest(days, '')
  return opens(ledger.born ?? {}, duty) ? began(record) : null
}

/** The day on which it began, which may lie before the one on which it was entered. */
const began = (record: LedgerRecord): string => record.began ?? shanghaiDay(record.createdAt)

function opens(effects: Effects & { branches?: Effects[] | undefined }, duty: string): boolean {
  return [effects, ...(effects.branches ?? [])].some((each) =>
    each.opens?.some((opening) => (typeof opening === 'string' ? opening : opening.duty) === duty),
  )
}

/**
 * Since when a field has its value: a date is its own day; a value that a transition brought has the day of that; one that came by import
 * carries no day of its own (undefined), so that an old register gives the figures of its time and not of the day of the import.
 */
function setOn(ledger: Ledger, record: LedgerRecord, field: string): string | undefined {
  const day = dayIn(record.data[field])
  if (ledger.fields[field]?.kind === 'date' && day !== null) return day
  const brought = Object.entries(ledger.transitions).some(
    ([name, rule]) =>
      record.took[name] !== undefined && (rule.asks?.some((ask) => ask.replace('?', '') === field) || rule.sets?.[field] !== undefined),
  )
  return brought || ledger.fields[field]?.kind === 'computed' ? record.setOn?.[field] : undefined
}

/** The fields that a condition looks at. */
export function fieldsOf(condition: Condition): string[] {
  if ('any' in condition) return condition.any.flatMap(fieldsOf)
  return 'field' in condition ? [condition.field] : []
}

const latest = (days: string[], least: string): string => [least, ...days].sort().at(-1) ?? least

const dayIn = (value: Value | undefined): string | null => (isDay(value) ? value : null)

const number = (value: Value | undefined): number => (typeof value === 'number' ? value : 0)

/** The words of a value by which figures are grouped and counted; a yes or no has its own. */
export function texts(value: Value | undefined): string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
