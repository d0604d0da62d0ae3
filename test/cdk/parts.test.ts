import { afterAll, expect, test } from 'vitest'
import { createBucket, createPool, createTable, dynamo, files, people } from '../platform.ts'

const parts = await Promise.all([dynamo(), people(), files()])
const [database, pool, store] = parts.map((part) => part.endpoint) as [string, string, string]
afterAll(() => Promise.all(parts.map((part) => part.stop())))

test('a throw-away table, pool and bucket can be had by name', async () => {
  expect(await createTable(database)).toMatch(/^t-/)
  expect(await createBucket(store)).toMatch(/^b-/)
  const { poolId, clientId } = await createPool(pool)
  expect(poolId).toMatch(/_/)
  expect(clientId).not.toBe('')
})
