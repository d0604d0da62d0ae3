import './own-lines.ts'
import { clockAt } from './clock.ts'
import { byCounty, type Turn } from './counties.ts'
import { env } from './env.ts'
import { measureMorning } from './mail/alarm.ts'
import { mend } from './mail/mend.ts'

/**
 * Triggered every five minutes by the scheduler; may run twice or late. Sends what the mail service did not take: nothing is sent twice. Measures on its way
 * whether this morning ran.
 */
export function handler(turn: Turn = {}) {
  return byCounty(turn, mended)
}

async function mended(): Promise<{ again: boolean }> {
  const clock = clockAt(new Date(), env('TODAY'))
  const again = await mend(clock.today, clock)
  // Most often nothing is left: a start need not read what writes letters.
  if (again) await (await import('./mail/daily.ts')).daily(clock.today, clock.now)
  await measureMorning(clock)
  return { again }
}
