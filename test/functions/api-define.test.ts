import { beforeAll, describe, expect, test } from 'vitest'
import { saveDefinition } from '../../functions/catalogue.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { withWayOut } from '../../shared/definition/way-out.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { type Client, openHouse } from './api-house.ts'

let county: Client
let xinan: Client
const label = (zh: string, en: string) => ({ zh, en })
const visits = {
  key: 'visits',
  label: label('走访', 'Visits'),
  system: 30,
  level: 'township',
  fields: {
    place: { kind: 'text', label: label('地点', 'Place'), required: true },
    visitor: { kind: 'text', label: label('来访人电话', 'Phone'), seenBy: ['township'] },
    amount: { kind: 'number', label: label('人数', 'People') },
  },
  states: { open: { label: label('进行', 'Open'), phase: 'open' }, done: { label: label('完成', 'Done'), phase: 'done' } },
  initial: 'open',
  transitions: { finish: { label: label('完成', 'Finish'), from: ['open'], to: 'done', by: ['township'], discharges: ['report'] } },
  born: { opens: ['report'] },
  duties: {
    report: { label: label('上报', 'Report'), basis: label('县人大规定', 'County rule'), holder: ['township'], due: { workdays: 3 } },
  },
  may: { create: ['anyTownship'], read: ['county', 'township'], edit: ['township'] },
  list: { columns: ['place'] },
}

/** With the way out that the gate asks for. */
const open = (ledger: object) => withWayOut(ledger as Ledger)

beforeAll(async () => {
  const house = await openHouse()
  county = await house.as('county')
  xinan = await house.as('xinan')
})

test('a ledger that the county publishes works at once like ours', async () => {
  const put = (body: object, query = '') => county('PUT', `/api/ledgers/visits${query}`, { body })
  expect((await xinan('PUT', '/api/ledgers/visits', { body: { ledger: open(visits) } })).status).toBe(403)
  expect((await put({ patch: visits })).body.errors?.[0]?.path).toBe('patch')
  const wrong = await put({ ledger: { ...visits, initial: 'nowhere', colour: 'red' } })
  expect([wrong.status, wrong.body.errors?.length], wrong.text).toEqual([422, expect.any(Number)])
  expect(Object.fromEntries((wrong.body.errors ?? []).map(({ path, message }) => [path, message]))).toEqual({
    colour: '没有这一项，请删去。',
  })
  const spelt = await put({ ledger: { ...open(visits), initial: 'nowhere', states: 7, list: { columns: [''] } } })
  expect(
    spelt.body.errors?.map(({ message }) => message),
    spelt.text,
  ).toEqual(expect.arrayContaining(['这里要写对象。']))
  expect(spelt.body.errors?.filter(({ message }) => !/[\u4e00-\u9fff]/.test(message))).toEqual([])
  const lost = await county('PUT', '/api/ledgers/visits', {
    body: { ledger: { ...open(visits), initial: 'nowhere' } },
    headers: { 'accept-language': 'en' },
  })
  expect(lost.body.errors).toContainEqual({ path: 'initial', message: 'There is no such state.' })
  expect((await put({ ledger: open(visits) }, '?dryRun=true')).status).toBe(200)
  expect((await county('GET', '/api/ledgers/visits')).status).toBe(404)
  expect((await put({ ledger: open(visits) })).body).toMatchObject({ origin: 'county', version: 1 })
  const fields = (await xinan('GET', '/api/ledgers/visits')).body.ledger as { fields: object }
  expect(Object.keys(fields.fields)).toEqual(expect.arrayContaining(['place', 'visitor', 'amount']))
  const made = await xinan('POST', '/api/records/visits', { body: { data: { place: '幸福村', amount: 12 } } })
  expect(made.body.duties?.[0], made.text).toMatchObject({ key: 'report', dueOn: '2026-03-05', label: label('上报', 'Report') })
  expect((await xinan('POST', '/api/records/visits', { body: { data: { place: '幸福村', amount: 1e-300 } } })).status).toBe(422)
  expect((await xinan('GET', '/api/duties')).body.data?.[0]).toMatchObject({
    transition: 'finish',
    record: { ledger: 'visits', heading: '幸福村' },
  })
})

