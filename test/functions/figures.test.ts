import { beforeAll, expect, it } from 'vitest'
import type { Client } from './api-house.ts'
import { openSheets } from './sheets-house.ts'

let as: Awaited<ReturnType<typeof openSheets>>['as']
let county: Client

beforeAll(async () => {
  const house = await openSheets('2026-07-08')
  as = house.as
  county = await as('county')
  const send = await house.sender('county')
  const register = [
    '编号,标题,乡镇,主办单位,类别,交办日期,答复期限,答复日期,结果,满意度,协办单位',
    '2026-1,准时,xinan,water,农业农村,2026-03-02,2026-06-02,2026-06-02,A,满意',
    '2026-2,迟了,xinan,water,,2026-03-02,2026-06-02,2026-06-03,B,基本满意',
    '2026-3,超期,xinan,housing,,2026-03-02,2026-06-02,,,,water',
    '2026-4,未到,tanggou,housing,,2026-07-01,2026-07-08,,,',
    '2026-5,无限,tanggou,water,,2026-03-02,无期限,2026-04-01,A,不满意',
    '2026-6,未交办,tanggou,,,,,,,',
    '2025-7,去年,bailu,water,,2025-03-03,2025-06-03,2025-06-01,A,',
  ]
  expect((await send(register.join('\n'))).body).toMatchObject({ created: 7 })
})

const figures = async (query: string, client = county) =>
  (await client('GET', `/api/figures/suggestions${query}`)).body as {
    total: { [name: string]: unknown }
    groups: { id: string; name: unknown; total: { [name: string]: unknown }; updatedAt?: string }[]
  }

it('the five add up to the records that were assigned by the day', async () => {
  const { total } = await figures('?asOf=2026-07-08')
  expect(total).toMatchObject({
    records: 6,
    onTime: 2,
    late: 1,
    overdue: 1,
    notDue: 1,
    noDeadline: 1,
    open: 2,
    satisfied: 1,
    basically: 1,
    dissatisfied: 1,
  })
  expect(total.rates).toEqual({
    onTime: { num: 2, den: 4 },
    accomplished: { num: 3, den: 4 },
    fulfilled: { num: 3, den: 4 },
    satisfied: { num: 1, den: 3 },
    content: { num: 2, den: 3 },
  })
})
it('tell an earlier day as it was then', async () => {
  expect((await figures('?asOf=2026-06-02')).total).toMatchObject({ records: 5, onTime: 2, late: 0, overdue: 0, notDue: 2, noDeadline: 1 })
  expect((await figures('?asOf=2026-07-09')).total).toMatchObject({ overdue: 2, notDue: 0 })
  expect((await figures('?asOf=2024-01-01')).total).toMatchObject({
    records: 0,
    rates: { onTime: null, accomplished: null, satisfied: null },
  })
})
it('group by township with those that have none, by unit and by category', async () => {
  const townships = (await figures('?by=township')).groups
  expect(townships).toHaveLength(11)
  expect(townships.find(({ id }) => id === 'xinan')).toMatchObject({
    name: { zh: 'xinan', en: 'xinan' },
    total: { records: 3, onTime: 1, late: 1, overdue: 1 },
  })
  expect(townships.find(({ id }) => id === 'zhangdian')?.total.records).toBe(0)
  expect((await figures('?by=unit')).groups.map(({ id, total }) => [id, total.records])).toEqual([
    ['housing', 2],
    ['water', 4],
  ])
  const categories = (await figures('?by=category')).groups
  expect(categories.find(({ id }) => id === 'none')).toMatchObject({ name: { zh: '未填', en: 'Not filled in' }, total: { records: 5 } })
})
it('tell of every group when something in it last changed, also what does not count yet', async () => {
  const when = async (query: string) =>
    Object.fromEntries((await figures(query)).groups.flatMap(({ id, updatedAt }) => (updatedAt ? [[id, updatedAt]] : [])))
  const before = await when('?by=township')
  expect(Object.keys(before).sort()).toEqual(['bailu', 'tanggou', 'xinan'])
  const { data = [] } = (await county('GET', '/api/records/suggestions?township=tanggou')).body
  expect(before.tanggou).toBe(
    data
      .map(({ updatedAt }) => updatedAt as string)
      .sort()
      .at(-1),
  )
  const draft = await (await as('bailu'))('POST', '/api/records/suggestions', { body: { data: { title: '修渠', body: '渠坏了。' } } })
  expect(await when('?by=township')).toEqual({ ...before, bailu: draft.body.updatedAt })
  expect(Object.keys(await when('?by=unit')).sort()).toEqual(['housing', 'water'])
})
it('of a year, of a township', async () => {
  expect((await figures('?year=2025')).total).toMatchObject({ records: 1 })
  expect((await figures('?township=tanggou')).total).toMatchObject({ records: 2 })
})
it('know only what the caller may see', async () => {
  const own = await figures('?by=township', await as('tanggou'))
  expect([own.total.records, own.groups.map(({ id }) => id)]).toEqual([2, ['tanggou']])
  expect((await figures('', await as('housing'))).total).toMatchObject({ records: 2, overdue: 1, notDue: 1 })
})
it('refuse what the ledger does not group by, and what is no day', async () => {
  expect((await county('GET', '/api/figures/suggestions?by=title')).body.errors).toMatchObject([{ path: 'by' }])
  expect((await county('GET', '/api/figures/suggestions?asOf=2026-02-30')).status).toBe(422)
  expect((await county('GET', '/api/figures/nothing')).status).toBe(404)
})
it('a trend tells each month end as if it had been asked for by itself', async () => {
  const told = (await figures('?asOf=2026-07-08&months=4')) as unknown as { trend: { asOf: string; total: object }[] }
  expect(told.trend.map(({ asOf }) => asOf)).toEqual(['2026-04-30', '2026-05-31', '2026-06-30', '2026-07-08'])
  for (const { asOf, total } of told.trend) expect(total).toEqual((await figures(`?asOf=${asOf}`)).total)
  expect((await county('GET', '/api/figures/suggestions?months=99')).status).toBe(422)
  expect('trend' in (await figures('?asOf=2026-07-08'))).toBe(false)
})

