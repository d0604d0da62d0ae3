import type { Rung } from '../definition/ledger.ts'
import { addDays, type Calendar, isWorkday, nextWorkday } from './calendar.ts'
import { dayOf, type Ladders, ladderOf, type Planned, plan, type Remindable, repetition } from './reminders.ts'

/**
 * The notices of a span of days about one duty, if nothing happens to it and every morning's job runs; `said`: the last rung that was said before. The same
 * as `planRange`, day for day, but only those days are looked at on which something can be due: the first, for what was missed, and the days of the rungs.
 */
export function planAhead<T extends Remindable>(
  of: T,
  [from, to]: [string, string],
  calendar: Calendar,
  { own, said }: { own: Ladders; said?: string | undefined },
): Planned<T>[] {
  const { dueOn } = of.duty
  if (dueOn === null) return []
  const planned: Planned<T>[] = []
  let last = said
  for (const day of candidates(ladderOf(of, own), dueOn, [from, to], calendar)) {
    const [notice] = plan([of], day, calendar, { own, sent: (_, rung) => rung === last })
    if (!notice) continue
    last = notice.rung
    planned.push(notice)
  }
  return planned
}

function candidates(ladder: Rung[], dueOn: string, [from, to]: [string, string], calendar: Calendar): string[] {
  const days = new Set([isWorkday(calendar, from) ? from : nextWorkday(calendar, from)])
  for (const rung of ladder) {
    const first = repetition(rung, dueOn, addDays(from, -1), calendar)
    const end = repetition(rung, dueOn, to, calendar)
    for (let times = first; times <= end; times += 1) days.add(dayOf(rung, times, dueOn, calendar))
  }
  return [...days].filter((day) => day >= from && day <= to).sort()
}
