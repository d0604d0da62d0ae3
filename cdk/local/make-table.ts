import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import type { Make } from './kinds.ts'
import { accountId, region } from './resolve.ts'
import { account } from './signature.ts'

type Declared = Pick<CreateTableCommandInput, 'KeySchema' | 'AttributeDefinitions' | 'BillingMode' | 'GlobalSecondaryIndexes'> & {
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' }
  TimeToLiveSpecification: { AttributeName: string; Enabled: boolean }
}

export const createTable: Make = async (id, properties, { dynamo }, known) => {
  const declared = (await properties()) as Declared
  const client = new DynamoDBClient({ endpoint: dynamo, region, credentials: account })
  const TableName = known?.ref ?? `duban-${id}`
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
  } else if (shape(there.Table?.GlobalSecondaryIndexes) !== shape(declared.GlobalSecondaryIndexes)) {
    throw new Error('The table of this data folder has other indexes than the stack. Start with a new folder: DUBAN_DATA=…')
  }
  const { Table } = await client.send(new DescribeTableCommand({ TableName }))
  const Arn = `arn:aws:dynamodb:${region}:${accountId}:table/${TableName}`
  return { ref: TableName, attributes: { Arn, StreamArn: Table?.LatestStreamArn ?? '' } }
}

type Index = { IndexName?: string; KeySchema?: { AttributeName?: string }[] }

function shape(indexes: Index[] = []): string {
  return indexes
    .map(({ IndexName, KeySchema = [] }) => `${IndexName} ${KeySchema.map((key) => key.AttributeName)}`)
    .sort()
    .join()
}
