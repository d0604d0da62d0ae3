import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, type Stack, Validations } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import { firewall } from '../../cdk/firewall.ts'
import { passes } from '../../cdk/local/filter.ts'
import { kinds } from '../../cdk/local/kinds.ts'
import type { Settings } from '../../cdk/settings.ts'
import { CHALLENGE_MINUTES } from '../../functions/api/sign-in.ts'
import { requiredNames } from '../../functions/env.ts'
import { there } from './mainland.ts'
import { resources, settings, synthesised } from './template.ts'

const template = synthesised()
const certificate = 'arn:aws:acm:us-east-1:000000000000:certificate/1'
type Fn = { Environment: { Variables: Record<string, unknown> }; Role: { 'Fn::GetAtt': [string] }; Timeout: number }
const doors = resources<Fn>(template, 'AWS::Lambda::Function')
type Kept = { DeletionPolicy?: string; UpdateReplacePolicy?: string }
type Policy = { Roles: { Ref: string }[]; PolicyDocument: { Statement: { Action: string | string[]; Resource: unknown }[] } }
const policies = resources<Policy>(template, 'AWS::IAM::Policy')

function rights(door: string): string[] {
  const role = doors.find(([id]) => id.startsWith(door))?.[1].Role['Fn::GetAtt'][0]
  const own = policies.filter(([, { Roles }]) => Roles.some(({ Ref }) => Ref === role))
  return own.flatMap(([, { PolicyDocument }]) => PolicyDocument.Statement.flatMap(({ Action }) => Action))
}

/** What is deployed where there are no user pools, no SES, and a CloudFront without half of its parts. */
const mainland: Partial<Settings> = {
  identity: 'own',
  mailDriver: 'smtp',
  smtpSecret: 'duban/smtp',
  front: 'own',
  domain: 'duban.example.cn',
}

test('in a region of the mainland the stack declares nothing that is not there', () => {
  const types = Object.values(synthesised(mainland).toJSON().Resources as Record<string, { Type: string }>).map(({ Type }) => Type)
  expect(types.filter((type) => !there.some((one) => type.startsWith(`AWS::${one}::`)))).toEqual([])
  // The list tells something: what is deployed elsewhere is not all there.
  const elsewhere = Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(({ Type }) => Type)
  const lacking = elsewhere.filter((type) => !there.some((one) => type.startsWith(`AWS::${one}::`)))
  expect(new Set(lacking.map((type) => type.split('::')[1]))).toEqual(new Set(['CloudFront', 'Cognito', 'SES']))
})

test('a web firewall holds off who asks too often, in a stack where CloudFront takes it from, and only when it is wished', () => {
  expect(firewall(new App(), settings)).toBeNull()
  const app = new App()
  const stack = firewall(app, { ...settings, rateLimit: 1000 })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  app.synth()
  expect(stack?.region).toBe('us-east-1')
  Template.fromStack(stack as Stack).hasResourceProperties('AWS::WAFv2::WebACL', {
    Scope: 'CLOUDFRONT',
    Rules: [
      { Action: { Block: {} }, Statement: { RateBasedStatement: { Limit: 1000, AggregateKeyType: 'IP', EvaluationWindowSec: 300 } } },
    ],
  })
  const webAcl = 'arn:aws:wafv2:us-east-1:000000000000:global/webacl/duban/1'
  synthesised({ webAcl }).hasResourceProperties('AWS::CloudFront::Distribution', { DistributionConfig: { WebACLId: webAcl } })
})

test('every type that the stack declares has its place on this machine', () => {
  const types = Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(({ Type }) => Type)
  expect(types.filter((type) => !(type in kinds))).toEqual([])
})

