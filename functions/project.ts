import './own-lines.ts'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { clockAt } from './clock.ts'
import { inCountyOf } from './counties.ts'
import { env } from './env.ts'
import { packAfterwards } from './packing.ts'
import { plainItem } from './store/image.ts'
import type { Key } from './store/table.ts'
import { relay } from './transact/relay.ts'

/**
 * Triggered by the table's stream for everything that is put into the outbox: projects the records that changed and does what their transaction had no room
 * for, county by county. May run twice, late or in another order, and comes to the same.
 */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const keys = Records.flatMap(({ dynamodb }) => (dynamodb?.Keys ? [plainItem(dynamodb.Keys) as Key] : []))
  const clock = clockAt(new Date(), env('TODAY'))
  const counties = Object.entries(Object.groupBy(keys, ({ pk }) => pk.split('#')[0] ?? ''))
  // What fails in one county keeps no other from its lists; the batch comes again, and what is done is found done.
  const done = await Promise.allSettled(
    counties.map(([county, own = []]) =>
      inCountyOf(county, async () => {
        await relay(own, clock)
        // Of eight writes one looks whether much has become fresh: keys end by chance.
        if (own.some(({ sk }) => /[08]$/.test(sk))) await packAfterwards(() => new Date())
      }),
    ),
  )
  for (const one of done) if (one.status === 'rejected') throw one.reason
  return { batchItemFailures: [] }
}