test('no ledger is called what another one is called already, in either language', async () => {
  const put = (key: string, body: object, version?: number) =>
    county('PUT', `/api/ledgers/${key}?dryRun=true`, { body, headers: version ? { 'if-match': `"${version}"` } : {} })
  const named = (name: object) => ({ ledger: open({ ...visits, key: 'pairings', label: name }) })
  const same = await put('pairings', named(label('走 访', 'visits')))
  expect([same.status, same.body.errors], same.text).toEqual([
    422,
    [
      { path: 'label.zh', message: '已经有“走 访”了，换一个名称，以免分不清。' },
      { path: 'label.en', message: '已经有“visits”了，换一个名称，以免分不清。' },
    ],
  ])
  expect((await put('pairings', named(label('结对走村', 'Pairings')))).status).toBe(200)
  const ours = ledgers.find(({ key }) => key === 'suggestions')?.label
  expect((await put('visits', { ledger: { ...open(visits), label: ours } }, 1)).body.errors?.map(({ path }) => path)).toEqual([
    'label.zh',
    'label.en',
  ])
  expect((await put('stations', { patch: { label: { zh: '走访' } } }, 1)).body.errors?.map(({ path }) => path)).toEqual(['label.zh'])
})

test('one of ours is amended by a patch that breaks nothing stored, on the version seen', async () => {
  const put = (patch: object, version?: number) =>
    county('PUT', '/api/ledgers/suggestions', { body: { patch }, headers: version ? { 'if-match': `"${version}"` } : {} })
  expect((await put({ label: label('人大建议', 'Motions') })).status).toBe(428)
  expect((await put({ label: label('人大建议', 'Motions') }, 9)).status).toBe(412)
  const broken = await put({ fields: { title: null } }, 1)
  expect([broken.status, broken.body.errors?.some((error) => error.path.includes('title'))]).toEqual([422, true])
  expect((await put({ label: label('人大建议', 'Motions') }, 1)).body).toMatchObject({ origin: 'amended', version: 2 })
  expect((await xinan('GET', '/api/ledgers/suggestions')).body).toMatchObject({
    origin: 'amended',
    version: 2,
    ledger: { label: label('人大建议', 'Motions') },
  })
})

test('a field that only the township may see is seen by nobody else, anywhere', async () => {
  const made = await xinan('POST', '/api/records/visits', { body: { data: { place: '团结村', visitor: '0518-7654321' } } })
  const place = `/api/records/visits/${made.body.id}`
  expect((await xinan('GET', place)).text).toContain('7654321')
  const paths = [
    place,
    `${place}/events`,
    '/api/records/visits',
    '/api/records',
    '/api/exports/visits?format=csv',
    '/api/records/visits?q=7654321',
  ]
  for (const path of paths) {
    const answer = await county('GET', path)
    expect([answer.status, answer.text.includes('0518')], path).toEqual([200, false])
  }
  expect((await county('GET', '/api/records/visits?q=7654321')).body.data).toEqual([])
})

test('what opens a right or a hidden field to more people is told, and published only when that is meant', async () => {
  const { version, ledger } = (await county('GET', '/api/ledgers/visits')).body as unknown as { version: number; ledger: Ledger }
  const { seenBy, ...shown } = ledger.fields.visitor as NonNullable<Ledger['fields'][string]>
  const after = { ...ledger, fields: { ...ledger.fields, visitor: shown }, may: { ...ledger.may, create: ['anyTownship', 'anyUnit'] } }
  const put = (query: string) =>
    county('PUT', `/api/ledgers/visits${query}`, { body: { ledger: after }, headers: { 'if-match': `"${version}"` } })
  const tried = await put('?dryRun=true')
  const opens = [
    { path: 'fields.visitor.seenBy', message: '“来访人电话”原来不对外，现在县人大办也能看到，已经登记的内容也一样。' },
    { path: 'may.create', message: '承办单位现在也能登记“走访”。' },
  ]
  expect([tried.status, tried.body.opens]).toEqual([200, opens])
  const refused = await put('')
  expect([refused.status, refused.body.type, refused.body.errors]).toEqual([409, 'urn:duban:opens', opens])
  expect((await county('GET', '/api/ledgers/visits')).body).toMatchObject({ version })
  expect((await put('?opens=true')).body).toMatchObject({ version: version + 1 })
  // To take it away again opens nothing.
  const back = await county('PUT', '/api/ledgers/visits', { body: { ledger }, headers: { 'if-match': `"${version + 1}"` } })
  expect([back.status, back.body.version], back.text).toEqual([200, version + 2])
})

