import type { SNSEvent } from 'aws-lambda'
import { beforeAll, expect, test } from 'vitest'
import { handler as fate } from '../../functions/fate.ts'
import { type Client, openHouse } from './api-house.ts'

let county: Client
let water: Client
let xinan: Client
let ids: Map<string, string>

beforeAll(async () => {
  const house = await openHouse()
  ;[county, water, xinan] = (await Promise.all(['county', 'water', 'xinan'].map(house.as))) as [Client, Client, Client]
  const { data = [] } = (await county('GET', '/api/accounts')).body
  ids = new Map(data.map(({ email, id }) => [String(email), String(id)]))
})

const idOf = (name: string) => ids.get(`${name}@duban.test`) ?? ''
const bounce = (name: string) => {
  const bounced = { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: `${name}@duban.test` }] }
  const Message = JSON.stringify({ eventType: 'Bounce', bounce: bounced, mail: {} })
  return fate({ Records: [{ Sns: { Message } }] } as unknown as SNSEvent)
}
const tasks = async () => (await county('GET', '/api/addresses')).body.data ?? []

test('an address that failed is a task for the county until it is corrected or found right, and its office is red', async () => {
  expect(await tasks()).toEqual([])
  await bounce('water')
  expect(await tasks()).toEqual([
    {
      office: { kind: 'unit', id: 'water', name: { zh: 'water', en: 'water' } },
      working: 0,
      red: true,
      failing: [{ id: idOf('water'), name: 'water 某', email: 'water@duban.test', since: '2026-03-02' }],
    },
  ])
  expect((await water('GET', '/api/addresses')).status).toBe(403)
  const answer = await county('POST', `/api/accounts/${idOf('water')}/address`)
  expect([answer.status, answer.body.bounced, await tasks()]).toEqual([200, undefined, []])
  await bounce('urban')
  await county('PATCH', `/api/accounts/${idOf('urban')}`, { body: { email: 'urban-new@duban.test' } })
  expect(await tasks()).toEqual([])
})

test('an office in which somebody else can be reached is not red', async () => {
  const office = { kind: 'unit', id: 'housing' }
  await county('POST', '/api/accounts', { body: { name: '李强', email: 'housing2@duban.test', role: 'liaison', office } })
  await bounce('housing')
  expect(await tasks()).toMatchObject([{ working: 1, red: false, failing: [{ email: 'housing@duban.test' }] }])
  await county('POST', `/api/accounts/${idOf('housing')}/address`)
})

test('disabling the only liaison of an office that owes something warns; a dry run does nothing', async () => {
  const disable = (name: string, body?: object) => county('POST', `/api/accounts/${idOf(name)}/disable`, body ? { body } : {})
  expect((await disable('transport', { dryRun: true })).body).toMatchObject({ owes: 0, disabled: false })
  const data = { title: '关于修桥的建议', body: '桥窄。', deputies: ['张桂兰'] }
  let record = await xinan('POST', '/api/records/suggestions', { body: { data } })
  for (const [who, transition, given] of [
    [xinan, 'submit', {}],
    [county, 'register', {}],
    [county, 'assign', { lead: 'transport' }],
  ] as [Client, string, object][]) {
    const headers = { 'if-match': `"${record.body.version}"` }
    record = await who('POST', `/api/records/suggestions/${record.body.id}/events`, { headers, body: { transition, given } })
    expect(record.status, record.text).toBe(200)
  }
  const asked = await disable('transport', { dryRun: true })
  expect(asked.body).toMatchObject({ owes: 2, disabled: false, warning: expect.stringContaining('还有 2 项待办，这是唯一的联络员') })
  expect((await disable('transport')).body).toMatchObject({ disabled: true, warning: expect.stringContaining('没有人会收到提醒') })
  expect(await tasks()).toMatchObject([{ office: { id: 'transport' }, red: true, failing: [] }])
})
