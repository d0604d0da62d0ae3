import { beforeAll, describe, expect, test } from 'vitest'
import { definition, saveDefinition } from '../../functions/catalogue.ts'
import { clockAt } from '../../functions/clock.ts'
import { storePlanned } from '../../functions/sheets/storing.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { refreshChanged } from '../../functions/transact/refresh-changed.ts'
import { world } from '../../functions/world.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { withWayOut } from '../../shared/definition/way-out.ts'
import type { Client } from './api-house.ts'
import { openSheets, type Send } from './sheets-house.ts'

const label = { zh: '甲', en: 'A' }
const text = { kind: 'text', label }
const phases = { open: { label, phase: 'open' }, done: { label, phase: 'done' }, gone: { label, phase: 'void' } }
const steps = { end: { label, from: ['open'], to: 'done', by: ['owner'] }, drop: { label, from: ['open'], to: 'gone', by: ['owner'] } }
/** Read by whoever entered it alone, so that a refusal could tell of what is not his. */
const tips = {
  key: 'tips',
  label,
  system: 30,
  level: 'township',
  once: ['place', 'kind'],
  fields: { place: { ...text, required: true }, kind: text, secret: text },
  states: phases,
  initial: 'open',
  transitions: steps,
  duties: {},
  may: { create: ['anyTownship', 'county'], read: ['owner'], edit: ['owner'] },
  list: { columns: ['place'] },
}
const visits = {
  ...tips,
  key: 'visits',
  level: 'county',
  part: true,
  once: ['place'],
  fields: { place: { ...text, required: true } },
  // Whatever a step brings forth owes its next step.
  born: { opens: ['visit'] },
  transitions: { ...steps, end: { ...steps.end, discharges: ['visit'] } },
  duties: { visit: { label, basis: label, holder: ['county'], due: { months: 1 } } },
  may: { create: [], read: ['county'], edit: ['county'] },
}
const plans = {
  ...tips,
  key: 'plans',
  label: { zh: '计划', en: 'Plan' },
  level: 'county',
  once: undefined,
  fields: { title: { ...text, required: true }, places: { kind: 'names', label, only: 'event' } },
  transitions: {
    ...steps,
    plan: {
      label,
      from: ['open'],
      by: ['county'],
      asks: ['places'],
      creates: [{ ledger: 'visits', for: '@places', fill: { place: 'each' } }],
    },
  },
  may: { create: ['county'], read: ['county'], edit: ['county'] },
  list: { columns: ['title'] },
}

let as: Record<string, Client>
let sends: Record<string, Send>
beforeAll(async () => {
  const house = await openSheets('2026-03-02')
  const names = ['county', 'xinan', 'bailu', 'deputy1']
  as = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await house.as(name)])))
  sends = Object.fromEntries(await Promise.all(['county', 'xinan'].map(async (name) => [name, await house.sender(name)])))
  for (const ledger of [tips, visits, plans]) {
    const put = await ask('county')('PUT', `/api/ledgers/${ledger.key}`, { body: { ledger: withWayOut(ledger as unknown as Ledger) } })
    if (ledger !== visits) expect(put.status, put.text).toBe(200)
    else await saveDefinition(systemScope(), { key: 'visits', version: 1, ledger }, new Date())
  }
})

const ask = (who: string): Client => as[who] as Client
const create = (who: string, ledger: string, data: object, more: object = {}) =>
  ask(who)('POST', `/api/records/${ledger}`, { body: { data, ...more } })
async function made(who: string, ledger: string, data: object, more: object = {}): Promise<string> {
  const answer = await create(who, ledger, data, more)
  expect(answer.status, answer.text).toBe(201)
  return String(answer.body.id)
}
async function act(who: string, ledger: string, id: string, transition: string, given: object = {}) {
  const { version } = (await ask(who)('GET', `/api/records/${ledger}/${id}`)).body
  return ask(who)('POST', `/api/records/${ledger}/${id}/events`, { headers: { 'if-match': `"${version}"` }, body: { transition, given } })
}

