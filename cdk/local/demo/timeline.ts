import type { Random } from './random.ts'
import { addDays, daysBetween, monthsAfter, workdayFrom, workdayUpTo } from './workdays.ts'

export type Course = { assignedOn: string; dueOn: string | 'none'; repliedOn?: string }

const years = 5
const aYear = 537
const recently = 110

/**
 * When `count` suggestions of about five years were assigned, due and answered, oldest first, seen from `today`.
 * Most go out at the handover meeting after the congress and in the weeks that follow, some through the year.
 */
export function courses(count: number, today: string, random: Random): Course[] {
  const assigned = assignmentDays(count, today, random).map((assignedOn) => plan(assignedOn, today, random))
  const late = leftOpen(assigned, addDays(today, -35), addDays(today, -1), 9, random)
  return leftOpen(late, today, addDays(today, 15), 14, random).sort((one, other) => (one.assignedOn < other.assignedOn ? -1 : 1))
}

function assignmentDays(count: number, today: string, random: Random): string[] {
  const thisYear = Number(today.slice(0, 4))
  const handovers = new Map(Array.from({ length: years }, (_, back) => [thisYear - back, random.between(0, 12)] as const))
  const draw = (year: number) => seasonalDay(year, handovers.get(year) ?? 0, random)
  const recent = Array.from({ length: recently }, () => workdayUpTo(addDays(today, -random.between(1, 130))))
  const current = Array.from({ length: aYear - recently }, () => draw(thisYear)).filter((day) => day < today)
  const earlier = Array.from({ length: count - recent.length - current.length }, (_, at) => draw(thisYear - 1 - (at % (years - 1))))
  return [...recent, ...current, ...earlier.map((day) => (day < today ? day : workdayUpTo(addDays(today, -1))))]
}

function seasonalDay(year: number, delay: number, random: Random): string {
  const share = random.next()
  const handover = workdayFrom(addDays(`${year}-02-20`, delay))
  if (share < 0.3) return random.chance(0.7) ? handover : workdayFrom(addDays(handover, 1))
  if (share < 0.72) return workdayFrom(addDays(`${year}-02-20`, random.between(3, 66)))
  return workdayUpTo(addDays(`${year}-05-06`, random.between(0, 225)))
}

function plan(assignedOn: string, today: string, random: Random): Course {
  const share = random.next()
  const dueOn = share < 0.03 ? 'none' : monthsAfter(assignedOn, share < 0.06 ? 1 : share < 0.09 ? 6 : 3)
  const repliedOn = workdayUpTo(addDays(assignedOn, workingTime(assignedOn, dueOn, random)))
  return repliedOn < today && repliedOn > assignedOn ? { assignedOn, dueOn, repliedOn } : { assignedOn, dueOn }
}

/** Calendar days from assignment to answer: mostly in the second half of the time allowed, a few after it. */
function workingTime(assignedOn: string, dueOn: string, random: Random): number {
  if (dueOn === 'none') return random.between(40, 240)
  const allowed = daysBetween(assignedOn, dueOn)
  return random.chance(0.045) ? allowed + random.between(3, 30) : Math.floor(allowed * (0.35 + 0.64 * Math.sqrt(random.next())))
}

/** Keeps `count` of those due between two days unanswered, so that some are overdue and some near due whatever the day is. */
function leftOpen(all: Course[], from: string, to: string, count: number, random: Random): Course[] {
  const due = all.filter((course) => course.dueOn >= from && course.dueOn <= to)
  const open = new Set([...due.filter((course) => !course.repliedOn), ...random.shuffled(due)].slice(0, count))
  return all.map((course) => {
    if (!open.has(course)) return course
    const { assignedOn, dueOn } = course
    return { assignedOn, dueOn }
  })
}
