import { join } from 'node:path'
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as Lambda, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Optional, Required } from '../functions/env.ts'
import { accept, everythingUnder } from './accept.ts'
import { names } from './bundles.ts'
import type { Mail } from './mail.ts'
import type { People } from './people.ts'
import { callAgain, keyedTable, layExports, manageFiles, readFiles } from './rights.ts'
import type { Settings } from './settings.ts'

type Given = { records: ITable; files: Bucket; accounts: People; post: Mail; origin: string; secret: string; settings: Settings }
type Shape = { seconds: number; memory: number; may: PolicyStatement[] }
export type Doors = Record<(typeof names)[number], Lambda>

/** Every way into the product: one function per file of functions/, each with a role of its own. */
export function doors(stack: Stack, given: Given): Doors {
  const { records, files, accounts, post, secret, settings } = given
  const letters = post.may
  const manages = ['AdminDeleteUser', 'AdminDisableUser', 'AdminEnableUser', 'AdminInitiateAuth']
  const shapes: Record<keyof Doors, Shape> = {
    http: { seconds: 29, memory: 1024, may: [...letters, ...manageFiles(files), ...accounts.may(...manages)] },
    notify: { seconds: 60, memory: 512, may: letters },
    project: { seconds: 300, memory: 1024, may: [] },
    importer: { seconds: 900, memory: 1024, may: [...readFiles(files), layExports(files)] },
    remind: { seconds: 900, memory: 1024, may: letters },
    post: { seconds: 900, memory: 1024, may: letters },
    watch: { seconds: 60, memory: 512, may: letters },
    recount: { seconds: 900, memory: 1024, may: [] },
    fate: { seconds: 60, memory: 256, may: [] },
    bootstrap: { seconds: 300, memory: 512, may: [...letters, ...accounts.may()] },
    migrate: { seconds: 900, memory: 1024, may: [] },
  }
  const environment = surroundings(given)
  const named = 'The objects under these prefixes are named by the product; nobody else puts any there.'
  accept(stack, Object.fromEntries(['/uploads/*', '/files/*', '/exports/*'].map((under) => [everythingUnder(files, under), named])))
  const again = (name: keyof Doors) => (clocked.includes(name) ? [callAgain(stack, idOf(name))] : [])
  const shaped = (name: keyof Doors): Shape => ({
    ...shapes[name],
    may: [...keyedTable(records, name), ...again(name), ...shapes[name].may],
  })
  const made = Object.fromEntries(names.map((name) => [name, door(stack, name, shaped(name), environment, settings)])) as Doors
  made.http.addEnvironment('FRONT_SECRET' satisfies Optional, secret)
  made.http.addEnvironment('WORKER' satisfies Optional, made.importer.functionName)
  made.http.addToRolePolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [made.importer.functionArn] }))
  return made
}

/** Doors that the clock calls: each calls itself for every county. */
const clocked: (keyof Doors)[] = ['importer', 'remind', 'post', 'watch', 'recount']

const idOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

function surroundings({
  records,
  files,
  accounts,
  post,
  origin,
  settings,
}: Given): Record<Required, string> & Partial<Record<Optional, string>> {
  return {
    TABLE: records.tableName,
    BUCKET: files.bucketName,
    COUNTY: settings.county,
    ORIGIN: origin,
    MAIL_FROM: settings.mailFrom,
    MAIL_DRIVER: settings.mailDriver,
    STAGE: settings.stage,
    ...accounts.tells,
    ...post.tells,
  }
}

function door(
  stack: Stack,
  name: string,
  { seconds, memory, may }: Shape,
  environment: Record<string, string>,
  { bundles }: Settings,
): Lambda {
  const id = idOf(name)
  const logGroup = new LogGroup(stack, `${id}Log`, { retention: RetentionDays.SIX_MONTHS, removalPolicy: RemovalPolicy.DESTROY })
  const role = new Role(stack, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  logGroup.grantWrite(role)
  for (const right of may) role.addToPolicy(right)
  accept(role, {
    'AwsSolutions-IAM5[Resource::*]': 'Trace segments and the quota of mails have no resource to name; X-Ray and SES take `*` only.',
  })
  return new Lambda(stack, id, {
    code: Code.fromAsset(join(bundles, name)),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    timeout: Duration.seconds(seconds),
    memorySize: memory,
    environment,
    role,
    logGroup,
    tracing: Tracing.ACTIVE,
  })
}
