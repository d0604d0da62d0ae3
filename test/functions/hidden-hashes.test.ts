import { beforeAll, expect, test } from 'vitest'
import { unproved as chainOff } from '../../functions/keeping/told-chain.ts'
import { keys } from '../../functions/store/keys.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { getItem, type Item, putItem } from '../../functions/store/table.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { withWayOut } from '../../shared/definition/way-out.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { EventAnswer } from '../../shared/wire.ts'
import { type Client, openHouse } from './api-house.ts'
import { found, unproved } from './outsider.ts'

const label = (zh: string, en: string) => ({ zh, en })
const visits = {
  key: 'visits',
  label: label('走访', 'Visits'),
  system: 30,
  level: 'township',
  fields: {
    place: { kind: 'text', label: label('地点', 'Place'), required: true },
    score: { kind: 'number', label: label('打分', 'Score'), seenBy: ['township'] },
    remark: { kind: 'text', only: 'event', label: label('评语', 'Remark'), seenBy: ['township'] },
  },
  states: { open: { label: label('进行', 'Open'), phase: 'open' }, done: { label: label('完成', 'Done'), phase: 'done' } },
  initial: 'open',
  transitions: { finish: { label: label('完成', 'Finish'), from: ['open'], to: 'done', by: ['township'], asks: ['remark'] } },
  duties: {},
  may: { create: ['anyTownship'], read: ['county', 'township'], edit: ['township'] },
  list: { columns: ['place'] },
}
const scores = Array.from({ length: 101 }, (_, score) => score)

let county: Client
let xinan: Client
beforeAll(async () => {
  const house = await openHouse()
  county = await house.as('county')
  xinan = await house.as('xinan')
  const put = await county('PUT', '/api/ledgers/visits', { body: { ledger: withWayOut(visits as unknown as Ledger) } })
  expect(put.status, put.text).toBe(200)
})

const place = (id: string) => `/api/records/visits/${id}`
async function eventsOf(who: Client, id: string): Promise<EventAnswer[]> {
  const answer = await who('GET', `${place(id)}/events`)
  expect(answer.body.chain, answer.text).toMatchObject({ ok: true })
  return answer.body.data as unknown as EventAnswer[]
}
async function visit(score: number): Promise<string> {
  const made = await xinan('POST', '/api/records/visits', { body: { data: { place: '幸福村', score } } })
  return made.body.id ?? ''
}

test('who may not see a value cannot find it out from the hashes, and checks the chain all the same', async () => {
  const id = await visit(62)
  const edited = await xinan('PATCH', place(id), { headers: { 'if-match': '"1"' }, body: { data: { score: 63 } } })
  expect(edited.status, edited.text).toBe(200)
  const body = { transition: 'finish', given: { remark: '不合格' } }
  expect((await xinan('POST', `${place(id)}/events`, { headers: { 'if-match': '"2"' }, body })).status).toBe(200)
  const [seen, hidden] = [await eventsOf(xinan, id), await eventsOf(county, id)]
  expect(seen[0]?.changes).toMatchObject({ score: { old: null, new: 62 } })
  expect(seen[2]?.said).toEqual({ remark: '不合格' })
  expect(JSON.stringify(hidden)).not.toMatch(/score|remark|不合格/)
  expect([found(hidden, 'score', scores), unproved(hidden), unproved(seen)]).toEqual([[], [], []])
  expect(hidden.map(({ hash }) => hash)).toEqual(seen.map(({ hash }) => hash))
})

test('a value or an event that was changed on the way to the reader shows', async () => {
  const id = await visit(70)
  const [event] = await eventsOf(xinan, id)
  if (!event) return expect.fail('no event')
  expect(unproved([{ ...event, changes: { ...event.changes, score: { old: null, new: 71 } } }])).toEqual([1])
  expect(unproved([{ ...event, to: 'done' }])).toEqual([1])
  // `npm run verify -- --chain FILE` sees the same.
  const changed = [{ ...event.changes, score: { old: null, new: 71 } }, event.changes].map((changes, at) => ({
    ...event,
    changes,
    ...(at ? { to: 'done' } : {}),
  }))
  expect([event, ...changed].map((one) => chainOff([one]))).toEqual([[], [1], [1]])
  expect(unproved([{ ...event, commits: event.commits?.slice(1) }])).toEqual([1])
})

test('the same value on two records, or set twice on one, shows nowhere as the same', async () => {
  const [one, other] = [await eventsOf(county, await visit(80)), await eventsOf(county, await visit(80))]
  const commits = [...one, ...other].flatMap((event) => event.commits ?? [])
  expect(new Set(commits).size).toBe(commits.length)
})

