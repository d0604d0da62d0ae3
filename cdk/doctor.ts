import { resolve } from 'node:dns/promises'
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import {
  GetAccountSendingEnabledCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  SESClient,
  SendEmailCommand,
} from '@aws-sdk/client-ses'
import { paginateListSubscriptions, SNSClient } from '@aws-sdk/client-sns'
import { RootConstruct } from 'constructs'
import { asked } from './asked.ts'
import { diagnose, type Found } from './diagnosis.ts'
import { type Settings, settingsOf } from './settings.ts'

// npm run doctor -- -c stage=prod -c … [--mail ADDRESS]: what a deployment with these settings lacks, before and after, read with the caller's credentials.
const { values } = asked({ options: { context: { type: 'string', short: 'c', multiple: true }, mail: { type: 'string' } } })
process.exitCode = await examined().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})

/** Says what was found, a line each, and how much is missing; 1 when anything is. */
async function examined(): Promise<number> {
  const given = (values.context ?? []).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  const { node } = new RootConstruct()
  for (const [name = '', value] of given) node.setContext(name, value)
  const settings = { ...settingsOf(node), bundles: '' }
  const findings = diagnose(settings, await look(settings, values.mail))
  for (const { ok, says } of findings) console.log(`${ok ? '✓' : '✗'} ${says}`)
  const missing = findings.filter(({ ok }) => !ok).length
  console.log(JSON.stringify({ ok: missing === 0, missing }))
  return missing === 0 ? 0 : 1
}

async function look({ mailDriver, mailFrom, stage, domain, smtpSecret }: Settings, mail: string | undefined): Promise<Partial<Found>> {
  const ses = new SESClient({})
  const whole = async <T>(asked: Promise<T>): Promise<T | Error> => asked.catch((error: Error) => error)
  const only = async <T>(wanted: unknown, asked: () => Promise<T>) => (wanted ? whole(asked()) : undefined)
  const bySes = mailDriver === 'ses'
  const [identity, quota, sending, secret, alarms, names, testMail] = await Promise.all([
    only(bySes, () => identityOf(ses, mailFrom)),
    only(bySes, () =>
      ses.send(new GetSendQuotaCommand({})).then(({ Max24HourSend = 0, MaxSendRate = 0, SentLast24Hours = 0 }) => ({
        day: Max24HourSend,
        second: MaxSendRate,
        sent: SentLast24Hours,
      })),
    ),
    only(bySes, () => ses.send(new GetAccountSendingEnabledCommand({})).then(({ Enabled }) => Enabled === true)),
    only(!bySes, () => new SecretsManagerClient({}).send(new DescribeSecretCommand({ SecretId: smtpSecret ?? '' })).then(() => true)),
    whole(subscribers(`duban-${stage}-`)),
    only(domain, () => resolve(domain ?? '', 'CNAME')),
    only(mail && bySes, () => testOf(ses, mailFrom, mail ?? '')),
  ])
  const all = { identity, quota, sending, secret, alarms, domain: names, testMail }
  return Object.fromEntries(Object.entries(all).filter(([, found]) => found !== undefined))
}

async function identityOf(ses: SESClient, mailFrom: string): Promise<Found['identity']> {
  const Identities = [mailFrom, mailFrom.split('@')[1] ?? mailFrom]
  const { VerificationAttributes = {} } = await ses.send(new GetIdentityVerificationAttributesCommand({ Identities }))
  const states = Object.values(VerificationAttributes).map(({ VerificationStatus }) => VerificationStatus)
  return states.includes('Success') ? 'verified' : states.length > 0 ? 'pending' : 'none'
}

/** Who is subscribed to the topic of alarms of a stack. */
async function subscribers(stack: string): Promise<Found['alarms']> {
  const found = { confirmed: [] as string[], pending: [] as string[] }
  let known = false
  for await (const { Subscriptions = [] } of paginateListSubscriptions({ client: new SNSClient({}) }, {})) {
    for (const { TopicArn = '', Protocol, Endpoint = '', SubscriptionArn } of Subscriptions) {
      if (!TopicArn.includes(`:${stack}Alarms`)) continue
      known = true
      if (Protocol === 'email') found[SubscriptionArn?.startsWith('arn:') ? 'confirmed' : 'pending'].push(Endpoint)
    }
  }
  return known ? found : 'no stack'
}

async function testOf(ses: SESClient, Source: string, to: string): Promise<Found['testMail']> {
  const text = (Data: string) => ({ Charset: 'UTF-8', Data })
  const Message = {
    Subject: text('督办 测试邮件 · Duban test mail'),
    Body: { Text: text('能收到这封信，说明督办可以发信。\nWhoever reads this gets mail from Duban.') },
  }
  await ses.send(new SendEmailCommand({ Source, Destination: { ToAddresses: [to] }, Message }))
  return 'accepted'
}
