import { takeNewDays } from '../../shared/engine/new-days.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Clock } from '../clock.ts'
import type { Ref } from '../store/keys.ts'
import type { Outcome } from '../transact/attempt.ts'
import { through } from '../transact/finish.ts'
import { move } from '../transact/move.ts'
import { load, movedIn } from '../transact/work.ts'
import { foreseen } from './foreseen.ts'

/** How many duties have moved, how many provisional days stay for good, and how many records are still to be looked at. */
export type Taken = { moved: number; settled: number; left: number }

/**
 * Moves every open duty to its day by the calendar of today, record by record, each with an event, for about `budget` milliseconds. What has its new day is passed by,
 * so this may be asked again, run twice, or be cut off.
 */
export async function takeDays(scope: Scope, clock: () => Clock, budget: number): Promise<Taken> {
  const end = performance.now() + budget
  const taken: Taken = { moved: 0, settled: 0, left: 0 }
  for await (const { record, settled } of foreseen(clock().today)) {
    if (performance.now() > end) {
      taken.left += 1
      continue
    }
    const moved = await takeOne(record, scope, clock())
    taken.moved += moved
    taken.settled += settled.length
  }
  return taken
}

async function takeOne(ref: Ref, scope: Scope, clock: Clock): Promise<number> {
  const answer = await through<Outcome>(scope, clock, async (work) => {
    const [ledger, record] = [work.ledgers.get(ref.ledger), await load(work, ref)]
    if (!ledger || !record) return null
    const parent = record.parent ? await load(work, record.parent) : undefined
    const taken = takeNewDays(ledger, record, scope, clock.today, work.world, parent ?? undefined)
    if (!taken) return null
    const done = await move(work, ledger, record, () => taken)
    // Days alone move nothing else; a field that tells one may be what others count from.
    return isRefusal(done) ? done : { moved: done, around: Object.keys(done.event.changes).length > 0 ? movedIn(work, done) : [] }
  })
  return answer && !isRefusal(answer) && 'event' in answer ? answer.event.moved.length : 0
}
