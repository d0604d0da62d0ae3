import { afterEach, beforeAll, expect, test } from 'vitest'
import { tell } from '../../functions/mail/tell.ts'
import { readWhole } from '../../functions/store/records.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { inbox } from '../platform.ts'
import { type Answer, type Client, cookieOf, openHouse, password } from './api-house.ts'

const TODAY = '2026-03-02'
let house: Awaited<ReturnType<typeof openHouse>>
let call: Client
let county: Client
let xinan: Client
let water: Client
let urban: Client

beforeAll(async () => {
  house = await openHouse(TODAY)
  call = house.call
  ;[county, xinan, water, urban] = (await Promise.all(['county', 'xinan', 'water', 'urban'].map(house.as))) as [
    Client,
    Client,
    Client,
    Client,
  ]
})
afterEach(() => {
  process.env.TODAY = TODAY
})

const at = (id: string) => `/api/records/suggestions/${id}`
const seen = (answer: Answer) => ({ 'if-match': `"${answer.body.version}"` })
async function step(who: Client, id: string, transition: string, given: object = {}): Promise<Answer> {
  const found = await who('GET', at(id))
  const answer = await who('POST', `${at(id)}/events`, { headers: seen(found), body: { transition, given } })
  expect(answer.status, `${transition}: ${answer.text}`).toBe(200)
  return answer
}

let made = 0
/** A suggestion that lies with the water bureau, and the mail that told it so. */
async function assigned(): Promise<{ id: string; mail: string }> {
  const data = { title: `幸福路第 ${++made} 段排水管网改造`, body: '下雨就淹。', deputies: ['张桂兰'] }
  const id = String((await xinan('POST', '/api/records/suggestions', { body: { data } })).body.id)
  await step(xinan, id, 'submit')
  await step(county, id, 'register')
  await step(county, id, 'assign', { lead: 'water' })
  const whole = await readWhole(systemScope(), 'suggestions', id)
  await tell({ ledger: 'suggestions', id, event: whole?.events.at(-1) as never }, { now: new Date(), today: TODAY })
  const found = (await inbox(house.parts.mail)).find(
    ({ destination, body }) => destination.to.includes('water@duban.test') && body.text?.includes(id),
  )
  return { id, mail: found?.body.text ?? 'no mail' }
}
const link = (mail: string, act: string) => `/api/acts/${new RegExp(`${act}：\\S+/act/(\\S+)`).exec(mail)?.[1] ?? 'none'}`
const stateOf = async (id: string) => (await county('GET', at(id))).body.state
const take = (client: Client, path: string, given: object = {}) => client('POST', path, { body: { given } })

test('a scanner that opens a link, however often, does nothing; only its POST acts, once', async () => {
  const { id, mail } = await assigned()
  const path = link(mail, '签收')
  for (const method of ['GET', 'HEAD', 'GET', 'HEAD']) expect((await call(method, path)).status).toBe(200)
  expect((await call('GET', path)).body).toMatchObject({ standing: 'signIn', whose: { name: 'water 某' } })
  expect(await stateOf(id)).toBe('assigned')
  expect((await water('GET', path)).body).toMatchObject({
    standing: 'ready',
    act: { key: 'accept' },
    record: { id },
    duty: { dueOn: '2026-03-09' },
  })
  expect((await take(water, path)).body).toMatchObject({ record: { id, state: { zh: '办理中' } } })
  const again = await take(water, path)
  expect([again.status, again.body.detail]).toEqual([410, expect.stringContaining('已经用过')])
  expect((await call('GET', path)).status).toBe(410)
  const events = (await county('GET', `${at(id)}/events`)).body.data ?? []
  expect(events.filter(({ transition }) => transition === 'accept').map(({ by }) => by)).toEqual([
    expect.objectContaining({ name: 'water 某', via: 'mail', office: { kind: 'unit', id: 'water' } }),
  ])
})

