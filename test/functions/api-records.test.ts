import { beforeAll, expect, test } from 'vitest'
import { keys } from '../../functions/store/keys.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { getItem, type Item, putItem } from '../../functions/store/table.ts'
import { EventsAnswer } from '../../shared/wire.ts'
import { type Client, openHouse } from './api-house.ts'

let county: Client
let xinan: Client
let tanggou: Client
let tianlou: Client
let water: Client
const draft = { data: { title: '关于整治污水的建议', body: '河水发黑。', deputies: ['张桂兰'] } }
const at = (answer: { body: { id?: string } }) => `/api/records/suggestions/${answer.body.id}`
const seen = (answer: { body: { version?: number } }) => ({ 'if-match': `"${answer.body.version}"` })

beforeAll(async () => {
  const house = await openHouse()
  ;[county, xinan, tanggou, tianlou, water] = (await Promise.all(['county', 'xinan', 'tanggou', 'tianlou', 'water'].map(house.as))) as [
    Client,
    Client,
    Client,
    Client,
    Client,
  ]
})

test('a suggestion goes its whole way and its timeline tells it', async () => {
  let record = await xinan('POST', '/api/records/suggestions', { body: draft })
  expect(record.status, record.text).toBe(201)
  expect(record.headers.etag).toBe('"1"')
  expect(record.body).toMatchObject({
    ledger: 'suggestions',
    township: 'xinan',
    state: 'draft',
    version: 1,
    year: 2026,
    refs: [],
    duties: [],
    overdue: false,
  })
  const step = async (who: Client, transition: string, given: object = {}) => {
    record = await who('POST', `${at(record)}/events`, { headers: seen(record), body: { transition, given } })
    expect(record.status, `${transition}: ${record.text}`).toBe(200)
  }
  await step(xinan, 'submit')
  await step(county, 'register')
  expect(record.body.number).toBe('2026-0001')
  await step(county, 'assign', { lead: 'water', co: ['housing'] })
  const owed = await water('GET', '/api/duties?holder=me&state=open')
  expect(owed.body.data?.map((duty) => [duty.key, duty.transition, duty.dueOn])).toEqual([
    ['accept', 'accept', '2026-03-09'],
    ['reply', 'answer', '2026-06-02'],
  ])
  await step(water, 'accept')
  await step(water, 'answer', { reply: '已列入今年工程。', result: 'A' })
  await step(xinan, 'feedback', { satisfaction: 'satisfied' })
  expect(record.body.state).toBe('closed')
  const events = await xinan('GET', `${at(record)}/events`)
  expect(events.body.data?.map((event) => event.transition)).toEqual([
    'create',
    'submit',
    'register',
    'assign',
    'accept',
    'answer',
    'feedback',
  ])
  expect(events.body.data?.every((event, seq, all) => event.seq === seq + 1 && (seq === 0 || event.prev === all[seq - 1]?.hash))).toBe(true)
  expect(events.body.chain).toEqual({ ok: true, count: 7 })
  expect(EventsAnswer.safeParse(events.body).error).toBeUndefined()
})

test('an event that was altered in the store shows on the timeline of everybody', async () => {
  const record = await made(xinan)
  await take(xinan, record, 'submit')
  const item = await getItem<Item & { event: object }>(keys.event(systemScope(), 'suggestions', record.body.id ?? '', 2))
  if (!item) return expect.fail('no such event')
  await putItem({ ...item, event: { ...item.event, on: '2026-03-01' } })
  expect((await xinan('GET', `${at(record)}/events`)).body.chain).toEqual({ ok: false, count: 2, brokenAt: 2 })
})

const made = async (who: Client, data: object = draft.data) => who('POST', '/api/records/suggestions', { body: { data } })
const take = (who: Client, record: { body: { id?: string; version?: number } }, transition: string, given: object = {}) =>
  who('POST', `${at(record)}/events`, { headers: seen(record), body: { transition, given } })

