import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { asLambda } from '../../../cdk/local/shards.ts'

/** Everything that the table's stream has told so far, from its beginning. */
export async function streamed(): Promise<_Record[]> {
  const client = new DynamoDBStreamsClient({ endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB as string })
  const { Streams } = await client.send(new ListStreamsCommand({ TableName: process.env.TABLE }))
  const StreamArn = Streams?.[0]?.StreamArn
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }))
  const changes: _Record[] = []
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    let { ShardIterator } = await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }))
    for (let empty = 0; ShardIterator && empty < 2; ) {
      const page = await client.send(new GetRecordsCommand({ ShardIterator }))
      changes.push(...(page.Records ?? []))
      empty = page.Records?.length ? 0 : empty + 1
      ShardIterator = page.NextShardIterator
    }
  }
  return changes
}

/** What the stream tells of the outbox, as the function that projects receives it. */
export async function outboxed(): Promise<DynamoDBRecord[]> {
  const told = (await streamed()).filter(
    ({ eventName, dynamodb }) => eventName === 'INSERT' && dynamodb?.Keys?.pk?.S?.split('#')[1] === 'OUTBOX',
  )
  return told.map((record) => asLambda(record, 'arn:aws:dynamodb:local:000000000000:table/t/stream/s'))
}
