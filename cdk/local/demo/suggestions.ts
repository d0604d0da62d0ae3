import { deputiesOf } from './deputies.ts'
import { type Result, results, type Satisfaction, satisfaction } from './outcomes.ts'
import { type Random, randomFrom } from './random.ts'
import { sessionOn } from './sittings.ts'
import { type Course, courses } from './timeline.ts'
import { type Topic, topicSource } from './topics.ts'
import { writeBody, writeReply } from './writing.ts'

export type Draft = {
  title: string
  body: string
  deputies: string[]
  township: string
  lead: string
  co: string[]
  category: string
  session: string
}
/** A suggestion of this year that still has its way before it, with what its lead unit would answer. */
export type LiveDraft = Draft & { replies: { A: string; B: string } }
export type Suggestion = Draft & {
  number: string
  assignedOn?: string
  dueOn?: string | 'none'
  repliedOn?: string
  reply?: string
  result?: Result
  satisfaction?: Satisfaction
}

const assignedCount = 2545
const registeredCount = 7
const liveCount = 48
const solved = 1895

/**
 * Several years of suggestions as they stand on `today` (YYYY-MM-DD, Asia/Shanghai): `register` is what a register can say, by number;
 * `live` are drafts of this year for the steps that only happen on the platform. The same day gives the same county.
 */
export function suggestions(today: string): { register: Suggestion[]; live: LiveDraft[] } {
  const random = randomFrom(320724)
  const nextTopic = topicSource(random)
  const planned = courses(assignedCount, today, random)
  const endings = results(planned, solved, random)
  const thisYear = Number(today.slice(0, 4))
  const numbered = numbering()
  const assigned = planned.map((course, at) => handled(course, endings[at], nextTopic, numbered, today, random))
  const registered = Array.from({ length: registeredCount }, () => ({
    ...draft(nextTopic(thisYear), today, random),
    number: numbered(thisYear),
  }))
  const live = Array.from({ length: liveCount }, () => liveDraft(nextTopic(thisYear), today, random))
  return { register: [...assigned, ...registered], live }
}

function handled(
  course: Course,
  result: Result | undefined,
  nextTopic: (year: number) => Topic,
  numbered: (year: number) => string,
  today: string,
  random: Random,
): Suggestion {
  const { assignedOn, dueOn, repliedOn } = course
  const year = Number(assignedOn.slice(0, 4))
  const topic = nextTopic(year)
  const open = { ...draft(topic, assignedOn, random), number: numbered(year), assignedOn, dueOn }
  if (!repliedOn || !result) return open
  const reply = writeReply(topic, result, repliedOn, assignedOn, random)
  const opinion = satisfaction(result, repliedOn, today, random)
  return { ...open, repliedOn, reply, result, ...(opinion && { satisfaction: opinion }) }
}

function liveDraft(topic: Topic, today: string, random: Random): LiveDraft {
  const reply = (result: Result) => writeReply(topic, result, today, today, random)
  return { ...draft(topic, today, random), replies: { A: reply('A'), B: reply('B') } }
}

function draft(topic: Topic, day: string, random: Random): Draft {
  const { title, theme, township } = topic
  return {
    title,
    body: writeBody(topic, random),
    deputies: signers(township, random),
    township,
    lead: theme.lead,
    co: theme.co.filter(() => random.chance(0.3)),
    category: theme.category,
    session: sessionOn(day),
  }
}

/** One to four deputies of the township, some of whom speak up more often than others. */
function signers(township: string, random: Random): string[] {
  const enrolled = deputiesOf(township)
  const count = random.weighted([1, 2, 3, 4], (signed) => [0, 45, 25, 18, 12][signed] ?? 0)
  const names = new Set<string>()
  while (names.size < count) names.add(random.weighted(enrolled, (deputy) => 1 / (enrolled.indexOf(deputy) + 5)).zh)
  return [...names]
}

function numbering(): (year: number) => string {
  const last = new Map<number, number>()
  return (year) => {
    const next = (last.get(year) ?? 0) + 1
    last.set(year, next)
    return `${year}-${String(next).padStart(4, '0')}`
  }
}
