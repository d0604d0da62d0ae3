import { annualTasks } from './annual-tasks.ts'
import { deputies } from './deputies.ts'
import { guidanceRequests } from './guidance-requests.ts'
import { meetingInvitations } from './meeting-invitations.ts'
import { type Days, daysFrom, type Play } from './play.ts'
import { rules } from './rules.ts'
import { townshipVisits } from './township-visits.ts'
import { trainings } from './trainings.ts'

const books: ((at: Days) => Play[])[] = [townshipVisits, deputies, rules, guidanceRequests, annualTasks, meetingInvitations, trainings]

/** What goes on in the other ledgers, as seen from `today`: at least one record in every state of each. */
export function plays(today: string): Play[] {
  const at = daysFrom(today)
  return books.flatMap((book) => book(at))
}
