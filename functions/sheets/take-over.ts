import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { type ImportJob, isOpen, jobOf, leaseImport, writeImport } from '../store/imports.ts'
import { systemScope } from '../store/system-scope.ts'

const BUDGET_MS = 10 * 60_000
const LEASE_MS = 60_000
const TRIES = 5

/**
 * Carries an import on as soon as nobody else is at work on it. While a request still stores it, this waits: when that was cut off, its lease runs
 * out and the work goes on here.
 */
export async function takeOver(id: string, clock: () => Clock, budget = BUDGET_MS): Promise<ImportJob | null> {
  const scope = systemScope()
  const end = performance.now() + budget
  for (;;) {
    const job = await jobOf(scope, id)
    if (!job || !isOpen(job) || (job.failures ?? 0) >= TRIES) return job
    const now = clock().now.getTime()
    const mine = await leaseImport(scope, id, now, now + LEASE_MS)
    if (mine) return working(mine, clock, end - performance.now())
    if (performance.now() > end) return job
    await pause(500)
  }
}

// Every write of the import is told by the stream again, so failures are counted: five, and it rests until somebody wakes it.
async function working(job: ImportJob, clock: () => Clock, budget: number): Promise<ImportJob> {
  // Read only when there is something to do: every write of an import calls, most find it finished or in other hands.
  const [{ relayOverdue }, { carryOn }] = await Promise.all([import('../transact/relay.ts'), import('./carry-on.ts')])
  try {
    // Whoever was at work before may have ended right after storing some rows.
    await relayOverdue(clock(), new Date(clock().now.getTime() - LEASE_MS))
    return await carryOn(job, clock, budget)
  } catch (error) {
    const now = await jobOf(job.scope, job.id)
    if (now) await writeImport({ ...now, failures: (now.failures ?? 0) + 1, lease: clock().now.getTime() + 2000 })
    throw error
  }
}
