import { type Act, type Play, together } from './plays/play.ts'
import { addDays, workdayFrom, workdayUpTo } from './workdays.ts'

export type Dated = { at: Date; acts: Date[] }

/** How long ago, in working days, the last step of a play was taken, and how far apart its steps lie: by turns. */
const ages = [1, 3, 0, 2, 5, 1, 4]
const gaps = [2, 1, 3, 1, 4, 2]
/** Nothing lies further back than this many working days: idempotency keys last that long. */
const REACH = 50

/**
 * When a play was begun and when each of its steps was taken, so that a county is told that has been at work for weeks. Steps of many offices on parts of
 * one kind fall on one day. Times are office hours in Asia/Shanghai, in the order of the steps; none lies after `now`.
 */
export function datesOf(play: Play, nth: number, today: string, now: Date): Dated {
  const days = play.at === undefined ? agoDays(play.acts, nth, today) : seasonDays(play.at, play.acts, today)
  const onDay = new Map<string, number>()
  const [at = now, ...rest] = days.map((day) => {
    const order = onDay.get(day) ?? 0
    onDay.set(day, order + 1)
    const minutes = 8 * 60 + 35 + ((nth * 13) % 45) + order * 9
    const instant = new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000)
    return instant < now ? instant : now
  })
  return { at, acts: rest }
}

/** The days of a play that has its season: each step on its own, or on the working day after the one before; none after today. */
function seasonDays(begun: string, acts: Act[], today: string): string[] {
  const days = [begun]
  for (const { at } of acts) {
    const before = days.at(-1) as string
    const day = at === undefined || at < before ? workdayFrom(addDays(before, 1)) : at
    days.push(day < today ? day : workdayUpTo(today))
  }
  return days
}

function agoDays(acts: Act[], nth: number, today: string): string[] {
  const ago: number[] = []
  let back = ages[nth % ages.length] as number
  for (let at = acts.length; at >= 0; at -= 1) {
    ago[at] = back
    const [act, before] = [acts[at - 1], acts[at - 2]]
    if (act && !(before && together(before, act))) back = Math.min(REACH, back + (gaps[(nth + at) % gaps.length] as number))
  }
  return ago.map((days) => workdayBefore(today, days))
}

/** The working day so many before today's, or before the last one when today is none. */
function workdayBefore(today: string, days: number): string {
  let day = workdayUpTo(today)
  for (let left = days; left > 0; left -= 1) day = workdayUpTo(addDays(day, -1))
  return day
}
