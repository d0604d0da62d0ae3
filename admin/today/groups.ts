import { addDays, weekdayOf } from '../../shared/deadline/calendar.ts'
import type { OwedDuty } from './duties.ts'

export type Groups = { now: OwedDuty[]; next: OwedDuty[]; later: OwedDuty[] }
const NEAR = 15

/** Duties by how soon: overdue and due today; within fifteen days; later or without a day. By day, then by ledger. */
export function groupDuties(duties: OwedDuty[]): Groups {
  const sorted = [...duties].sort(
    (a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.record.ledger.localeCompare(b.record.ledger),
  )
  const left = (duty: OwedDuty) => duty.daysLeft ?? Number.POSITIVE_INFINITY
  return {
    now: sorted.filter((duty) => left(duty) <= 0),
    next: sorted.filter((duty) => left(duty) > 0 && left(duty) <= NEAR),
    later: sorted.filter((duty) => left(duty) > NEAR),
  }
}

/** What the sentence above the list counts: overdue, due today, and the rest of this week up to Sunday. */
export function tally(duties: OwedDuty[], today: string): { late: number; today: number; week: number } {
  const sunday = addDays(today, (7 - weekdayOf(today)) % 7)
  return {
    late: duties.filter((duty) => duty.overdue).length,
    today: duties.filter((duty) => duty.dueOn === today).length,
    week: duties.filter((duty) => duty.dueOn !== null && duty.dueOn > today && duty.dueOn <= sunday).length,
  }
}
