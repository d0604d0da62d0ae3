import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { indexes } from './keys.ts'
import type { People } from './people.ts'

/** Reading and writing by key. There is no Scan here, so there is none in the product. */
export function keyedTable(table: Table): PolicyStatement {
  const actions = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'ConditionCheckItem']
  return new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn, ...indexes.map(({ name }) => `${table.tableArn}/index/${name}`)],
  })
}

export function managePeople({ pool }: People): PolicyStatement {
  const actions = ['AdminCreateUser', 'AdminDeleteUser', 'AdminDisableUser', 'AdminEnableUser', 'AdminInitiateAuth', 'AdminSetUserPassword']
  return new PolicyStatement({ actions: actions.map((action) => `cognito-idp:${action}`), resources: [pool.userPoolArn] })
}

/** What people attach and what is laid out for them to fetch; the browser's own reading and writing is signed with these rights. */
export function manageFiles(files: Bucket): PolicyStatement[] {
  const objects = ['uploads/*', 'files/*', 'exports/*'].map((under) => files.arnForObjects(under))
  return [new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: objects }), knowMissing(files)]
}

export function readFiles(files: Bucket): PolicyStatement[] {
  return [new PolicyStatement({ actions: ['s3:GetObject'], resources: [files.arnForObjects('files/*')] }), knowMissing(files)]
}

// Without this right S3 answers 403 for an object that is not there, so that an upload that never arrived would look like a fault of ours.
function knowMissing(files: Bucket): PolicyStatement {
  return new PolicyStatement({ actions: ['s3:ListBucket'], resources: [files.bucketArn] })
}
