import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../functions/catalogue.ts'
import { named } from '../../functions/mail/owed.ts'
import { survey } from '../../functions/mail/survey.ts'
import { calendarOf, plannedFields } from '../../functions/papers/calendar.ts'
import { icsOf } from '../../functions/papers/ics.ts'
import { world } from '../../functions/world.ts'
import { calledIn } from '../../shared/heading.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { Scope } from '../../shared/scope.ts'
import { calendarLine } from '../../shared/words/calendar.ts'
import type { Client } from './api-house.ts'
import { openHouse } from './api-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let county: Client
let xinan: Client

beforeAll(async () => {
  house = await openHouse('2026-03-02')
  county = await house.as('county')
  xinan = await house.as('xinan')
  const data = { title: '修路；排水,两件事', body: '路坏了。', deputies: ['张三'] }
  let { body } = await xinan('POST', '/api/records/suggestions', { body: { data } })
  const steps = [
    [xinan, 'submit', {}],
    [county, 'register', {}],
    [county, 'assign', { lead: 'water' }],
  ] as const
  for (const [who, transition, given] of steps) {
    const headers = { 'if-match': `"${body.version}"` }
    ;({ body } = await who('POST', `/api/records/suggestions/${body.id}/events`, { headers, body: { transition, given } }))
  }
  expect(body.state).toBe('assigned')
})

const addressOf = async (client: Client) => new URL(String((await client('POST', '/api/year/address')).body.address)).pathname
/** What a program that subscribes gets. */
const fed = (path: string) => house.call('GET', path)

describe('the calendar of a year', () => {
  test('tells each office what it owes, and nothing that others owe', async () => {
    const { data } = (await (await house.as('water'))('GET', '/api/year?year=2026')).body
    expect(data).toMatchObject([
      { on: '2026-03-09', what: 'owed', heading: '修路；排水,两件事' },
      { on: '2026-06-02', what: 'owed' },
    ])
    expect((await (await house.as('housing'))('GET', '/api/year?year=2026')).body.data).toEqual([])
    expect((await (await house.as('water'))('GET', '/api/year?year=2025')).body.data).toEqual([])
  })

  test('is subscribed to by an address that needs no session, and is in the form that programs read', async () => {
    const water = await house.as('water')
    const path = await addressOf(water)
    const answer = await fed(path)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    const lines = answer.text.split('\r\n')
    expect(lines[0]).toBe('BEGIN:VCALENDAR')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    const whole = answer.text.replaceAll('\r\n ', '')
    expect(whole).toContain('DTSTART;VALUE=DATE:20260602')
    expect(whole).toMatch(/SUMMARY:待办 答复代表：2026-\d+《修路；排水\\,两件事》（xinan）/)
    expect((await fed(path)).text).toBe(answer.text)
  })

  test('says so when it cannot hold all', async () => {
    const scope: Scope = { person: 'pwater000', name: '水务局', role: 'liaison', office: { kind: 'unit', id: 'water' } }
    const looking = { scope, world: await world(), catalogue: await catalogue(scope), today: '2026-03-02' }
    const of = async (most: number) => calendarOf(looking, '2026-01-01', '2026-12-31', most)
    expect([await of(1), await of(2)].map(({ days, more }) => [days.length, more])).toEqual([
      [1, true],
      [2, false],
    ])
    expect(icsOf({ name: '日程', note: '只列出前 1 条' }, [], '', { ledger: () => undefined, place: () => undefined })).toContain(
      'X-WR-CALDESC:只列出前 1 条\r\n',
    )
  })

  test('looks through so many items of a kind and year, and says so when there were more', async () => {
    const data = (name: string) => ({ name, kind: 'other', day: '2026-09-09' })
    for (const name of ['甲会', '乙会'])
      expect((await county('POST', '/api/records/meetings', { body: { data: data(name) } })).status).toBe(201)
    const scope: Scope = { person: 'pcounty00', name: '王芳', role: 'admin', office: { kind: 'county', id: 'county' } }
    const looking = { scope, world: await world(), catalogue: await catalogue(scope), today: '2026-03-02' }
    const of = async (looked: number) => (await calendarOf({ ...looking, looked }, '2026-01-01', '2026-12-31')).more
    expect([await of(1), await of(2)]).toEqual([true, false])
  })

  test('ends with its address: taken back, replaced, or its owner disabled', async () => {
    const housing = await house.as('housing')
    const first = await addressOf(housing)
    const second = await addressOf(housing)
    expect([(await fed(first)).status, (await fed(second)).status]).toEqual([404, 200])
    expect((await housing('DELETE', '/api/year/address')).status).toBe(204)
    expect((await fed(second)).status).toBe(404)
    expect((await housing('GET', '/api/year/address')).body).toEqual({ since: null })
    expect((await fed('/api/calendars/nothing.ics')).status).toBe(404)
  })

  test('names no item that one desk reads alone', async () => {
    const data = { post: '机密局局长', name: '李四', nominator: '县长', meetingOn: '2026-05-06' }
    const made = await county('POST', '/api/records/appointments', { body: { data } })
    expect(made.status, made.text).toBe(201)
    const { data: days = [] } = (await county('GET', '/api/year?year=2026')).body
    expect(days.filter(({ what }) => what === 'planned')).toMatchObject([{ on: '2026-05-06', ledger: 'appointments', id: made.body.id }])
    const text = (await fed(await addressOf(county))).text.replaceAll('\r\n ', '')
    expect(text).toContain('DTSTART;VALUE=DATE:20260506')
    for (const told of [JSON.stringify(days), text]) expect(told).not.toMatch(/机密|李四/)
  })
})

