import { Duration, type Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Doors } from './doors.ts'
import type { Settings } from './settings.ts'

type Given = { functions: Doors; letters: Queue; gateway: HttpApi; settings: Settings }

/**
 * What somebody is called for. Each alarm looks at one metric: a sum over several has no value while one of them has no datum, and a function that did
 * not run has none. Where silence is no failure, missing data let an alarm rest.
 */
export function alarms(stack: Stack, { functions, letters, gateway, settings }: Given): void {
  const topic = new Topic(stack, 'Alarms', { enforceSSL: true })
  topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'))
  if (settings.alarmsTo) topic.addSubscription(new EmailSubscription(settings.alarmsTo))
  const tell = (alarm: Alarm) => alarm.addAlarmAction(new SnsAction(topic))
  const any = (id: string, alarmDescription: string, metric: IMetric, threshold = 1) =>
    tell(
      new Alarm(stack, id, {
        alarmDescription,
        metric,
        threshold,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      }),
    )

  const period = Duration.minutes(5)
  for (const [name, door] of Object.entries(functions)) {
    const id = name.charAt(0).toUpperCase() + name.slice(1)
    any(`${id}Errors`, `The function ${name} failed`, door.metricErrors({ period, statistic: Stats.SUM }))
    any(`${id}Throttles`, `The function ${name} was held back`, door.metricThrottles({ period, statistic: Stats.SUM }))
  }
  any('ServerErrors', 'The API answered 5xx', gateway.metricServerError({ period, statistic: Stats.SUM }))
  const dead = letters.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM })
  any('LettersDead', 'An event, or a run that nobody waits for, could not be taken', dead)
  const late = functions.notify.metric('IteratorAge', { period: Duration.minutes(15), statistic: Stats.MAXIMUM })
  any('MailLate', 'Mails about events lag by more than an hour', late, 3_600_000)

  const run = (metricName: string) => new Metric({ namespace: 'Duban', metricName, period: Duration.hours(1), statistic: Stats.SUM })
  any('MailsFailed', 'Reminders could not be sent', run('failed'))
  if (settings.mailDriver === 'ses') {
    const reputation = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: Stats.MAXIMUM })
    // SES reviews an account at 5 % and 0.1 %, and pauses it at 10 % and 0.5 %.
    any('MailsBounced', 'Too many mails come back', reputation('Reputation.BounceRate'), 0.04)
    any('MailsComplained', 'Too many recipients complain', reputation('Reputation.ComplaintRate'), 0.0008)
  }

  // Measured every five minutes, whether or not the morning's schedule works. Where nobody measures any more, the alarm loses its data, and rings by that; one
  // that has had none yet, as on the day of a first deployment, has nothing to lose.
  const morning = new Alarm(stack, 'NoReminderRunToday', {
    alarmDescription: 'The daily reminders did not run today, or nothing runs by the clock any more',
    metric: new Metric({ namespace: 'Duban', metricName: 'MorningMissed', period: Duration.minutes(15), statistic: Stats.MAXIMUM }),
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.MISSING,
  })
  tell(morning)
  morning.addInsufficientDataAction(new SnsAction(topic))
}

/** Runs that nobody waits for, started by the scheduler, by a topic or by another function: what fails after Lambda's own tries reaches the dead letters. */
export function failures({ importer, remind, post, watch, recount, fate }: Doors, letters: Queue): void {
  for (const door of [importer, remind, post, watch, recount, fate])
    door.configureAsyncInvoke({ onFailure: new SqsDestination(letters), retryAttempts: 2, maxEventAge: Duration.hours(6) })
}
