import { beforeAll, describe, expect, test } from 'vitest'
import { relayOverdue } from '../../functions/transact/relay.ts'
import { type Answer, type Body, type Client, openHouse } from '../functions/api-house.ts'

let county: Client
let xinan: Client
let water: Client

beforeAll(async () => {
  const house = await openHouse('2026-03-02')
  ;[county, xinan, water] = await Promise.all([house.as('county'), house.as('xinan'), house.as('water')])
})

const made = async (client: Client, ledger: string, data: object, more: object = {}): Promise<Body> => {
  const answer = await client('POST', `/api/records/${ledger}`, { body: { data, ...more } })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const tried = async (client: Client, { ledger, id }: Body, transition: string, given: object = {}): Promise<Answer> => {
  const seen = await client('GET', `/api/records/${ledger}/${id}`)
  return client('POST', `/api/records/${ledger}/${id}/events`, {
    headers: { 'if-match': `"${seen.body.version}"` },
    body: { transition, given },
  })
}
const taken = async (client: Client, record: Body, transition: string, given: object = {}): Promise<Body> => {
  const answer = await tried(client, record, transition, given)
  expect(answer.status, `${transition}: ${answer.text}`).toBe(200)
  return answer.body
}
const read = async (client: Client, { ledger, id }: Body): Promise<Body> => (await client('GET', `/api/records/${ledger}/${id}`)).body
const data = (record: Body) => record.data as unknown as Record<string, unknown>
const due = (record: Body, key: string) => record.duties?.find((duty) => duty.key === key && duty.state === 'open')?.dueOn
const votes = { all: 27, present: 25, issued: 25, collected: 25, valid: 25, for: 20, against: 3, abstained: 2 }

const committee = (day: string) => made(county, 'meetings', { name: '县十八届人大常委会第三十次会议', kind: 'committee', day })
const matter = (meeting: Body) =>
  made(county, 'major-matters', { matter: '批准本级预算调整', basket: 'decide', proposer: 'water', meeting: [meeting.id] })

describe('an item that goes to a meeting', () => {
  test('takes its day and its year from there, and owes by it', async () => {
    const item = await matter(await committee('2027-01-20'))
    expect(data(item).meetingOn).toBe('2027-01-20')
    expect(item.year).toBe(2027)
    const listed = await taken(county, item, 'list')
    expect(due(listed, 'submitBill')).toBe('2026-12-21')
  })

  test('is refused another day than its meeting has', async () => {
    const meeting = await committee('2026-05-20')
    const body = { data: { matter: '事项', basket: 'decide', proposer: 'water', meeting: [meeting.id], meetingOn: '2026-05-21' } }
    const answer = await county('POST', '/api/records/major-matters', { body })
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, 'data.meetingOn'])
    expect(answer.body.errors?.[0]?.message).toContain('2026-05-20')
  })

  test('moves with it: open duties in the same cascade, each with an event that names the cause; what is done stays', async () => {
    const meeting = await taken(county, await committee('2026-05-20'), 'notify', { expected: 27 })
    const [first, second] = [await taken(county, await matter(meeting), 'list'), await taken(county, await matter(meeting), 'list')]
    await taken(water, second, 'submit')
    const before = (await read(county, second)).duties?.find(({ key }) => key === 'submitBill')
    await taken(county, meeting, 'reschedule', { day: '2026-06-24', reason: '与县委会议冲突' })
    const [one, other] = [await read(county, first), await read(county, second)]
    expect([data(one).meetingOn, due(one, 'submitBill'), due(one, 'take')]).toEqual(['2026-06-24', '2026-05-25', '2026-06-24'])
    expect(other.duties?.find(({ key }) => key === 'submitBill')).toEqual(before)
    const events = (await county('GET', `/api/records/major-matters/${first.id}/events`)).body.data ?? []
    expect(events.at(-1)).toMatchObject({ transition: 'edit', by: { id: 'system' }, cause: { ledger: 'meetings', id: meeting.id } })
  })

  test('has no day and is not overdue while its meeting is postponed without one', async () => {
    const meeting = await taken(county, await committee('2026-05-20'), 'notify', { expected: 27 })
    const item = await taken(county, await matter(meeting), 'list')
    const postponed = await taken(county, meeting, 'postpone', { reason: '疫情' })
    expect(due(await read(county, item), 'submitBill')).toBeNull()
    await taken(county, postponed, 'reschedule', { day: '2026-09-16', reason: '恢复召开' })
    expect(due(await read(county, item), 'submitBill')).toBe('2026-08-17')
  })

  test('is voted on when the meeting is held, not before', async () => {
    const meeting = await taken(county, await committee('2026-03-02'), 'notify', { expected: 27 })
    const item = await taken(county, await matter(meeting), 'list')
    await taken(water, item, 'submit')
    await taken(county, item, 'review', { review: '同意提请' })
    const early = await tried(county, item, 'decide', { ballot: votes })
    expect([early.status, early.body.detail]).toEqual([409, expect.stringContaining('所上会议')])
    await taken(county, meeting, 'hold', { expected: 27, present: 25 })
    expect((await taken(county, item, 'decide', { ballot: votes })).state).toBe('executing')
  })

  test('moves by the outbox when more hang on the meeting than one transaction holds', async () => {
    const meeting = await taken(county, await committee('2026-05-20'), 'notify', { expected: 27 })
    const items = []
    for (let at = 0; at < 55; at += 1) items.push(await matter(meeting))
    await taken(county, meeting, 'reschedule', { day: '2026-06-24', reason: '改期' })
    await relayOverdue({ now: new Date(), today: '2026-03-02' }, new Date('2999-01-01'))
    const days = await Promise.all(items.map(async (item) => data(await read(county, item)).meetingOn))
    expect(new Set(days)).toEqual(new Set(['2026-06-24']))
  })
})

