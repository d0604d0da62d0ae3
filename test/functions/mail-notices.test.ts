import { beforeAll, describe, expect, it } from 'vitest'
import { handler as notify } from '../../functions/notify.ts'
import { handler as remind } from '../../functions/remind.ts'
import { readWhole } from '../../functions/store/records.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { inbox, type Mail, type Parts } from '../platform.ts'
import { type Answer, type Body, type Client, openHouse } from './api-house.ts'
import { streamed } from './mail-county.ts'

let parts: Parts
let people: { [name in 'county' | 'leader' | 'xinan' | 'tanggou' | 'water' | 'housing' | 'deputy1']: Client }
let xinan: string
let tanggou: string

beforeAll(async () => {
  const house = await openHouse('2026-06-05')
  parts = house.parts
  const names = ['county', 'leader', 'xinan', 'tanggou', 'water', 'housing', 'deputy1'] as const
  people = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await house.as(name)] as const))) as typeof people
  xinan = await assign('xinan', 'water', '2026-06-05')
  tanggou = await assign('tanggou', 'housing', '2026-06-08')
  for (const id of [xinan, tanggou]) {
    const { events = [] } = (await readWhole(systemScope(), 'suggestions', id)) ?? {}
    await notify(streamed({ record: { ledger: 'suggestions', id } as never }, events))
  }
  await remind({ date: '2026-06-17' })
})

/** A suggestion of a township, assigned to a unit with a day to answer by; its id. */
async function assign(township: 'xinan' | 'tanggou', lead: string, due: string): Promise<string> {
  const data = { title: `关于整治${township}污水的建议`, body: '河水发黑。', deputies: ['张桂兰'] }
  let record = sure(await people[township]('POST', '/api/records/suggestions', { body: { data } }))
  const steps: [Client, string, object][] = [
    [people[township], 'submit', {}],
    [people.county, 'register', {}],
    [people.county, 'assign', { lead, due }],
  ]
  for (const [who, transition, given] of steps) {
    const headers = { 'if-match': `"${record.version}"` }
    record = sure(await who('POST', `/api/records/suggestions/${record.id}/events`, { headers, body: { transition, given } }))
  }
  return record.id ?? ''
}

function sure(answer: Answer): Body {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}

// Other files write to the same inbox at the same time: only mails that link to this county's records are ours.
const mails = async (): Promise<Mail[]> =>
  (await inbox(parts.mail)).filter(({ body }) => [xinan, tanggou].some((id) => body.text?.includes(id)))

const log = async (who: Client, query = ''): Promise<Body[]> => sure(await who('GET', `/api/notices${query}`)).data ?? []
const about = (notices: Body[]): Set<unknown> => new Set(notices.map((notice) => (notice.record as Body).id))

