import { annualTasks } from './annual-tasks.ts'
import { deputies } from './deputies.ts'
import { diaries } from './diaries.ts'
import { groupActivities } from './group-activities.ts'
import { guidanceRequests } from './guidance-requests.ts'
import { livelihoodProjects } from './livelihood-projects.ts'
import { meetingInvitations } from './meeting-invitations.ts'
import { performanceEntries } from './performance-entries.ts'
import { type Days, daysFrom, type Play } from './play.ts'
import { publicOpinions } from './public-opinions.ts'
import { rules } from './rules.ts'
import { stations } from './stations.ts'
import { suggestionsDivided } from './suggestions-divided.ts'
import { townshipVisits } from './township-visits.ts'
import { trainings } from './trainings.ts'

const books: ((at: Days) => Play[])[] = [
  townshipVisits,
  deputies,
  rules,
  guidanceRequests,
  annualTasks,
  meetingInvitations,
  trainings,
  stations,
  publicOpinions,
  diaries,
  groupActivities,
  performanceEntries,
  livelihoodProjects,
  suggestionsDivided,
]

/** What goes on in the other ledgers, as seen from `today`: at least one record in every state of each. */
export function plays(today: string): Play[] {
  const at = daysFrom(today)
  return books.flatMap((book) => book(at))
}
