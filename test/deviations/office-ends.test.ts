import { beforeAll, describe, expect, test } from 'vitest'
import { carryOn } from '../../functions/closing/carry-on.ts'
import { readClosing, writeClosing } from '../../functions/store/closings.ts'
import { password } from '../functions/api-house.ts'
import { openStage, owed } from './stage.ts'

let stage: Awaited<ReturnType<typeof openStage>>
let open: string
let done: string
let issue: string
let report: string

const names = ['county', 'leader', 'xinan', 'bailu', 'tanggou', 'water', 'housing', 'transport', 'urban', 'deputy1', 'deputy2']
const close = (kind: string, id: string, body: object, who = 'county') =>
  stage.call(who)('POST', `/api/offices/${kind}/${id}/close`, { body })
const officesOf = async (kind: string) => (await stage.call('county')('GET', `/api/offices?kind=${kind}`)).body.data ?? []
const idsOf = async (who: string, query: string) =>
  ((await stage.call(who)('GET', `/api/records/suggestions?${query}&limit=100`)).body.data ?? []).map(({ id }) => id)

beforeAll(async () => {
  stage = await openStage(names)
  const { makes, does } = stage
  open = await suggestion('tanggou', '修桥', 'water', ['housing'])
  done = await suggestion('tanggou', '路灯', 'water')
  await does('water', 'suggestions', done, 'accept')
  await does('water', 'suggestions', done, 'answer', { reply: '列入明年计划', result: 'B' })
  await does('tanggou', 'suggestions', done, 'feedback', { satisfaction: 'satisfied' })
  issue = await makes('county', 'audit-issues', { data: { issue: '多计工程款', unit: 'water' } })
  report = await makes('county', 'budget-reviews', {
    data: { title: '半年执行', kind: 'halfYear', unit: 'water', meetingOn: '2026-05-30' },
  })
})

async function suggestion(township: string, title: string, lead: string, co: string[] = []): Promise<string> {
  const { makes, does } = stage
  const id = await makes(township, 'suggestions', { data: { title, body: '内容', deputies: ['陈建国'] } })
  await does(township, 'suggestions', id, 'submit')
  await does('county', 'suggestions', id, 'register')
  await does('county', 'suggestions', id, 'assign', { lead, ...(co.length ? { co } : {}) })
  return id
}

