import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { readWhole } from '../../functions/store/records.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import type { EventAnswer } from '../../shared/wire.ts'
import { inbox } from '../platform.ts'
import { type Answer, type Client, openHouse, password } from './api-house.ts'
import { found, unproved } from './outsider.ts'
import { download } from './sheets-house.ts'

const key = 'appointments'
const [today, meetingOn] = ['2026-03-02', '2026-03-30']
const label = (id: string) => ({ zh: id, en: id })
const offices = [
  { id: 'county', kind: 'county' as const, name: label('county') },
  { id: 'xinan', kind: 'township' as const, name: label('xinan') },
  { id: 'water', kind: 'unit' as const, name: label('water') },
  { id: 'deputy1', kind: 'deputy' as const, name: { zh: '张桂兰', en: 'Zhang Guilan' }, township: 'xinan' },
]
const one = (id: string, role: 'admin' | 'county' | 'leader' | 'clerk' | 'liaison' | 'deputy', office: string, desks?: string[]) => ({
  email: `${id}@duban.test`,
  name: id,
  role,
  office,
  password,
  ...(desks ? { desks } : {}),
})
const people = [
  one('admin', 'admin', 'county'),
  one('desk', 'county', 'county', ['personnel']),
  one('clerk', 'county', 'county'),
  one('leader', 'leader', 'county'),
  one('xinan', 'clerk', 'xinan'),
  one('water', 'liaison', 'water'),
  one('deputy1', 'deputy', 'deputy1'),
]
const outsiders = ['clerk', 'xinan', 'water', 'deputy1']
/** The candidate, in words that occur nowhere else. */
const [post, name] = ['县水务局局长甲', '欧阳无双']
const secrets = { review: '初审秘密', inspection: '考察秘密', talk: '谈话秘密', reason: '实名反映秘密' }

let house: Awaited<ReturnType<typeof openHouse>>
let as: Record<string, Client>
let id: string

beforeAll(async () => {
  house = await openHouse(today, { offices, people })
  as = Object.fromEntries(await Promise.all(people.map(async ({ name: who }) => [who, await house.as(who)])))
})

describe('an appointment that is not yet announced', () => {
  const steps: [string, Record<string, unknown>][] = [
    ['receive', {}],
    ['qualify', { review: secrets.review }],
    ['exam', { score: 50 }],
    ['exam', { score: 71 }],
    ['talk', { inspection: secrets.inspection, talk: secrets.talk, commitment: '公示承诺' }],
    ['agenda', {}],
    ['hold', { reason: secrets.reason }],
    ['release', {}],
    ['agenda', {}],
    ['hear', { speech: '供职发言' }],
  ]

  test('is made at the personnel desk and nowhere else', async () => {
    const data = { post, name, nominator: '县长', organ: 'water', meetingOn }
    for (const who of [...outsiders, 'leader'])
      expect([who, (await ask(who)('POST', `/api/records/${key}`, { body: { data } })).status]).toEqual([
        who,
        who === 'deputy1' ? 404 : 403,
      ])
    const made = await ask('desk')('POST', `/api/records/${key}`, { body: { data } })
    expect(made.status, made.text).toBe(201)
    id = String(made.body.id)
    await told()
  })

  test('is seen at every step by the desk and the leader, and by nobody else in any way', async () => {
    await isHidden('create')
    for (const [transition, given] of steps) {
      await take(transition, given)
      await isHidden(transition)
    }
    for (const who of ['desk', 'admin', 'leader']) {
      const seen = await ask(who)('GET', `/api/records/${key}/${id}`)
      expect([who, seen.status, seen.text.includes(secrets.inspection)]).toEqual([who, 200, true])
      const { body } = await ask(who)('GET', `/api/records/${key}/${id}/events`)
      expect([who, body.chain, unproved(body.data as unknown as EventAnswer[])]).toEqual([who, { ok: true, count: body.data?.length }, []])
    }
  })

  test('is not betrayed by an item that names it', async () => {
    const data = { post: '县水务局副局长', name: '乙', organ: 'water', meetingOn, appointment: [id] }
    const made = await ask('admin')('POST', '/api/records/report-appraisals', { body: { data } })
    expect(made.status, made.text).toBe(201)
    const notified = await ask('admin')('POST', `/api/records/report-appraisals/${made.body.id}/events`, {
      headers: { 'if-match': '"1"' },
      body: { transition: 'notify', given: {} },
    })
    expect(notified.status, notified.text).toBe(200)
    for (const who of ['clerk', 'water']) {
      const seen = await ask(who)('GET', `/api/records/report-appraisals/${made.body.id}`)
      expect([who, seen.status, tells(seen.text)]).toEqual([who, 200, false])
    }
  })

  test('is in nobody’s mail or log but the desk’s and the administrator’s', async () => {
    const { handler } = await import('../../functions/remind.ts')
    for (const date of ['2026-03-27', '2026-03-30', '2026-04-02']) await handler({ date })
    const mails = (await inbox(house.parts.mail)).filter((mail) => tells(JSON.stringify(mail)) || JSON.stringify(mail).includes(id))
    expect([...new Set(mails.flatMap(({ destination }) => destination.to))].sort()).toEqual(['admin@duban.test', 'desk@duban.test'])
    for (const who of outsiders) {
      const paths = ['/api/notices', `/api/notices?record=${id}`, '/api/notices?recipient=county', '/api/notices/preview?date=2026-04-03']
      const answers = await Promise.all(paths.map((path) => ask(who)('GET', path)))
      expect([who, ...answers.map(({ text }) => text.includes(id) || tells(text))]).toEqual([who, false, false, false, false])
    }
    const said = (await ask('desk')('GET', `/api/notices?record=${id}`)).body.data ?? []
    expect(said.length).toBeGreaterThan(0)
    for (const notice of said)
      for (const who of outsiders) expect([who, (await ask(who)('GET', `/api/notices/${notice.id}/letter`)).status]).toEqual([who, 404])
  })
})

