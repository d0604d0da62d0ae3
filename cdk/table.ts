import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AttributeType, BillingMode, type ITable, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { indexes, keys } from './keys.ts'
import type { Settings } from './settings.ts'

/** The one table; or that of a restored county (`-c table=NAME -c tableStream=ARN`), which this stack then works on and never deletes. */
export function table(stack: Stack, settings: Settings): ITable {
  if (settings.table) {
    const { tableName, tableStreamArn } = settings.table
    return Table.fromTableAttributes(stack, 'Table', { tableName, tableStreamArn, globalIndexes: indexes.map(({ name }) => name) })
  }
  const key = (name: string) => ({ name, type: AttributeType.STRING })
  const records = new Table(stack, 'Table', {
    partitionKey: key(keys.hash),
    sortKey: key(keys.range),
    timeToLiveAttribute: keys.expiry,
    stream: StreamViewType.NEW_AND_OLD_IMAGES,
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: settings.protected,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
  for (const { name, hash, range } of indexes) {
    records.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: key(hash),
      sortKey: key(range),
      projectionType: ProjectionType.KEYS_ONLY,
    })
  }
  return records
}