describe('a bureau that becomes part of another', () => {
  test('is looked at first: nothing changes, and the numbers are those of what will be handed over', async () => {
    const { status, body } = await close('unit', 'water', { into: 'housing', reason: '机构改革', dryRun: true })
    expect([status, body]).toEqual([200, { duties: 4, records: 3, people: 1, notices: expect.any(Number) }])
    expect(Number(body.notices)).toBeGreaterThan(0)
    expect((await officesOf('unit')).some(({ closed }) => closed)).toBe(false)
  })

  test('is closed by the administrator alone, for an open office of its kind, which is not itself', async () => {
    for (const who of ['leader', 'xinan', 'water'])
      expect((await close('unit', 'water', { into: 'housing', reason: '机构改革' }, who)).status).toBe(403)
    for (const into of ['water', 'xinan', 'nowhere', undefined]) {
      const { status, body } = await close('unit', 'water', { ...(into ? { into } : {}), reason: '机构改革' })
      expect([into, status, body.errors?.map(({ path }) => path)]).toEqual([into, 422, ['into']])
    }
    expect((await close('unit', 'nowhere', { into: 'housing', reason: '机构改革' })).status).toBe(404)
  })

  test('hands over what is open, days and all, each item telling it; what is over keeps the old name and is read by the new', async () => {
    const { read, see, call } = stage
    const before = await read('suggestions', open)
    const answer = await close('unit', 'water', { into: 'transport', reason: '机构改革' })
    expect(answer.headers.location ?? answer.headers.Location).toBe('/api/closings/unit-water')
    expect(await stage.whole(answer)).toMatchObject({ state: 'done', progress: { of: expect.any(Number) } })
    expect((await call('county')('GET', '/api/closings/unit-water')).body).toMatchObject({
      state: 'done',
      into: 'transport',
      office: { kind: 'unit', id: 'water' },
    })
    expect((await call('xinan')('GET', '/api/closings/unit-water')).status).toBe(404)
    const after = await read('suggestions', open)
    expect(after.data.lead).toBe('transport')
    expect(owed(after).sort()).toEqual(
      owed(before)
        .map((each) => each.replace('water', 'transport'))
        .sort(),
    )
    const events = (await call('transport')('GET', `/api/records/suggestions/${open}/events`)).body as unknown as {
      data: { transition: string; handed?: object; reason?: string }[]
      chain: { ok: boolean }
    }
    expect(events.data.at(-1)).toMatchObject({
      transition: 'succession',
      handed: { kind: 'unit', from: 'water', to: 'transport' },
      reason: '机构改革',
    })
    expect(events.chain.ok).toBe(true)
    expect(owed(await read('audit-issues', issue)).filter((each) => each.includes('water'))).toEqual([])
    expect((await read('budget-reviews', report)).data.unit).toBe('transport')
    const old = await read('suggestions', done)
    expect([old.data.lead, (await see('transport', 'suggestions', done)).status, (await see('urban', 'suggestions', done)).status]).toEqual(
      ['water', 200, 404],
    )
    expect((await idsOf('transport', '')).sort()).toEqual([open, done].sort())
    const duties = (await call('transport')('GET', '/api/duties?holder=me')).body.data ?? []
    expect(duties.length).toBeGreaterThanOrEqual(4)
  })

  test('is named by nothing new, and every sentence tells who took it over', async () => {
    const { tries, call } = stage
    expect((await officesOf('unit')).find(({ id }) => id === 'water')).toMatchObject({ closed: true, successor: 'transport' })
    const id = await suggestion('xinan', '排水', 'urban')
    const named = await tries('county', 'suggestions', id, 'reassign', { lead: 'water' })
    expect(named.body.errors?.[0]?.message).toContain('由transport接替')
    const csv = '编号,标题,内容,乡镇,主办单位,交办日期\n2026-0900,标题,内容,xinan,water,2026-03-02'
    const form = new FormData()
    form.append('file', new Blob([csv]), 'a.csv')
    const request = new Request('http://x', { method: 'POST', body: form })
    const raw = Buffer.from(await request.arrayBuffer()).toString('utf8')
    const answer = await call('county')('POST', '/api/imports/suggestions', {
      raw,
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    })
    expect(JSON.stringify(answer.body)).toContain('由transport接替')
  })

  test('its people go on where their work is', async () => {
    const { call } = stage
    expect((await call('water')('GET', '/api/session')).body.office).toMatchObject({ kind: 'unit', id: 'transport' })
    const answered = await stage.does('water', 'suggestions', open, 'accept')
    expect(answered.state).toBe('handling')
  })

  test('asked again is the same, and an interrupted one goes on until it is whole', async () => {
    const events = async () => (await stage.call('county')('GET', `/api/records/suggestions/${open}/events`)).body.data?.length
    const count = await events()
    await stage.whole(await close('unit', 'water', { into: 'transport', reason: '机构改革' }))
    expect((await close('unit', 'water', { into: 'housing', reason: '机构改革' })).status).toBe(409)
    const closing = await readClosing('unit-water')
    if (!closing) throw new Error('no closing')
    const clock = () => ({ now: new Date('2026-03-02T08:00:00Z'), today: '2026-03-02' })
    const cut = await carryOn(await writeClosing({ ...closing, state: 'running', lease: 0 }), clock, -1)
    expect(cut.state).toBe('running')
    expect((await carryOn(cut, clock, Number.POSITIVE_INFINITY)).state).toBe('done')
    expect(await events()).toBe(count)
  })

  test('what still comes under the old name finds the new one', async () => {
    const into = { id: 'cityworks', name: { zh: '县城市管理局', en: 'City works' } }
    expect((await stage.whole(await close('unit', 'urban', { into, reason: '更名' }))).into).toBe('cityworks')
    expect((await officesOf('unit')).map(({ id }) => id)).toContain('cityworks')
  })
})