describe('the delivery log', () => {
  it('tells who brought an item which steps it took', async () => {
    const notices = await log(people.deputy1, `?record=${xinan}&limit=100`)
    expect(notices.filter(({ rule }) => rule === 'progress').map(({ step }) => step)).toEqual(expect.arrayContaining(['登记', '交办']))
    expect(notices.filter(({ rule, step }) => rule !== 'progress' && step !== undefined)).toEqual([])
  })

  it('has in the bell of a township, and in no log of mails, what others did with its item', async () => {
    const me = String(sure(await people.xinan('GET', '/api/session')).id)
    const shown = (await log(people.xinan, `?recipient=${me}`)).filter(({ rule }) => rule === 'step')
    expect(shown.map(({ step, record, state }) => [step, (record as Body).id, state]).sort()).toEqual(
      ['交办', '登记'].map((step) => [step, xinan, 'suppressed']),
    )
    const logs = [log(people.county, '?limit=100'), log(people.county, `?recipient=${me}`), log(people.xinan), log(people.tanggou)]
    expect((await Promise.all(logs)).flat().filter(({ rule, record }) => rule === 'step' && (record as Body).id === xinan)).toEqual([])
  })

  it('shows the county everything, newest day first, with what the contract names', async () => {
    const notices = await log(people.county, '?limit=100')
    expect(about(notices)).toEqual(new Set([xinan, tanggou]))
    expect(notices.map(({ on }) => on)).toEqual(
      notices
        .map(({ on }) => on)
        .sort()
        .reverse(),
    )
    const overdue = notices.find((notice) => notice.rule === 'T+1w#2' && notice.to === 'water@duban.test')
    expect(overdue).toMatchObject({ record: { ledger: 'suggestions', id: xinan }, on: '2026-06-17', state: 'sent', dueOn: '2026-06-05' })
    expect(overdue?.subject).toContain('超期')
    expect(await log(people.leader, '?limit=100')).toEqual(notices)
  })

  it('shows an office its own and what was said about records that it may read', async () => {
    expect(about(await log(people.xinan))).toEqual(new Set([xinan]))
    expect((await log(people.xinan)).some(({ to }) => to === 'water@duban.test')).toBe(true)
    expect(new Set((await log(people.water)).map(({ to }) => to))).toEqual(new Set(['water@duban.test']))
    expect(about(await log(people.water, `?record=${xinan}`))).toEqual(new Set([xinan]))
    expect(new Set((await log(people.deputy1)).map(({ to, rule }) => `${rule} ${to}`))).toEqual(new Set(['progress deputy1@duban.test']))
  })

  it('shows nobody what was said about a foreign record', async () => {
    for (const query of [
      `?record=${tanggou}`,
      '?recipient=housing@duban.test',
      '?recipient=housing',
      '?recipient=tanggou',
      `?record=${tanggou}&recipient=housing`,
    ]) {
      expect(await log(people.xinan, query), query).toEqual([])
      expect(await log(people.water, query), query).toEqual([])
    }
  })

  it('can be asked for a record, a recipient and a day, each with every other', async () => {
    expect(about(await log(people.county, `?record=${xinan}`))).toEqual(new Set([xinan]))
    expect(new Set((await log(people.county, '?recipient=water')).map(({ to }) => to))).toEqual(new Set(['water@duban.test']))
    expect(new Set((await log(people.county, '?recipient=WATER@duban.test')).map(({ to }) => to))).toEqual(new Set(['water@duban.test']))
    expect(new Set((await log(people.county, '?date=2026-06-17')).map(({ on }) => on))).toEqual(new Set(['2026-06-17']))
    expect(await log(people.county, '?date=2026-06-16')).toEqual([])
    const both = await log(people.county, `?record=${xinan}&recipient=water&date=2026-06-17`)
    expect(both.length).toBeGreaterThan(0)
    expect(both.every(({ to, on }) => to === 'water@duban.test' && on === '2026-06-17')).toBe(true)
  })

  it('is paged without repeats or gaps', async () => {
    const all = await log(people.county, '?limit=100')
    const paged: Body[] = []
    let cursor = ''
    do {
      const page = sure(await people.county('GET', `/api/notices?limit=3${cursor}`))
      paged.push(...(page.data ?? []))
      cursor = page.next ? `&cursor=${page.next}` : ''
    } while (cursor)
    expect(paged).toEqual(all)
  })

  it('refuses what it does not know', async () => {
    for (const query of ['?date=2026-02-30', '?cursor=abc', '?limit=0', '?colour=red']) {
      expect((await people.county('GET', `/api/notices${query}`)).status, query).toBe(422)
    }
  })

  it('opens a mail as it was sent, but for the links that act, to the county and to whom it was addressed', async () => {
    const [notice] = await log(people.county, '?recipient=water&date=2026-06-17')
    const path = `/api/notices/${notice?.id}/letter`
    const sent = (await mails())
      .filter(({ destination, subject }) => destination.to[0] === 'water@duban.test' && subject === notice?.subject)
      .at(-1)
    const { subject, text } = sure(await people.county('GET', path)) as unknown as { subject: string; text: string }
    const lines = (mail = '') => mail.split('\n').filter((line) => !/https?:/.test(line))
    expect([subject, lines(text)]).toEqual([sent?.subject, lines(sent?.body.text)])
    expect(sent?.body.text).toContain('/act/')
    expect(text).not.toContain('/act/')
    expect((await people.water('GET', path)).status).toBe(200)
    for (const who of [people.xinan, people.housing, people.deputy1]) expect((await who('GET', path)).status).toBe(404)
  })
})

describe('the preview', () => {
  it('names who would be mailed what, and sends nothing', async () => {
    const before = (await mails()).length
    const preview = sure(await people.county('GET', '/api/notices/preview?date=2026-06-24'))
    expect(preview).toMatchObject({ date: '2026-06-24', workday: true, planned: preview.data?.length })
    const water = preview.data?.find(({ to }) => to === 'water@duban.test')
    expect(about((water?.notices ?? []) as Body[])).toContain(xinan)
    expect((await mails()).length).toBe(before)
    const run = await remind({ date: '2026-06-24', dryRun: true })
    expect(run.planned).toBe(preview.planned)
  })

  it('shows an office only its own mail', async () => {
    const { data = [] } = sure(await people.water('GET', '/api/notices/preview?date=2026-06-24'))
    expect(data.map(({ to }) => to)).toEqual(['water@duban.test'])
  })

  it('says why a day is without reminders', async () => {
    expect(sure(await people.county('GET', '/api/notices/preview?date=2026-06-19'))).toEqual({
      date: '2026-06-19',
      workday: false,
      rest: '端午节',
      planned: 0,
      data: [],
    })
  })
})

