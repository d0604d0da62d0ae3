import { beforeAll, expect, test } from 'vitest'
import { type Client, cookieOf, openHouse, password } from './api-house.ts'

let call: Client
let county: Client
let xinan: Client
let me: string
let other: string
type Parameters = { name: string; in: string }[]
let routes: { method: string; path: string; parameters: Parameters; open: boolean }[]

beforeAll(async () => {
  const house = await openHouse()
  call = house.call
  county = await house.as('county')
  xinan = await house.as('xinan')
  me = String((await xinan('GET', '/api/session')).body.id)
  other = String((await county('GET', '/api/session')).body.id)
  const { paths } = (await call('GET', '/api/openapi.json')).body as {
    paths: Record<string, Record<string, { parameters?: Parameters; security?: unknown[] }>>
  }
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], security }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      open: security?.length === 0,
    })),
  )
})

const addressOf = (path: string) =>
  path
    .replace('{ledger}', 'suggestions')
    .replace('{kind}', 'unit')
    .replace(/\{[^}]+\}/g, 'r1')

test('every answer to somebody signed in says who he is, refusals too', async () => {
  for (const { path } of routes.filter(({ method, open }) => method === 'GET' && !open))
    expect((await xinan('GET', addressOf(path))).headers['x-person'], path).toBe(me)
  expect((await xinan('POST', '/api/records/suggestions', { body: { data: {} } })).headers['x-person']).toBe(me)
  expect((await call('GET', '/api/session')).headers['x-person']).toBeUndefined()
  expect((await call('GET', '/api/health')).headers['x-person']).toBeUndefined()
})

test('whoever signs in is told his own id with the first answer', async () => {
  const answer = await call('POST', '/api/session', { body: { email: 'xinan@duban.test', password } })
  expect([answer.status, answer.headers['x-person']]).toEqual([200, me])
})

test('a change made for another person is refused on every route, before anything else is judged', async () => {
  const changing = routes.filter(({ method, open }) => method !== 'GET' && !open)
  expect(changing.length).toBeGreaterThan(20)
  for (const { method, path, parameters } of changing) {
    const answer = await xinan(method, addressOf(path), { headers: { 'x-person': other } })
    expect([answer.status, answer.headers['x-person'], answer.body.detail], `${method} ${path}`).toEqual([
      409,
      me,
      expect.stringMatching(/另一个账号.*。$/),
    ])
    expect(
      parameters.some((one) => one.in === 'header' && one.name.toLowerCase() === 'x-person'),
      `${path} says in the document that it takes X-Person`,
    ).toBe(true)
  }
})

test('a change made for the one who is signed in, or for nobody by name, goes its way', async () => {
  const body = { data: { title: '关于路灯的建议', body: '晚上看不见。', deputies: ['张桂兰'] } }
  for (const headers of [{ 'x-person': me }, undefined]) {
    const made = await xinan('POST', '/api/records/suggestions', { ...(headers ? { headers } : {}), body })
    expect([made.status, made.body.township], made.text).toEqual([201, 'xinan'])
  }
  // Reading changes nothing: a tab learns from the answer that somebody else has signed in.
  expect((await xinan('GET', '/api/session', { headers: { 'x-person': other } })).status).toBe(200)
})

test('a tab of another account cannot sign out the one who is signed in now', async () => {
  const cookie = cookieOf(await call('POST', '/api/session', { body: { email: 'xinan@duban.test', password } }))
  expect((await call('DELETE', '/api/session', { cookie, headers: { 'x-person': other } })).status).toBe(409)
  expect((await call('GET', '/api/session', { cookie })).status).toBe(200)
  expect((await call('DELETE', '/api/session', { cookie, headers: { 'x-person': me } })).status).toBe(204)
  expect((await call('DELETE', '/api/session', { cookie, headers: { 'x-person': me } })).status).toBe(204)
})
