import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { client, deleteItem, getItem, putItem, updateItem } from '../../../functions/store/table.ts'
import { newCounty } from './county.ts'

// The local database lets a single write wait for a transaction; the service refuses it with this error, and the SDK does not try again.
let refusals = 0
beforeAll(async () => {
  await newCounty()
  client().middlewareStack.add(
    (next, context) => async (args) => {
      if (/^(Put|Update|Delete)Item/.test(String((context as { commandName?: string }).commandName)) && refusals > 0) {
        refusals -= 1
        throw Object.assign(new Error('Transaction is ongoing for the item'), { name: 'TransactionConflictException' })
      }
      return next(args)
    },
    { step: 'build', name: 'conflicts' },
  )
})
afterAll(() => void client().middlewareStack.remove('conflicts'))
beforeEach(() => {
  refusals = 3
})

const key = { pk: 'duban#MET', sk: 'A' }
test('a write that meets a transaction is tried again, and its condition judged then', async () => {
  expect(await putItem({ ...key, v: 1 }, { absent: true })).toBe(true)
  refusals = 3
  expect(await putItem({ ...key, v: 2 }, { absent: true })).toBe(false)
  refusals = 3
  expect(await updateItem(key, { set: { v: 3 } })).toMatchObject({ v: 3 })
  refusals = 3
  expect(await deleteItem(key, { text: 'v = :v', values: { ':v': 3 } })).toBe(true)
  expect([refusals, await getItem(key)]).toEqual([0, undefined])
})