it('counts are divided by townships, units and fields as their lists would count them', async () => {
  const counts = async (query: string) => (await county('GET', `/api/counts/suggestions${query}`)).body as Divided
  const all = async (query: string) => (await county('GET', `/api/counts${query}`)).body as Divided
  for (const ask of [counts, all]) {
    expect(byId((await ask('?by=township&year=2026')).groups)).toEqual({
      xinan: { total: 3, open: 1, overdue: 1, nearDue: 0, owes: { overdue: 0, nearDue: 0 } },
      tanggou: { total: 3, open: 2, overdue: 0, nearDue: 1, owes: { overdue: 0, nearDue: 0 } },
    })
    expect(byId((await ask('?by=unit&township=tanggou')).groups)).toMatchObject({ housing: { total: 1, open: 1, nearDue: 1 } })
  }
  for (const by of ['township', 'unit', 'category']) {
    for (const { id, total, overdue } of (await counts(`?by=${by}`)).groups) {
      if (id === 'none') continue
      const filter = by === 'category' ? `where=category:${id}` : `${by}=${id}`
      expect(await counts(`?${filter}`), `${by} ${id}`).toMatchObject({ total, overdue })
    }
  }
  expect((await county('GET', '/api/counts/suggestions?by=title')).status).toBe(422)
  // A township counts what it sees and no other.
  const own = (await (await as('xinan'))('GET', '/api/counts?by=township')).body as Divided
  expect(own.groups.map(({ id }) => id)).toEqual(['xinan'])
})

it('the list of a rate holds what counts in it, what meets it and what does not', async () => {
  const numbers = async (rate: string) =>
    ((await county('GET', `/api/records/suggestions?year=2026&sort=number&rate=${rate}`)).body as { data: { number: string }[] }).data.map(
      ({ number }) => number,
    )
  expect(await numbers('onTime')).toEqual(['2026-1', '2026-2', '2026-3'])
  expect(await numbers('onTime.met')).toEqual(['2026-1'])
  expect(await numbers('satisfied.missed')).toEqual(['2026-2', '2026-5'])
  const { total } = await figures('?asOf=2026-07-08&year=2026')
  for (const [rate, fraction] of Object.entries(total.rates as { [rate: string]: { num: number; den: number } | null })) {
    expect((await numbers(rate)).length, rate).toBe(fraction?.den ?? 0)
    expect((await numbers(`${rate}.met`)).length, rate).toBe(fraction?.num ?? 0)
  }
  expect((await county('GET', '/api/records/suggestions?rate=nothing')).status).toBe(422)
  expect((await county('GET', '/api/counts/suggestions?year=2026&rate=onTime.missed')).body).toMatchObject({ total: 2, overdue: 1 })
})

it('one question tells how things stand and how they stood', async () => {
  const now = await figures('?asOf=2026-07-08&by=township')
  const then = await figures('?asOf=2026-06-02&by=township')
  const { before } = (await county('GET', '/api/figures/suggestions?asOf=2026-07-08&by=township&against=2026-06-02')).body as {
    before: typeof now
  }
  expect(before.total).toEqual(then.total)
  expect(before.groups).toEqual(then.groups.map(({ id, total }) => ({ id, total })))
})

