import { beforeAll, expect, test } from 'vitest'
import { putOffice } from '../../functions/store/offices.ts'
import { changePerson, isAdmin, personById, revise } from '../../functions/store/people.ts'
import { changeCountySettings, readCountySettings } from '../../functions/store/settings.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { forgetWorld } from '../../functions/world.ts'
import { calendar } from '../../shared/deadline/calendar.ts'
import { partsHere } from '../parts-here.ts'
import { inbox } from '../platform.ts'
import { type Body, type Client, openHouse, password } from './api-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let county: Client
let leader: Client
let xinan: Client

beforeAll(async () => {
  house = await openHouse()
  ;[county, leader, xinan] = (await Promise.all(['county', 'leader', 'xinan'].map(house.as))) as [Client, Client, Client]
})

test('bootstrapping twice makes nothing twice', async () => {
  const again = await house.bootstrap({
    offices: [{ id: 'xinan', kind: 'township', name: { zh: '改名', en: 'Renamed' } }],
    people: [{ email: 'XINAN@duban.test', name: '别人', role: 'clerk', office: 'xinan' }],
  })
  expect(again).toEqual({ offices: 0, people: 0, invited: [], notInvited: [] })
  expect((await xinan('GET', '/api/session')).body.name).toBe('xinan 某')
})

test('offices are listed by kind in the county’s order; deputies only to their own township', async () => {
  const list = await xinan('GET', '/api/offices?kind=township')
  expect(list.body.data?.length).toBe(11)
  expect(list.body.data?.[0]).toEqual({ id: 'xinan', kind: 'township', name: { zh: 'xinan', en: 'xinan' } })
  const deputies = async (who: Client) => (await who('GET', '/api/offices?kind=deputy')).body.data?.map((office) => office.id)
  expect([await deputies(xinan), await deputies(county)]).toEqual([['deputy1'], ['deputy1', 'deputy2']])
  expect((await xinan('GET', '/api/offices?kind=palace')).status).toBe(422)
})

test('only administrators add and close offices, and an id is taken once', async () => {
  const body = { id: 'archives', kind: 'unit', name: { zh: '县档案馆', en: 'Archives' } }
  expect((await xinan('POST', '/api/offices', { body })).status).toBe(403)
  expect((await leader('POST', '/api/offices', { body })).status).toBe(403)
  expect((await county('POST', '/api/offices', { body })).status).toBe(201)
  expect((await county('POST', '/api/offices', { body })).body.errors?.[0]?.path).toBe('id')
  expect((await county('PATCH', '/api/offices/unit/archives', { body: { closed: true } })).body).toMatchObject({
    closed: true,
    name: { zh: '县档案馆' },
  })
  const account = { name: '某', email: 'a@duban.test', role: 'liaison', office: { kind: 'unit', id: 'archives' } }
  expect((await county('POST', '/api/accounts', { body: account })).body.errors?.[0]?.path).toBe('office')
  expect((await county('PATCH', '/api/offices/unit/archives', { body: { closed: false } })).body.closed).toBeUndefined()
  expect((await county('PATCH', '/api/offices/unit/nowhere', { body: { closed: true } })).status).toBe(404)
  expect(
    (await county('POST', '/api/offices', { body: { ...body, id: 'deputy9', kind: 'deputy', township: 'atlantis' } })).body.errors?.[0]
      ?.path,
  ).toBe('township')
})

