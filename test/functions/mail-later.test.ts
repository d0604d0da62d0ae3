import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { handler as postAgain } from '../../functions/post.ts'
import { readAccountMail } from '../../functions/store/account-mails.ts'
import { personByEmail } from '../../functions/store/people.ts'
import { inbox } from '../platform.ts'
import { type Client, openHouse, password, streamOwed } from './api-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let call: Client
let county: Client

beforeAll(async () => {
  house = await openHouse('2026-03-02')
  call = house.call
  county = await house.as('county')
})

const mails = async (email: string) => (await inbox(house.parts.mail)).filter((one) => one.destination.to.includes(email))
const tokenFor = async (email: string) => /token=([\w.-]+)/.exec((await mails(email)).at(-1)?.body.text ?? '')?.[1] ?? 'no mail'
/** The mail service is away; answers how it comes back. */
function away(): () => void {
  Object.assign(process.env, { MAIL_DRIVER: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9' })
  const back = () => Object.assign(process.env, { MAIL_DRIVER: 'ses' })
  onTestFinished(() => void back())
  return back
}
let ahead = 0
/** A quarter of an hour later, when claims from before are stale. */
async function later(): Promise<void> {
  ahead += 900_000
  const real = Date
  const then = class extends real {
    constructor(...given: []) {
      super(...(given.length ? given : ([real.now() + ahead] as unknown as [])))
    }
  }
  globalThis.Date = then as DateConstructor
  try {
    await postAgain()
  } finally {
    globalThis.Date = real
  }
}
let made = 0
const wanted = () => ({
  name: '李强',
  email: `later${++made}@duban.test`,
  role: 'clerk' as const,
  office: { kind: 'township' as const, id: 'bailu' },
})

test('a forgotten password is mailed when the mail service is there again, once', async () => {
  const { email, ...rest } = wanted()
  await house.bootstrap({ people: [{ email, ...rest, password }] })
  const back = away()
  expect((await call('POST', '/api/session/forgot', { body: { email } })).status).toBe(202)
  await later()
  back()
  expect(await mails(email)).toEqual([])
  await later()
  await later()
  expect(await mails(email)).toHaveLength(1)
  const reset = { token: await tokenFor(email), newPassword: 'Another-2026!' }
  expect((await call('POST', '/api/session/reset', { body: reset, at: new Date(Date.now() + ahead) })).status).toBe(204)
})

test('an invitation is never lost: the account says that it did not go, and it goes later', async () => {
  const back = away()
  const body = wanted()
  const answer = await county('POST', '/api/accounts', { body })
  expect([answer.status, answer.body.invited], answer.text).toEqual([201, false])
  back()
  await later()
  expect(await mails(body.email)).toHaveLength(1)
  expect((await readAccountMail(String(answer.body.id)))?.state).toBe('sent')
})

test('who was disabled meanwhile gets no mail', async () => {
  const back = away()
  const body = wanted()
  const { id } = (await county('POST', '/api/accounts', { body })).body
  await county('POST', `/api/accounts/${id}/disable`)
  back()
  await later()
  expect(await mails(body.email)).toEqual([])
})

test('urging while the mail service is away is taken, and goes out later', async () => {
  const xinan = await house.as('xinan')
  const data = { title: '关于清淤的建议', body: '河道淤积。', deputies: ['张桂兰'] }
  let record = (await xinan('POST', '/api/records/suggestions', { body: { data } })).body
  const steps: [Client, string, object][] = [
    [xinan, 'submit', {}],
    [county, 'register', {}],
    [county, 'assign', { lead: 'water', due: '2026-03-03' }],
  ]
  for (const [who, transition, given] of steps) {
    const headers = { 'if-match': `"${record.version}"` }
    record = (await who('POST', `/api/records/suggestions/${record.id}/events`, { headers, body: { transition, given } })).body
  }
  process.env.TODAY = '2026-03-05'
  onTestFinished(() => void Object.assign(process.env, { TODAY: '2026-03-02' }))
  const back = away()
  const urge = () => xinan('POST', `/api/records/suggestions/${record.id}/urge`, { body: {} })
  const urged = await urge()
  expect([urged.status, urged.body], urged.text).toEqual([200, { sent: 0, later: 1 }])
  back()
  await later()
  const said = (await mails('water@duban.test')).filter(({ body }) => body.text?.includes(String(record.id)))
  expect(said.map(({ subject }) => subject)).toEqual([expect.stringContaining('催办')])
  expect((await urge()).status).toBe(409)
})

test('a link that was asked for is sent behind the answer, once however often the stream brings it; whoever has no account costs the same', async () => {
  const { email, ...rest } = wanted()
  await house.bootstrap({ people: [{ email, ...rest, password }] })
  expect((await call('POST', '/api/session/forgot', { body: { email } })).status).toBe(202)
  expect(await mails(email)).toEqual([])
  const person = (await personByEmail('system', email))?.id ?? ''
  await Promise.all([streamOwed(person), streamOwed(person)])
  await streamOwed(person)
  expect(await mails(email)).toHaveLength(1)
  expect((await call('POST', '/api/session/forgot', { body: { email: 'unknown@duban.test' } })).status).toBe(202)
  expect(await readAccountMail('nobody')).toMatchObject({ state: 'open' })
  await streamOwed('nobody')
  expect(await readAccountMail('nobody')).toMatchObject({ state: 'refused' })
})

describe('the bootstrap', () => {
  test('says who was invited, who was not and why, and invites on the second run who was missed', async () => {
    const [one, two] = [wanted(), wanted()]
    const back = away()
    const first = await house.bootstrap({ people: [one, two] })
    expect(first).toMatchObject({ people: 2, invited: [] })
    expect(first.notInvited.map(({ email }) => email).sort()).toEqual([one.email, two.email].sort())
    expect(first.notInvited[0]?.why).toMatch(/ECONNREFUSED|Error/)
    back()
    const second = await house.bootstrap({ people: [one, two] })
    expect(second).toMatchObject({ people: 0, notInvited: [] })
    expect(second.invited.sort()).toEqual([one.email, two.email].sort())
    expect(await house.bootstrap({ people: [one, two] })).toMatchObject({ people: 0, invited: [], notInvited: [] })
    expect(await mails(one.email)).toHaveLength(1)
  })
})