describe('urging', () => {
  const urge = (who: Client, id: string) => who('POST', `/api/records/suggestions/${id}/urge`, { body: {} })

  it('is for the county and the township, when somebody is late, once a day', async () => {
    expect((await urge(people.county, tanggou)).status).toBe(409)
    process.env.TODAY = '2026-06-18'
    expect((await urge(people.water, xinan)).status).toBe(403)
    expect((await urge(people.leader, xinan)).status).toBe(403)
    expect((await urge(people.tanggou, xinan)).status).toBe(404)
    const urged = await urge(people.xinan, xinan)
    expect(urged.text).toBe('{"sent":1}')
    const mail = (await mails()).at(-1)
    expect(mail?.subject).toMatch(/^督办 催办：2026-0001 /)
    expect(mail?.body.text).toContain('超期')
    // Said once, by whom; and the log tells who urged.
    expect(mail?.body.text?.split('催办代表建议 ')).toHaveLength(2)
    expect(mail?.body.text).toContain('这封信由催办的单位发出')
    const log = (await people.county('GET', `/api/notices?record=${xinan}`)).body.data as unknown as { rule: string; by?: string }[]
    expect(log.filter(({ rule }) => rule === 'urge').map(({ by }) => by)).toEqual(['township:xinan', 'township:xinan'])
    const again = await urge(people.county, xinan)
    expect([again.status, again.body.detail]).toEqual([409, '今天已经催过，明天可以再催。'])
  })

  it('of several items at once is for who may urge about each of them', async () => {
    process.env.TODAY = '2026-06-22'
    const beside = [{ ledger: 'suggestions', id: tanggou }]
    const both = (who: Client) => who('POST', `/api/records/suggestions/${xinan}/urge`, { body: { beside } })
    expect((await both(people.xinan)).status).toBe(404)
    expect((await both(people.county)).body).toEqual({ sent: 2 })
    expect((await both(people.county)).status).toBe(409)
  })

  it('of items of several townships in one mail tells a township in its log of its own alone', async () => {
    const other = await assign('tanggou', 'water', '2026-06-23')
    process.env.TODAY = '2026-06-24'
    const beside = [{ ledger: 'suggestions', id: other }]
    const urged = await people.county('POST', `/api/records/suggestions/${xinan}/urge`, { body: { beside } })
    expect(urged.body).toEqual({ sent: 1 })
    const mail = (await mails()).at(-1)
    for (const id of [xinan, other]) expect(mail?.body.text).toContain(id)
    for (const query of ['', `?record=${other}`]) {
      const [notice, ...more] = (await log(people.tanggou, query)).filter(
        ({ rule, record }) => rule === 'urge' && (record as Body).id === other,
      )
      expect([notice?.state, notice?.subject, more]).toEqual(['sent', expect.stringContaining('tanggou'), []])
      expect(JSON.stringify(notice)).not.toContain('xinan')
    }
  })
})

describe('what a notice was about', () => {
  it('says of an item that was deleted since that it is gone, and of no other', async () => {
    const data = { title: '关于疏通沟渠的建议', body: '沟渠淤积。', deputies: ['张桂兰'] }
    let record = sure(await people.xinan('POST', '/api/records/suggestions', { body: { data } }))
    const version = () => ({ 'if-match': `"${record.version}"` })
    const path = `/api/records/suggestions/${record.id}`
    for (const [who, transition, given] of [
      [people.xinan, 'submit', {}],
      [people.county, 'sendBack', { reason: '一事一议' }],
    ] as const)
      record = sure(await who('POST', `${path}/events`, { headers: version(), body: { transition, given } }))
    const { events = [] } = (await readWhole(systemScope(), 'suggestions', record.id ?? '')) ?? {}
    await notify(streamed({ record: { ledger: 'suggestions', id: record.id } as never }, events))
    const me = String(sure(await people.xinan('GET', '/api/session')).id)
    const bell = async () => {
      const all = await log(people.xinan, `?recipient=${me}&limit=100`)
      return [true, false].map(
        (mine) => new Set(all.filter((each) => ((each.record as Body).id === record.id) === mine).map(({ gone }) => gone)),
      )
    }
    expect(await bell()).toEqual([new Set([undefined]), new Set([undefined])])
    sure(await people.xinan('DELETE', path, { headers: version() }))
    expect(await bell()).toEqual([new Set([true]), new Set([undefined])])
    sure(await people.xinan('POST', `${path}/restore`, { headers: { 'if-match': `"${Number(record.version) + 1}"` } }))
    expect(await bell()).toEqual([new Set([undefined]), new Set([undefined])])
  })
})
