import { daysBetween } from '../../../shared/deadline/calendar.ts'
import { lengthWords } from '../../../shared/deadline/why.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { livesIn } from '../../../shared/engine/owed.ts'
import type { Label } from '../../../shared/names.ts'
import type { Shown } from '../../data.ts'
import { returnsStraight } from '../acts.ts'

/**
 * How long an office has had an item that it asks to be rid of, where it had time to hand it back by itself and that time is over: since which step, how many
 * days, and how long is usual.
 */
export function lateReturn(
  ledger: Ledger,
  { state, took = {}, duties = [] }: Pick<Shown, 'state'> & Partial<Pick<Shown, 'took' | 'duties'>>,
  transition: string,
  today: string,
): { step: Label; days: number; usual: Label } | undefined {
  if (transition !== 'askReturn') return undefined
  const steps = Object.entries(ledger.transitions)
  for (const { key, dueOn, why } of duties.filter((duty) => duty.state === 'done' && !livesIn(ledger, duty.key, state))) {
    const answers = steps.filter(([, { discharges = [] }]) => discharges.includes(key))
    const [step, rule] = answers.find(([name]) => took[name] && !returnsStraight(ledger, name)) ?? []
    const on = took[step ?? '']?.on
    const back = answers.some(([name]) => returnsStraight(ledger, name))
    if (back && rule && on && why.length && dueOn && today > dueOn)
      return { step: rule.label, days: daysBetween(on, today), usual: lengthWords(why.length) }
  }
  return undefined
}
