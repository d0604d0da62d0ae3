import { daysBetween } from '../../../shared/deadline/calendar.ts'
import { lengthWords } from '../../../shared/deadline/why.ts'
import { returnsStraight } from '../../../shared/definition/discharger.ts'
import type { Due } from '../../../shared/definition/due.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Duty } from '../../../shared/duty.ts'
import { livesIn } from '../../../shared/engine/owed.ts'
import type { Label } from '../../../shared/names.ts'
import type { Shown } from '../../data.ts'

type Of = Pick<Shown, 'state'> & Partial<Pick<Shown, 'took' | 'duties'>>
type Late = { step: Label; days: number; usual: Label }

/**
 * How long an office has had an item that it asks to be rid of, where it had time to hand it back by itself and that time is over: since it signed for it, or,
 * where an import brought it, since it was handed out; and how long is usual.
 */
export function lateReturn(ledger: Ledger, record: Of, transition: string, today: string): Late | undefined {
  if (transition !== 'askReturn') return undefined
  const steps = Object.entries(ledger.transitions)
  for (const [key, rule] of Object.entries(ledger.duties)) {
    const answers = steps.flatMap(([step, { discharges = [] }]) => (discharges.includes(key) ? [step] : []))
    const length = lengthOf(rule.due)
    const signs = answers.filter((step) => !returnsStraight(ledger, step))
    if (!length || livesIn(ledger, key, record.state) || signs.length === answers.length) continue
    const since = signedFor(record, key, signs, today) ?? handedOut(ledger, record, key, length, today)
    const label = ledger.transitions[since?.step ?? '']?.label
    if (since && label) return { step: label, days: daysBetween(since.on, today), usual: lengthWords(length) }
  }
  return undefined
}

type Length = NonNullable<Duty['why']['length']>
type Since = { step: string; on: string }

/** A length that the definition says in figures. */
function lengthOf(due: Due): Length | undefined {
  if ('workdays' in due && typeof due.workdays === 'number') return { workdays: due.workdays }
  if ('days' in due && typeof due.days === 'number') return { days: due.days }
  return 'months' in due && typeof due.months === 'number' ? { months: due.months } : undefined
}

/** The step by which it signed, once the day until which it could have handed the item back has passed. */
function signedFor({ took = {}, duties = [] }: Of, key: string, signs: string[], today: string): Since | undefined {
  const step = signs.find((name) => took[name])
  const over = duties.some((duty) => duty.key === key && duty.state === 'done' && duty.dueOn !== null && today > duty.dueOn)
  return step && over ? { step, on: took[step]?.on ?? '' } : undefined
}

/** The step that hands the item out, as what else it opens tells its day, where nobody signed; well after the time is over. */
function handedOut(ledger: Ledger, { duties = [] }: Of, key: string, length: Length, today: string): Since | undefined {
  if (duties.some((duty) => duty.key === key)) return undefined
  for (const [step, { opens = [] }] of Object.entries(ledger.transitions)) {
    const keys = opens.map((one) => (typeof one === 'string' ? one : one.duty))
    const [on] = keys.includes(key)
      ? duties
          .filter((duty) => keys.includes(duty.key))
          .map(({ openedOn }) => openedOn)
          .sort()
      : []
    if (on !== undefined && daysBetween(on, today) > most(length)) return { step, on }
  }
  return undefined
}

/** More days of the calendar than such a length takes, holidays among them. */
const most = (length: Length): number =>
  'workdays' in length ? length.workdays * 2 + 8 : 'days' in length ? length.days : length.months * 31
