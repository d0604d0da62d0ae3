import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { at } from './at.ts'
import { client, tableName } from './table.ts'

/** Asks the table for an item that is not there, for half a unit. Throws what the database throws, and `AbortError` where it says nothing for `ms` milliseconds. */
export async function reach(ms: number): Promise<void> {
  const get = new GetCommand({ TableName: tableName(), Key: { pk: at('HEALTH'), sk: 'A' } })
  await client().send(get, { abortSignal: AbortSignal.timeout(ms) })
}
