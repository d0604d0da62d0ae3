// Written by `npm run ledgers`: one line for each file of this folder.
import type { Ledger } from '../definition/ledger.ts'
import { annualTasks } from './annual-tasks.ts'
import { appointments } from './appointments.ts'
import { auditIssues } from './audit-issues.ts'
import { bills } from './bills.ts'
import { budgetAlerts } from './budget-alerts.ts'
import { budgetExecutions } from './budget-executions.ts'
import { budgetReviews } from './budget-reviews.ts'
import { commitments } from './commitments.ts'
import { decisionDuties } from './decision-duties.ts'
import { deliberationOpinions } from './deliberation-opinions.ts'
import { deputies } from './deputies.ts'
import { diaries } from './diaries.ts'
import { dividedSuggestions } from './divided-suggestions.ts'
import { groupActivities } from './group-activities.ts'
import { guidanceRequests } from './guidance-requests.ts'
import { inquiryQuestions } from './inquiry-questions.ts'
import { inspectionFindings } from './inspection-findings.ts'
import { inspectionSheets } from './inspection-sheets.ts'
import { invitationReplies } from './invitation-replies.ts'
import { lawInspections } from './law-inspections.ts'
import { livelihoodProjects } from './livelihood-projects.ts'
import { majorMatters } from './major-matters.ts'
import { meetingInvitations } from './meeting-invitations.ts'
import { meetings } from './meetings.ts'
import { methodSteps } from './method-steps.ts'
import { opinionPoints } from './opinion-points.ts'
import { opinionStages } from './opinion-stages.ts'
import { performanceEntries } from './performance-entries.ts'
import { projectVotes } from './project-votes.ts'
import { publicOpinions } from './public-opinions.ts'
import { reportAppraisals } from './report-appraisals.ts'
import { roundSheets } from './round-sheets.ts'
import { rounds } from './rounds.ts'
import { rules } from './rules.ts'
import { satisfactionTests } from './satisfaction-tests.ts'
import { specialInquiries } from './special-inquiries.ts'
import { stations } from './stations.ts'
import { suggestions } from './suggestions.ts'
import { taskMilestones } from './task-milestones.ts'
import { themes } from './themes.ts'
import { townSuggestions } from './town-suggestions.ts'
import { townshipPairs } from './township-pairs.ts'
import { townshipVisits } from './township-visits.ts'
import { trainingEnrolments } from './training-enrolments.ts'
import { trainings } from './trainings.ts'
import { workAppraisals } from './work-appraisals.ts'
import { workMethods } from './work-methods.ts'
import { workPlans } from './work-plans.ts'

/** Our own ledgers, in the order of their files. */
export const ledgers: Ledger[] = [
  annualTasks,
  appointments,
  auditIssues,
  bills,
  budgetAlerts,
  budgetExecutions,
  budgetReviews,
  commitments,
  decisionDuties,
  deliberationOpinions,
  deputies,
  diaries,
  dividedSuggestions,
  groupActivities,
  guidanceRequests,
  inquiryQuestions,
  inspectionFindings,
  inspectionSheets,
  invitationReplies,
  lawInspections,
  livelihoodProjects,
  majorMatters,
  meetingInvitations,
  meetings,
  methodSteps,
  opinionPoints,
  opinionStages,
  performanceEntries,
  projectVotes,
  publicOpinions,
  reportAppraisals,
  roundSheets,
  rounds,
  rules,
  satisfactionTests,
  specialInquiries,
  stations,
  suggestions,
  taskMilestones,
  themes,
  townSuggestions,
  townshipPairs,
  townshipVisits,
  trainingEnrolments,
  trainings,
  workAppraisals,
  workMethods,
  workPlans,
]
