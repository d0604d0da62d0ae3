import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { clockAt } from './clock.ts'
import { env } from './env.ts'
import { takeOver } from './sheets/take-over.ts'

/** Triggered by the table's stream whenever an import is written; may run twice or late, and finds nothing to do when the import is finished or in other hands. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const clock = () => clockAt(new Date(), env('TODAY'))
  for (const { dynamodb } of Records) {
    const id = dynamodb?.Keys?.pk?.S?.split('#').at(-1)
    try {
      if (id) await takeOver(id, clock)
    } catch (error) {
      console.error('An import could not be carried on', error)
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}
