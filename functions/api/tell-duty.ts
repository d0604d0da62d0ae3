import { daysBetween } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { labelled } from '../../shared/names.ts'
import type { DutyAnswer } from '../../shared/wire.ts'

/** Tells a duty as of a day (Asia/Shanghai): overdue is an open duty whose day has passed; a duty of today is not. */
export function tellDuty(duty: Duty, ledger: Ledger, today: string): DutyAnswer {
  const left = duty.state === 'open' && duty.dueOn !== null ? daysBetween(today, duty.dueOn) : null
  const label = labelled(ledger.duties[duty.key]?.label, duty.key)
  const length: Record<string, number> | null = duty.why.length
  return { ...duty, label, overdue: left !== null && left < 0, daysLeft: left, why: { ...duty.why, length } }
}