describe('a meeting', () => {
  test('is not held without a quorum', async () => {
    const meeting = await taken(county, await committee('2026-03-02'), 'notify', {})
    const few = await tried(county, meeting, 'hold', { expected: 27, present: 13 })
    expect([few.status, few.body.detail]).toEqual([409, expect.stringContaining('到会人数')])
    const congress = await made(county, 'meetings', { name: '县十八届人大五次会议', kind: 'congress', day: '2026-03-02' })
    await taken(county, congress, 'notify')
    expect((await tried(county, congress, 'hold', { expected: 240, present: 150 })).status).toBe(409)
    expect((await taken(county, congress, 'hold', { expected: 240, present: 160 })).state).toBe('held')
  })

  test('has an agenda in its order, of items of any ledger', async () => {
    const meeting = await committee('2026-05-20')
    const [one, other] = [await matter(meeting), await made(county, 'satisfaction-tests', { subject: '环境报告', meeting: [meeting.id] })]
    const agenda = [`satisfaction-tests/${other.id}`, `major-matters/${one.id}`]
    const set = (meeting: Body, items: string[]) =>
      county('PATCH', `/api/records/meetings/${meeting.id}`, {
        headers: { 'if-match': `"${meeting.version}"` },
        body: { data: { agenda: items } },
      })
    const told = await set(meeting, agenda)
    expect([told.status, data(told.body).agenda]).toEqual([200, agenda])
    const wrong = await set(await committee('2026-05-20'), ['major-matters/r1', 'nothing'])
    expect(wrong.body.errors?.map(({ path }) => path)).toEqual(['data.agenda.1'])
  })

  test('invites the townships and units that it names and no others; a new day is theirs too', async () => {
    const meeting = await taken(county, await committee('2026-05-20'), 'notify', { towns: ['xinan', 'bailu'], units: ['water'] })
    const replies = ((await read(county, meeting)).refs as Body[]).filter(({ as }) => as === 'child')
    expect(replies).toHaveLength(3)
    const own = (await xinan('GET', '/api/records/invitation-replies')).body.data?.[0] as Body
    const units = (await water('GET', '/api/records/invitation-replies')).body.data ?? []
    expect([due(own, 'answer'), units.length]).toEqual(['2026-05-15', 1])
    await taken(county, meeting, 'reschedule', { day: '2026-06-24', reason: '改期' })
    const moved = await read(xinan, own)
    expect([data(moved).meetingOn, due(moved, 'answer')]).toEqual(['2026-06-24', '2026-06-18'])
  })
})

test('questions of an inquiry take the new day of the inquiry', async () => {
  const inquiry = await made(county, 'special-inquiries', { topic: '水环境治理', answerers: ['water'] })
  await taken(county, inquiry, 'plan', { meetingOn: '2026-06-24' })
  await taken(county, inquiry, 'prepare', { questions: [{ question: '河长制落实', asker: '王某', unit: 'water' }] })
  const asked = async () => ((await water('GET', '/api/records/inquiry-questions')).body.data ?? [])[0] as Body
  const owed = (question: Body) => [data(question).meetingOn, due(question, 'name'), due(question, 'answer')]
  expect(owed(await asked())).toEqual(['2026-06-24', '2026-06-18', '2026-06-29'])
  await taken(county, inquiry, 'reschedule', { meetingOn: '2026-07-22', reason: '改期' })
  expect(owed(await asked())).toEqual(['2026-07-22', '2026-07-17', '2026-07-27'])
})

test('a meeting that is put off is to be held on its new day, and on the last of several', async () => {
  const meeting = await made(county, 'meetings', { name: '第三十次会议', kind: 'committee', day: '2026-06-24' })
  expect(due(await taken(county, meeting, 'notify', { expected: 27 }), 'hold')).toBe('2026-06-24')
  expect(due(await taken(county, meeting, 'reschedule', { day: '2026-07-01', reason: '冲突' }), 'hold')).toBe('2026-07-01')
  const longer = { day: '2026-07-07', lastDay: '2026-07-08', reason: '会期两天' }
  expect(due(await taken(county, meeting, 'reschedule', longer), 'hold')).toBe('2026-07-08')
})
