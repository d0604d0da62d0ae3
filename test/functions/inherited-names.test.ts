import { beforeAll, expect, it } from 'vitest'
import { ledgers } from '../../shared/ledgers/index.ts'
import { share } from '../breadth.ts'
import { samples } from '../sample.ts'
import type { Answer, Client } from './api-house.ts'
import { openSheets, type Send } from './sheets-house.ts'

const names = ['constructor', '__proto__', 'toString']
type Paths = Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>
let county: Client
let send: Send
let paths: Paths

beforeAll(async () => {
  const house = await openSheets('2026-03-02')
  county = await house.as('county')
  send = await house.sender('county')
  paths = (await house.call('GET', '/api/openapi.json')).body.paths as Paths
})

/** Asks, and holds against the answer that it failed or is no JSON though it says so. */
async function asked(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await county(method, path, {
    headers: { 'if-match': '"1"' },
    ...(body === undefined ? {} : { raw: JSON.stringify(body) }),
  })
  expect(answer.status, `${method} ${path} ${JSON.stringify(body)} ${answer.text}`).toBeLessThan(500)
  expect(answer.text, `${method} ${path}`).not.toMatch(/function |\[native code\]/)
  return answer
}
const holding = (name: string, value: unknown = 1) => JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`)

it.each(names)('%s in an address, a question or a body is refused or finds nothing, on every route', async (name) => {
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { parameters = [] }] of Object.entries(methods)) {
      // Signing out would end the walk.
      if (path === '/api/session') continue
      const address = (ledger: string) =>
        path
          .replace('{ledger}', ledger)
          .replace('{kind}', 'unit')
          .replace(/\{[^}]+\}/g, name)
      const query = parameters.filter((one) => one.in === 'query').map((one) => one.name)
      const body = method === 'get' ? undefined : holding(name)
      for (const ledger of path.includes('{ledger}') ? ['suggestions', name] : [''])
        for (const search of share(
          ['', `${name}=1`, ...query.flatMap((key) => [`${key}=${name}`, `${key}=${name}:x`])],
          names.indexOf(name),
          names.length,
        ))
          await asked(method.toUpperCase(), `${address(ledger)}${search ? `?${search}` : ''}`, body)
    }
})

it.each(['constructor', 'toString', 'valueOf'])('a definition that calls something %s is refused with its path', async (name) => {
  const label = { zh: '某', en: 'Some' }
  const text = { kind: 'text', label }
  for (const { key, states, transitions } of ledgers) {
    const step = Object.keys(transitions)[0] ?? ''
    const rows = { kind: 'items', label, columns: { [name]: text } }
    const pick = { kind: 'choice', label, options: { [name]: label } }
    const called = {
      states: { [name]: { label, phase: 'done' } },
      fields: { [name]: text, rows, pick },
      transitions: { [name]: { label, from: Object.keys(states).slice(0, 1), by: ['county'] } },
    }
    const places = [`states.${name}`, `fields.${name}`, `fields.rows.columns.${name}`, `fields.pick.options.${name}`, `transitions.${name}`]
    const pointing = { transitions: { [step]: { asks: [name], by: [`@${name}`] } } }
    const patches: [object, string[]][] = [
      [called, places],
      [pointing, [`transitions.${step}.asks.0`, `transitions.${step}.by.0`]],
    ]
    for (const [patch, paths] of patches) {
      const answer = await asked('PUT', `/api/ledgers/${key}?dryRun=true`, { patch })
      expect([answer.status, answer.body.errors?.map((error) => error.path).sort()], key).toEqual([422, paths.sort()])
    }
  }
})

// Two that are inherited alike are tried on every other ledger, the one that is not like them on each.
const tried = ledgers.map((ledger, at) => [ledger.key, ledger, ['__proto__', at % 2 === 0 ? 'constructor' : 'toString']] as const)

it.each(tried)('%s takes such names as texts and refuses them as anything else', async (key, ledger, names) => {
  const lists = ['deputies', 'names']
  const creates = ledger.may.create.some((word) => word.startsWith('county'))
  const kinds = ['computed', 'records', 'files', 'person']
  const fields = Object.entries(ledger.fields).filter(([, { kind, only }]) => only === undefined && !kinds.includes(kind))
  const required = Object.fromEntries(
    fields.filter(([, { required: needed }]) => needed).map(([field, one]) => [field, samples(one, '2026-03-02', '2026-03-03')[0]]),
  )
  const township = ledger.level === 'county' ? null : 'xinan'
  const post = (data: unknown, where: object = {}) => asked('POST', `/api/records/${key}`, { township, data, ...where })
  for (const name of names) {
    for (const value of [name, [name], [holding(name)], holding(name)]) {
      const { status, body } = await post({ ...required, ...Object.fromEntries(fields.map(([field]) => [field, value])) })
      if (!creates) continue
      const takes = (kind: string) =>
        typeof value === 'string' ? ['text', 'query'].includes(kind) : Array.isArray(value) && value[0] === name && lists.includes(kind)
      const told = (body.errors ?? []).map(({ path }) => path.split('.')[1])
      // A body that holds `__proto__` anywhere is refused as a whole.
      const whole = JSON.stringify(value).includes('"__proto__":')
      const missed = fields.filter(([field, { kind }]) => !whole && !takes(kind) && !told.includes(field)).map(([field]) => field)
      expect([status, missed], `${key} ${JSON.stringify(value)}`).toEqual([422, []])
    }
    const items = fields.filter(([, { kind }]) => kind === 'items')
    await post({ ...required, ...Object.fromEntries(items.map(([field]) => [field, [{ id: name }]])) })
    await post(holding(name))
    await post(required, { township: name })
    await post(required, { parent: { ledger: name, id: name } })
    // Where it may stand, as a text or a name, it is counted, grouped, found and written like any other.
    const texts = fields.filter(([, { kind }]) => ['text', 'deputies', 'names'].includes(kind))
    const data = Object.fromEntries(texts.map(([field, { kind }]) => [field, kind === 'text' ? name : [name, `${name} 二`, `${name} 三`]]))
    const only = ([field, { kind }]: (typeof texts)[number]) => kind !== 'text' || required[field] !== undefined
    const made = await post({ ...required, ...Object.fromEntries(texts.filter(only).map(([field]) => [field, data[field]])) })
    if (made.status !== 201) continue
    const at = `/api/records/${key}/${made.body.id}`
    await asked('GET', at)
    for (const step of [name, ...Object.keys(ledger.transitions)])
      await asked('POST', `${at}/events`, { transition: step, given: holding(name), for: name })
    await asked('PATCH', at, { data: holding(name) })
    for (const by of ledger.report?.by ?? []) await asked('GET', `/api/figures/${key}?by=${by}`)
    for (const field of ledger.list.filters ?? []) await asked('GET', `/api/records/${key}?where=${field}:${name}`)
  }
  for (const route of ['records', 'counts', 'figures', 'exports'])
    await asked('GET', `/api/${route}/${key}${route === 'exports' ? '?format=csv' : ''}`)
})

it('a file whose headings and cells are such names is read like any other', async () => {
  for (const ledger of ledgers.filter(({ may }) => may.create.some((word) => word.startsWith('county')))) {
    const label = Object.values(ledger.fields)[0]?.label.zh
    const answer = await send(`constructor,__proto__,${label}\nx,y,constructor\ntoString,z,__proto__`, '?dryRun=true', ledger.key)
    expect(answer.status, `${ledger.key} ${answer.text}`).toBe(200)
    expect(answer.body.ignored).toEqual(['constructor', '__proto__'])
  }
})
