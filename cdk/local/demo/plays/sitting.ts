import { addDays, daysBetween, workdayFrom, workdayUpTo } from '../workdays.ts'
import { met } from './meetings.ts'
import { type Act, type Days, type Play, together } from './play.ts'

/** What is done where the standing committee sits. */
const sits: Record<string, string[]> = {
  appointments: ['hear', 'present', 'vote'],
  'budget-reviews': ['approve', 'hear'],
  'deliberation-opinions': ['test'],
  'law-inspections': ['handOver'],
  'major-matters': ['decide', 'hear'],
  'report-appraisals': ['appraise'],
  'satisfaction-tests': ['count', 'recount'],
  'special-inquiries': ['hold', 'test'],
  'work-appraisals': ['appraise'],
}
/** So many steps are taken between the last meeting and today; what came further was before the meeting before. */
const SINCE = 3
/** How many days before its meeting an item is begun. */
const AHEAD = 28

/** True for a step that is taken where the standing committee sits. */
export const isSitting = ({ ledger }: Pick<Play, 'ledger'>, { take, on }: Act): boolean => !on && (sits[ledger]?.includes(take) ?? false)

/**
 * The play with what the committee did of it on the days on which it met, and everything else in its order around them: what was decided names that day as its
 * meeting, and so bears a number of that year.
 */
export function sat({ work, days }: Days, play: Play): Play {
  const sittings = sittingsOf(play)
  if (play.at !== undefined || sittings.length === 0) return play
  const since = play.acts.length - 1 - (sittings.at(-1)?.at(-1) ?? 0)
  const heldOn = sittings.length > 1 ? [met.before, met.last] : [since > SINCE ? met.before : met.last]
  const dayOf = (nth: number) => work(heldOn[Math.min(nth, heldOn.length - 1)] as number)
  const acts = play.acts.map((act, at): Act => {
    const nth = sittings.findIndex((each) => at <= (each.at(-1) ?? 0))
    const here = sittings[nth]?.includes(at)
    const named = nth >= 0 && act.given?.meetingOn !== undefined
    return { ...act, ...(named ? { given: { ...act.given, meetingOn: dayOf(nth) } } : {}), ...(here ? { at: dayOf(nth) } : {}) }
  })
  const data = play.data.meetingOn === undefined ? play.data : { ...play.data, meetingOn: dayOf(0) }
  const at = work((heldOn[0] as number) - AHEAD)
  return { ...play, data, at, acts: spread(at, acts, days(-1)) }
}

/** The steps of a play that were taken where the committee sat, those of one meeting together. */
function sittingsOf(play: Play): number[][] {
  const sittings: number[][] = []
  for (const [at, act] of play.acts.entries()) {
    if (!isSitting(play, act)) continue
    const last = sittings.at(-1)
    if (last && last.at(-1) === at - 1) last.push(at)
    else sittings.push([at])
  }
  return sittings
}

/** Steps without a day of their own, evenly between those that have one; the same step of several offices on one day. */
export function spread(from: string, acts: Act[], until: string): Act[] {
  const fixed = [...acts.flatMap(({ at }, nth) => (at === undefined ? [] : [{ nth, at }])), { nth: acts.length, at: until }]
  let start = { nth: -1, at: from }
  const told: Act[] = []
  for (const end of fixed) {
    const run = acts.slice(start.nth + 1, end.nth)
    const turns = run
      .map((act, nth) => (nth > 0 && together(run[nth - 1] as Act, act) ? 0 : 1))
      .map((_, nth, all) => sum(all.slice(0, nth + 1)))
    const span = Math.max(0, daysBetween(start.at, end.at))
    for (const [nth, act] of run.entries()) {
      const day = workdayUpTo(addDays(start.at, Math.round((span * (turns[nth] ?? 1)) / ((turns.at(-1) ?? 0) + 1))))
      told.push({ ...act, at: day < start.at ? workdayFrom(start.at) : day })
    }
    const own = acts[end.nth]
    if (own) told.push(own)
    start = end
  }
  return told
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0)