describe('rights', () => {
  test('no role may scan the table or do anything at all to anything', () => {
    const all = policies.flatMap(([, { PolicyDocument }]) => PolicyDocument.Statement.flatMap(({ Action }) => Action))
    expect(all.length).toBeGreaterThan(30)
    expect(all.filter((action) => /Scan|\*/.test(action))).toEqual([])
  })

  test('every function has a role of its own', () => {
    const roles = doors.map(([, { Role }]) => Role['Fn::GetAtt'][0])
    expect(new Set(roles).size).toBe(doors.length)
  })

  test('only the doors that write letters may send mail, only those that manage accounts may touch the pool', () => {
    const may = (service: string) =>
      doors.map(([id]) => id.replace(/[0-9A-F]{8}$/, '')).filter((door) => rights(door).some((one) => one.startsWith(service)))
    expect(may('ses:').sort()).toEqual(['Bootstrap', 'Http', 'Notify', 'Post', 'Remind', 'Watch'])
    expect(may('cognito-idp:').sort()).toEqual(['Bootstrap', 'Http'])
    expect(may('s3:').sort()).toEqual(['Http', 'Importer'])
  })

  const panel = mkdtempSync(join(tmpdir(), 'panel-'))
  writeFileSync(join(panel, 'index.html'), '<!doctype html>')
  const stream = 'arn:aws:dynamodb:cn-north-1:000000000000:table/restored/stream/1'
  test.each<[string, Partial<Settings>]>([
    ['with the panel published', { panel }],
    ['by SMTP', { mailDriver: 'smtp', smtpSecret: 'duban/smtp' }],
    ['behind a web firewall', { webAcl: 'arn:aws:wafv2:us-east-1:000000000000:global/webacl/duban/1' }],
    ['in a region of the mainland', mainland],
    ['with passwords in the table', { identity: 'own', mailDriver: 'smtp', smtpSecret: 'duban/smtp' }],
    ['with an identity of the account', { mailIdentity: 'existing' }],
    ['before its first success', { protected: false }],
    ['as prod, with a domain', { stage: 'prod', domain: 'duban.example', certificate, alarmsTo: 'a@duban.example', panel }],
    ['on a restored table', { table: { tableName: 'restored', tableStreamArn: stream } }],
  ])('cdk-nag finds nothing without a reason %s', (_, given) => {
    expect(() => synthesised(given)).not.toThrow()
  })

  test('a restored table is worked on, and is none of the stack', () => {
    const restored = synthesised({ table: { tableName: 'restored', tableStreamArn: stream } })
    expect(resources(restored, 'AWS::DynamoDB::Table')).toEqual([])
    for (const [, { Environment }] of resources<Fn>(restored, 'AWS::Lambda::Function')) expect(Environment.Variables.TABLE).toBe('restored')
    for (const [, { EventSourceArn }] of resources<{ EventSourceArn: string }>(restored, 'AWS::Lambda::EventSourceMapping'))
      expect(EventSourceArn).toBe(stream)
  })
})

describe('functions', () => {
  test('every variable that the doors read is set on every door', () => {
    for (const [id, { Environment }] of doors) expect(Object.keys(Environment.Variables), id).toEqual(expect.arrayContaining(requiredNames))
  })

  test('what only this machine and tests say is said to none in the cloud', () => {
    const names = doors.flatMap(([, { Environment }]) => Object.keys(Environment.Variables))
    expect(names).toContain('TABLE')
    expect(names.filter((name) => ['TODAY', 'PASSWORD_LN', 'SMTP_URL'].includes(name))).toEqual([])
  })

  test('with passwords in the table there is nothing of Cognito, and every door knows it', () => {
    const kept = synthesised({ identity: 'own' })
    expect(JSON.stringify(kept.toJSON())).not.toMatch(/cognito|POOL_ID|CLIENT_ID/i)
    for (const [, { Environment }] of resources<Fn>(kept, 'AWS::Lambda::Function')) expect(Environment.Variables.IDENTITY).toBe('own')
    for (const [, { Environment }] of doors)
      expect(Environment.Variables).toMatchObject({ IDENTITY: 'cognito', POOL_ID: expect.anything() })
  })

  test('with SMTP there is nothing of SES, and the doors that send read the address when they send', () => {
    const smtp = synthesised({ mailDriver: 'smtp', smtpSecret: 'duban/smtp' })
    const types = Object.values(smtp.toJSON().Resources as Record<string, { Type: string }>).map(({ Type }) => Type)
    expect(types.filter((type) => type.startsWith('AWS::SES'))).toEqual([])
    expect(JSON.stringify(smtp.toJSON())).not.toContain('resolve:secretsmanager:duban/smtp')
    for (const [, { Environment }] of resources<Fn>(smtp, 'AWS::Lambda::Function'))
      expect(Environment.Variables).toMatchObject({ MAIL_DRIVER: 'smtp', SMTP_SECRET: 'duban/smtp' })
    const statements = resources<Policy>(smtp, 'AWS::IAM::Policy').flatMap(([id, { PolicyDocument }]) =>
      PolicyDocument.Statement.map((each) => ({ id: id.replace(/RoleDefaultPolicy.*$/, ''), ...each })),
    )
    const reads = statements.filter(({ Action }) => [Action].flat().includes('secretsmanager:GetSecretValue'))
    expect(reads.map(({ id }) => id).sort()).toEqual(['Bootstrap', 'Http', 'Notify', 'Post', 'Remind', 'Watch'])
    for (const { Resource } of reads) expect(JSON.stringify(Resource)).toContain('secret:duban/smtp-??????')
    expect(statements.filter(({ Action }) => JSON.stringify(Action).includes('ses:'))).toEqual([])
  })

  test('an identity of the account is used, not made again', () => {
    const existing = synthesised({ mailIdentity: 'existing' })
    expect(resources(existing, 'AWS::SES::EmailIdentity')).toEqual([])
    expect(JSON.stringify(resources<Policy>(existing, 'AWS::IAM::Policy'))).toContain('identity/duban@duban.example')
    expect(resources(template, 'AWS::SES::EmailIdentity')).toHaveLength(1)
  })

  test('they run on ARM with Node 24, are traced, and their logs end', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogGroup: Match.anyValue() },
    })
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 180 })
  })

  test('a request is given up before the gateway gives up on it', () => {
    expect(doors.find(([id]) => id.startsWith('Http'))?.[1].Timeout).toBeLessThan(30)
  })
})

