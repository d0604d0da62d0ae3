import { beforeAll, expect, test } from 'vitest'
import { type Body, type Client, openHouse } from './api-house.ts'

let county: Client
let xinan: Client
let water: Client
const suggestion = async (title: string) => {
  const made = await xinan('POST', '/api/records/suggestions', { body: { data: { title, body: '请改造。', deputies: ['张桂兰'] } } })
  const submitted = await step(xinan, made.body, 'submit')
  return step(county, submitted.body, 'register')
}
const tried = (who: Client, { ledger, id, version }: Body, transition: string, given: object = {}) =>
  who('POST', `/api/records/${ledger}/${id}/events`, { headers: { 'if-match': `"${version}"` }, body: { transition, given } })
async function step(who: Client, record: Body, transition: string, given: object = {}) {
  const taken = await tried(who, record, transition, given)
  expect(taken.status, taken.text).toBe(200)
  return taken
}
const read = async (who: Client, { ledger, id }: Body) => (await who('GET', `/api/records/${ledger}/${id}`)).body
const refsOf = (record: Body) => record.refs as Body[]

beforeAll(async () => {
  const house = await openHouse()
  county = await house.as('county')
  xinan = await house.as('xinan')
  water = await house.as('water')
})

test('a merged suggestion stands beside its main one, is answered with it, and rated for itself', async () => {
  const main = await suggestion('幸福路排水管网改造')
  const other = await suggestion('幸福路积水治理')
  const merged = await step(county, other.body, 'merge', { mergedInto: [main.body.id] })
  expect([merged.body.state, merged.body.parent]).toEqual(['merged', { ledger: 'suggestions', id: main.body.id }])
  expect(refsOf(await read(county, main.body)).find(({ id }) => id === other.body.id)).toMatchObject({
    as: 'child',
    state: 'merged',
    owed: { state: 'open', dueOn: '2026-07-02' },
  })
  const assigned = await step(county, main.body, 'assign', { lead: 'water' })
  const accepted = await step(water, assigned.body, 'accept')
  await step(water, accepted.body, 'answer', { reply: '已列入今年计划，六月底前完工。', result: 'A' })
  const answered = await read(xinan, other.body)
  expect([answered.state, answered.data]).toMatchObject([
    'answered',
    { reply: '已列入今年计划，六月底前完工。', result: 'A', lead: 'water' },
  ])
  const rated = await step(xinan, answered, 'feedback', { satisfaction: 'satisfied' })
  expect([rated.body.state, (await read(xinan, main.body)).state]).toEqual(['closed', 'answered'])
})

test('nothing is merged into itself, into what is merged into it, or into what is not there', async () => {
  const [one, two] = [await suggestion('路灯一'), await suggestion('路灯二')]
  const paths = async (record: Body, into: unknown) =>
    (await tried(county, record, 'merge', { mergedInto: [into] })).body.errors?.map(({ path }) => path)
  expect(await paths(one.body, one.body.id)).toEqual(['given.mergedInto.0'])
  expect(await paths(one.body, 'r-nothing')).toEqual(['given.mergedInto.0'])
  const merged = await step(county, two.body, 'merge', { mergedInto: [one.body.id] })
  expect(await paths(one.body, two.body.id)).toEqual(['given.mergedInto.0'])
  const alone = await step(county, merged.body, 'unmerge', { reason: '内容不同' })
  expect([alone.body.state, alone.body.parent]).toEqual(['registered', undefined])
  expect(refsOf(await read(county, one.body)).filter(({ ledger }) => ledger === 'suggestions')).toEqual([])
})

test('what is handled separately closes when every share is closed; each unit reads its own share only', async () => {
  const whole = await suggestion('通学路安全')
  const divided = await step(county, whole.body, 'divide', { separate: ['water', 'housing'] })
  const shares = refsOf(await read(county, divided.body)).filter(({ ledger }) => ledger === 'divided-suggestions')
  expect(shares.length).toBe(2)
  expect(shares[0]).toMatchObject({ as: 'child', office: { kind: 'unit' }, owed: { state: 'open', daysLeft: expect.any(Number) } })
  const seen = await Promise.all(shares.map((share) => water('GET', `/api/records/divided-suggestions/${share.id}`)))
  expect(seen.map(({ status }) => status).sort()).toEqual([200, 404])
  for (const share of shares) {
    const answered = await step(county, await read(county, share), 'answer', { reply: '已办。', result: 'A' })
    await step(xinan, answered.body, 'feedback', { satisfaction: 'satisfied' })
  }
  expect((await read(county, whole.body)).state).toBe('closed')
})

test('a township reads what is for all, and is told of its own part of it only', async () => {
  const made = await county('POST', '/api/records/trainings', { body: { data: { course: '提升班', startOn: '2026-03-10' } } })
  const opened = await step(county, made.body, 'open', { quota: 5, hours: 8, townships: ['xinan', 'bailu'] })
  const told = async (who: Client) =>
    refsOf(await read(who, opened.body))
      .map(({ ledger, township }) => `${ledger} ${township}`)
      .sort()
  expect(await told(county)).toEqual(['training-enrolments bailu', 'training-enrolments xinan'])
  expect(await told(xinan)).toEqual(['training-enrolments xinan'])
})

test('a record knows which others name it', async () => {
  const made = await county('POST', '/api/records/appointments', {
    body: { data: { post: '县某局局长', name: '某某', nominator: '县长', meetingOn: '2026-06-20' } },
  })
  const appraisal = await county('POST', '/api/records/report-appraisals', {
    body: { data: { post: '县某局局长', name: '某某', organ: 'water', meetingOn: '2026-09-20', appointment: [made.body.id] } },
  })
  expect(appraisal.status, appraisal.text).toBe(201)
  expect(refsOf(await read(county, { ledger: 'appointments', id: made.body.id }))).toMatchObject([
    { as: 'named', ledger: 'report-appraisals', office: { kind: 'unit', id: 'water' } },
  ])
  const wrong = await county('POST', '/api/records/report-appraisals', {
    body: { data: { post: '某', name: '某', organ: 'water', meetingOn: '2026-09-20', appointment: ['r-nothing'] } },
  })
  expect([wrong.status, wrong.body.errors?.map(({ path }) => path)]).toEqual([422, ['data.appointment.0']])
})
