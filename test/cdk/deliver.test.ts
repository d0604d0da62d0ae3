import type { DynamoDBRecord } from 'aws-lambda'
import { expect, test } from 'vitest'
import { deliver } from '../../cdk/local/deliver.ts'

const records = ['1', '2', '3', '4'].map((SequenceNumber): DynamoDBRecord => ({ dynamodb: { SequenceNumber } }))
const numbers = (some: DynamoDBRecord[]) => some.map((record) => record.dynamodb?.SequenceNumber).join('')

/** What a function was given, what was buried and how far it came, when it treats a batch so. */
async function delivered(treat: (batch: string, call: number) => string[] | Error, { retries = 2, bisect = true } = {}) {
  const given: string[] = []
  const buried: string[] = []
  const passed: string[] = []
  await deliver(records, {
    invoke: async ({ Records }) => {
      const result = treat(numbers(Records), given.push(numbers(Records)))
      if (result instanceof Error) throw result
      return { batchItemFailures: result.map((itemIdentifier) => ({ itemIdentifier })) }
    },
    retries,
    bisect,
    bury: (dead) => buried.push(numbers(dead)),
    passed: (record) => passed.push(numbers([record])),
    wait: async () => {},
  })
  return { given, buried, passed }
}

test('a batch that is taken is passed at once', async () => {
  expect(await delivered(() => [])).toEqual({ given: ['1234'], buried: [], passed: ['4'] })
})

test('what is reported as failed is given again from there on, and what came before is not', async () => {
  const { given, passed } = await delivered((_, call) => (call === 1 ? ['3'] : []), { bisect: false })
  expect(given).toEqual(['1234', '34'])
  expect(passed).toEqual(['2', '4'])
})

test('a batch that throws is halved until the culprit is alone, which is buried; the others are taken', async () => {
  const { buried, passed } = await delivered((batch) => (batch.includes('3') ? new Error('poison') : []), { retries: 4 })
  expect(buried).toEqual(['3'])
  expect(passed.at(-1)).toBe('4')
})

test('an event that can never be taken does not stop those behind it', async () => {
  const { buried, passed } = await delivered((batch) => (batch.startsWith('1') ? ['1'] : []), { retries: 3 })
  expect(buried).toEqual(['1'])
  expect(passed.at(-1)).toBe('4')
})
