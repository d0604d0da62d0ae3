import { beforeAll, expect, test } from 'vitest'
import { takeDueSteps } from '../../functions/transact.ts'
import { type Client, openHouse } from '../functions/api-house.ts'
import { data, made, read } from './plays.ts'

let county: Client
let xinan: Client

beforeAll(async () => {
  const house = await openHouse('2026-12-20')
  ;[county, xinan] = await Promise.all([house.as('county'), house.as('xinan')])
  const opened = await county('POST', '/api/sittings', { body: { term: 17, session: 5, from: '2026-01-12' } })
  expect([opened.status, opened.body.from], opened.text).toEqual([201, '2026-01-12'])
})

test('a session opened with its real day is taken back the same day, and nothing has ended', async () => {
  const file = await made(xinan, 'deputies', { name: ['张桂兰'] })
  expect((await county('POST', '/api/sittings', { body: { term: 18, session: 1, from: '2026-12-19' } })).status).toBe(201)
  expect((await county('POST', '/api/sittings', { body: { term: 18, session: 2, from: '2026-12-21' } })).body.errors?.[0]?.path).toBe(
    'from',
  )
  expect((await county('DELETE', '/api/sittings/17/5')).status).toBe(409)
  expect((await county('DELETE', '/api/sittings/18/1')).status).toBe(204)
  const sittings = (await county('GET', '/api/county-settings')).body.sittings as unknown[]
  expect([sittings.length, (await read(xinan, file)).state]).toEqual([1, 'active'])
})

test('when a term is over, every file of it ends in the morning after, and who is re-elected names the old one', async () => {
  const files = [await made(xinan, 'deputies', { name: ['李秀英'] }), await made(xinan, 'deputies', { name: ['王小明'] })]
  expect((await county('POST', '/api/sittings', { body: { term: 18, session: 1, from: '2026-12-20' } })).status).toBe(201)
  const clock = (today: string) => ({ now: new Date(), today })
  await takeDueSteps(clock('2026-12-20'))
  expect((await read(xinan, files[0] as never)).state).toBe('active')
  await takeDueSteps(clock('2026-12-21'))
  const ended = await Promise.all(files.map((file) => read(xinan, file)))
  expect(ended.map((file) => [file.state, data(file).cause])).toEqual([
    ['ended', 'expired'],
    ['ended', 'expired'],
  ])
  const again = await made(xinan, 'deputies', { name: ['李秀英'], elected: 'regular', previous: [files[0]?.id] })
  expect([again.term, data(again).previous]).toEqual([18, [files[0]?.id]])
})
