import { Duration, type Stack, TimeZone } from 'aws-cdk-lib'
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { accept, everythingUnder } from './accept.ts'
import type { Doors } from './doors.ts'

/** What happens by the clock, in the county's own time. */
export function clock(stack: Stack, { functions, letters }: { functions: Doors; letters: Queue }): void {
  const daily = (id: string, hour: string, minute: string, door: Doors[keyof Doors]) =>
    by(id, ScheduleExpression.cron({ hour, minute, timeZone: TimeZone.of('Asia/Shanghai') }), door)
  const by = (id: string, schedule: ScheduleExpression, door: Doors[keyof Doors]) => {
    accept(stack, { [everythingUnder(door, ':*')]: 'The scheduler may start any version of this one function.' })
    new Schedule(stack, id, {
      schedule,
      target: new LambdaInvoke(door, {
        input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
        deadLetterQueue: letters,
        retryAttempts: 3,
        maxEventAge: Duration.hours(6),
      }),
    })
  }
  daily('DailyReminders', '8', '30', functions.remind)
  // Of its own, so that what keeps the reminders from running does not keep this from telling it.
  daily('MorningWatch', '9', '30', functions.watch)
  daily('DailyRecount', '3', '0', functions.recount)
  by('WorkAgain', ScheduleExpression.rate(Duration.minutes(5)), functions.importer)
  by('MailAgain', ScheduleExpression.rate(Duration.minutes(5)), functions.post)
}
