import type { Calendar } from '../deadline/calendar.ts'
import { recompute } from '../deadline/derivation.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Duty } from '../duty.ts'
import type { LedgerRecord } from '../record.ts'
import type { Scope } from '../scope.ts'
import type { World } from '../world.ts'
import { type Moved, moved } from './moved.ts'
import { followAnchors, owing } from './owed.ts'
import { asMoved } from './set-days.ts'

/** An open duty, and the day on which it would be due by the calendar of today. */
export type NewDay = { duty: Duty; to: string }

/**
 * The open duties of a record that have another day since the calendar changed: a year's holiday notice came out, the county rests or works on one day more.
 * A day that somebody decided (an extension) stays while it is worked, and so does one that would come to lie in the past by being moved forward. `settled`:
 * those whose day stays and is provisional no more.
 */
export function newDays({ duties }: Pick<LedgerRecord, 'duties'>, today: string, calendar: Calendar): { moves: NewDay[]; settled: Duty[] } {
  const open = duties.filter(({ state, dueOn }) => state === 'open' && dueOn !== null)
  const moves = open.flatMap((duty): NewDay[] => {
    const to = recompute(duty, calendar).dueOn
    return to === null || to === duty.dueOn || (to < today && to < (duty.dueOn ?? '')) ? [] : [{ duty, to }]
  })
  const settled = open.filter((duty) => {
    const { dueOn, why } = recompute(duty, calendar)
    return duty.why.provisional === true && dueOn === duty.dueOn && why.provisional === undefined
  })
  return { moves, settled }
}

/** Moves these duties to their new days, with an event that tells it; null where the calendar changes nothing. 民法典 art 203: the last day is a working day. */
export function takeNewDays(
  ledger: Ledger,
  record: LedgerRecord,
  scope: Scope,
  today: string,
  world: World,
  parent?: LedgerRecord | 'unread',
): Moved | null {
  const { moves, settled } = newDays(record, today, world.calendar)
  if (moves.length + settled.length === 0) return null
  const duties = record.duties.map((duty) => {
    const move = moves.find((each) => each.duty === duty)
    if (!move && !settled.includes(duty)) return duty
    const { why } = recompute(duty, world.calendar)
    if (!move) return { ...duty, why }
    const extension = { on: today, from: duty.dueOn, to: move.to, reason: 'calendar' as const }
    return { ...duty, dueOn: move.to, why: { ...why, extensions: [...why.extensions, extension] } }
  })
  const told = moves.map(({ duty: { id, dueOn }, to }) => ({ id, from: dueOn, to }))
  const data = asMoved(ledger, record.data, moves)
  const owed = followAnchors({ ...owing(duties), moved: told }, data, today, world.calendar)
  return moved({ ledger, scope, today, world }, record, { ...record, data }, owed, { transition: 'calendar', parent })
}
