import './own-lines.ts'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { failedAfterwards } from './afterwards.ts'
import { clockAt } from './clock.ts'
import { inCountyOf } from './counties.ts'
import { env } from './env.ts'
import { originHere } from './here.ts'
import { mailAgain } from './mail/account-mail.ts'
import { askedFor, happened } from './mail/happened.ts'
import { tell } from './mail/tell.ts'

/**
 * Triggered by the table's stream for each new event of a record, and for each mail of an account that is owed; may run twice or late. Answers the first event
 * that must come again.
 */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const { dynamodb } of Records) {
    const event = happened(dynamodb?.NewImage, dynamodb?.ApproximateCreationDateTime)
    const account = askedFor(dynamodb?.NewImage)
    try {
      await inCountyOf(dynamodb?.NewImage?.pk?.S ?? '', async () => {
        if (account) await mailAgain(account, originHere(), new Date())
        if (event) await tell(event, clockAt(new Date(), env('TODAY')))
      })
    } catch (error) {
      failedAfterwards('telling an event', error)
      // A stream is taken in order: everything from the failed one on comes again.
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}
