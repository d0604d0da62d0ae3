import { type App, CfnOutput, Stack } from 'aws-cdk-lib'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Settings } from './settings.ts'

/**
 * A web firewall of one rule: who asks more than so often in five minutes from one address is refused for as long. CloudFront takes it from us-east-1 only, so it is
 * a stack of its own there; its ARN goes to the other as `-c webAcl=ARN`. Absent unless `-c rateLimit=N` asks for it, for it is charged by the month.
 */
export function firewall(app: App, { stage, rateLimit }: Settings): Stack | null {
  if (rateLimit === undefined) return null
  const stack = new Stack(app, `duban-${stage}-firewall`, {
    env: { region: 'us-east-1' },
    description: 'Duban: holds off who asks too often',
  })
  const shown = (metricName: string) => ({ cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false })
  const acl = new CfnWebACL(stack, 'Firewall', {
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: shown(`duban-${stage}`),
    rules: [
      {
        name: 'rate',
        priority: 0,
        action: { block: {} },
        statement: { rateBasedStatement: { limit: rateLimit, aggregateKeyType: 'IP', evaluationWindowSec: 300 } },
        visibilityConfig: shown(`duban-${stage}-rate`),
      },
    ],
  })
  new CfnOutput(stack, 'WebAcl', { value: acl.attrArn })
  return stack
}
