import { clockAt, dayOf } from './clock.ts'
import { env } from './env.ts'
import { daily, type Run } from './mail/daily.ts'
import { logRun } from './mail/log-run.ts'

/** Triggered every morning at 08:30 Asia/Shanghai by the scheduler (`time`), or by hand (`date`, `dryRun`); may run twice or late. */
export async function handler(event: { time?: string; date?: string; dryRun?: boolean } = {}): Promise<Run> {
  const now = new Date()
  const today = clockAt(now, env('TODAY')).today
  const scheduled = event.time && !env('TODAY') ? dayOf(new Date(event.time)) : today
  const run = await daily(event.date ?? scheduled, now, { dryRun: event.dryRun === true })
  logRun(run, now)
  return run
}
