import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { client } from '../../functions/store/table.ts'
import { type Faulty, faulty } from '../faulty.ts'
import { partsHere } from '../parts-here.ts'
import { type Answer, type Asked, type Client, openHouse } from './api-house.ts'

let database: Faulty
let county: Client
let xinan: Client
let water: Client
let keys = 0

beforeAll(async () => {
  database = await faulty(partsHere().dynamo)
  const house = await openHouse('2026-03-02', undefined, { dynamo: database.endpoint })
  ;[county, xinan, water] = (await Promise.all(['county', 'xinan', 'water'].map(house.as))) as [Client, Client, Client]
})
afterAll(() => database.stop())

const newKey = () => `key-${++keys}`
const at = ({ body }: Answer) => `/api/records/suggestions/${body.id}`
const seen = ({ body }: Answer) => ({ 'if-match': `"${body.version}"` })
const draft = (who = xinan) =>
  who('POST', '/api/records/suggestions', { body: { data: { title: '关于路灯的建议', body: '夜里看不见。', deputies: ['张桂兰'] } } })
const take = (who: Client, on: Answer, transition: string, given: object = {}, headers: Record<string, string> = {}) =>
  who('POST', `${at(on)}/events`, { headers: { ...seen(on), ...headers }, body: { transition, given } })
const events = async (on: Answer) => (await county('GET', `${at(on)}/events`)).body.data?.map(({ transition }) => transition)

type Change = { who: Client; method: string; path: string; asked: Asked }
/** The changes of a record that a person makes, each on a record of its own. */
const changes: Record<string, () => Promise<Change>> = {
  create: async () => ({
    who: xinan,
    method: 'POST',
    path: '/api/records/suggestions',
    asked: { body: { data: { title: `第 ${++keys} 件`, body: '内容', deputies: ['张桂兰'] } } },
  }),
  submit: async () => {
    const record = await draft()
    return { who: xinan, method: 'POST', path: `${at(record)}/events`, asked: { headers: seen(record), body: { transition: 'submit' } } }
  },
  assign: async () => {
    const record = await take(county, await take(xinan, await draft(), 'submit'), 'register')
    const body = { transition: 'assign', given: { lead: 'water', co: ['housing', 'urban'] } }
    return { who: county, method: 'POST', path: `${at(record)}/events`, asked: { headers: seen(record), body } }
  },
  edit: async () => {
    const record = await draft()
    return { who: xinan, method: 'PATCH', path: at(record), asked: { headers: seen(record), body: { data: { title: '改过的标题' } } } }
  },
  remove: async () => {
    const record = await draft()
    return { who: xinan, method: 'DELETE', path: at(record), asked: { headers: seen(record) } }
  },
  restore: async () => {
    const record = await draft()
    await xinan('DELETE', at(record), { headers: seen(record) })
    return { who: xinan, method: 'POST', path: `${at(record)}/restore`, asked: {} }
  },
}

const withKey = ({ who, method, path, asked }: Change, key: string) =>
  who(method, path, { ...asked, headers: { ...asked.headers, 'idempotency-key': key } })

describe.each(Object.keys(changes))('an answer to `%s` that was lost', (name) => {
  test.each(['cut', 'lost'] as const)('at any step (%s) is got again with the same key, and it happened once', async (how) => {
    for (let step = 1, whole = false; !whole; step += 1) {
      const change = (await changes[name]?.()) as Change
      const key = newKey()
      const before = how === 'cut' && (await standing(change))
      database.breakAfter(step, how)
      const first = await withKey(change, key)
      whole = !database.mend()
      // After it was stored is no error: the work that follows may fail.
      if (before && first.status >= 500) expect(await standing(change), `call ${step}: ${first.text}`).toEqual(before)
      const again = await withKey(change, key)
      const where = `call ${step}: ${first.status} ${first.text} then ${again.text}`
      expect([200, 201, 204], where).toContain(again.status)
      if (whole) expect([again.status, again.body], where).toEqual([first.status, first.body])
      const third = await withKey(change, key)
      expect([third.status, third.body], where).toEqual([again.status, again.body])
      if (name === 'remove') continue
      const told = await events(again)
      expect(told?.filter((one) => one === told.at(-1)).length, where).toBe(1)
      expect(told?.length, where).toBe(again.body.version)
      expect(step, 'no change takes so many calls').toBeLessThan(60)
    }
  })
})

/** How that stands which is to be changed. */
async function standing({ path }: Change) {
  const { status, body } = await county('GET', path.replace(/\/(events|restore)$/, ''))
  return [status, body.version, body.total]
}