test('a line says who acts: of what is owed the reader, wherever the item comes from; of what is planned its place, told once', async () => {
  const words = { whose: '本单位', place: '新安镇' }
  const line = (day: object, ledger: string, more: object = words) => {
    const found = ledgers.find(({ key }) => key === ledger) as (typeof ledgers)[number]
    const { before, name, after } = calendarLine(day as never, found, 'zh', more as typeof words)
    return before + name + after
  }
  const owed = { what: 'owed', label: { zh: '审查登记', en: 'Check' }, number: '2026-0430', heading: '关于修路的建议' }
  expect(line(owed, 'suggestions')).toBe('本单位审查登记：2026-0430《关于修路的建议》（新安镇）')
  for (const ledger of ledgers) {
    expect(line(owed, ledger.key)).toMatch(/^本单位审查登记：2026-0430.*（新安镇）$/)
    for (const [, { label, comes }] of plannedFields(ledger)) {
      const says = { zh: comes?.zh.replace('{township}', '新安镇') ?? '', en: '' }
      const said = line({ what: 'planned', label, says, heading: '排涝' }, ledger.key)
      expect(said.split('新安镇'), said).toHaveLength(2)
      expect(line({ what: 'planned', label, says, heading: '新安镇排涝' }, ledger.key)).not.toMatch(/^新安镇.*新安镇/)
      expect(said).not.toMatch(/(.)\1\1|《《|““/)
    }
  }
  const visit = { purpose: '走访代表之家', leader: '周正阳', date: '2026-04-01' }
  const made = await county('POST', '/api/records/township-visits', { body: { data: visit, township: 'xinan' } })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const { data: days } = (await county('GET', '/api/year?year=2026')).body as { data: { id: string; what: string }[] }
  const planned = days.find(({ id, what }) => id === made.body.id && what === 'planned') ?? {}
  expect(line(planned, 'township-visits', { whose: '', place: 'xinan' })).toBe('周正阳到xinan联系：走访代表之家')
})

test('a part that is called by a step only is told with what it is a part of, wherever it stands alone', async () => {
  const milestones = [{ milestone: '收齐报告', by: '2026-03-20' }]
  const data = { goal: '跟踪审计整改', measure: '销号', finishOn: '2026-06-30', milestones }
  const made = await county('POST', '/api/records/annual-tasks', { body: { data } })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const headers = { 'if-match': `"${made.body.version}"` }
  const assigned = await county('POST', `/api/records/annual-tasks/${made.body.id}/events`, { headers, body: { transition: 'assign' } })
  expect(assigned.status, JSON.stringify(assigned.body)).toBe(200)
  const whole = `${assigned.body.number} ${assigned.body.heading}`
  const year = (await county('GET', '/api/year?year=2026')).body.data as { heading: string; ledger: string }[]
  expect(year.filter(({ ledger }) => ledger === 'task-milestones').map(({ heading }) => heading)).toEqual([`${whole}：收齐报告`])
  const duties = (await county('GET', '/api/duties?limit=100')).body.data as {
    record: { ledger: string; heading: string; partOf?: string }
  }[]
  const owed = duties.filter(({ record: { ledger } }) => ledger === 'task-milestones').map(({ record }) => calledIn(record, record.partOf))
  expect(owed).toEqual([`${whole}：收齐报告`])
  const { open } = await survey('2026-03-20')
  const mailed = open.filter(({ ledger: { key } }) => key === 'task-milestones').map(({ ledger, record }) => named(ledger, record).heading)
  expect(mailed).toEqual([`${whole}：收齐报告`])
})

test('every day that a calendar plans has a sentence about what comes on it', () => {
  const planned = ledgers.flatMap((ledger) => plannedFields(ledger).map(([key, field]) => ({ place: `${ledger.key}.${key}`, ...field })))
  expect(planned.length).toBeGreaterThan(10)
  const mute = planned.filter(({ comes }) => [comes?.zh, comes?.en].some((text) => text?.split('{this}').length !== 2))
  expect(mute.map(({ place }) => place)).toEqual([])
  const day = { on: '2026-12-01', what: 'planned', label: { zh: '检查开始', en: 'Starts' }, says: { zh: '开始检查{this}', en: '' } }
  const line = {
    ...day,
    ledger: 'law-inspections',
    id: 'r1',
    key: 'startOn',
    number: '检查2026-02',
    heading: '特种设备安全法',
    township: null,
  }
  const of = { ledger: (key: string) => ledgers.find((each) => each.key === key) }
  const ics = icsOf({ name: '日程' }, [{ ...line, updatedAt: '2026-11-30T00:00:00Z' } as never], '', { ...of, place: () => undefined })
  expect(ics.replaceAll('\r\n ', '')).toContain('SUMMARY:开始检查《特种设备安全法》')
})
