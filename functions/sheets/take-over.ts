import type { Clock } from '../clock.ts'
import { type ImportJob, isOpen, jobOf, keyOf, leaseImport, writeImport } from '../store/imports.ts'
import { renewLease, TRIES } from '../store/long-work.ts'
import { systemScope } from '../store/system-scope.ts'
import { holding, LEASE_MS } from '../work/hold.ts'

const BUDGET_MS = 12 * 60_000

/** Carries an import on, for about `budget` milliseconds, unless somebody else is at work on it. True when there is more to do after that. */
export async function takeOver(id: string, clock: () => Clock, budget = BUDGET_MS): Promise<boolean> {
  const scope = systemScope()
  const job = await jobOf(scope, id)
  if (!job || !isOpen(job) || (job.failures ?? 0) >= TRIES) return false
  const now = clock().now.getTime()
  const mine = await leaseImport(scope, id, now, now + LEASE_MS)
  return mine !== null && isOpen(await working(mine, clock, budget))
}

// A run that failed is tried again, by Lambda and by the clock, so failures are counted: five, and it rests until somebody wakes it.
async function working(job: ImportJob, clock: () => Clock, budget: number): Promise<ImportJob> {
  // Read only when there is something to do: most calls of the clock find it finished or in other hands.
  const [{ relayOverdue }, { carryOn }] = await Promise.all([import('../transact/relay.ts'), import('./carry-on.ts')])
  const instant = () => clock().now.getTime()
  const renew = () => renewLease(keyOf(job.scope, job.id), instant(), instant() + LEASE_MS)
  try {
    return await holding(renew, async () => {
      // Whoever was at work before may have ended a moment ago, with rows that he had stored and not counted.
      await relayOverdue(clock(), clock().now)
      return carryOn(job, clock, budget)
    })
  } catch (error) {
    const now = await jobOf(job.scope, job.id)
    if (now) await writeImport({ ...now, failures: (now.failures ?? 0) + 1, lease: clock().now.getTime() })
    throw error
  }
}
