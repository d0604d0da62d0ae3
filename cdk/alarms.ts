import { Duration, type Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Alarm, ComparisonOperator, type IMetric, MathExpression, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Doors } from './doors.ts'
import type { Settings } from './settings.ts'

type Given = { functions: Doors; letters: Queue; gateway: HttpApi; settings: Settings }

/** What somebody is called for. Fewer than ten, which cost nothing. */
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

  const errors = Object.entries(functions).map(([name, door]) => [name, door.metricErrors({ period: Duration.minutes(5) })])
  any(
    'Errors',
    'A function failed',
    new MathExpression({ expression: errors.map(([name]) => name).join('+'), usingMetrics: Object.fromEntries(errors) }),
  )
  any('ServerErrors', 'The API answered 5xx', gateway.metricServerError({ period: Duration.minutes(5), statistic: Stats.SUM }))
  any('LettersDead', 'An event could not be taken', letters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }))
  const late = functions.notify.metric('IteratorAge', { period: Duration.minutes(15), statistic: Stats.MAXIMUM })
  any('MailLate', 'Mails about events lag by more than an hour', late, 3_600_000)

  // Silence is the failure here: a day without a completed run breaches, and so does a day without any datum.
  const runs = {
    ran: functions.remind.metricInvocations({ period: Duration.days(1) }),
    failed: functions.remind.metricErrors({ period: Duration.days(1) }),
  }
  tell(
    new Alarm(stack, 'NoReminderRunToday', {
      alarmDescription: 'The daily reminders did not run today',
      metric: new MathExpression({ expression: 'ran - FILL(failed, 0)', usingMetrics: runs, period: Duration.days(1) }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    }),
  )
}