describe('an absence', () => {
  const entries = 'performance-entries'
  const absence = { what: '未请假缺席', deputy: ['张桂兰'], type: 'absence', date: '2026-02-10', meeting: '县十八届人大五次会议' }

  test('that the township entered is not entered again by the county, by the deputy or by an import, and the first is named', async () => {
    await made('xinan', entries, absence)
    const written = { ...absence, meeting: '灌南县第十八届人民代表大会第五次会议', date: '2026-02-11', what: '缺席' }
    for (const [who, more] of [
      ['county', { township: 'xinan' }],
      ['county', {}],
      ['deputy1', {}],
      ['xinan', {}],
    ] as const) {
      const again = await create(who, entries, written, more)
      expect([who, again.status, again.body.errors?.[0]?.path], again.text).toEqual([who, 422, 'data.type'])
      expect(again.body.errors?.[0]?.message).toMatch(/未请假缺席.*xinan 某，\d{4}-\d\d-\d\d/)
    }
    const file = `内容,代表,履职类型,日期,会议,乡镇\n缺席会议,张桂兰,会议无故缺席,2026-02-10,县第18届人大第5次会议,xinan\n`
    const row = await sends.county?.(file, '', entries)
    expect([row?.status, row?.body.created, row?.text.includes('未请假缺席')], row?.text).toEqual([200, 0, true])
  })

  test('of another type, meeting or deputy is another', async () => {
    for (const other of [{ type: 'leave' }, { meeting: '县十八届人大四次会议' }, { deputy: ['李四'] }])
      await made('xinan', entries, { ...absence, ...other })
    await made('bailu', entries, absence)
  })

  test('does not end a mandate by being entered twice, and another one does', async () => {
    const id = await made('xinan', 'deputies', { name: ['周文'], tier: 'county' })
    const missed = (who: string, meeting: string) => act(who, 'deputies', id, 'absence', { meeting, excused: false })
    expect((await missed('xinan', '县十八届人大五次会议')).body).toMatchObject({ state: 'active', data: { absences: 1 } })
    for (const [who, meeting] of [
      ['county', '十八届五次会议'],
      ['xinan', '县第十八届人民代表大会第五次会议'],
    ] as const) {
      const again = await missed(who, meeting)
      expect([again.status, again.body.errors?.[0]?.path], again.text).toEqual([422, 'given.meeting'])
      expect(again.body.errors?.[0]?.message).toMatch(/县十八届人大五次会议.*xinan 某，2026年3月2日/)
    }
    expect((await act('xinan', 'deputies', id, 'excuse', { reason: '补了假条' })).body).toMatchObject({
      state: 'active',
      data: { absences: 0 },
    })
    expect((await missed('county', '县十八届人大四次会议')).body).toMatchObject({ state: 'active', data: { absences: 1 } })
    expect((await missed('xinan', '县十八届人大六次会议')).body).toMatchObject({ state: 'ending', data: { absences: 2 } })
  })
})

