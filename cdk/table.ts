import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { indexes, keys } from './keys.ts'
import type { Settings } from './settings.ts'

export function table(stack: Stack, settings: Settings): Table {
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