test('accounts are the county’s matter, and only its administrators change them', async () => {
  expect((await xinan('GET', '/api/accounts')).status).toBe(403)
  const list = await leader('GET', '/api/accounts')
  expect(list.body.data?.length).toBeGreaterThan(15)
  expect(JSON.stringify(list.body)).not.toMatch(/stampedAt|g1pk|secret/)
  const id = idOf(list.body, 'bailu')
  expect((await leader('PATCH', `/api/accounts/${id}`, { body: { name: '新名' } })).status).toBe(403)
  expect((await county('PATCH', `/api/accounts/${id}`, { body: { name: '新名' } })).body.name).toBe('新名')
  expect((await county('PATCH', `/api/accounts/${id}`, { body: { role: 'liaison' } })).body.errors?.[0]?.path).toBe('role')
  expect(
    (await county('PATCH', `/api/accounts/${id}`, { body: { role: 'liaison', office: { kind: 'unit', id: 'water' } } })).body.office,
  ).toMatchObject({ id: 'water' })
  expect((await county('GET', `/api/accounts/p0000000000`)).status).toBe(404)
})

test('a person has posts in his office: one is set alone, several together, and they stay behind when he goes to another office', async () => {
  const id = idOf((await county('GET', '/api/accounts')).body, 'housing')
  const put = async (body: object) => {
    const answer = await county('PUT', `/api/accounts/${id}`, { body })
    return answer.status === 200 ? [answer.body.post, answer.body.posts] : [answer.status, answer.body.errors?.[0]?.path]
  }
  const read = (await county('GET', `/api/accounts/${id}`)).body
  expect([read.post, read.posts]).toEqual(['liaison', ['liaison']])
  expect(await put({ post: 'leader' })).toEqual(['leader', ['leader']])
  expect(await put({ posts: ['head', 'leader'] })).toEqual(['head', ['leader', 'head']])
  expect(await put({ name: '新名' })).toEqual(['head', ['leader', 'head']])
  expect((await county('GET', '/api/people')).body.data?.find((person) => person.id === id)).toMatchObject({ post: 'head' })
  expect(await put({ post: 'liaison', posts: ['head'] })).toEqual([422, 'post'])
  expect(await put({ post: 'chairman' })).toEqual([422, 'post'])
  const whole = (await county('GET', `/api/accounts/${id}`)).body
  expect(await put(whole)).toEqual(['head', ['leader', 'head']])
  expect(await put({ ...whole, post: 'liaison' })).toEqual(['liaison', ['liaison']])
  expect(await put({ office: { kind: 'unit', id: 'transport' } })).toEqual(['liaison', ['liaison']])
  expect(await put({ office: { kind: 'unit', id: 'housing' }, post: null })).toEqual(['liaison', ['liaison']])
  const deputy = idOf((await county('GET', '/api/accounts')).body, 'deputy2')
  expect((await county('PUT', `/api/accounts/${deputy}`, { body: { post: 'head' } })).body.errors?.[0]?.path).toBe('post')
  expect((await county('GET', `/api/accounts/${deputy}`)).body.post).toBeUndefined()
  expect((await leader('PUT', `/api/accounts/${id}`, { body: { post: 'head' } })).status).toBe(403)
})

test('at least one administrator remains', async () => {
  const { body } = await county('GET', '/api/accounts')
  const id = idOf(body, 'county')
  const [disabled, demoted] = [
    await county('POST', `/api/accounts/${id}/disable`),
    await county('PATCH', `/api/accounts/${id}`, { body: { role: 'county' } }),
  ]
  expect([disabled.status, disabled.body.detail]).toEqual([409, '至少要留一位管理员。'])
  expect(demoted.status).toBe(409)
  const both = await county('PATCH', `/api/accounts/${id}`, { body: { role: 'county', email: 'elsewhere@duban.test' } })
  expect(both.status).toBe(409)
  expect((await county('GET', '/api/accounts')).body.data?.some(({ email }) => email === 'elsewhere@duban.test')).toBe(false)
})

