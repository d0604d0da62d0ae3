import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { indexes, keys } from '../cdk/keys.ts'
import { startCalls } from '../cdk/local/calls.ts'
import { type Part, startDatabase } from '../cdk/local/database.ts'
import { startFiles } from '../cdk/local/files.ts'
import { inbox as mailsOf, startMail } from '../cdk/local/mail.ts'
import { startPeople } from '../cdk/local/people.ts'
import { account } from '../cdk/local/signature.ts'
import { FORM } from '../functions/store/form.ts'

export type { Mail } from '../cdk/local/mail.ts'

/** Where the throw-away parts of a test run answer; `partsHere()` (parts-here.ts) hands it to a test. */
export type Parts = { dynamo: string; mail: string; people: string; files: string; calls: string }

export const local = { region: 'local', credentials: account }

/** Amazon's DynamoDB Local, in memory, for as long as the tests run. */
export const dynamo = (): Promise<Part> => startDatabase(undefined, 'long')

/** An SES whose inbox `inbox(endpoint)` reads, and which knows the senders of the tests. */
export const mail = (): Promise<Part> => startMail(0, undefined, ['duban.test', 'duban.example'])

const began = Math.floor(Date.now() / 1000)
/** What came since this file of tests began, oldest first: every file delivers to one inbox, and by the end of a run it holds thousands. */
export const inbox = (endpoint: string): ReturnType<typeof mailsOf> => mailsOf(endpoint, began)

/** A Cognito without pools; `createPool` makes one. */
export const people = (): Promise<Part> => inFolder(startPeople)

/** A Lambda that takes calls and does nothing: a test that wants the work done does it by its door. */
export const calls = (): Promise<Part> => startCalls({ run: async () => undefined, bury: () => undefined })

/** An S3 without buckets; `createBucket` makes one. */
export const files = (): Promise<Part> => inFolder(startFiles)

/**
 * A new table shaped as the deployed one, of a county that begins; answers its name. It tells a stream only who reads one: keeping it is a seventh of what the
 * database does.
 */
export async function createTable(endpoint: string, { streamed = false } = {}): Promise<string> {
  const name = `t-${randomUUID()}`
  const all = [{ hash: keys.hash, range: keys.range }, ...indexes]
  const schema = ({ hash, range }: { hash: string; range: string }) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ]
  const client = new DynamoDBClient({ endpoint, ...local })
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: all.flatMap(({ hash, range }) => [hash, range]).map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: schema(keys),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: schema(index),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
      StreamSpecification: streamed ? { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } : { StreamEnabled: false },
    }),
  )
  await client.send(new PutItemCommand({ TableName: name, Item: { pk: { S: 'duban#FORM' }, sk: { S: 'A' }, form: { N: String(FORM) } } }))
  return name
}

/** A new user pool and its client, as the deployed ones sign in. */
export async function createPool(endpoint: string): Promise<{ poolId: string; clientId: string }> {
  const cognito = new CognitoIdentityProviderClient({ endpoint, ...local })
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: 'people',
      UsernameAttributes: ['email'],
      MfaConfiguration: 'OPTIONAL',
      Policies: { PasswordPolicy: passwordPolicy },
    }),
  )
  const poolId = UserPool?.Id ?? ''
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: poolId,
      ClientName: 'people',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  )
  return { poolId, clientId: UserPoolClient?.ClientId ?? '' }
}

const passwordPolicy = { MinimumLength: 10, RequireUppercase: true, RequireLowercase: true, RequireNumbers: true, RequireSymbols: true }

/** A new bucket; answers its name. */
export async function createBucket(endpoint: string, name = `b-${randomUUID()}`): Promise<string> {
  await new S3Client({ endpoint, forcePathStyle: true, ...local }).send(new CreateBucketCommand({ Bucket: name }))
  return name
}

async function inFolder(start: (folder: string) => Promise<Part>): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-'))
  const part = await start(folder)
  return { endpoint: part.endpoint, stop: () => part.stop().then(() => rmSync(folder, { recursive: true, force: true })) }
}
