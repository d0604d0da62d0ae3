import { beforeAll, expect, test } from 'vitest'
import { type Client, openHouse } from './api-house.ts'

let call: Client
let county: Client
let xinan: Client
let tanggou: Client
let water: Client
const draft = { data: { title: '关于整治污水的建议', body: '河水发黑。', deputies: ['张桂兰'] } }
const at = (answer: { body: { id?: string } }) => `/api/records/suggestions/${answer.body.id}`
const seen = (answer: { body: { version?: number } }) => ({ 'if-match': `"${answer.body.version}"` })

beforeAll(async () => {
  const house = await openHouse()
  call = house.call
  ;[county, xinan, tanggou, water] = (await Promise.all(['county', 'xinan', 'tanggou', 'water'].map(house.as))) as [Client, Client, Client, Client]
})

test('a suggestion goes its whole way and its timeline tells it', async () => {
  let record = await xinan('POST', '/api/records/suggestions', { body: draft })
  expect(record.status, record.text).toBe(201)
  expect(record.headers.etag).toBe('"1"')
  expect(record.body).toMatchObject({ ledger: 'suggestions', township: 'xinan', state: 'draft', version: 1, year: 2026, refs: [], duties: [], overdue: false })
  const step = async (who: Client, transition: string, given: object = {}) => {
    record = await who('POST', `${at(record)}/events`, { headers: seen(record), body: { transition, given } })
    expect(record.status, `${transition}: ${record.text}`).toBe(200)
  }
  await step(xinan, 'submit')
  await step(county, 'register')
  expect(record.body.number).toBe('2026-0001')
  await step(county, 'assign', { lead: 'water', co: ['housing'] })
  const owed = await water('GET', '/api/duties?holder=me&state=open')
  expect(owed.body.data?.map((duty) => [duty.key, duty.transition, duty.dueOn])).toEqual([['accept', 'accept', '2026-03-09'], ['reply', 'answer', '2026-06-02']])
  await step(water, 'accept')
  await step(water, 'answer', { reply: '已列入今年工程。', result: 'A' })
  await step(xinan, 'feedback', { satisfaction: 'satisfied' })
  expect(record.body.state).toBe('closed')
  const events = await xinan('GET', `${at(record)}/events`)
  expect(events.body.data?.map((event) => event.transition)).toEqual(['create', 'submit', 'register', 'assign', 'accept', 'answer', 'feedback'])
  expect(events.body.data?.every((event, seq, all) => event.seq === seq + 1 && (seq === 0 || event.prev === all[seq - 1]?.hash))).toBe(true)
})
