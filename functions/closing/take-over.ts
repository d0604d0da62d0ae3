import type { Clock } from '../clock.ts'
import { type Closing, leaseClosing, readClosing, writeClosing } from '../store/closings.ts'
import { TRIES } from '../store/long-work.ts'
import { relayOverdue } from '../transact/relay.ts'
import { carryOn, LEASE_MS } from './carry-on.ts'

const BUDGET_MS = 12 * 60_000

/** Carries a closing on, for about `budget` milliseconds, unless somebody else is at work on it. True when there is more to do after that. */
export async function takeOver(id: string, clock: () => Clock, budget = BUDGET_MS): Promise<boolean> {
  const closing = await readClosing(id)
  if (!closing || closing.state === 'done' || (closing.failures ?? 0) >= TRIES) return false
  const now = clock().now.getTime()
  const mine = await leaseClosing(id, now, now + LEASE_MS)
  return mine !== null && (await working(mine, clock, budget)).state === 'running'
}

// A run that failed is tried again, by Lambda and by the clock, so failures are counted: five, and it rests until somebody asks after it.
async function working(closing: Closing, clock: () => Clock, budget: number): Promise<Closing> {
  try {
    // Whoever was at work before may have ended right after storing some records.
    await relayOverdue(clock(), new Date(clock().now.getTime() - LEASE_MS))
    return await carryOn(closing, clock, budget)
  } catch (error) {
    const now = await readClosing(closing.id)
    if (now) await writeClosing({ ...now, failures: (now.failures ?? 0) + 1, lease: clock().now.getTime() })
    throw error
  }
}
