import type { Clock } from '../clock.ts'
import { type Closing, keyOf, leaseClosing, readClosing, writeClosing } from '../store/closings.ts'
import { renewLease, TRIES } from '../store/long-work.ts'
import { relayOverdue } from '../transact/relay.ts'
import { holding, LEASE_MS } from '../work/hold.ts'
import { carryOn } from './carry-on.ts'

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
  const instant = () => clock().now.getTime()
  const renew = () => renewLease(keyOf(closing.id), instant(), instant() + LEASE_MS)
  try {
    return await holding(renew, async () => {
      // Whoever was at work before may have ended a moment ago, with records that he had stored and not counted.
      await relayOverdue(clock(), clock().now)
      return carryOn(closing, clock, budget)
    })
  } catch (error) {
    const now = await readClosing(closing.id)
    if (now) await writeClosing({ ...now, failures: (now.failures ?? 0) + 1, lease: clock().now.getTime() })
    throw error
  }
}
