import type { Run } from './daily.ts'

/** One line in the embedded metric format of CloudWatch: that the reminders of a day ran, and how many mails it came to. */
export function logRun({ date, ...counts }: Run, now: Date): void {
  const metrics = { ReminderRun: 1, ...counts }
  const Metrics = Object.keys(metrics).map((Name) => ({ Name, Unit: 'Count' }))
  const _aws = { Timestamp: now.getTime(), CloudWatchMetrics: [{ Namespace: 'Duban', Dimensions: [[]], Metrics }] }
  console.log(JSON.stringify({ _aws, message: 'reminder run', date, ...metrics }))
}
