import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { afterEach, describe, expect, test } from 'vitest'
import { type Run, startCalls } from '../../cdk/local/calls.ts'
import { local } from '../platform.ts'

let stop: (() => unknown) | undefined
afterEach(() => stop?.())

/** The calls of this machine before some functions, and what they came to. */
async function calling(run: Run) {
  const buried = Promise.withResolvers<unknown[]>()
  const part = await startCalls({ run, bury: (...dead) => buried.resolve(dead), waits: [1, 1] })
  stop = part.stop
  const client = new LambdaClient({ endpoint: part.endpoint, ...local, maxAttempts: 1 })
  const call = (event: object, FunctionName = 'duban-local-Importer', InvocationType: 'Event' | 'RequestResponse' = 'Event') =>
    client.send(new InvokeCommand({ FunctionName, InvocationType, Payload: JSON.stringify(event) }))
  return { call, buried: buried.promise }
}

describe('a call that nobody waits for', () => {
  test('is answered before the function has run', async () => {
    const ended = Promise.withResolvers<void>()
    const begun: unknown[] = []
    const { call } = await calling((name, event) => {
      begun.push([name, event])
      return ended.promise
    })
    expect((await call({ kind: 'import', id: 'i1' })).StatusCode).toBe(202)
    expect(begun).toEqual([['duban-local-Importer', { kind: 'import', id: 'i1' }]])
    ended.resolve()
  })

  test('is tried three times in all, and then lies with the dead letters', async () => {
    let tries = 0
    const { call, buried } = await calling(async () => {
      tries += 1
      throw new Error('the table is out of reach')
    })
    await call({ id: 'i2' })
    expect([await buried, tries]).toEqual([['duban-local-Importer', { id: 'i2' }, 'the table is out of reach'], 3])
  })

  test('is refused where there is no such function, where somebody would wait for it, and where it is too large', async () => {
    const { call } = await calling((name) => (name === 'there' ? Promise.resolve() : undefined))
    await expect(call({}, 'elsewhere')).rejects.toThrow('Function not found: elsewhere')
    await expect(call({}, 'there', 'RequestResponse')).rejects.toThrow('asynchronously only')
    await expect(call({ text: 'x'.repeat(256 * 1024) }, 'there')).rejects.toThrow('too large')
  })
})
