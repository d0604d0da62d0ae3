import { afterwards } from '../afterwards.ts'

/** So long work is one's own, in milliseconds, until it is renewed or given back. */
export const LEASE_MS = 60_000

/** Does long work and renews its lease meanwhile: however long a piece of it lasts, nobody else takes it up beside the one who lives. */
export async function holding<T>(renew: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => void afterwards('renewing a lease', renew()), LEASE_MS / 3)
  try {
    return await work()
  } finally {
    clearInterval(beat)
  }
}
