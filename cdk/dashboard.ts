import { Duration, type Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Dashboard, GraphWidget, type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Doors } from './doors.ts'
import type { Settings } from './settings.ts'

type Given = { functions: Doors; letters: Queue; gateway: HttpApi; settings: Settings }

/** What one looks at when an alarm rang: the same metrics, over time, and beside them what they are a share of. */
export function dashboard(stack: Stack, { functions, letters, gateway, settings }: Given): void {
  const period = Duration.minutes(5)
  const doors = Object.entries(functions)
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) => new GraphWidget({ title, left, right, width: 12 })
  const runs = (metricName: string) =>
    new Metric({
      namespace: 'Duban',
      metricName,
      period: Duration.days(1),
      statistic: Stats.SUM,
    })
  const of = (measure: 'metricErrors' | 'metricThrottles' | 'metricDuration', statistic: string) =>
    doors.map(([label, door]) => door[measure]({ period, statistic, label }))
  new Dashboard(stack, 'Dashboard', {
    dashboardName: `duban-${settings.stage}-${stack.region}`,
    widgets: [
      [
        graph(
          'API: requests and 5xx',
          [gateway.metricCount({ period, statistic: Stats.SUM })],
          [gateway.metricServerError({ period, statistic: Stats.SUM })],
        ),
        graph('API: milliseconds', [
          gateway.metricLatency({ period, statistic: Stats.p(50) }),
          gateway.metricLatency({ period, statistic: Stats.p(99) }),
        ]),
      ],
      [
        graph('Functions that failed', of('metricErrors', Stats.SUM), of('metricThrottles', Stats.SUM)),
        graph('Functions: longest run', of('metricDuration', Stats.MAXIMUM)),
      ],
      [
        graph('Reminders of a day', ['planned', 'sent', 'skipped', 'failed'].map(runs)),
        graph(
          'Mails about events: lag; dead letters',
          [functions.notify.metric('IteratorAge', { period, statistic: Stats.MAXIMUM })],
          [letters.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM })],
        ),
      ],
    ],
  })
}