describe('the front', () => {
  type Origin = { OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] }
  type Front = { DistributionConfig: { Origins: Origin[] } }
  const [[, front]] = resources<Front>(template, 'AWS::CloudFront::Distribution') as [[string, Front]]
  const headers = front.DistributionConfig.Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders)

  test('proves to the API that a request came through it, by a secret that stands in no template', () => {
    expect(headers.map(({ HeaderName }) => HeaderName)).toEqual(['X-Duban-Front'])
    const secret = doors.find(([id]) => id.startsWith('Http'))?.[1].Environment.Variables.FRONT_SECRET
    expect(JSON.stringify(secret)).toContain('{{resolve:secretsmanager:')
    expect(secret).toEqual(headers[0]?.HeaderValue)
  })

  test('changes its secret by a deployment, during which the one before is taken still', () => {
    const next = synthesised({ frontSecret: 2 })
    const [[, distribution]] = resources<Front>(next, 'AWS::CloudFront::Distribution') as [[string, Front]]
    const [sent] = distribution.DistributionConfig.Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders)
    const http = resources<Fn>(next, 'AWS::Lambda::Function').find(([id]) => id.startsWith('Http'))?.[1]
    const ids = (value: unknown) => JSON.stringify(value).match(/FrontSecret2?(?=[0-9A-F]{8})/g)
    expect(ids(sent?.HeaderValue)).toEqual(['FrontSecret2'])
    expect(ids(http?.Environment.Variables.FRONT_SECRET)).toEqual(['FrontSecret2', 'FrontSecret'])
    expect(resources(synthesised({ frontSecret: 3 }), 'AWS::SecretsManager::Secret')).toHaveLength(2)
  })

  test('no other door needs to know it', () => {
    const known = doors.filter(([, { Environment }]) => 'FRONT_SECRET' in Environment.Variables).map(([id]) => id)
    expect(known.map((id) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['Http'])
  })
})

