import './own-lines.ts'
import { clockAt } from './clock.ts'
import { byCounty, type Turn } from './counties.ts'
import { env } from './env.ts'
import { watch } from './mail/alarm.ts'

/**
 * Triggered every day at 09:30 Asia/Shanghai, by a schedule of its own; may run twice or late. Fails where this morning has no proof, so that an alarm rings
 * even without mail.
 */
export async function handler(turn: Turn = {}): Promise<void> {
  await byCounty(turn, () => watched(turn.time))
}

async function watched(time: string | undefined): Promise<void> {
  const clock = clockAt(time ? new Date(time) : new Date(), env('TODAY'))
  if (!(await watch(clock))) throw new Error(`There is no proof of the reminders of ${clock.today}`)
}
