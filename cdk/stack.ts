import { type App, CfnOutput, Stack, Tags } from 'aws-cdk-lib'
import { alarms, failures } from './alarms.ts'
import { api, routes } from './api.ts'
import { clock } from './clock.ts'
import { dashboard } from './dashboard.ts'
import { doors } from './doors.ts'
import { filesBucket, logsBucket } from './files.ts'
import { frontSecret } from './front-secret.ts'
import { mail } from './mail.ts'
import { panel } from './panel.ts'
import { people } from './people.ts'
import type { Settings } from './settings.ts'
import { streams } from './streams.ts'
import { table } from './table.ts'

/** The whole system, in the order in which its parts need one another. */
export function duban(app: App, settings: Settings): Stack {
  const stack = new Stack(app, `duban-${settings.stage}`, { description: 'Duban: sees every suggestion through until it is done' })
  const logs = logsBucket(stack)
  const records = table(stack, settings)
  const accounts = people(stack, settings)
  const gateway = api(stack)
  const secret = frontSecret(stack, settings)
  const files = filesBucket(stack, { logs, settings })
  // A web server of the county's own does as CloudFront does: it serves the panel and hands on what is under /api, with the secret.
  const front = settings.front === 'own' ? null : panel(stack, { gateway, files, secret: secret.sent, logs, settings })
  const origin = `https://${settings.domain ?? front?.domainName}`
  const post = mail(stack, settings)
  const functions = doors(stack, { records, files, accounts, post, origin, secret: secret.taken, settings })
  routes(gateway, functions.http)
  const letters = streams(stack, { records, functions })
  clock(stack, { functions, letters })
  post.fate(functions.fate, letters)
  failures(functions, letters)
  alarms(stack, { functions, letters, gateway, settings })
  dashboard(stack, { functions, letters, gateway, settings })
  Tags.of(stack).add('system', 'duban')
  Tags.of(stack).add('stage', settings.stage)
  Tags.of(stack).add('county', settings.county)
  const outputs = {
    Address: origin,
    ApiAddress: gateway.apiEndpoint,
    TableName: records.tableName,
    ...(accounts.tells.POOL_ID && { PoolId: accounts.tells.POOL_ID }),
    BootstrapFunction: functions.bootstrap.functionName,
  }
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value })
  return stack
}
