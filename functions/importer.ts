import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { clockAt } from './clock.ts'
import { takeOver as takeOverClosing } from './closing/take-over.ts'
import { env } from './env.ts'
import { takeOver as takeOverImport } from './sheets/take-over.ts'

const works = { I: takeOverImport, CLOSING: takeOverClosing }

/**
 * Long work: triggered by the table's stream whenever an import, or the closing of an office, is written. May run twice or late, and finds nothing to do when
 * the work is finished or in other hands.
 */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const clock = () => clockAt(new Date(), env('TODAY'))
  for (const { dynamodb } of Records) {
    const [, partition = '', id] = dynamodb?.Keys?.pk?.S?.split('#') ?? []
    try {
      if (id && (partition === 'I' || partition === 'CLOSING')) await works[partition](id, clock)
    } catch (error) {
      console.error('Long work could not be carried on', error)
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}
