import { same } from '../canonical.ts'
import type { Calendar } from '../deadline/calendar.ts'
import { setDay } from '../deadline/deadline.ts'
import type { Effects, Ledger } from '../definition/ledger.ts'
import { isDay } from '../names.ts'
import type { Data } from '../record.ts'
import { refresh } from './computed.ts'
import { compact } from './moved.ts'
import type { NewDay } from './new-days.ts'

/** Fields that move a duty say the day on which it will lie: a rest day that was given goes on to the next working day. */
export function asSet(data: Data, moves: NonNullable<Effects['moves']>, calendar: Calendar): Data {
  const next = { ...data }
  for (const { to } of moves) {
    const day = data[to.slice(1)]
    if (isDay(day)) next[to.slice(1)] = setDay(day, calendar).dueOn
  }
  return next
}

/** Fields that say the day of a duty which the calendar moves say its new day. */
export function asMoved(ledger: Ledger, data: Data, moves: NewDay[]): Data {
  const next = { ...data }
  const ways = Object.values(ledger.transitions).flatMap((rule) => [rule, ...(rule.branches ?? [])].flatMap((each) => each.moves ?? []))
  for (const { duty, to } of moves) {
    if (!duty.why.extensions.some(({ reason }) => reason === 'moved')) continue
    for (const way of ways) if (way.duty === duty.key && data[way.to.slice(1)] === duty.dueOn) next[way.to.slice(1)] = to
  }
  return same(next, data) ? data : compact(refresh(ledger, next))
}