test('of several who use a link at once one acts', async () => {
  const { id, mail } = await assigned()
  await Promise.all([1, 2, 3].map(() => take(water, link(mail, '签收'))))
  const events = (await county('GET', `${at(id)}/events`)).body.data ?? []
  expect(events.filter(({ transition }) => transition === 'accept')).toHaveLength(1)
})

test('a forwarded link says whose it is: who is not known there signs in, who is another is refused', async () => {
  const { id, mail } = await assigned()
  const path = link(mail, '签收')
  const stranger = await take(call, path)
  expect([stranger.status, stranger.body.detail]).toEqual([401, expect.stringContaining('是发给water water 某的。请先用这个账号登录')])
  const other = await take(urban, path)
  expect([other.status, other.body.detail]).toEqual([403, expect.stringMatching(/发给water water 某的，现在登录的是urban 某/)])
  const asked = await urban('GET', path)
  expect([asked.body.standing, asked.headers['x-person']]).toEqual(['other', (await urban('GET', '/api/session')).body.id])
  expect(JSON.stringify((await urban('GET', path)).body)).not.toContain('幸福路')
  expect((await urban('GET', path, { headers: { 'accept-language': 'en' } })).body.said).toContain('This link belongs to water 某')
  expect(await stateOf(id)).toBe('assigned')
  expect((await take(water, path)).status).toBe(200)
})

test('where its owner has signed in before, a link works without signing in; not after his password was set anew', async () => {
  const [first, second] = [await assigned(), await assigned()]
  const entered = await call('POST', '/api/session', { body: { email: 'water@duban.test', password } })
  const known = entered.cookies.map((cookie) => cookie.split(';')[0] ?? '').find((cookie) => cookie.startsWith('duban-known-')) ?? ''
  const session = cookieOf(entered)
  await call('DELETE', '/api/session', { cookie: session })
  expect((await call('GET', at(first.id), { cookie: known })).status).toBe(401)
  const done = await call('POST', link(first.mail, '签收'), { cookie: known, body: {} })
  expect([done.status, await stateOf(first.id)]).toEqual([200, 'handling'])
  const forged = await call('POST', link(second.mail, '签收'), { cookie: `${known}0`, body: {} })
  expect(forged.status).toBe(401)
  const { endAccess, personByEmail } = await import('../../functions/store/people.ts')
  const person = await personByEmail('system', 'water@duban.test')
  await endAccess(person?.id ?? '', new Date(Date.now() + 1000))
  expect((await call('POST', link(second.mail, '签收'), { cookie: known, body: {} })).status).toBe(401)
  const { changePerson } = await import('../../functions/store/people.ts')
  await changePerson('system', person?.id ?? '', { stampedAt: undefined })
})

test('a link ends after two weeks, with its day', async () => {
  const { id, mail } = await assigned()
  const path = link(mail, '签收')
  process.env.TODAY = '2026-03-16'
  expect((await water('GET', path)).status).toBe(200)
  process.env.TODAY = '2026-03-17'
  for (const answer of [await water('GET', path), await take(water, path)])
    expect([answer.status, answer.body.detail]).toEqual([410, expect.stringContaining('有效期至2026年3月16日（周一），已经过期')])
  process.env.TODAY = TODAY
  expect(await stateOf(id)).toBe('assigned')
})

test('a link whose item has moved on says so and why', async () => {
  const [accepted, taken] = [await assigned(), await assigned()]
  await step(water, accepted.id, 'accept')
  for (const answer of [await water('GET', link(accepted.mail, '签收')), await take(water, link(accepted.mail, '签收'))])
    expect([answer.status, answer.body.detail]).toEqual([409, expect.stringMatching(/有了变化.*办理中/)])
  await step(county, taken.id, 'reassign', { lead: 'urban' })
  const gone = await take(water, link(taken.mail, '签收'))
  expect([gone.status, gone.body.type]).toEqual([409, 'urn:duban:act-changed'])
})

