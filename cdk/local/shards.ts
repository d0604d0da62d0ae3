import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { region } from './resolve.ts'
import { account } from './signature.ts'

export type Stream = { client: DynamoDBStreamsClient; arn: string }

export function stream(endpoint: string, arn: string): Stream {
  return { client: new DynamoDBStreamsClient({ endpoint, region, credentials: account }), arn }
}

/** The shards of a stream, parents before their children. */
export async function shards({ client, arn }: Stream): Promise<Shard[]> {
  const found: Shard[] = []
  for (let from: string | undefined; ; ) {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn, ExclusiveStartShardId: from }))
    found.push(...(StreamDescription?.Shards ?? []))
    from = StreamDescription?.LastEvaluatedShardId
    if (!from) return found.sort((one, other) => ((one.ShardId ?? '') < (other.ShardId ?? '') ? -1 : 1))
  }
}

/** Reads on from a sequence number, or from the shard's beginning; answers the records and whether the shard has ended. */
export function reader({ client, arn }: Stream, ShardId: string, after: () => string | undefined) {
  let iterator: string | undefined
  return async (limit: number): Promise<{ records: _Record[]; ended: boolean }> => {
    iterator ??= await open(after())
    try {
      const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: limit }))
      iterator = NextShardIterator
      return { records: Records, ended: !NextShardIterator }
    } catch (error) {
      if (!(error instanceof ExpiredIteratorException || error instanceof TrimmedDataAccessException)) throw error
      iterator = undefined
      return { records: [], ended: false }
    }
  }

  async function open(sequence: string | undefined): Promise<string | undefined> {
    const ask = (SequenceNumber?: string) =>
      client.send(
        new GetShardIteratorCommand({
          StreamArn: arn,
          ShardId,
          ...(SequenceNumber ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber } : { ShardIteratorType: 'TRIM_HORIZON' }),
        }),
      )
    // What was read last may have left the stream after its 24 hours.
    const { ShardIterator } = await ask(sequence).catch((error) => {
      if (error instanceof TrimmedDataAccessException) return ask()
      throw error
    })
    return ShardIterator
  }
}

// The SDK gives instants and bytes; a Lambda event is JSON, with seconds and base64.
export function asLambda(record: _Record, eventSourceARN: string): DynamoDBRecord {
  const text = JSON.stringify(record, function (this: Record<string, unknown>, key, value) {
    const raw = this[key]
    if (raw instanceof Date) return Math.floor(raw.getTime() / 1000)
    if (raw instanceof Uint8Array) return Buffer.from(raw).toString('base64')
    return value
  })
  return { ...JSON.parse(text), eventSource: 'aws:dynamodb', eventSourceARN }
}
