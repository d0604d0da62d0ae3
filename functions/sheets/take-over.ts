import type { Clock } from '../clock.ts'
import { isOpen, jobOf, keyOf, leaseImport, writeImport } from '../store/imports.ts'
import { systemScope } from '../store/system-scope.ts'
import { takeOverPiece } from '../work/take-over.ts'

/** Carries an import on, for about `budget` milliseconds, unless somebody else is at work on it. True when there is more to do after that. */
export function takeOver(id: string, clock: () => Clock, budget?: number): Promise<boolean> {
  const scope = systemScope()
  return takeOverPiece(
    {
      key: keyOf(scope, id),
      read: () => jobOf(scope, id),
      take: (now, until) => leaseImport(scope, id, now, until),
      write: writeImport,
      isOpen,
      carryOn: async (job, clock, budget) => {
        // Read only when there is something to do: most calls of the clock find it finished or in other hands.
        const [{ relayOverdue }, { carryOn }] = await Promise.all([import('../transact/relay.ts'), import('./carry-on.ts')])
        // Whoever was at work before may have ended a moment ago, with rows that he had stored and not counted.
        await relayOverdue(clock(), clock().now)
        return carryOn(job, clock, budget)
      },
    },
    clock,
    budget,
  )
}
