import type { Random } from './random.ts'
import type { Course } from './timeline.ts'
import { daysBetween } from './workdays.ts'

export type Result = 'A' | 'B' | 'C' | 'D'
export type Satisfaction = 'satisfied' | 'basically' | 'dissatisfied'

const elseResults: [Result, number][] = [
  ['B', 0.58],
  ['C', 0.24],
  ['D', 0.18],
]

const opinions: Record<Result, [Satisfaction, number][]> = {
  A: [
    ['satisfied', 0.88],
    ['basically', 0.108],
    ['dissatisfied', 0.012],
  ],
  B: [
    ['satisfied', 0.62],
    ['basically', 0.33],
    ['dissatisfied', 0.05],
  ],
  C: [
    ['satisfied', 0.46],
    ['basically', 0.43],
    ['dissatisfied', 0.11],
  ],
  D: [
    ['satisfied', 0.52],
    ['basically', 0.41],
    ['dissatisfied', 0.07],
  ],
}

/** The result of every answered course, `solved` of them solved, in the order of the courses; `undefined` for what is still open. */
export function results(courses: Course[], solved: number, random: Random): (Result | undefined)[] {
  const answered = courses.flatMap((course, at) => (course.repliedOn ? [at] : []))
  const unsolved = new Set(random.shuffled(answered).slice(0, Math.max(0, answered.length - solved)))
  return courses.map((course, at) => {
    if (!course.repliedOn) return undefined
    return unsolved.has(at) ? random.weighted(elseResults, ([, share]) => share)[0] : 'A'
  })
}

/** What the deputy said of the answer, where his form has come back by `today`. */
export function satisfaction(result: Result, repliedOn: string, today: string, random: Random): Satisfaction | undefined {
  const returned = random.chance(daysBetween(repliedOn, today) > 20 ? 0.994 : 0.35)
  const [opinion] = random.weighted(opinions[result], ([, share]) => share)
  return returned ? opinion : undefined
}
