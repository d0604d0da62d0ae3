import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { clockAt } from './clock.ts'
import { env } from './env.ts'

// Read when there is such work: most starts are for one of them.
const works = { I: () => import('./sheets/take-over.ts'), CLOSING: () => import('./closing/take-over.ts') }

/**
 * Long work: triggered by the table's stream whenever an import, or the closing of an office, is written. May run twice or late, and finds nothing to do when
 * the work is finished or in other hands.
 */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const clock = () => clockAt(new Date(), env('TODAY'))
  for (const { dynamodb } of Records) {
    const [county = '', partition = '', id] = dynamodb?.Keys?.pk?.S?.split('#') ?? []
    try {
      if (id && (partition === 'I' || partition === 'CLOSING')) {
        const [{ inCountyOf }, { takeOver }] = await Promise.all([import('./counties.ts'), works[partition]()])
        await inCountyOf(county, async () => void (await takeOver(id, clock)))
      }
    } catch (error) {
      const { failedAfterwards } = await import('./afterwards.ts')
      failedAfterwards('long work', error)
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}
