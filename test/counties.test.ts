import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { startCalls } from '../cdk/local/calls.ts'
import { countyOfAddress } from '../functions/store/counties.ts'
import { countyHere, inCounty } from '../functions/store/county.ts'
import { openOutbox, readOutbox } from '../functions/store/outbox.ts'
import { listPeople, type Person } from '../functions/store/people.ts'
import { readRecord } from '../functions/store/records.ts'
import { systemScope } from '../functions/store/system-scope.ts'
import type { Key } from '../functions/store/table.ts'
import { type Client, cookieOf, county as countyIn, openHouse, password } from './functions/api-house.ts'
import { inbox } from './platform.ts'

let house: Awaited<ReturnType<typeof openHouse>>
const offices = [
  { id: 'county', kind: 'county' as const, name: { zh: '海安县人大', en: 'Haian' } },
  { id: 'xinan', kind: 'township' as const, name: { zh: '新安镇', en: 'Xinan' } },
  { id: 'water', kind: 'unit' as const, name: { zh: '水务局', en: 'Water' } },
]
const people = [
  { email: 'chief@haian.test', name: '海安管理员', role: 'admin' as const, office: 'county', password },
  { email: 'clerk@haian.test', name: '海安镇办', role: 'clerk' as const, office: 'xinan', password },
]
const haian = <T>(work: () => T) => inCounty({ county: 'haian' }, work)

beforeAll(async () => {
  house = await openHouse()
  expect(await house.bootstrap({ county: 'haian', offices, people })).toMatchObject({ offices: 3, people: 2, notInvited: [] })
})

describe('a county that was added to a deployment', () => {
  test('opens for its own people, by their address alone', async () => {
    const chief = await house.as('chief@haian.test')
    expect((await chief('GET', '/api/session')).body).toMatchObject({ name: '海安管理员', office: { name: { zh: '海安县人大' } } })
    const { body } = await chief('GET', '/api/accounts')
    expect(body.data?.map(({ email }) => email).sort()).toEqual(['chief@haian.test', 'clerk@haian.test'])
  })

  test('keeps what it writes under keys of its own', async () => {
    const clerk = await house.as('clerk@haian.test')
    const made = await clerk('POST', '/api/records/suggestions', { body: { data: { title: '海安的桥', body: '修桥', deputies: ['甲'] } } })
    expect(made.status, made.text).toBe(201)
    const id = String(made.body.id)
    expect(await haian(() => readRecord(systemScope(), 'suggestions', id))).toMatchObject({ id })
    expect(await readRecord(systemScope(), 'suggestions', id)).toBeNull()
    const own = await house.as('county')
    expect((await own('GET', `/api/records/suggestions/${id}`)).status).toBe(404)
  })

  test('does not open with a session of another: the county of a cookie is part of what it proves', async () => {
    const cookie = cookieOf(await house.call('POST', '/api/session', { body: { email: 'county@duban.test', password } }))
    const moved = cookie.replace('=', '=haian~')
    expect((await house.call('GET', '/api/session', { cookie: moved })).status).toBe(401)
    const other = cookieOf(await house.call('POST', '/api/session', { body: { email: 'chief@haian.test', password } }))
    expect((await house.call('GET', '/api/session', { cookie: other })).status).toBe(200)
    for (const county of ['', 'guannan~', 'nowhere~', '../~', 'HAIAN~'])
      expect((await house.call('GET', '/api/session', { cookie: other.replace('haian~', county) })).status, county).toBe(401)
  })

  test('shares no address with another: it opens an account in one county only', async () => {
    const own = await house.as('county')
    const account = { name: '某人', email: 'clerk@haian.test', role: 'clerk', office: { kind: 'township', id: 'xinan' } }
    expect((await own('POST', '/api/accounts', { body: account })).status).toBe(422)
    const chief = await house.as('chief@haian.test')
    expect((await chief('POST', '/api/accounts', { body: { ...account, email: 'county@duban.test' } })).status).toBe(422)
    const [someone] = await listPeople('system')
    expect((await own('PATCH', `/api/accounts/${someone?.id}`, { body: { email: 'chief@haian.test' } })).status).toBe(422)
    // Neither has lost his password by it.
    expect((await (await house.as('clerk@haian.test'))('GET', '/api/session')).status).toBe(200)
    expect((await (await house.as('county'))('GET', '/api/session')).status).toBe(200)
    const again = await house.bootstrap({
      county: 'haian',
      people: [{ ...account, email: 'county@duban.test', office: 'county', role: 'admin' }],
    })
    expect(again.notInvited).toEqual([{ email: 'county@duban.test', why: 'The address has an account in the county guannan' }])
  })

  test('lets an address go when its person takes another', async () => {
    const chief = await house.as('chief@haian.test')
    const { body } = await chief('GET', '/api/accounts')
    const clerk = body.data?.find(({ email }) => email === 'clerk@haian.test')
    expect((await chief('PATCH', `/api/accounts/${clerk?.id}`, { body: { email: 'desk@haian.test' } })).status).toBe(200)
    expect(await Promise.all(['clerk@haian.test', 'desk@haian.test'].map(countyOfAddress))).toEqual([null, 'haian'])
  })
})