describe('an appointment that is announced', () => {
  test('is read by county, townships and its organ, without the file of the desk', async () => {
    const ballot = { all: 30, present: 28, issued: 28, collected: 28, valid: 28, for: 26, against: 1, abstained: 1 }
    const vote = { ballot, tellers: ['计票甲', '监票乙'] }
    const early = await tried('vote', vote)
    expect([early.status, early.body.errors?.map(({ path }) => path)], early.text).toEqual([422, ['on']])
    process.env.TODAY = meetingOn
    await take('vote', vote)
    await isHidden('vote')
    await take('publish', {})
    for (const who of ['clerk', 'xinan', 'water']) {
      const seen = [
        await ask(who)('GET', `/api/records/${key}/${id}`),
        await ask(who)('GET', `/api/records/${key}/${id}/events`),
        await ask(who)('GET', `/api/records/${key}`),
        await download(ask(who), `/api/exports/${key}?format=csv`),
      ]
      expect([who, ...seen.map(({ status }) => status)]).toEqual([who, 200, 200, 200, 200])
      const text = seen.map((each) => each.text).join('\n')
      expect([who, tells(text), text.includes('公示承诺')]).toEqual([who, true, true])
      for (const secret of Object.values(secrets)) expect([who, secret, text.includes(secret)]).toEqual([who, secret, false])
      const kept = ['score', 'grade', 'exams', 'materials', 'votes']
      expect([who, Object.keys((seen[0]?.body.data ?? {}) as object).filter((key) => kept.includes(key))]).toEqual([who, []])
      const events = seen[1]?.body.data as unknown as EventAnswer[]
      expect([who, events.flatMap(({ changes }) => Object.keys(changes)).filter((key) => kept.includes(key))]).toEqual([who, []])
      const scores = Array.from({ length: 101 }, (_, score) => score)
      expect([who, found(events, 'score', scores), unproved(events)]).toEqual([who, [], []])
      expect([who, seen[1]?.body.chain]).toEqual([who, { ok: true, count: events.length }])
      expect([who, text.includes('计票甲')]).toEqual([who, who === 'clerk'])
    }
    expect((await ask('deputy1')('GET', `/api/records/${key}/${id}`)).status).toBe(404)
  })
})

const ask = (who: string): Client => as[who] as Client
const tells = (text: string): boolean => [post, name].some((word) => text.includes(word) || text.includes(encodeURIComponent(word)))

/** No way leads an outsider to it: page, history, lists, search, counts, figures, duties, export. */
async function isHidden(after: string): Promise<void> {
  for (const who of outsiders) {
    const call = ask(who)
    const statuses = await Promise.all(
      [`/api/records/${key}/${id}`, `/api/records/${key}/${id}/events`].map(async (path) => (await call('GET', path)).status),
    )
    expect([after, who, ...statuses]).toEqual([after, who, 404, 404])
    const q = encodeURIComponent(name)
    const answers = await Promise.all(
      [`/api/records/${key}`, '/api/records', `/api/records?q=${q}`, `/api/records/${key}?q=${q}`, '/api/duties'].map((path) =>
        call('GET', path),
      ),
    )
    const file = await download(call, `/api/exports/${key}?format=csv`)
    expect([after, who, ...[...answers, file].map(({ text }) => tells(text))]).toEqual([after, who, ...Array(6).fill(false)])
    const [counts, figures] = await Promise.all([call('GET', `/api/counts/${key}`), call('GET', `/api/figures/${key}`)])
    const total = figures.body.total as { records?: number } | undefined
    expect([after, who, counts.body.total ?? 0, total?.records ?? 0]).toEqual([after, who, 0, 0])
  }
}

async function tried(transition: string, given: Record<string, unknown>): Promise<Answer> {
  const { version } = (await ask('desk')('GET', `/api/records/${key}/${id}`)).body
  return ask('desk')('POST', `/api/records/${key}/${id}/events`, {
    headers: { 'if-match': `"${version}"` },
    body: { transition, given },
  })
}

async function take(transition: string, given: Record<string, unknown>): Promise<void> {
  const taken = await tried(transition, given)
  expect(taken.status, `${transition}: ${taken.text}`).toBe(200)
  await told()
}

/** The newest event as the table's stream brings it. */
async function told(): Promise<void> {
  const { handler } = await import('../../functions/notify.ts')
  const event = (await readWhole(systemScope(), key, id))?.events.at(-1)
  const item = { pk: `guannan#R#${key}#${id}`, sk: `E#${String(event?.seq).padStart(6, '0')}`, ledger: key, id, event }
  const NewImage = marshall(item, { removeUndefinedValues: true }) as never
  await handler({ Records: [{ eventName: 'INSERT', dynamodb: { NewImage, SequenceNumber: `${event?.seq}` } }] })
}
