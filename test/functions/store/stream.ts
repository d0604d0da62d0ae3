import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams'
import type { StreamChange } from '../../../functions/store/count-changes.ts'

/** Everything that the table's stream has told so far, from its beginning. */
export async function streamed(): Promise<StreamChange[]> {
  const client = new DynamoDBStreamsClient({ endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB as string })
  const { Streams } = await client.send(new ListStreamsCommand({ TableName: process.env.TABLE }))
  const StreamArn = Streams?.[0]?.StreamArn
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }))
  const changes: StreamChange[] = []
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    let { ShardIterator } = await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }))
    for (let empty = 0; ShardIterator && empty < 2; ) {
      const page = await client.send(new GetRecordsCommand({ ShardIterator }))
      changes.push(...((page.Records ?? []) as StreamChange[]))
      empty = page.Records?.length ? 0 : empty + 1
      ShardIterator = page.NextShardIterator
    }
  }
  return changes
}