describe('publishing', () => {
  type Told = { origin: string; version: number; ledger: Ledger }
  const get = async (key: string) => (await county('GET', `/api/ledgers/${key}`)).body as unknown as Told
  const put = async (key: string, body: object, version: number, query = '') => {
    const answer = await county('PUT', `/api/ledgers/${key}${query}`, { body, headers: { 'if-match': `"${version}"` } })
    return { status: answer.status, ...(answer.body as unknown as Told & { errors?: { path: string }[] }) }
  }
  const some = ledgers.find((ledger) => Object.keys(ledger.transitions).length > 3 && ledger.key !== 'suggestions') as Ledger
  const [step = ''] = Object.keys(some.transitions)
  const [first = ''] = Object.keys(some.fields).filter((key) => some.fields[key]?.kind !== 'computed')

  test('what is in force already makes no version, of ours or of the county’s own', async () => {
    const before = await get('visits')
    expect(await put('visits', { ledger: before.ledger }, before.version)).toMatchObject({ status: 200, version: before.version })
    const ours = await get(some.key)
    for (const body of [{ ledger: ours.ledger }, { patch: {} }, { patch: { label: ours.ledger.label } }])
      expect(await put(some.key, body, ours.version)).toMatchObject({ status: 200, origin: ours.origin, version: ours.version })
    expect(await get(some.key)).toMatchObject({ origin: 'ours', version: ours.version })
  })

  test('of one of ours keeps a step that clears a field, and the order in which its parts are declared', async () => {
    const { ledger, version } = await get(some.key)
    const fields = Object.fromEntries(Object.entries(ledger.fields).reverse())
    const clearing = { ...ledger.transitions[step], sets: { ...ledger.transitions[step]?.sets, [first]: { put: null } } }
    const after = { ...ledger, fields, transitions: { ...ledger.transitions, [step]: clearing } }
    expect(await put(some.key, { ledger: after }, version)).toMatchObject({ status: 200, origin: 'amended', version: version + 1 })
    const now = await get(some.key)
    expect(now.ledger).toEqual(after)
    expect(Object.keys(now.ledger.fields)).toEqual(Object.keys(fields))
    const patch = { transitions: { [step]: { sets: { [first]: { put: null } } } } }
    const patched = await put(some.key, { patch }, version + 1)
    expect([patched.status, patched.ledger.transitions[step]?.sets?.[first]]).toEqual([200, { put: null }])
    expect(await put(some.key, { ledger: some }, version + 2)).toMatchObject({ status: 200, version: version + 3 })
    expect((await get(some.key)).ledger).toEqual(some)
  })

  test('a length that was emptied is a fault, and no length of nothing', async () => {
    const { version, ledger } = await get('visits')
    const emptied = (workdays: unknown) => ({ ...ledger, duties: { report: { ...ledger.duties.report, due: { workdays } } } })
    for (const workdays of [null, '', undefined]) {
      const answer = await put('visits', { ledger: emptied(workdays) }, version)
      expect([answer.status, answer.errors?.[0]?.path.startsWith('duties.report.due')]).toEqual([422, true])
    }
    expect((await get('visits')).version).toBe(version)
  })

  test('answers for what it changes, not for what stood between other ledgers', async () => {
    const extra = { kind: 'text', label: label('新', 'New') } as const
    const { version, ledger } = await get('visits')
    const unfilled = {
      ...ledger,
      fields: { ...ledger.fields, extra },
      may: { ...ledger.may, edit: [{ who: ['township'], fields: ['place'] }] },
    }
    const refused = await put('visits', { ledger: unfilled }, version)
    expect([refused.status, refused.errors?.map(({ path }) => path)]).toEqual([422, expect.arrayContaining(['visits.fields.extra'])])
    await saveDefinition(systemScope(), { key: 'visits', version: version + 1, ledger: unfilled }, new Date())
    expect((await get('visits')).version).toBe(version + 1)
    const other = await get(some.key)
    const renamed = { patch: { label: label('改名', 'Renamed') } }
    expect(await put(some.key, renamed, other.version)).toMatchObject({ status: 200, version: other.version + 1 })
  })
})
