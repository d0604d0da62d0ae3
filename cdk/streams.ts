import { Duration, type Stack } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { accept } from './accept.ts'
import type { Doors } from './doors.ts'
import type { Settings } from './settings.ts'

type Given = { records: ITable; functions: Doors; settings: Settings }

/** Who hears of what in the table; answers the queue of what nobody could take. */
export function streams(stack: Stack, { records, functions, settings }: Given): Queue {
  const letters = new Queue(stack, 'DeadLetters', {
    enforceSSL: true,
    encryption: QueueEncryption.SQS_MANAGED,
    retentionPeriod: Duration.days(14),
  })
  accept(letters, { 'AwsSolutions-SQS3': 'This is itself the queue of dead letters.' })
  const wants = (events: string[], partition: string, sort?: object, NewImage?: object) =>
    FilterCriteria.filter({
      eventName: FilterRule.or(...events),
      dynamodb: {
        Keys: { pk: { S: FilterRule.beginsWith(`${settings.county}#${partition}#`) }, ...(sort && { sk: { S: sort } }) },
        ...(NewImage && { NewImage }),
      },
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
    wants(['INSERT'], 'R', FilterRule.beginsWith('E#'), fromNoFile),
    wants(['INSERT', 'MODIFY'], 'OWED', FilterRule.isEqual('A')),
  )
  hears(functions.project, 100, wants(['INSERT'], 'OUTBOX'))
  hears(functions.importer, 1, ...['I', 'CLOSING'].map((partition) => wants(['INSERT', 'MODIFY'], partition, FilterRule.isEqual('A'))))
  return letters
}