test('of two administrators who disable each other at once, one remains', async () => {
  const made = await county('POST', '/api/accounts', {
    body: { name: '另一位', email: 'second@duban.test', role: 'admin', office: { kind: 'county', id: 'county' } },
  })
  const { body } = await county('GET', '/api/accounts')
  const ids = [idOf(body, 'county'), String(made.body.id)]
  const answers = await Promise.all([
    ...ids.map((id) => changeOrRetire(id, { disabled: true })),
    ...ids.map((id) => changeOrRetire(id, { role: 'county' })),
  ])
  expect(answers.filter((answer) => answer === 'last').length).toBeGreaterThan(0)
  const left = (await Promise.all(ids.map((id) => personById('system', id)))).filter((person) => person && isAdmin(person))
  expect(left.length).toBe(1)
  await changePerson('system', ids[0] as string, { role: 'admin', disabled: undefined })
  await changePerson('system', ids[1] as string, { role: 'county' })
})

async function changeOrRetire(id: string, change: Parameters<typeof revise>[2]['change']) {
  const before = await personById('system', id)
  if (!before) throw new Error(`${id} is not there`)
  return revise('system', before, { change, now: new Date('2026-03-02T01:00:00Z') })
}

test('a corrected address takes mail again, ends his sessions and brings a link; the old one signs nobody in', async () => {
  const { body } = await county('GET', '/api/accounts')
  const id = idOf(body, 'bailu')
  const bailu = await house.as('bailu')
  await changePerson('system', id, { bounced: '2026-03-02' })
  const taken = await county('PATCH', `/api/accounts/${id}`, { body: { email: 'xinan@duban.test' } })
  expect([taken.status, taken.body.errors?.[0]?.path]).toEqual([422, 'email'])
  const patched = await county('PATCH', `/api/accounts/${id}`, { body: { email: 'Bailu.Office@duban.test' } })
  expect(patched.body).toMatchObject({ email: 'bailu.office@duban.test' })
  expect(patched.body.bounced).toBeUndefined()
  expect((await bailu('GET', '/api/session')).status).toBe(401)
  const signIn = (email: string) => house.call('POST', '/api/session', { body: { email, password } })
  expect([(await signIn('bailu@duban.test')).status, (await signIn('bailu.office@duban.test')).status]).toEqual([401, 401])
  expect((await inbox(partsHere().mail)).some(({ destination }) => destination.to.join().includes('bailu.office@duban.test'))).toBe(true)
})

test('the county’s own day off moves the deadlines counted from then on', async () => {
  const ask = async () => (await xinan('GET', '/api/deadline?from=2026-03-02&workdays=1')).body.dueOn
  expect(await ask()).toBe('2026-03-03')
  const body = { off: [{ day: '2026-03-03', name: '防汛停工' }] }
  const put = async (asked: unknown, version: unknown, who = county) =>
    who('PUT', '/api/county-settings', { body: asked, headers: { 'if-match': `"${version}"` } })
  const { version } = (await county('GET', '/api/county-settings')).body
  expect((await put(body, version, xinan)).status).toBe(403)
  expect((await county('PUT', '/api/county-settings', { body })).status).toBe(428)
  const changed = await put(body, version)
  expect(changed.body).toMatchObject({ ...body, work: [], published: [] })
  const late = await put({}, version)
  expect([late.status, late.body.current]).toMatchObject([412, body])
  expect(await ask()).toBe('2026-03-04')
  expect((await xinan('GET', '/api/county-settings')).body).toMatchObject(body)
  expect((await put({ off: [{ day: '3月3日', name: '' }] }, changed.body.version)).body.errors?.map((error) => error.path)).toEqual([
    'off.0.day',
    'off.0.name',
  ])
  const day = (day: string) => ({ day, name: '停工' })
  const off = ['2026-03-03', '2026-03-03', '2026-02-30', '2026-03-07'].map(day)
  const twice = await put({ off, work: [day('2026-03-07')], published: [2027, 2027], fileDays: 0 }, changed.body.version)
  expect([twice.status, twice.body.errors?.map(({ path }) => path).sort()]).toEqual([
    422,
    ['fileDays', 'off.1.day', 'off.2.day', 'off.3.day', 'published.1', 'work.0.day'],
  ])
  expect(twice.body.errors?.find(({ path }) => path === 'work.0.day')?.message).toBe('2026-03-07 既写成休息日，又写成上班日，请只留一处。')
  const unread = await put({}, 'abc')
  expect([unread.status, unread.body.detail, unread.body.current]).toMatchObject([412, expect.stringContaining('版本号'), body])
  await put({}, changed.body.version)
})