test('a scope of one county is refused in another', async () => {
  const scope = haian(systemScope)
  await expect(async () => readRecord(scope, 'suggestions', 'r1')).rejects.toThrow('no business')
})

describe('the mornings of two counties', () => {
  let bridge = ''
  beforeAll(async () => {
    await house.bootstrap({ county: 'haian', origin: 'https://haian.test', mailFrom: 'haian@duban.example', ...countyIn('sea.test') })
    // The same item in both, told apart by what it says.
    for (const [domain, title] of [
      ['duban.test', '灌南的路灯'],
      ['sea.test', '海安的海堤'],
    ]) {
      const [own, office] = [await house.as(`tanggou@${domain}`), await house.as(`county@${domain}`)]
      let record = await own('POST', '/api/records/suggestions', { body: { data: { title, body: title, deputies: ['甲'] } } })
      for (const [who, transition, given] of [
        [own, 'submit', {}],
        [office, 'register', {}],
        [office, 'assign', { lead: 'water' }],
      ] as const) {
        record = await who('POST', `/api/records/suggestions/${record.body.id}/events`, {
          headers: { 'if-match': `"${record.body.version}"` },
          body: { transition, given },
        })
        expect(record.status, record.text).toBe(200)
      }
      bridge = String(record.body.id)
    }
  })

  const lettersOf = async (domain: string) =>
    (await inbox(house.parts.mail)).filter(({ destination }) => destination.to.some((to) => to.endsWith(`@${domain}`)))

  test('each gets letters of its own, from its own sender, leading to its own address', async () => {
    const { handler } = await import('../functions/remind.ts')
    const { counties } = await handler({ date: '2026-05-18' })
    expect(Object.keys(counties ?? {})).toEqual(['guannan', 'haian'])
    const [ours, theirs] = [await lettersOf('duban.test'), await lettersOf('sea.test')]
    expect(ours.length).toBeGreaterThan(0)
    expect(theirs.length).toBeGreaterThan(0)
    for (const { body } of ours) expect(body.text).not.toMatch(/海堤|haian\.test/)
    for (const { body } of theirs) expect(body.text).not.toMatch(/路灯|localhost:3000/)
    expect(theirs.every(({ from }) => from.includes('haian@duban.example'))).toBe(true)
    expect(theirs.some(({ body }) => body.text?.includes('https://haian.test/'))).toBe(true)
  })

  test('a link of a letter opens its own county, and in another it is none', async () => {
    const link =
      (await lettersOf('sea.test')).flatMap(({ body }) => /https:\/\/haian\.test\/act\/(\S+)/.exec(body.text ?? '')?.[1] ?? [])[0] ?? ''
    expect(link).toMatch(/^haian~/)
    const opened = await house.call('GET', `/api/acts/${link}`)
    expect([opened.status, opened.body.whose]).toMatchObject([200, { office: { zh: '水务局' } }])
    for (const other of [link.replace('haian~', ''), link.replace('haian~', 'guannan~')])
      expect((await house.call('GET', `/api/acts/${other}`)).status).toBe(404)
  })

  test('a bounce marks the person of the county whose letter it was', async () => {
    const { handler } = await import('../functions/fate.ts')
    const bounce = { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'water@sea.test' }] }
    const Message = JSON.stringify({ eventType: 'Bounce', mail: { tags: { county: ['haian'] } }, bounce })
    await handler({ Records: [{ Sns: { Message } }] } as never)
    const marked = (people: Person[]) => people.filter(({ bounced }) => bounced).map(({ email }) => email)
    expect([marked(await listPeople('system')), marked(await haian(() => listPeople('system')))]).toEqual([[], ['water@sea.test']])
  })

  test('what fails in one keeps the other from nothing, and fails the run', async () => {
    const { byCounty } = await import('../functions/counties.ts')
    const had: string[] = []
    const run = byCounty({}, async () => {
      had.push(countyHere())
      if (countyHere() === 'guannan') throw new Error('away')
    })
    await expect(run).rejects.toThrow('1 of 2 counties')
    expect(had).toEqual(['guannan', 'haian'])
    await expect(byCounty({ county: 'nowhere' }, async () => 1)).rejects.toThrow('no county nowhere')
  })

  test('the stream is told county by county, and what belongs to none is passed over', async () => {
    const { handler } = await import('../functions/project.ts')
    const entries = await haian(async () => {
      const list: Key[] = []
      for await (const { pk, sk } of readOutbox(systemScope(), new Date(Date.now() + 60_000))) list.push({ pk, sk })
      return list
    })
    expect(entries.length).toBeGreaterThan(0)
    const told = [...entries, { pk: 'elsewhere#OUTBOX#0', sk: 'x' }, { pk: 'COUNTIES', sk: 'haian' }]
    await handler({ Records: told.map((key) => ({ eventName: 'INSERT', dynamodb: { Keys: marshall(key) as never } })) })
    const left = await haian(async () => openOutbox(entries))
    expect(left).toEqual([])
    const office = await house.as('county@sea.test')
    expect((await office('GET', `/api/records/suggestions/${bridge}`)).status).toBe(200)
  })
})