test('the same Idempotency-Key and body create one record, another body is refused', async () => {
  const headers = { 'idempotency-key': 'k-1' }
  const answers = await Promise.all(Array.from({ length: 6 }, () => xinan('POST', '/api/records/suggestions', { headers, body: draft })))
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.id}`)).size, answers[0]?.text).toBe(1)
  const other = await xinan('POST', '/api/records/suggestions', { headers, body: { data: { ...draft.data, title: '另一件' } } })
  expect([other.status, other.body.errors?.[0]?.path]).toEqual([422, 'Idempotency-Key'])
  expect((await tanggou('POST', '/api/records/suggestions', { headers, body: draft })).body.id).not.toBe(answers[0]?.body.id)
})

test('a change without a version is 428, with an old one 412 with the present record', async () => {
  const record = await made(xinan)
  const body = { data: { title: '新标题' } }
  expect((await xinan('PATCH', at(record), { body })).status).toBe(428)
  const changed = await xinan('PATCH', at(record), { headers: seen(record), body })
  expect([changed.status, changed.headers.etag, changed.body.version]).toEqual([200, '"2"', 2])
  for (const header of ['"1"', '1', 'W/"1"', '"99"', '*', 'x']) {
    const answer = await xinan('PATCH', at(record), { headers: { 'if-match': header }, body: { data: { title: '又一次' } } })
    expect([answer.status, answer.body.current], header).toMatchObject([412, { version: 2, data: { title: '新标题' } }])
    expect(answer.body.detail, header).toContain(/\d/.test(header) ? '有人先保存了' : 'If-Match 里要写您看到的版本号')
  }
  expect((await tanggou('PATCH', at(record), { body })).status).toBe(404)
  const early = await county('PATCH', at(changed), { headers: seen(changed), body })
  expect([early.status, early.body.detail]).toEqual([
    409,
    '这件还是“草稿”，由乡镇人大、领衔代表、提出的人修改。等交上来再改，或者请他们现在改好。',
  ])
})

test('a change to what is there already is no event and no new version', async () => {
  const record = await made(xinan)
  const patch = (data: object, version = record.body.version) =>
    xinan('PATCH', at(record), { headers: { 'if-match': `"${version}"` }, body: { data } })
  for (const data of [{}, { title: draft.data.title }, { deputies: ['张桂兰'], category: null }]) {
    const answer = await patch(data)
    expect([answer.status, answer.headers.etag, answer.body.version], answer.text).toEqual([200, '"1"', 1])
  }
  expect((await xinan('GET', `${at(record)}/events`)).body.data).toHaveLength(1)
  expect((await patch({ title: draft.data.title }, 9)).status).toBe(412)
  expect((await patch({ title: '' })).status).toBe(422)
})

test('of many who change one record at once, one does', async () => {
  const record = await made(xinan)
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => xinan('PATCH', at(record), { headers: seen(record), body: { data: { title: `第 ${n}` } } })),
  )
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(7).fill(412)])
})

test('role is judged before state and state before input', async () => {
  const record = await made(xinan)
  expect((await take(water, record, 'accept')).status).toBe(404)
  expect((await take(xinan, record, 'register', { nonsense: 1 })).status).toBe(403)
  expect((await take(county, record, 'assign', { nonsense: 1 })).status).toBe(409)
  const submitted = await take(xinan, record, 'submit')
  const registered = await take(county, submitted, 'register')
  const wrong = await take(county, registered, 'assign', { lead: 'sorcery', due: 'soon', co: ['water', 'water'], colour: 'red' })
  expect(wrong.status).toBe(422)
  expect(wrong.body.errors?.map((error) => error.path).sort()).toEqual(['given.co.1', 'given.colour', 'given.due', 'given.lead'])
  const past = await take(county, registered, 'assign', { lead: 'water', due: '2020-01-01' })
  expect([past.status, past.body.errors?.[0]?.path]).toEqual([422, 'given.due'])
  expect((await take(county, registered, 'nothing')).status).toBeGreaterThanOrEqual(404)
  expect((await county('GET', at(record))).body.version).toBe(3)
})

test('a township creates in its own township, whatever it says', async () => {
  const answer = await xinan('POST', '/api/records/suggestions', { body: { ...draft, township: 'tanggou' } })
  expect(answer.body.township).toBe('xinan')
  const none = await county('POST', '/api/records/suggestions', { body: draft })
  expect([none.status, none.body.errors?.[0]?.path]).toEqual([422, 'township'])
  expect((await water('POST', '/api/records/suggestions', { body: draft })).status).toBe(403)
})

test('a deleted draft is gone and comes back; what is registered is never deleted', async () => {
  const record = await made(xinan)
  expect((await xinan('DELETE', at(record))).status).toBe(428)
  expect((await xinan('DELETE', at(record), { headers: seen(record) })).status).toBe(204)
  expect((await xinan('GET', at(record))).status).toBe(404)
  expect((await tanggou('POST', `${at(record)}/restore`)).status).toBe(404)
  for (const header of ['"1"', 'x'])
    expect((await xinan('POST', `${at(record)}/restore`, { headers: { 'if-match': header } })).status, header).toBe(412)
  const back = await xinan('POST', `${at(record)}/restore`)
  expect([back.status, back.body.version], back.text).toEqual([200, 3])
  const submitted = await take(xinan, back, 'submit')
  const registered = await take(county, submitted, 'register')
  expect((await xinan('DELETE', at(record), { headers: seen(registered) })).status).toBe(409)
})

test('a list filters, orders and pages without losing or repeating a record', async () => {
  const titles = ['甲', '乙', '丙', '丁', '戊', '己', '庚'].map((letter) => `分页${letter}号`)
  for (const title of titles) await made(tianlou, { ...draft.data, title })
  const got: unknown[] = []
  let next = ''
  do {
    const page = await county('GET', `/api/records/suggestions?township=tianlou&state=draft&limit=3${next}`)
    expect(page.status, page.text).toBe(200)
    got.push(...(page.body.data ?? []).map((record) => record.heading))
    next = page.body.next ? `&cursor=${page.body.next}` : ''
  } while (next)
  expect(got).toEqual([...titles].reverse())
  const words = await county('GET', `/api/records/suggestions?q=${encodeURIComponent('丙号')}&township=tianlou`)
  expect(words.body.data?.map((record) => record.heading)).toEqual(['分页丙号'])
  const first = await county('GET', '/api/records/suggestions?township=tianlou&limit=3')
  expect((await county('GET', `/api/records/suggestions?township=xinan&limit=3&cursor=${first.body.next}`)).body.errors?.[0]?.path).toBe(
    'cursor',
  )
  expect((await county('GET', '/api/records/suggestions?cursor=torn')).status).toBe(422)
  const all = await tianlou('GET', '/api/records?limit=100')
  expect(new Set(all.body.data?.map((record) => record.township))).toEqual(new Set(['tianlou']))
})

test('an overdue duty shows in the list, the record and the counts', async () => {
  const record = await made(xinan, { ...draft.data, title: '会超期的' })
  const registered = await take(county, await take(xinan, record, 'submit'), 'register')
  await take(county, registered, 'assign', { lead: 'transport', due: '2026-03-20' })
  process.env.TODAY = '2026-03-21'
  const list = await county('GET', '/api/records/suggestions?overdue=true&unit=transport')
  expect(list.body.data?.map((one) => [one.heading, one.overdue, one.dueOn])).toEqual([['会超期的', true, '2026-03-09']])
  const open = (await county('GET', at(record))).body.duties?.filter((duty) => duty.state === 'open')
  const duties = open?.map((duty) => [duty.key, duty.overdue, duty.daysLeft])
  expect(duties).toEqual([
    ['accept', true, -12],
    ['reply', true, -1],
  ])
  expect((await county('GET', '/api/records/suggestions?overdue=true&unit=water')).body.data).toEqual([])
  process.env.TODAY = '2026-03-02'
  expect((await county('GET', '/api/records/suggestions?dueBefore=2026-03-10&unit=transport')).body.data).toHaveLength(1)
  expect((await county('GET', '/api/records/suggestions?dueBefore=2026-03-09&unit=transport')).body.data).toEqual([])
})

test('a record says what the caller may do, and why not', async () => {
  const record = await made(xinan)
  const may = (await county('GET', at(record))).body.may as { transitions: { key: string; possible: boolean; why?: { zh: string } }[] }
  const register = may.transitions.find((one) => one.key === 'register')
  expect([register?.possible, typeof register?.why?.zh]).toEqual([false, 'string'])
  expect((record.body.may as { edit: boolean; delete: boolean }).edit).toBe(true)
})

test('definitions come with their origin and version, for those who may use them', async () => {
  const list = await water('GET', '/api/ledgers')
  expect(list.body.data).toContainEqual(
    expect.objectContaining({ origin: 'ours', version: 1, ledger: expect.objectContaining({ key: 'suggestions' }) }),
  )
  expect((await water('GET', '/api/ledgers/suggestions')).body).toMatchObject({ origin: 'ours' })
  expect((await water('GET', '/api/ledgers/nothing')).status).toBe(404)
})