test('settings that a former release stored with a day twice, or as rest and as work, are told as they count, and saved again', async () => {
  const { version: before } = await readCountySettings()
  const [day, spare] = ['2026-03-10', '2026-03-14']
  const off = [
    { day, name: '旧名' },
    { day: spare, name: '县庆' },
    { day, name: '防汛停工' },
  ]
  const once = [off[2], off[1]] as typeof off
  const work = [
    { day, name: '补班' },
    { day: '2026-03-15', name: '补班' },
  ]
  await changeCountySettings(systemScope(), { off, work, published: [2027, 2027] }, before)
  const told = (await county('GET', '/api/county-settings')).body
  const { sittings: _, sittingOpenedOn: __, version, ...whole } = told
  expect(told).toMatchObject({ off: once, work: work.slice(1), published: [2027] })
  expect(calendar(off, work, [2027, 2027])).toEqual(calendar(once, work.slice(1), [2027]))
  const put = async (body: unknown) => county('PUT', '/api/county-settings', { body, headers: { 'if-match': `"${version}"` } })
  expect((await put({ ...whole, off: [...once, { day, name: '再停' }] })).body.errors?.map(({ path }) => path)).toEqual(['off.2.day'])
  const saved = await put({ ...whole, fileDays: 60 })
  expect([saved.status, saved.body.fileDays], saved.text).toEqual([200, 60])
  await changeCountySettings(systemScope(), { off: [], work: [], published: [] }, Number(saved.body.version))
})

test('the county can ask why somebody sees a record, or does not', async () => {
  const made = await xinan('POST', '/api/records/suggestions', { body: { data: { title: '看得到', body: '吗' } } })
  const { body } = await county('GET', '/api/accounts')
  const why = async (name: string) =>
    (await county('GET', `/api/records/suggestions/${made.body.id}/why-visible?person=${idOf(body, name)}`)).body
  expect(await why('xinan')).toMatchObject({ visible: true, because: { zh: expect.stringContaining('xinan') } })
  const unseen = (await why('water')) as unknown as { because: { zh: string } }
  expect(unseen).toMatchObject({ visible: false })
  expect(unseen.because.zh).toMatch(/^这件事项没有经.+提出或者办理。能看的是：.+。$/)
  expect(unseen.because.zh).not.toContain('他')
  expect((await xinan('GET', `/api/records/suggestions/${made.body.id}/why-visible?person=${idOf(body, 'water')}`)).status).toBe(403)
})

test('of deputies of one name it is not said that they have no account', async () => {
  const office = (id: string) => putOffice({ kind: 'deputy', id, name: { zh: '孙同名', en: id }, township: 'xinan' })
  const data = { title: '同名', body: '是谁', deputies: ['孙同名'] }
  const made = await xinan('POST', '/api/records/suggestions', { body: { data } })
  const { body } = await county('GET', '/api/accounts')
  const why = async () => {
    forgetWorld()
    const path = `/api/records/suggestions/${made.body.id}/why-visible?person=${idOf(body, 'water')}`
    return ((await county('GET', path)).body as unknown as { because: { zh: string } }).because.zh
  }
  expect(await why()).toContain('孙同名（提出的代表，还没有账号）')
  for (const id of ['same1', 'same2']) await office(id)
  expect(await why()).toContain('孙同名（提出的代表，有几位同名，认不出是哪一位）')
})

const idOf = (list: Body, name: string): string => String(list.data?.find((account) => account.email === `${name}@duban.test`)?.id)
