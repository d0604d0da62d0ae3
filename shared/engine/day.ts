import { addDays, workdaysBetween } from '../deadline/calendar.ts'
import { writeDay } from '../deadline/days.ts'
import type { Ledger, Transition } from '../definition/ledger.ts'
import { isDay, type Label, type Lang, labelled } from '../names.ts'
import type { Data, LedgerRecord } from '../record.ts'
import type { Fault, FaultCode } from '../refusal.ts'
import type { Turn } from './moved.ts'
import { missing } from './values.ts'

/**
 * How something is told that happened on the turn's day: on which day it is entered, and why so late. `said` when whoever enters it named the day; else it
 * happened on the day of entry.
 */
export type Entered = { on: string; said?: boolean; reason?: string }

/** After so many working days an entry asks why it comes so late, where the county has set nothing else. */
export const LATE = 5

/** The day of a record's last step, before which none happened; empty when none is known. Edits and imports are no steps. */
export function lastDay({ on, took, duties }: Pick<LedgerRecord, 'on' | 'took' | 'duties'>): string {
  if (on !== undefined) return on
  const days = [...Object.values(took).map((last) => last.on), ...duties.flatMap(({ openedOn, doneOn }) => [openedOn, doneOn ?? ''])]
  return days.sort().at(-1) ?? ''
}

/**
 * What is wrong with the day on which something is said to have happened, at `on` and `reason` (422): after the day of entry, before the record's last
 * step, before the day that the step waits for, or so late that a reason, or the county's administrator, is asked. `data` is what would stand then.
 */
export function dayFaults(
  { ledger, today, world, scope, entered }: Turn,
  record?: LedgerRecord,
  rule?: Transition,
  data: Data = {},
): Fault[] {
  const waits = rule && tooEarly(ledger, rule, data, today)
  const early = waits ? [at('on', 'early', waits)] : []
  if (!entered || scope.system) return early
  if (today > entered.on) return [...early, at('on', 'future', afterToday(entered.on))]
  const before = record && entered.said === true && today < lastDay(record) ? [at('on', 'early', beforeLast(lastDay(record)))] : []
  const { workdays = LATE, days } = world.entry ?? {}
  const admin = scope.role === 'admin' && scope.office.kind === 'county'
  const outer = days !== undefined && !admin && today < addDays(entered.on, -days) ? [at('on', 'past', tooLong(days))] : []
  const late = today < entered.on && workdaysBetween(world.calendar, today, entered.on) > workdays
  return [...early, ...before, ...outer, ...(late && !entered.reason ? [missing({ label: why }, 'reason')] : [])]
}

/** Why a step cannot have happened on a day: it waits for a later one. Null when it can. */
export function tooEarly(ledger: Ledger, { notBefore }: Transition, data: Data, on: string): Label | null {
  const field = notBefore?.slice(1) ?? ''
  const day = data[field]
  if (!isDay(day) || on >= day) return null
  const label = labelled(ledger.fields[field]?.label, field)
  return {
    zh: `要到${label.zh}（${writeDay(day, 'zh', { weekday: false })}）那天才能办。`,
    en: `This waits for “${label.en}” (${writeDay(day, 'en')}); it cannot have happened before.`,
  }
}

const why: Label = { zh: '补记原因', en: 'Why it is entered so late' }

const at = (path: string, code: FaultCode, message: Label): Fault => ({ path, code, message })

function afterToday(today: string): Label {
  const day = (lang: Lang) => writeDay(today, lang, { weekday: false })
  return { zh: `发生日期不能晚于今天（${day('zh')}）。`, en: `It cannot have happened after today (${day('en')}).` }
}

function beforeLast(day: string): Label {
  return {
    zh: `这件事项上一步是${writeDay(day, 'zh')}办的，这一步不能早于那天。`,
    en: `The step before this one was taken on ${writeDay(day, 'en')}; this one cannot have happened earlier.`,
  }
}

function tooLong(days: number): Label {
  return {
    zh: `超过 ${days} 天的事，只有县人大办的管理员可以补记。`,
    en: `What happened more than ${days} days ago is entered by the county’s administrator alone.`,
  }
}