describe('a step with a key', () => {
  test('answers what the first one answered, though others have acted since', async () => {
    const record = await draft()
    const key = { 'idempotency-key': newKey() }
    const first = await take(xinan, record, 'submit', {}, key)
    expect([first.status, first.body.state, first.headers.etag], first.text).toEqual([200, 'submitted', '"2"'])
    await take(county, first, 'register')
    const again = await take(xinan, record, 'submit', {}, key)
    expect([again.status, again.body.state, again.body.version, again.headers.etag], again.text).toEqual([200, 'submitted', 2, '"2"'])
    expect(await events(record)).toEqual(['create', 'submit', 'register'])
  })

  test('is refused with another body, on another record, and for another act', async () => {
    const record = await draft()
    const headers = { 'idempotency-key': newKey() }
    const submitted = await take(xinan, record, 'submit', {}, headers)
    const other = await draft()
    const refused = [
      await take(xinan, record, 'submit', { note: '另一份' }, headers),
      await take(xinan, other, 'submit', {}, headers),
      await xinan('PATCH', at(other), { headers: { ...seen(other), ...headers }, body: { data: { title: '改' } } }),
      await xinan('DELETE', at(other), { headers: { ...seen(other), ...headers } }),
      await xinan('POST', '/api/records/suggestions', { headers, body: { data: { title: '新', body: '新' } } }),
    ]
    expect(refused.map(({ status, body }) => [status, body.errors?.[0]?.path])).toEqual(refused.map(() => [422, 'Idempotency-Key']))
    expect((await xinan('GET', at(other))).body.version).toBe(1)
    expect((await take(county, submitted, 'register', {}, headers)).status).toBe(200)
  })

  test('sent many times at once is taken once and answers the same to all', async () => {
    const record = await draft()
    const headers = { 'idempotency-key': newKey() }
    const answers = await Promise.all(Array.from({ length: 6 }, () => take(xinan, record, 'submit', {}, headers)))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
    expect(await events(record)).toEqual(['create', 'submit'])
  })

  test('sent twice, and slow to learn that the other was stored, is not refused for what it did itself', async () => {
    const record = await draft()
    const headers = { 'idempotency-key': newKey() }
    const learnt = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    let first = true
    const slow = (next: (args: never) => unknown) => async (args: { input: { Key?: { pk: string } } }) => {
      const answer = await next(args as never)
      if (!first || !args.input.Key?.pk.includes('#IDEM#')) return answer
      first = false
      learnt.resolve()
      await held.promise
      return answer
    }
    client().middlewareStack.add(slow as never, { step: 'initialize', name: 'slow' })
    try {
      const late = take(xinan, record, 'submit', {}, headers)
      await learnt.promise
      const stored = await take(xinan, record, 'submit', {}, headers)
      held.resolve()
      const { status, body } = await late
      expect([status, body]).toEqual([200, stored.body])
    } finally {
      held.resolve()
      client().middlewareStack.remove('slow')
    }
    expect(await events(record)).toEqual(['create', 'submit'])
  })

  test('that takes the record out of sight says so again', async () => {
    const assigned = await take(county, await take(county, await take(xinan, await draft(), 'submit'), 'register'), 'assign', {
      lead: 'water',
    })
    const headers = { 'idempotency-key': newKey() }
    const first = await take(water, assigned, 'decline', { reason: '不是水务的事' }, headers)
    const again = await take(water, assigned, 'decline', { reason: '不是水务的事' }, headers)
    expect([again.status, again.body]).toEqual([first.status, first.body])
  })
})

type Settled = { read: string; make: (nth: number) => Promise<[method: string, path: string, asked: Asked]> | [string, string, Asked] }
const account = (nth: number) => ({
  name: `第 ${nth} 人`,
  email: `nth${nth}@duban.test`,
  role: 'clerk',
  office: { kind: 'township', id: 'bailu' },
})
const made = async (nth: number) => `/api/accounts/${(await county('POST', '/api/accounts', { body: account(nth) })).body.id}`
/** What an administrator changes, and where it shows. */
const settled: Record<string, Settled> = {
  'a new office': {
    read: '/api/offices',
    make: (nth) => ['POST', '/api/offices', { body: { id: `unit${nth}`, kind: 'unit', name: { zh: `${nth} 局`, en: `${nth}` } } }],
  },
  'an office': { read: '/api/offices', make: (nth) => ['PATCH', '/api/offices/unit/water', { body: { phone: `0518-${nth}` } }] },
  'the settings': {
    read: '/api/county-settings',
    make: async (nth) => {
      const { body } = await county('GET', '/api/county-settings')
      const off = [{ day: `2027-03-0${1 + (nth % 9)}`, name: `第 ${nth} 次` }]
      return ['PUT', '/api/county-settings', { headers: { 'if-match': `"${body.version}"` }, body: { off } }]
    },
  },
  'a session of the congress': {
    read: '/api/county-settings',
    make: (nth) => ['POST', '/api/sittings', { body: { term: 19, session: nth } }],
  },
  'an amended ledger': {
    read: '/api/ledgers/suggestions',
    make: async (nth) => {
      const { body } = await county('GET', '/api/ledgers/suggestions')
      const patch = { label: { zh: `代表建议 ${nth}` } }
      return ['PUT', '/api/ledgers/suggestions', { headers: { 'if-match': `"${body.version}"` }, body: { patch } }]
    },
  },
  'a new account': { read: '/api/accounts', make: (nth) => ['POST', '/api/accounts', { body: account(nth) }] },
  'an account': { read: '/api/accounts', make: async (nth) => ['PATCH', await made(nth), { body: { name: '改名' } }] },
  'an address': { read: '/api/accounts', make: async (nth) => ['PATCH', await made(nth), { body: { email: `moved${nth}@duban.test` } }] },
  'a disabled account': { read: '/api/accounts', make: async (nth) => ['POST', `${await made(nth)}/disable`, {}] },
}

let nth = 0
test.each(Object.entries(settled))('%s that is stored is answered as stored, whatever fails after it', async (_, { read, make }) => {
  for (let step = 1, whole = false; !whole; step += 1) {
    nth += 1
    const [method, path, asked] = await make(nth)
    const before = (await county('GET', read)).body
    database.breakAfter(step)
    const first = await county(method, path, asked)
    whole = !database.mend()
    if (whole) expect([200, 201], `${first.text}`).toContain(first.status)
    if (first.status >= 500) expect((await county('GET', read)).body, `call ${step}`).toEqual(before)
  }
})
