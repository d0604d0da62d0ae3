import type { Clock } from '../clock.ts'
import { keyOf, leaseClosing, readClosing, writeClosing } from '../store/closings.ts'
import { relayOverdue } from '../transact/relay.ts'
import { takeOverPiece } from '../work/take-over.ts'
import { carryOn } from './carry-on.ts'

/** Carries a closing on, for about `budget` milliseconds, unless somebody else is at work on it. True when there is more to do after that. */
export function takeOver(id: string, clock: () => Clock, budget?: number): Promise<boolean> {
  return takeOverPiece(
    {
      key: keyOf(id),
      read: () => readClosing(id),
      take: (now, until) => leaseClosing(id, now, until),
      write: writeClosing,
      isOpen: ({ state }) => state === 'running',
      carryOn: async (closing, clock, budget) => {
        // Whoever was at work before may have ended a moment ago, with records that he had stored and not counted.
        await relayOverdue(clock(), clock().now)
        return carryOn(closing, clock, budget)
      },
    },
    clock,
    budget,
  )
}
