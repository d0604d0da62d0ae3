import { execFileSync } from 'node:child_process'
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { startDatabase } from '../../cdk/local/database.ts'
import { local } from '../platform.ts'

test('a database that is killed comes back on its port with what it held', async () => {
  const database = await startDatabase()
  const dynamo = new DynamoDBClient({ ...local, endpoint: database.endpoint, maxAttempts: 1 })
  const key = { AttributeName: 'pk', KeyType: 'HASH', AttributeType: 'S' } as const
  await dynamo.send(
    new CreateTableCommand({ TableName: 'kept', BillingMode: 'PAY_PER_REQUEST', KeySchema: [key], AttributeDefinitions: [key] }),
  )
  const port = new URL(database.endpoint).port
  const pids = execFileSync('pgrep', ['-f', `[j]ava .*-port ${port} `])
    .toString()
    .trim()
    .split('\n')
  for (const pid of pids) process.kill(Number(pid), 'SIGKILL')
  const names = () =>
    dynamo.send(new ListTablesCommand({})).then(
      ({ TableNames }) => TableNames,
      () => undefined,
    )
  let found = await names()
  while (found === undefined) found = await names()
  expect(found).toEqual(['kept'])
  await database.stop()
})
