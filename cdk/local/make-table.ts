import { setTimeout as sleep } from 'node:timers/promises'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import type { Make } from './kinds.ts'
import { accountId, region } from './resolve.ts'
import { account } from './signature.ts'

type Declared = Pick<CreateTableCommandInput, 'KeySchema' | 'AttributeDefinitions' | 'BillingMode' | 'GlobalSecondaryIndexes'> & {
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' }
  TimeToLiveSpecification: { AttributeName: string; Enabled: boolean }
}

export const createTable: Make = async (id, properties, { dynamo, tables = 'duban' }, known) => {
  const declared = (await properties()) as Declared
  const client = new DynamoDBClient({ endpoint: dynamo, region, credentials: account })
  const TableName = known?.ref ?? `${tables}-${id}`
  const there = await client.send(new DescribeTableCommand({ TableName })).catch(() => undefined)
  if (!there) {
    const { KeySchema, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, StreamSpecification } = declared
    await client.send(
      new CreateTableCommand({
        TableName,
        KeySchema,
        AttributeDefinitions,
        BillingMode,
        GlobalSecondaryIndexes,
        StreamSpecification: { StreamEnabled: true, ...StreamSpecification },
      }),
    )
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: declared.TimeToLiveSpecification }))
  } else await bringUp(client, TableName, declared)
  const { Table } = await client.send(new DescribeTableCommand({ TableName }))
  const Arn = `arn:aws:dynamodb:${region}:${accountId}:table/${TableName}`
  return { ref: TableName, attributes: { Arn, StreamArn: Table?.LatestStreamArn ?? '' } }
}

/** Gives a table of another version the indexes that the stack declares, one at a time as DynamoDB wants it, and takes away the others. */
async function bringUp(
  client: DynamoDBClient,
  TableName: string,
  { AttributeDefinitions, GlobalSecondaryIndexes = [] }: Declared,
): Promise<void> {
  const present = async () => (await client.send(new DescribeTableCommand({ TableName }))).Table?.GlobalSecondaryIndexes ?? []
  const named = (list: { IndexName?: string | undefined }[]) => new Set(list.map(({ IndexName }) => IndexName))
  const had = await present()
  const missing = GlobalSecondaryIndexes.filter(({ IndexName }) => !named(had).has(IndexName))
  const over = had.filter(({ IndexName }) => !named(GlobalSecondaryIndexes).has(IndexName))
  const updates = [
    ...missing.map(({ IndexName, KeySchema, Projection }) => ({ Create: { IndexName, KeySchema, Projection } })),
    ...over.map(({ IndexName }) => ({ Delete: { IndexName } })),
  ]
  for (const update of updates) {
    await client.send(new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates: [update] }))
    while ((await present()).some(({ IndexStatus }) => IndexStatus !== 'ACTIVE')) await sleep(50)
  }
}
