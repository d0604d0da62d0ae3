import './own-lines.ts'
import { isDay } from '../shared/names.ts'
import { clockAt } from './clock.ts'
import { byCounty, type Turn } from './counties.ts'
import { env } from './env.ts'
import { daily, type Run } from './mail/daily.ts'

type Asked = { date?: string; dryRun?: boolean }

/** Triggered every morning at 08:30 Asia/Shanghai by the scheduler (`time`), or by hand (`date`, `dryRun`); may run twice or late. */
export async function handler(asked: Asked & Turn = {}) {
  const { date } = asked
  if (date !== undefined && !isDay(date)) throw new Error(`The reminders take a day such as 2026-07-09, not ${date}`)
  return byCounty(asked, () => reminded(asked))
}

async function reminded({ time, date, dryRun = false }: Asked & Turn): Promise<Run> {
  const now = new Date()
  const day = clockAt(time ? new Date(time) : now, date ?? env('TODAY')).today
  // Steps that waited for a day to pass come first, as of the real day: they may end what would be reminded of. A dry run takes none and reads nothing for it.
  if (!dryRun) await (await import('./transact/system.ts')).takeDueSteps(clockAt(now, env('TODAY')))
  const run = await daily(day, now, { dryRun })
  if (!dryRun) (await import('./mail/log-run.ts')).logRun(run, now)
  return run
}
