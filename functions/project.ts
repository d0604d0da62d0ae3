import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { clockAt } from './clock.ts'
import { env } from './env.ts'
import { packAfterwards } from './packing.ts'
import { plainItem } from './store/image.ts'
import type { Key } from './store/table.ts'
import { relay } from './transact/relay.ts'

/**
 * Triggered by the table's stream for everything that is put into the outbox: projects the records that changed and does what their transaction had no room
 * for. May run twice, late or in another order, and comes to the same.
 */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const keys = Records.flatMap(({ dynamodb }) => (dynamodb?.Keys ? [plainItem(dynamodb.Keys) as Key] : []))
  const clock = clockAt(new Date(), env('TODAY'))
  await relay(keys, clock)
  // Of eight writes one looks whether much has become fresh: keys end by chance.
  if (keys.some(({ sk }) => /[08]$/.test(sk))) await packAfterwards(() => new Date())
  return { batchItemFailures: [] }
}
