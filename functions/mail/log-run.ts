import { countyHere } from '../store/county.ts'
import type { Run } from './daily.ts'

/** That the reminders of a day ran, and how many mails it came to. */
export function logRun({ date, ...counts }: Run, now: Date): void {
  logMetrics('reminder run', { ReminderRun: 1, ...counts }, now, { date })
}

/** One line in the embedded metric format of CloudWatch, for the county and in all; what is only told stands beside. */
export function logMetrics(message: string, metrics: Record<string, number>, now: Date, told: Record<string, string> = {}): void {
  const Metrics = Object.keys(metrics).map((Name) => ({ Name, Unit: 'Count' }))
  const _aws = { Timestamp: now.getTime(), CloudWatchMetrics: [{ Namespace: 'Duban', Dimensions: [[], ['County']], Metrics }] }
  console.log(JSON.stringify({ _aws, message, County: countyHere(), ...told, ...metrics }))
}