test('the secret of a record is in no answer', async () => {
  const id = await visit(90)
  const item = await getItem<Item & { record: LedgerRecord }>(keys.record(systemScope(), 'visits', id))
  const { secret = '' } = item?.record ?? {}
  expect(secret.length).toBeGreaterThan(40)
  const stale = { headers: { 'if-match': '"9"' }, body: { data: { score: 1 } } }
  const answers = await Promise.all([
    xinan('GET', place(id)),
    xinan('GET', `${place(id)}/events`),
    xinan('GET', '/api/records/visits'),
    county('GET', '/api/records'),
    xinan('GET', '/api/exports/visits?format=csv'),
    xinan('PATCH', place(id), stale),
    xinan('PATCH', place(id), { headers: { 'if-match': '"1"' }, body: { data: { score: 91 } } }),
  ])
  for (const { status, text } of answers) expect([status, text.includes(secret)]).toEqual([expect.any(Number), false])
})

/** Two events as the release before wrote them, in the table. */
async function earlier(id: string) {
  const record = await getItem<Item & { record: LedgerRecord }>(keys.record(systemScope(), 'visits', id))
  if (!record) throw new Error('no such record')
  const rest = { opened: [], discharged: [], voided: [], moved: [], created: [] }
  const by = { id: 'p', name: '张三', office: { kind: 'county', id: 'county' } }
  const common = { form: 1, at: '2026-03-02T04:00:00.000Z', on: '2026-03-02', by, said: {}, to: 'open', ...rest }
  const first = '2a29b72b1ed04068d6ffe56c0e1951493e18c9842dcdf90cb670559f9920e90f'
  const second = 'f0ae70de1e659a99e35ff04139a5d60ec9750f43ebc92a9ab47c823c2af296e2'
  const place = { old: null, new: '幸福村' }
  const events = [
    { seq: 1, transition: 'create', from: null, changes: { place, visitor: { old: null, new: '62' } }, prev: '0'.repeat(64), hash: first },
    { seq: 2, transition: 'edit', from: 'open', changes: { visitor: { old: '62', new: '63' } }, prev: first, hash: second },
  ]
  for (const event of events)
    await putItem({ ...keys.event(systemScope(), 'visits', id, event.seq), ledger: 'visits', id, event: { ...common, ...event } })
  const { secret: _, ...old } = record.record
  const now = { ...old, version: 2, head: second, data: { place: '幸福村', visitor: '63' } }
  await putItem({ ...record, v: 2, record: now })
}

test('what an earlier release has sealed stands, goes on in the new form, and no longer tells what is hidden', async () => {
  const { fields, ...same } = visits
  const wider = { ...same, fields: { ...fields, visitor: { kind: 'text', label: label('来访人', 'Visitor'), seenBy: ['township'] } } }
  const put = await county('PUT', '/api/ledgers/visits', {
    headers: { 'if-match': '"1"' },
    body: { ledger: withWayOut(wider as unknown as Ledger) },
  })
  expect(put.status, put.text).toBe(200)
  const id = await visit(1)
  await earlier(id)
  expect((await eventsOf(county, id)).map(({ prev, hash }) => [prev, hash])).toEqual(Array(2).fill(['', '']))
  expect((await eventsOf(xinan, id)).every(({ hash }) => hash.length === 64)).toBe(true)
  const edited = await xinan('PATCH', place(id), { headers: { 'if-match': '"2"' }, body: { data: { visitor: '64' } } })
  expect(edited.status, edited.text).toBe(200)
  await xinan('PATCH', place(id), { headers: { 'if-match': '"3"' }, body: { data: { visitor: '65' } } })
  const [seen, hidden] = [await eventsOf(xinan, id), await eventsOf(county, id)]
  expect(seen.map(({ form, bridge = false }) => [form, bridge])).toEqual([
    [1, false],
    [1, false],
    [2, true],
    [2, false],
  ])
  expect([unproved(seen), unproved(hidden)]).toEqual([[], []])
  expect(found(hidden, 'visitor', ['61', '62', '63'])).toEqual([])
  const kept = await getItem<Item & { event: object }>(keys.event(systemScope(), 'visits', id, 2))
  await putItem({ ...(kept as Item), event: { ...kept?.event, on: '2026-03-01' } })
  expect((await county('GET', `${place(id)}/events`)).body.chain).toEqual({ ok: false, count: 4, brokenAt: 2 })
})
