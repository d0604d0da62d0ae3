import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

let made: DynamoDBDocumentClient | undefined

/** The document client, made once. The SDK retries throttles itself; what a batch leaves undone is sent again by who sent it. */
export function client(): DynamoDBDocumentClient {
  made ??= DynamoDBDocumentClient.from(unlogged(new DynamoDBClient({ maxAttempts: 8, retryMode: 'standard' })), {
    marshallOptions: { removeUndefinedValues: true },
  })
  return made
}

/**
 * Without what prepares each answer for a log that nobody keeps: it walks through every value of it, a sixth of
 * the work of a page of 88 items. */
function unlogged(database: DynamoDBClient): DynamoDBClient {
  database.middlewareStack.remove('loggerMiddleware')
  return database
}

/** The table's name, from the environment: `TABLE`. */
export function tableName(): string {
  const name = process.env.TABLE
  if (!name) throw new Error('TABLE is not set: the name of the table')
  return name
}
