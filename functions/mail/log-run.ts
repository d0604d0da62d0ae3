import { env } from '../env.ts'
import type { Run } from './daily.ts'

/** One line in the embedded metric format of CloudWatch: that the reminders of a day ran, and how many mails it came to, for the county and in all. */
export function logRun({ date, ...counts }: Run, now: Date): void {
  const metrics = { ReminderRun: 1, ...counts }
  const Metrics = Object.keys(metrics).map((Name) => ({ Name, Unit: 'Count' }))
  const _aws = { Timestamp: now.getTime(), CloudWatchMetrics: [{ Namespace: 'Duban', Dimensions: [[], ['County']], Metrics }] }
  console.log(JSON.stringify({ _aws, message: 'reminder run', County: env('COUNTY'), date, ...metrics }))
}