test('a link that does nothing any more leads to its item', async () => {
  const [used, moved, old] = [await assigned(), await assigned(), await assigned()]
  await take(water, link(used.mail, '签收'))
  await step(water, moved.id, 'accept')
  const to = ({ id }: { id: string }) => ({ item: { ledger: 'suggestions', id } })
  for (const each of [used, moved])
    for (const answer of [await water('GET', link(each.mail, '签收')), await take(water, link(each.mail, '签收'))])
      expect(answer.body).toMatchObject(to(each))
  process.env.TODAY = '2026-03-17'
  expect((await water('GET', link(old.mail, '签收'))).body).toMatchObject(to(old))
  process.env.TODAY = TODAY
  expect((await water('GET', '/api/acts/x')).body).not.toHaveProperty('item')
})

test('a link that is not ours, or was changed, opens nothing', async () => {
  const { mail } = await assigned()
  const path = link(mail, '签收')
  const bent = `${path.slice(0, 20)}${path[20] === 'A' ? 'B' : 'A'}${path.slice(21)}`
  for (const each of [bent, `${path}A`, path.slice(0, -1), '/api/acts/x', `/api/acts/${'x'.repeat(60)}`]) {
    const answer = await take(water, each)
    expect([answer.status, answer.body.type], each).toEqual([404, 'urn:duban:act-broken'])
  }
})

test('handing back is done from the mail too, with its reason, and every fault is told', async () => {
  const { id, mail } = await assigned()
  expect(mail).not.toContain('申请退回')
  const path = link(mail, '退办')
  expect((await water('GET', path)).body.asks).toEqual([expect.objectContaining({ key: 'reason', optional: false })])
  const empty = await take(water, path)
  expect([empty.status, empty.body.errors?.map((each) => each.path)]).toEqual([422, ['given.reason']])
  expect((await take(water, path, { reason: '不是本单位职责。' })).status).toBe(200)
  const { duties = [] } = (await county('GET', at(id))).body
  expect(duties.filter(({ state }) => state === 'open').map(({ key }) => key)).toEqual(['assign'])
})

test('a mail that is shown again acts for nobody', async () => {
  const { id } = await assigned()
  const { data = [] } = (await county('GET', `/api/notices?record=${id}`)).body
  const sent = data.find(({ to }) => to === 'water@duban.test')
  const shown = await county('GET', `/api/notices/${sent?.id}/letter`)
  expect([shown.status, shown.text.includes('/act/'), shown.text.includes('?do=accept')], shown.text).toEqual([200, false, true])
})

test('an answer is judged in sight of it from the mail too, and whoever is not content says why', async () => {
  const { id } = await assigned()
  await step(water, id, 'accept')
  await step(water, id, 'answer', { reply: '已疏通并换了管。', result: 'A' })
  const whole = await readWhole(systemScope(), 'suggestions', id)
  await tell({ ledger: 'suggestions', id, event: whole?.events.at(-1) as never }, { now: new Date(), today: TODAY })
  const mails = (await inbox(house.parts.mail)).filter(({ destination }) => destination.to.includes('xinan@duban.test'))
  const mail = mails.find(({ body }) => body.text?.includes(id))?.body.text ?? 'no mail'
  const { body } = await xinan('GET', link(mail, '反馈'))
  const { label, answers } = body.judged as { label: object; answers: { key: string; value: unknown }[] }
  expect(label).toEqual({ zh: '答复代表', en: 'Answer the deputy' })
  expect(answers.map(({ key, value }) => [key, value])).toEqual([
    ['reply', '已疏通并换了管。'],
    ['result', 'A'],
  ])
  expect(body.insists).toEqual([{ key: 'note', when: { field: 'satisfaction', is: ['dissatisfied'] } }])
  // Whoever is not known here is told nothing of it.
  expect((await call('GET', link(mail, '反馈'))).text).not.toContain('已疏通')
})
