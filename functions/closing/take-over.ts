import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { type Closing, leaseClosing, readClosing, writeClosing } from '../store/closings.ts'
import { relayOverdue } from '../transact/relay.ts'
import { carryOn, LEASE_MS } from './carry-on.ts'

const BUDGET_MS = 10 * 60_000
const TRIES = 5

/** Carries a closing on as soon as nobody else is at work on it: when the request that began it was cut off, its lease runs out and the work goes on here. */
export async function takeOver(id: string, clock: () => Clock, budget = BUDGET_MS): Promise<Closing | null> {
  const end = performance.now() + budget
  for (;;) {
    const closing = await readClosing(id)
    if (!closing || closing.state === 'done' || (closing.failures ?? 0) >= TRIES) return closing
    const now = clock().now.getTime()
    const mine = await leaseClosing(id, now, now + LEASE_MS)
    if (mine) return working(mine, clock, end - performance.now())
    if (performance.now() > end) return closing
    await pause(500)
  }
}

// Every write of the closing is told by the stream again, so failures are counted: five, and it rests until somebody asks after it.
async function working(closing: Closing, clock: () => Clock, budget: number): Promise<Closing> {
  try {
    // Whoever was at work before may have ended right after storing some records.
    await relayOverdue(clock(), new Date(clock().now.getTime() - LEASE_MS))
    return await carryOn(closing, clock, budget)
  } catch (error) {
    const now = await readClosing(closing.id)
    if (now) await writeClosing({ ...now, failures: (now.failures ?? 0) + 1, lease: clock().now.getTime() + 2000 })
    throw error
  }
}
