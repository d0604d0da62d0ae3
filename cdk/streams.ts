import { Duration, type Stack } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { accept } from './accept.ts'
import type { Doors } from './doors.ts'

type Given = { records: ITable; functions: Doors }

/** Who hears of what in the table; answers the queue of what nobody could take. */
export function streams(stack: Stack, { records, functions }: Given): Queue {
  const letters = new Queue(stack, 'DeadLetters', {
    enforceSSL: true,
    encryption: QueueEncryption.SQS_MANAGED,
    retentionPeriod: Duration.days(14),
  })
  accept(letters, { 'AwsSolutions-SQS3': 'This is itself the queue of dead letters.' })
  // By what an item is and not by how its partition is called: that begins with the county, which the template does not know.
  const wants = (events: string[], sort: object | undefined, image?: object) =>
    FilterCriteria.filter({
      eventName: FilterRule.or(...events),
      dynamodb: { ...(sort && { Keys: { sk: { S: sort } } }), ...(image && { NewImage: image }) },
    })
  // A register brings thousands of events at once, of which nobody is told.
  const fromNoFile = { event: { M: { file: { M: { import: { S: FilterRule.notExists() } } } } } }
  const hears = (door: Doors[keyof Doors], batchSize: number, ...filters: ReturnType<typeof wants>[]) =>
    door.addEventSource(
      new DynamoEventSource(records, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 8,
        maxRecordAge: Duration.hours(12),
        onFailure: new SqsDlq(letters),
        filters,
      }),
    )
  hears(
    functions.notify,
    10,
    wants(['INSERT'], FilterRule.beginsWith('E#'), fromNoFile),
    wants(['INSERT', 'MODIFY'], FilterRule.isEqual('A'), { account: { BOOL: [true] } }),
  )
  hears(functions.project, 100, wants(['INSERT'], undefined, { told: { BOOL: [true] } }))
  return letters
}
