import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { countChanges, type StreamChange } from './store/count-changes.ts'
import { systemScope } from './store/system-scope.ts'

/** Triggered by the table's stream for every list entry that comes, changes or goes; may run twice or late, and counts each once. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  await countChanges(systemScope(), Records as StreamChange[], new Date())
  return { batchItemFailures: [] }
}
