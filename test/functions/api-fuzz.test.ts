import { beforeAll, expect, test } from 'vitest'
import { ledgers } from '../../shared/ledgers/index.ts'
import { fc, holds } from '../property.ts'
import { type Client, openHouse } from './api-house.ts'

let county: Client
let xinan: Client
let routes: { method: string; path: string; query: string[] }[]
const ledger = 'suggestions'

beforeAll(async () => {
  const house = await openHouse()
  county = await house.as('county')
  xinan = await house.as('xinan')
  const { paths } = (await house.call('GET', '/api/openapi.json')).body as {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>
  }
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      method: method.toUpperCase(),
      path,
      query: parameters.filter((one) => one.in === 'query').map((one) => one.name),
    })),
  )
  // Signing out or disabling would end the walk.
  routes = routes.filter(({ method, path }) => !(method === 'DELETE' && path === '/api/session') && !path.includes('disable'))
})

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '水'.repeat(3000),
    '2026-02-30',
    '-1',
    '1e309',
    '__proto__',
    "'; drop",
    '../../etc',
    '2026-03-02',
    'xinan',
    'r1',
    '{"a":1}',
  ),
)
const value = fc.oneof(
  { depthSize: 'small' },
  fc.jsonValue({ maxDepth: 3 }),
  text,
  fc.constantFrom(null, true, 0, -1, 1e21, 2 ** 53, [], {}, [[]], { id: 1 }),
)
const keys = [
  'data',
  'given',
  'transition',
  'for',
  'township',
  'parent',
  'title',
  'body',
  'deputies',
  'files',
  'lead',
  'co',
  'due',
  'email',
  'password',
  'name',
  'role',
  'office',
  'id',
  'kind',
  'off',
  'reminders',
  'file',
  'size',
  'type',
  'session',
  'token',
  'newPassword',
]
const body = fc.oneof(value, fc.dictionary(fc.constantFrom(...keys), fc.oneof(value, fc.dictionary(fc.constantFrom(...keys), value))))

test('no body, however odd, makes the API fail', async () => {
  await holds(
    [fc.nat(), body, text],
    async (at, given, id) => {
      const { method, path } = routes[at % routes.length] ?? { method: 'GET', path: '/' }
      const address = path
        .replace('{ledger}', ledger)
        .replace('{kind}', 'unit')
        .replace(/\{[^}]+\}/g, encodeURIComponent(id.toWellFormed().slice(0, 40)) || 'r1')
      const asked = method === 'GET' ? {} : { body: given, headers: { 'if-match': '"1"' } }
      expect((await county(method, address, asked)).status, `${method} ${address} ${JSON.stringify(asked)}`).toBeLessThan(500)
    },
    { runs: 400 },
  )
})

test('no question, however odd, makes the API fail', async () => {
  await holds(
    [fc.nat(), fc.array(fc.tuple(fc.nat(), text), { maxLength: 4 })],
    async (at, asked) => {
      const gets = routes.filter((route) => route.method === 'GET')
      const { path, query } = gets[at % gets.length] ?? { path: '/', query: [] }
      const search = asked
        .map(([n, word]) => `${query.length ? query[n % query.length] : 'x'}=${encodeURIComponent(word.toWellFormed())}`)
        .join('&')
      const address = `${path.replace('{ledger}', ledger).replace(/\{[^}]+\}/g, 'r1')}?${search}`
      expect((await xinan('GET', address)).status, address).toBeLessThan(500)
    },
    { runs: 400 },
  )
})

test('no value, however odd, makes a field of a ledger fail', async () => {
  const fields = Object.keys(ledgers.find(({ key }) => key === ledger)?.fields ?? {})
  await holds(
    [fc.dictionary(fc.constantFrom(...fields), value)],
    async (data) => {
      const answer = await xinan('POST', `/api/records/${ledger}`, { body: { data: { title: '题', body: '文', ...data } } })
      expect([201, 413, 422], `${JSON.stringify(data)} ${answer.text}`).toContain(answer.status)
      if (answer.status === 422) expect(answer.body.errors?.length).toBeGreaterThan(0)
    },
    { runs: 200 },
  )
})
