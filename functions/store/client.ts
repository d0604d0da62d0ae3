import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

let made: DynamoDBDocumentClient | undefined

/** The document client, made once. The SDK retries throttles itself; what a batch leaves undone is sent again by who sent it. */
export function client(): DynamoDBDocumentClient {
  made ??= DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 8, retryMode: 'standard' }), {
    marshallOptions: { removeUndefinedValues: true },
  })
  return made
}

/** The table's name, from the environment: `TABLE`. */
export function tableName(): string {
  const name = process.env.TABLE
  if (!name) throw new Error('TABLE is not set: the name of the table')
  return name
}