describe('a township that is merged into another', () => {
  test('hands its open items over with its deputies; finished ones stay under its name and are read by the new one', async () => {
    const { read, see, call, house } = stage
    const draft = await stage.makes('tanggou', 'suggestions', { data: { title: '草稿', body: '内容', deputies: ['陈建国'] } })
    const diary = await stage.makes('tanggou', 'public-opinions', { data: { matter: '路灯不亮' } })
    expect((await stage.whole(await close('township', 'tanggou', { into: 'bailu', reason: '撤乡并镇' }))).state).toBe('done')
    expect([(await read('suggestions', open)).township, (await read('suggestions', draft)).township]).toEqual(['bailu', 'bailu'])
    expect(owed(await read('public-opinions', diary)).every((each) => each.includes('bailu'))).toBe(true)
    const old = await read('suggestions', done)
    expect([old.township, owed(old)[0]?.split(' ').slice(0, 2)]).toEqual(['tanggou', ['followUp', 'bailu']])
    expect((await see('bailu', 'suggestions', done)).status).toBe(200)
    expect((await see('xinan', 'suggestions', done)).status).toBe(404)
    for (const query of ['', 'sort=number', 'year=2026', 'q=路灯'])
      expect([query, (await idsOf('bailu', query)).includes(done)]).toEqual([query, true])
    expect(await idsOf('county', 'township=tanggou')).toEqual([done])
    expect((await officesOf('deputy')).find(({ id }) => id === 'deputy2')).toMatchObject({ township: 'bailu' })
    expect((await call('deputy2')('GET', `/api/records/suggestions/${open}`)).status).toBe(200)
    const followed = await stage.does('bailu', 'suggestions', done, 'follow', { finding: '还没有修', fulfilled: false })
    expect(owed(followed)[0]?.split(' ').slice(0, 2)).toEqual(['followUp', 'bailu'])
    const made = await call('county')('POST', '/api/records/suggestions', {
      body: { township: 'tanggou', data: { title: '新', body: '内容', deputies: ['陈建国'] } },
    })
    expect([made.status, JSON.stringify(made.body.errors)]).toEqual([422, expect.stringContaining('bailu')])
    expect((await house.call('POST', '/api/session', { body: { email: 'tanggou@duban.test', password } })).body.office).toMatchObject({
      id: 'bailu',
    })
  })

  test('counts under the township of its time, or under today’s', async () => {
    const figures = async (offices: string) => {
      const { body } = await stage.call('county')('GET', `/api/figures/suggestions?asOf=2026-03-02&by=township${offices}`)
      const groups = (body as unknown as { groups: { id: string; total: { records: number } }[] }).groups
      return Object.fromEntries(groups.filter(({ total }) => total.records > 0).map(({ id, total }) => [id, total.records]))
    }
    expect(await figures('')).toEqual({ xinan: 1, tanggou: 1, bailu: 1 })
    expect(await figures('&offices=today')).toEqual({ xinan: 1, bailu: 2 })
  })

  test('says so at the sign-in of an account that stayed there', async () => {
    await stage.call('county')('PATCH', '/api/offices/unit/housing', { body: { closed: true } })
    const { status, body } = await stage.house.call('POST', '/api/session', { body: { email: 'housing@duban.test', password } })
    expect([status, body.detail]).toEqual([403, expect.stringContaining('housing已撤销')])
  })
})

test('what its successor has already is left, named with the reason, and tried again when asked again', async () => {
  const { call, makes, does } = stage
  const label = { zh: '责任状', en: 'Pledge' }
  const ledger = {
    key: 'pledges',
    label,
    system: 30,
    level: 'county',
    once: ['unit'],
    fields: {
      unit: { kind: 'office', of: 'unit', label, required: true },
      reason: { kind: 'text', only: 'event', label: { zh: '理由', en: 'Reason' } },
    },
    states: { open: { label, phase: 'open' }, done: { label, phase: 'done' }, gone: { label, phase: 'void' } },
    initial: 'open',
    transitions: {
      keep: { label, from: ['open'], to: 'done', by: ['county'] },
      drop: { label, from: ['open'], to: 'gone', by: ['county'], asks: ['reason'] },
    },
    duties: {},
    may: { create: ['county'], read: ['county', '@unit'], edit: ['county'] },
    list: { columns: ['unit'] },
  }
  const put = await call('county')('PUT', '/api/ledgers/pledges', { body: { ledger } })
  expect(put.status, put.text).toBe(200)
  const mine = await makes('county', 'pledges', { data: { unit: 'cityworks' } })
  const theirs = await makes('county', 'pledges', { data: { unit: 'transport' } })
  const { state, left } = await stage.whole(await close('unit', 'cityworks', { into: 'transport', reason: '机构改革' }))
  expect([state, left]).toEqual(['done', [{ ledger: 'pledges', id: mine, why: expect.stringContaining('责任状') }]])
  await does('county', 'pledges', theirs, 'drop', { reason: '并入新的责任状' })
  expect(await stage.whole(await close('unit', 'cityworks', { into: 'transport', reason: '机构改革' }))).toMatchObject({
    state: 'done',
    left: [],
  })
  expect((await stage.read('pledges', mine)).data.unit).toBe('transport')
})
