import { definitions } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import type { Key } from '../store/expressions.ts'
import { renewLease, TRIES } from '../store/long-work.ts'
import { systemScope } from '../store/system-scope.ts'
import { holding, LEASE_MS } from './hold.ts'

const BUDGET_MS = 12 * 60_000
/** So long after its lease work lies idle; what failed is left to Lambda's own tries first, after a minute and after two more. */
const IDLE_MS = 10_000
const FAILED_MS = 4 * 60_000

/** What is kept of long work of any kind: until when (ms) somebody is at it, and how often it failed. */
export type Job = { lease: number; failures?: number }

/** A piece of long work: where it lies, how it is read, taken and written, whether there is more to do, and what is done for about so many milliseconds. */
export type Piece<J extends Job> = {
  key: Key
  read: () => Promise<J | null>
  take: (now: number, until: number) => Promise<J | null>
  write: (job: J) => Promise<unknown>
  isOpen: (job: J) => boolean
  carryOn: (job: J, clock: () => Clock, budget: number) => Promise<J>
}

/** Carries a piece on, for about `budget` milliseconds, unless somebody else is at work on it or it rests. True when there is more to do after that. */
export async function takeOverPiece<J extends Job>(piece: Piece<J>, clock: () => Clock, budget = BUDGET_MS): Promise<boolean> {
  const job = await piece.read()
  if (!job || !piece.isOpen(job) || (job.failures ?? 0) >= TRIES) return false
  const now = clock().now.getTime()
  const mine = await piece.take(now, now + LEASE_MS)
  // Who writes goes by the definitions, offices and settings of this moment, behind a request as in one.
  if (mine) await definitions(systemScope(), 'now')
  return mine !== null && piece.isOpen(await working(piece, mine, clock, budget))
}

// A run that failed is tried again, by Lambda and by the clock, so failures are counted: five, and it rests until somebody asks after it.
async function working<J extends Job>(piece: Piece<J>, mine: J, clock: () => Clock, budget: number): Promise<J> {
  const instant = () => clock().now.getTime()
  const renew = () => renewLease(piece.key, instant(), instant() + LEASE_MS)
  try {
    return await holding(renew, () => piece.carryOn(mine, clock, budget))
  } catch (error) {
    const now = await piece.read()
    if (now) await piece.write({ ...now, failures: (now.failures ?? 0) + 1, lease: instant() })
    throw error
  }
}

/** True for work at which nobody has been for a while: whoever asks after it calls for it. */
export function liesIdle({ lease, failures = 0 }: Job, now: number): boolean {
  return lease + (failures > 0 ? FAILED_MS : IDLE_MS) < now
}
