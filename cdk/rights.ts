import { ArnFormat, type Stack } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { accept } from './accept.ts'
import type { names } from './bundles.ts'
import { indexes } from './keys.ts'

/** What a door does with the table, and which of its indexes it asks; `records`: whether it writes records and events. */
type Use = { does: string[]; asks: string[]; records?: true }

const reads = ['GetItem', 'BatchGetItem', 'Query']
const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'ConditionCheckItem']
/** Whoever stores records: their transactions and lists, and whatever a definition may have them look for. */
const stores: Use = { does: [...reads, ...writes], asks: ['g1', 'g2', 'g3', 'g4', 'g5', 'g6'], records: true }

/** Each door's use of the table. Held against every call of the tests: none is refused, and none of this is without one (test/roles.ts). */
const uses: Record<(typeof names)[number], Use> = {
  http: stores,
  project: stores,
  importer: stores,
  remind: stores,
  recount: stores,
  notify: { does: [...reads, 'PutItem', 'UpdateItem', 'BatchWriteItem'], asks: ['g1'] },
  post: { does: [...reads, 'PutItem', 'UpdateItem', 'BatchWriteItem'], asks: ['g1', 'g2', 'g6'] },
  watch: { does: [...reads, 'PutItem'], asks: ['g1'] },
  fate: { does: ['GetItem', 'UpdateItem'], asks: [] },
  bootstrap: { does: [...reads, 'PutItem', 'UpdateItem', 'ConditionCheckItem'], asks: [] },
  migrate: { does: [...reads, 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'], asks: ['g1'] },
}

/** Reading and writing by key, as far as a door needs it. There is no Scan here, so there is none in the product. */
export function keyedTable(table: ITable, door: keyof typeof uses): PolicyStatement[] {
  const { does, asks, records } = uses[door]
  const actions = does.map((action) => `dynamodb:${action}`)
  const asked = indexes.filter(({ name }) => asks.some((index) => name.startsWith(index)))
  return [
    new PolicyStatement({ actions, resources: [table.tableArn] }),
    ...(asked.length > 0
      ? [new PolicyStatement({ actions: ['dynamodb:Query'], resources: asked.map(({ name }) => `${table.tableArn}/index/${name}`) })]
      : []),
    truth(table, door, records),
  ]
}

/**
 * Where records and their events lie, nothing is deleted, updated or written in bulk, whatever else a door may do: what happened is only added to, and a
 * record put with the version before as its condition: in whatever county, since a county is added without the template. Whoever writes no records puts none
 * there either. Migrating alone takes away what an early form kept there.
 */
function truth(table: ITable, door: keyof typeof uses, records = false): PolicyStatement {
  const migrates = door === 'migrate'
  const actions = ['UpdateItem', ...(migrates ? [] : ['DeleteItem', 'BatchWriteItem']), ...(records ? [] : ['PutItem'])]
  return new PolicyStatement({
    effect: Effect.DENY,
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['*#R#*'] } },
  })
}

/** To be called again, for work that goes on or for each county: by the name that it will have, as far as that is known before it is made. */
export function callAgain(stack: Stack, id: string): PolicyStatement {
  const name = `${stack.stackName}-${id}*`
  accept(stack, {
    [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:lambda:<AWS::Region>:<AWS::AccountId>:function:${name}]`]:
      'A role that named its own function could not be made before that, nor that before its role; the end of a name is made with it.',
  })
  const itself = stack.formatArn({ service: 'lambda', resource: 'function', resourceName: name, arnFormat: ArnFormat.COLON_RESOURCE_NAME })
  return new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [itself] })
}

/** What people attach and what is laid out for them to fetch; the browser's own reading and writing is signed with these rights. */
export function manageFiles(files: Bucket): PolicyStatement[] {
  const objects = ['uploads/*', 'files/*', 'exports/*'].map((under) => files.arnForObjects(under))
  return [new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: objects }), knowMissing(files)]
}

/** What people uploaded; imports of earlier versions have theirs where records have their files. */
export function readFiles(files: Bucket): PolicyStatement[] {
  const objects = ['uploads/*', 'files/*'].map((under) => files.arnForObjects(under))
  return [new PolicyStatement({ actions: ['s3:GetObject'], resources: objects }), knowMissing(files)]
}

/** What is made for somebody to fetch, kept for a day. */
export function layExports(files: Bucket): PolicyStatement {
  return new PolicyStatement({ actions: ['s3:PutObject'], resources: [files.arnForObjects('exports/*')] })
}

// Without this right S3 answers 403 for an object that is not there, so that an upload that never arrived would look like a fault of ours.
function knowMissing(files: Bucket): PolicyStatement {
  return new PolicyStatement({ actions: ['s3:ListBucket'], resources: [files.bucketArn] })
}