describe('by the clock', () => {
  type Door = { handler: (turn: object) => Promise<unknown> }
  const doors: Record<string, () => Promise<Door>> = {
    remind: () => import('../functions/remind.ts') as Promise<Door>,
    post: () => import('../functions/post.ts') as Promise<Door>,
    watch: () => import('../functions/watch.ts') as Promise<Door>,
    recount: () => import('../functions/recount.ts') as Promise<Door>,
    importer: () => import('../functions/importer.ts') as Promise<Door>,
  }
  let called: unknown[] = []
  beforeAll(async () => {
    const calls = await startCalls({ run: async (name, event) => void called.push([name, event]), bury: () => undefined })
    process.env.AWS_ENDPOINT_URL_LAMBDA = calls.endpoint
    return () => calls.stop()
  })

  test.each(Object.entries(doors))('%s is called again for each county by itself, and works in none before that', async (name, door) => {
    called = []
    const own = `duban-test-${name.charAt(0).toUpperCase()}${name.slice(1)}`
    process.env.AWS_LAMBDA_FUNCTION_NAME = own
    const { handler } = await door()
    const time = '2026-05-18T00:30:00Z'
    expect(await handler({ time })).toBeOneOf([undefined, {}])
    expect(called).toEqual(['guannan', 'haian'].map((county) => [own, { time, county, among: 2 }]))
  })

  test('work that lies idle is called for, of the county that it belongs to and of no other', async () => {
    called = []
    process.env.AWS_LAMBDA_FUNCTION_NAME = 'duban-test-Importer'
    const { handler } = await import('../functions/importer.ts')
    const chief = await house.as('county@sea.test')
    const bytes = Buffer.from('编号,标题,内容,乡镇\n2020-1,修堤,堤坏了。,tanggou\n')
    const file = await uploaded(chief, bytes)
    const begun = await chief('POST', '/api/imports/suggestions', { body: { file } })
    const [work, id] = [{ kind: 'import' as const, id: String(begun.body.id) }, begun.body.id]
    expect([begun.status, called]).toEqual([202, [['Importer', { county: 'haian', ...work }]]])
    called = []
    await handler({ time: '2026-05-18T00:35:00Z', county: 'guannan' })
    expect(called).toEqual([])
    await handler({ time: '2026-05-18T00:35:00Z', county: 'haian' })
    expect(called).toEqual([['duban-test-Importer', { ...work, county: 'haian' }]])
    await handler({ ...work, county: 'haian' })
    expect((await chief('GET', `/api/imports/${id}`)).body).toMatchObject({ state: 'done', created: 1 })
    called = []
    await handler({ time: '2026-05-18T00:40:00Z', county: 'haian' })
    expect(called).toEqual([])
  })
})

async function uploaded(who: Client, bytes: Buffer<ArrayBuffer>) {
  const { id, upload } = (await who('POST', '/api/files', { body: { name: '台账.csv', type: 'text/csv', size: bytes.length } })).body
  const { url, fields } = upload as { url: string; fields: Record<string, string> }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([bytes], { type: 'text/csv' }))
  expect((await fetch(url, { method: 'POST', body: form })).ok).toBe(true)
  return id
}