describe('what stands once', () => {
  test('is free again when the first is dropped, deleted or says something else, and taken when one comes back to it', async () => {
    const [place, kind] = ['张湾', '走访']
    const first = await made('xinan', 'tips', { place, kind })
    expect((await create('xinan', 'tips', { place: '张 湾', kind })).status).toBe(422)
    expect((await act('xinan', 'tips', first, 'drop')).status).toBe(200)
    const second = await made('xinan', 'tips', { place, kind })
    const edit = (id: string, version: number, data: object) =>
      ask('xinan')('PATCH', `/api/records/tips/${id}`, { headers: { 'if-match': `"${version}"` }, body: { data } })
    expect((await edit(second, 1, { place: '李湾' })).status).toBe(200)
    const third = await made('xinan', 'tips', { place, kind })
    const back = await edit(second, 2, { place })
    expect([back.status, back.body.errors?.map(({ path }) => path)]).toEqual([422, ['data.kind']])
    expect((await edit(second, 2, { kind: null })).status).toBe(200)
    expect((await edit(second, 3, { place })).status).toBe(200)
    expect((await act('xinan', 'tips', third, 'end')).status).toBe(200)
    expect((await create('xinan', 'tips', { place, kind })).status).toBe(422)
  })

  test('a deleted draft comes back only while nobody has taken its place', async () => {
    const entry = { what: '评议', deputy: ['王五'], type: 'inspection', date: '2026-02-10', meeting: '评议会' }
    const id = await made('xinan', 'performance-entries', entry)
    const place = `/api/records/performance-entries/${id}`
    expect((await ask('xinan')('DELETE', place, { headers: { 'if-match': '"1"' } })).status).toBeLessThan(300)
    const other = await made('xinan', 'performance-entries', entry)
    expect((await ask('xinan')('POST', `${place}/restore`, {})).status).toBe(422)
    await ask('xinan')('DELETE', `/api/records/performance-entries/${other}`, { headers: { 'if-match': '"1"' } })
    expect((await ask('xinan')('POST', `${place}/restore`, {})).status).toBe(200)
  })

  test('is told to whom it is hidden without a word of it', async () => {
    await made('xinan', 'tips', { place: '王湾', kind: '走访', secret: '绝密' })
    const again = await create('bailu', 'tips', { place: '王湾', kind: '走访' })
    expect([again.status, again.text.includes('xinan'), again.text.includes('绝密')], again.text).toEqual([422, false, false])
  })

  test('is one when ten enter it at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, at) => create(at % 2 ? 'bailu' : 'xinan', 'tips', { place: '赵湾', kind: '走访' })),
    )
    expect(all.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(422)])
  })

  test('is one in a file too, and no row is stored when one is a second', async () => {
    const rows = (...places: string[]) => `place,kind\n${places.map((place) => `${place},走访`).join('\n')}\n`
    const double = await sends.xinan?.(rows('孙湾', '钱湾', ' 孙湾。'), '', 'tips')
    expect([double?.body.created, (double?.body.rejected as { row: number }[])?.map(({ row }) => row)], double?.text).toEqual([0, [4]])
    expect((await create('xinan', 'tips', { place: '孙湾', kind: '走访' })).status).toBe(201)
    const third = await sends.xinan?.(rows('钱湾', '孙湾'), '', 'tips')
    expect(
      (third?.body.rejected as { row: number }[])?.map(({ row }) => row),
      third?.text,
    ).toEqual([3])
    const good = await sends.xinan?.(rows('钱湾', '周湾'), '', 'tips')
    expect([good?.status, good?.body.created], good?.text).toEqual([200, 2])
    expect((await create('xinan', 'tips', { place: '周湾', kind: '走访' })).status).toBe(422)
  })

  test('a row that somebody entered between check and store is told, and a row stored before is known again', async () => {
    const scope = {
      person: 'p1',
      name: '新安',
      role: 'clerk' as const,
      office: { kind: 'township' as const, id: 'xinan' },
      township: 'xinan',
    }
    const rules = (await definition(scope, 'tips'))?.ledger
    if (!rules) return expect.fail('no such ledger')
    const row = (at: number, place: string) => ({
      row: at,
      id: `rtest${at}`,
      township: 'xinan',
      data: { place, kind: '走访' },
      fresh: true as const,
    })
    const rows = [row(2, '冯湾'), row(3, '陈湾')]
    await made('xinan', 'tips', { place: '陈湾', kind: '走访' })
    const clock = clockAt(new Date('2026-03-02T04:00:00Z'))
    const store = async () =>
      (await storePlanned(rules, rows, scope, clock, await world())).overtaken.map((each) => [each.row.row, each.faults[0]?.path])
    expect(await store()).toEqual([[3, 'kind']])
    expect(await store()).toEqual([[3, 'kind']])
    expect((await ask('xinan')('GET', '/api/records/tips/rtest2')).body.version).toBe(1)
  })

  test('refuses the step that would create a second, whole, with its row', async () => {
    const id = await made('county', 'plans', { title: '规划' })
    expect((await act('county', 'plans', id, 'plan', { places: ['甲村', '乙村'] })).status).toBe(200)
    const again = await act('county', 'plans', id, 'plan', { places: ['丙村', '乙村'] })
    expect([again.status, again.body.errors?.[0]?.path], again.text).toEqual([422, 'given.places.1'])
    const twice = await act('county', 'plans', id, 'plan', { places: ['丁村', '丁 村'] })
    expect([twice.status, twice.body.errors?.[0]?.path], twice.text).toEqual([422, 'given.places.1'])
    const many = [...Array.from({ length: 90 }, (_, at) => `第${at}村`), '乙村']
    const late = await act('county', 'plans', id, 'plan', { places: many })
    expect([late.status, late.body.errors?.[0]?.path], late.text).toEqual([422, 'given.places.90'])
    expect((await ask('county')('GET', '/api/records/visits')).body.data).toHaveLength(2)
  })

  test('is handed over by a step that drops the one and creates the other', async () => {
    const replace = { label, from: ['open'], to: 'gone', by: ['county'], creates: [{ ledger: 'relays', fill: { place: '@place' } }] }
    const relays = {
      ...visits,
      key: 'relays',
      label: { zh: '接力', en: 'Relays' },
      part: undefined,
      transitions: { ...visits.transitions, replace: { ...replace, discharges: ['visit'] } },
      may: { ...visits.may, create: ['county'] },
    }
    const put = await ask('county')('PUT', '/api/ledgers/relays', { body: { ledger: withWayOut(relays as unknown as Ledger) } })
    expect(put.status, put.text).toBe(200)
    const id = await made('county', 'relays', { place: '郑湾' })
    const replaced = await act('county', 'relays', id, 'replace')
    expect([replaced.status, replaced.body.state], replaced.text).toEqual([200, 'gone'])
    expect((await create('county', 'relays', { place: '郑湾' })).status).toBe(422)
    expect((await ask('county')('GET', '/api/records/relays?state=open')).body.data).toHaveLength(1)
  })

  test('holds for what was entered before that was asked, once the night has passed', async () => {
    const ledger = { ...tips, key: 'calls', once: undefined }
    await saveDefinition(systemScope(), { key: 'calls', version: 1, ledger }, new Date())
    await refreshChanged(clockAt(new Date('2026-03-02T04:00:00Z')))
    const [first, same] = [
      await made('xinan', 'calls', { place: '吴湾', kind: '走访' }),
      await made('xinan', 'calls', { place: '吴湾', kind: '走访' }),
    ]
    await saveDefinition(systemScope(), { key: 'calls', version: 2, ledger: { ...ledger, once: ['place', 'kind'] } }, new Date())
    expect((await definition(systemScope(), 'calls'))?.ledger.once).toEqual(['place', 'kind'])
    await refreshChanged(clockAt(new Date('2026-03-03T04:00:00Z')))
    expect((await create('xinan', 'calls', { place: '吴湾', kind: '走访' })).status).toBe(422)
    for (const id of [first, same]) expect((await act('xinan', 'calls', id, 'end')).status).toBe(200)
  })
})
