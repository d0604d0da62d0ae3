import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../cdk/local/api.ts'
import { bounce } from './events/bounce.ts'
import { inbox } from './platform.ts'
import { type Running, start } from './start.ts'

// Through the bundles, with the events that the gateway, the table's stream, the scheduler and SNS send.
let platform: Running
beforeAll(async () => {
  platform = await start({ today: '2026-07-08' })
})
afterAll(() => platform.stop())

type Row = { id: string; version: number; number?: string; state: string }

async function take(client: Client, { id, version }: Row, transition: string, given: object): Promise<Row> {
  const path = `/api/records/suggestions/${id}/events`
  const { status, json } = await client.post(path, { transition, given }, { 'If-Match': `"${version}"` })
  expect({ transition, status, ...(status === 200 ? {} : { json }) }).toEqual({ transition, status: 200 })
  return json as Row
}

test('a suggestion assigned through the gateway reaches the unit by mail through the stream, and is counted', async () => {
  const township = await platform.as('xinan')
  const county = await platform.as('county')
  const data = { title: '关于修缮幸福路的建议', body: '幸福路破损，请修缮。', deputies: ['张桂兰'] }
  const created = await township.post('/api/records/suggestions', { data }, { 'Idempotency-Key': 'doors-1' })
  expect({ status: created.status, json: created.json }).toMatchObject({ status: 201 })
  const submitted = await take(township, created.json as Row, 'submit', {})
  const registered = await take(county, submitted, 'register', {})
  await take(county, registered, 'assign', { lead: 'transport' })
  await platform.settled()

  const mails = await inbox(platform.mail)
  const told = mails.filter(({ destination }) => destination.to.some((one) => one.includes('transport@duban.test')))
  expect(told.at(-1)?.body.text).toContain(registered.number)
  expect(told.at(-1)?.body.text).toContain(`${platform.origin}/suggestions/${registered.id}`)
  expect((await county.get('/api/counts/suggestions')).json).toMatchObject({ total: 1, states: { assigned: 1 } })
})

test('the morning run sends a day’s reminders once, however often it is started', async () => {
  expect(await platform.invoke('Remind', { time: '2026-07-08T00:30:00Z' })).toMatchObject({ date: '2026-07-08', failed: 0 })
  const late = (await platform.invoke('Remind', { date: '2026-10-09' })) as { sent: number }
  expect(late).toMatchObject({ date: '2026-10-09', failed: 0 })
  expect(late.sent).toBeGreaterThan(0)
  const before = (await inbox(platform.mail)).length
  expect(await platform.invoke('Remind', { date: '2026-10-09' })).toMatchObject({ sent: 0, failed: 0 })
  expect((await inbox(platform.mail)).length).toBe(before)
})

test('definitions and lists travel small, a record as it is', async () => {
  const county = await platform.as('county')
  const list = await county.get('/api/ledgers')
  expect([list.status, list.headers.get('content-encoding')]).toEqual([200, 'gzip'])
  const first = ((await county.get('/api/records/suggestions')).json as { data: Row[] }).data[0] as Row
  const one = await county.get(`/api/records/suggestions/${first.id}`)
  expect([one.headers.get('content-encoding'), one.headers.get('etag')]).toEqual([null, `"${first.version}"`])
})

test('the nightly count finds no drift', async () => {
  expect(await platform.invoke('Recount', { time: '2026-07-08T19:00:00Z' })).toMatchObject({ job: 'recount' })
  expect((await (await platform.as('county')).get('/api/counts/suggestions')).json).toMatchObject({ total: 1 })
})

test('an address that bounces for good is marked on its person', async () => {
  await platform.invoke('Fate', bounce('water@duban.test'))
  const { json } = await (await platform.as('county')).get('/api/accounts')
  const water = (json as { data: { email: string; bounced?: string }[] }).data.find(({ email }) => email === 'water@duban.test')
  expect(water?.bounced).toBe('2026-07-08')
})
