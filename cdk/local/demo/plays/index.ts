import { annualTasks } from './annual-tasks.ts'
import { appointments } from './appointments.ts'
import { auditIssues } from './audit-issues.ts'
import { budgetAlerts } from './budget-alerts.ts'
import { budgetExecutions } from './budget-executions.ts'
import { budgetReviews } from './budget-reviews.ts'
import { deliberationOpinions } from './deliberation-opinions.ts'
import { deputies } from './deputies.ts'
import { diaries } from './diaries.ts'
import { groupActivities } from './group-activities.ts'
import { guidanceRequests } from './guidance-requests.ts'
import { lawInspections } from './law-inspections.ts'
import { livelihoodProjects, votesOverProjects } from './livelihood-projects.ts'
import { majorMatters } from './major-matters.ts'
import { meetingInvitations } from './meeting-invitations.ts'
import { meetings } from './meetings.ts'
import { performanceEntries } from './performance-entries.ts'
import { type Days, daysFrom, type Play } from './play.ts'
import { publicOpinions } from './public-opinions.ts'
import { reportAppraisals } from './report-appraisals.ts'
import { rounds } from './rounds.ts'
import { rules } from './rules.ts'
import { satisfactionTests } from './satisfaction-tests.ts'
import { sat } from './sitting.ts'
import { specialInquiries } from './special-inquiries.ts'
import { stations } from './stations.ts'
import { suggestionsDivided } from './suggestions-divided.ts'
import { themes } from './themes.ts'
import { townSuggestions } from './town-suggestions.ts'
import { townshipPairs } from './township-pairs.ts'
import { townshipVisits } from './township-visits.ts'
import { trainings } from './trainings.ts'
import { workAppraisals } from './work-appraisals.ts'
import { workMethods } from './work-methods.ts'
import { workPlans } from './work-plans.ts'

const books: ((at: Days) => Play[])[] = [
  townshipVisits,
  townshipPairs,
  themes,
  townSuggestions,
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
  appointments,
  auditIssues,
  budgetAlerts,
  budgetExecutions,
  budgetReviews,
  deliberationOpinions,
  lawInspections,
  majorMatters,
  reportAppraisals,
  satisfactionTests,
  specialInquiries,
  workAppraisals,
  workPlans,
  livelihoodProjects,
  suggestionsDivided,
]

/** What others name: played first and one after the other, so that it is there. */
export function foundations(today: string): Play[] {
  const at = daysFrom(today)
  return [...deputies(at), ...meetings(at), ...votesOverProjects(at), ...workMethods(at), ...rounds(at)]
}

/** What goes on in the other ledgers, as seen from `today`: at least one record in every state of each. One of every ledger first, then the seconds, and so on. */
export function plays(today: string): Play[] {
  const at = daysFrom(today)
  const shelves = books.map((book) => book(at).map((play) => sat(at, play)))
  const longest = Math.max(...shelves.map(({ length }) => length))
  return Array.from({ length: longest }, (_, nth) => shelves.flatMap((shelf) => shelf.slice(nth, nth + 1))).flat()
}