it('what an office owes late is its own alone, and its list holds just that', async () => {
  type Listed = { data: { number: string; duties: { state: string; holder: { id: string } }[] }[]; total?: number }
  const groups = async (by: string) => byId(((await county('GET', `/api/counts/suggestions?by=${by}`)).body as Divided).groups)
  const late = async (query: string) =>
    ((await county('GET', `/api/records/suggestions?sort=dueOn&overdue=true&${query}`)).body as Listed).data.map(({ number }) => number)
  // Water helps with 2026-3, which housing has not answered.
  expect(await late('unit=water')).toEqual(['2026-3'])
  expect(await groups('unit')).toMatchObject({
    water: { overdue: 1, owes: { overdue: 0 } },
    housing: { overdue: 1, owes: { overdue: 1, nearDue: 1 } },
  })
  expect((await groups('lead')).housing).toMatchObject({ overdue: 1, owes: { overdue: 1, nearDue: 1 } })
  expect((await groups('township')).xinan).toMatchObject({ overdue: 1, owes: { overdue: 0 } })
  for (const none of ['unit:water', 'township:xinan', 'county:county']) expect(await late(`holder=${none}`), none).toEqual([])
  expect(await late('holder=unit:housing')).toEqual(['2026-3'])
  expect(await late('holder=unit:housing&where=lead:housing&year=2026')).toEqual(['2026-3'])
  expect(await late('holder=unit:housing&year=2025')).toEqual([])
  const all = (await county('GET', '/api/records/suggestions?holder=unit:housing&sort=-dueOn&limit=1')).body as Listed & { next: string }
  const rest = (await county('GET', `/api/records/suggestions?holder=unit:housing&sort=-dueOn&limit=1&cursor=${all.next}`)).body as Listed
  expect([...all.data, ...rest.data].map(({ number }) => number)).toEqual(['2026-4', '2026-3'])
  expect((await county('GET', '/api/counts/suggestions?holder=unit:housing&q=超期')).body).toMatchObject({
    total: 1,
    overdue: 1,
    nearDue: 0,
  })
  expect((await county('GET', '/api/counts?holder=unit:housing')).body).toMatchObject({ data: { suggestions: { total: 2, overdue: 1 } } })
  const divided = await county('GET', '/api/counts/suggestions?by=unit&holder=unit:housing')
  expect(byId((divided.body as Divided).groups)).toMatchObject({ housing: { total: 2 }, water: { total: 1 } })
  expect((divided.body as Divided).groups.filter(({ total, owes }) => total === 0 || owes)).toEqual([])
  expect((await county('GET', '/api/records/suggestions?holder=unit:nobody')).status).toBe(422)
  expect((await county('GET', '/api/records/suggestions?holder=water')).status).toBe(422)
  // Who may not read an item is not told of it.
  expect((await (await as('xinan'))('GET', '/api/records/suggestions?holder=unit:housing')).body).toMatchObject({
    data: [{ number: '2026-3' }],
  })
})

it('what a unit handed back leaves its figures, though it ends without result afterwards', async () => {
  const [xinan, water] = [await as('xinan'), await as('water')]
  const own = async () => (await figures('?asOf=2026-07-08', water)).total
  const before = await own()
  const data = { title: '退办的', body: '不归水务管', deputies: ['张三'] }
  const made = (await xinan('POST', '/api/records/suggestions', { body: { data } })).body as unknown as { id: string; version: number }
  let version = made.version
  const step = async (client: Client, transition: string, given: object = {}) => {
    const answer = await client('POST', `/api/records/suggestions/${made.id}/events`, {
      body: { transition, given },
      headers: { 'if-match': `"${version}"` },
    })
    expect([transition, answer.status]).toEqual([transition, 200])
    version = (answer.body as unknown as { version: number }).version
  }
  await step(xinan, 'submit')
  await step(county, 'register')
  await step(county, 'assign', { lead: 'water' })
  await step(water, 'decline', { reason: '不归本单位管' })
  await step(county, 'cancel', { reason: '撤回' })
  expect(await own()).toEqual(before)
  expect((await figures('?asOf=2026-07-08')).total.ended).toBe(1)
})

type Counted = { total: number; open: number; overdue: number; nearDue: number; owes?: { overdue: number; nearDue: number } }
type Divided = { groups: ({ id: string } & Counted)[] }
const byId = (groups: Divided['groups']) => Object.fromEntries(groups.map(({ id, ...counts }) => [id, counts]))