describe('streams', () => {
  type Mapping = { FunctionName: { Ref: string }; FilterCriteria: { Filters: { Pattern: string }[] } }
  const mappings = resources<Mapping>(template, 'AWS::Lambda::EventSourceMapping')
  const hears = (eventName: string, sk: string, NewImage: object = {}) =>
    mappings
      .filter(([, { FilterCriteria }]) =>
        passes(
          { eventName, dynamodb: { Keys: { pk: { S: 'any#X' }, sk: { S: sk } }, NewImage } },
          FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern)),
        ),
      )
      .map(([, { FunctionName }]) => FunctionName.Ref.replace(/[0-9A-F]{8}$/, ''))

  test('mails hear of new events and of what accounts are owed only, what is projected of the outbox, and nobody else hears of anything', () => {
    const told = { told: { BOOL: true } }
    expect(hears('INSERT', 'E#000001')).toEqual(['Notify'])
    expect(hears('MODIFY', 'E#000001')).toEqual([])
    expect(hears('MODIFY', 'A')).toEqual([])
    expect(hears('MODIFY', 'A', { account: { BOOL: true } })).toEqual(['Notify'])
    expect(hears('INSERT', '2026#suggestions#r1', told)).toEqual(['Project'])
    expect(hears('REMOVE', '2026#suggestions#r1', told)).toEqual([])
    expect(hears('INSERT', '2026#suggestions#r1')).toEqual([])
    expect(hears('MODIFY', 'A', { unfinished: { N: '1' } })).toEqual([])
  })

  test('nobody is called for the events that a file brings: thousands, of which no mail tells', () => {
    const event = { M: { transition: { S: 'import' }, file: { M: { import: { S: 'i1' }, name: { S: '历年台账.csv' } } } } }
    expect(hears('INSERT', 'E#000001', { event })).toEqual([])
    expect(hears('INSERT', 'E#000002', { event: { M: { transition: { S: 'assign' } } } })).toEqual(['Notify'])
  })

  test('a bad event is halved out, retried, and kept as a dead letter', () => {
    template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 8,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    })
  })
})

test('a challenge of the pool lives as long as our side of it', () => {
  template.hasResourceProperties('AWS::Cognito::UserPoolClient', { AuthSessionValidity: CHALLENGE_MINUTES })
})

describe('data', () => {
  test('a first deployment that failed leaves nothing that blocks the next', () => {
    const first = synthesised({ protected: false })
    const kept = Object.values(first.toJSON().Resources as Record<string, Kept>).filter(
      ({ UpdateReplacePolicy }) => UpdateReplacePolicy === 'Retain',
    )
    expect(kept.length).toBeGreaterThan(4)
    expect(kept.map(({ DeletionPolicy }) => DeletionPolicy).filter((policy) => policy !== 'RetainExceptOnCreate')).toEqual([])
    first.allResourcesProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: false })
    first.allResourcesProperties('AWS::Cognito::UserPool', { DeletionProtection: 'INACTIVE' })
    first.allResourcesProperties('AWS::S3::Bucket', { BucketName: Match.absent() })
  })

  test('names that are one for all regions of an account tell their region', () => {
    const named = ['ResponseHeadersPolicy', 'OriginAccessControl'].flatMap((type) => resources(template, `AWS::CloudFront::${type}`))
    expect(named).toHaveLength(2)
    for (const [id, properties] of named) expect(JSON.stringify(Object.values(properties)), id).toContain('AWS::Region')
  })

  test('the table is on demand, can be wound back, and is not deleted by mistake', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      },
    })
  })

  test('no bucket is public', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    })
  })

  test('nothing is there that costs while nobody works', () => {
    const types = new Set(Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(({ Type }) => Type))
    expect([...types].filter((type) => /^AWS::(EC2|RDS|ElastiCache|OpenSearch|WAF|KMS|ECS|ElasticLoadBalancing)/.test(type))).toEqual([])
    // The secret of the front, which costs less than half a dollar a month.
    expect(resources(template, 'AWS::SecretsManager::Secret').length).toBe(1)
    expect(resources(template, 'AWS::CloudWatch::Alarm').length).toBeLessThanOrEqual(2 * doors.length + 7)
  })
})

test('reminders go out at half past eight in the county, and silence is an alarm', () => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(30 8 * * ? *)',
    ScheduleExpressionTimezone: 'Asia/Shanghai',
  })
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'MorningMissed',
    TreatMissingData: 'missing',
    InsufficientDataActions: Match.anyValue(),
  })
})

test('the panel runs no inline script and asks nobody but itself and its files', () => {
  const [[, policy]] = resources(template, 'AWS::CloudFront::ResponseHeadersPolicy') as [[string, unknown]]
  const text = JSON.stringify(policy)
  expect(text).toContain("default-src 'none'")
  expect(text).not.toMatch(/unsafe-|https:\/\/\*/)
})
