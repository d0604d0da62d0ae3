import { connect, createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { freePort } from '../../cdk/local/ports.ts'
import { isAway } from '../../functions/api/away.ts'
import { partsHere } from '../parts-here.ts'
import { openHouse } from './api-house.ts'

/** The way to the database, which can be cut and mended. */
async function way(to: string) {
  const port = await freePort()
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(new URL(to).port), '127.0.0.1')
    for (const end of [near, far]) open.add(end.on('error', () => {}))
    near.pipe(far).pipe(near)
  })
  const mend = () => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const cut = () =>
    new Promise<unknown>((done) => {
      server.close(done)
      for (const end of open) end.destroy()
    })
  await mend()
  return { endpoint: `http://127.0.0.1:${port}`, cut, mend }
}

test('a database that is away is 503 with a time to come back, and health says so', async () => {
  const database = await way(partsHere().dynamo)
  const { as, call } = await openHouse(undefined, undefined, { dynamo: database.endpoint })
  const county = await as('county')
  expect((await call('GET', '/api/health')).body).toEqual({ ok: true })
  await database.cut()
  for (const [method, path, body] of [
    ['GET', '/api/records/suggestions', undefined],
    ['POST', '/api/records/suggestions', { data: {} }],
    ['GET', '/api/health', undefined],
  ] as const) {
    const answer = await county(method, path, body ? { body } : {})
    const said = [path, answer.status, answer.headers['retry-after'], answer.body.detail]
    expect(said).toEqual([path, 503, '20', expect.stringContaining('连不上')])
  }
  await database.mend()
  expect((await call('GET', '/api/health')).status).toBe(200)
  expect((await county('GET', '/api/records/suggestions')).status).toBe(200)
  await database.cut()
})

test('what the request itself is to blame for is no part that is away', () => {
  expect(isAway(Object.assign(new Error('no'), { $fault: 'client', name: 'ConditionalCheckFailedException' }))).toBe(false)
  expect(isAway(new TypeError('a bug'))).toBe(false)
  expect(isAway(Object.assign(new Error('later'), { $fault: 'server', name: 'InternalServerError' }))).toBe(true)
})

test.each(['2026-13-01', '2026-02-30', '01.07.2026', ''])('the reminders of %j, which is no day, are refused', async (date) => {
  const { handler } = await import('../../functions/remind.ts')
  await expect(handler({ date })).rejects.toThrow('take a day such as 2026-07-09')
})
