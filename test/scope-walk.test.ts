import { beforeAll, describe, expect, test } from 'vitest'
import { openArchive } from '../functions/sheets/xlsx/archive.ts'
import { packByNight } from '../functions/store/search/keep.ts'
import { systemScope } from '../functions/store/system-scope.ts'
import { ledgers } from '../shared/ledgers/index.ts'
import { share } from './breadth.ts'
import { type Answer, type Asked, type Client, county as countyIn, openHouse, townships, uploaded } from './functions/api-house.ts'

type Parameter = { name: string; in: string; required?: boolean; schema?: Schema }
type Schema = {
  type?: string | string[]
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  $ref?: string
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
}
type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } }
type Secret = { word: string; owner: string; record: string; file: string; person: string; number: string; version: unknown }

let house: Awaited<ReturnType<typeof openHouse>>
let routes: { method: string; path: string; operation: Operation }[]
let components: Record<string, Schema>
const secrets: Record<string, Secret> = {}
const ledger = 'suggestions'
const year = 'meetings/townshipFile'
/** Outsiders by what they are: those that are alike share one walk: each reads, and they take turns in asking more. */
const outsiders: Record<string, string[]> = {
  'a township that has nothing': townships.filter((id) => !['xinan', 'tanggou'].includes(id)),
  'a township that has a record like it': ['tanggou'],
  'the owner of that other record, of this one': ['xinan'],
  'a unit': ['housing'],
  'a deputy of elsewhere': ['deputy2'],
}
/** One's own session, and the notebook that gives back what was written into it. */
const aside = ['/api/session', '/api/settings']
/** What may never stand in an outsider's answer to a question without words of his own. */
const counted = /"(total|records|of|created)":[1-9]/

beforeAll(async () => {
  house = await openHouse()
  const county = await house.as('county')
  for (const [owner, word] of [
    ['xinan', '暗号金木水'],
    ['tanggou', '密语火土风'],
  ] as const)
    secrets[owner] = await hide(await house.as(owner), county, owner, word)
  // Half of what searches read is packed, so that the walk goes through packs and fresh texts.
  expect(await packByNight(systemScope(), () => new Date())).toBeGreaterThan(0)
  await hide(await house.as('xinan'), county, 'xinan', '暗号金木水')
  const { body } = await house.call('GET', '/api/openapi.json')
  components = (body.components as { schemas: Record<string, Schema> }).schemas
  const paths = body.paths as Record<string, Record<string, Operation>>
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
})

describe('an outsider learns nothing from any route', () => {
  test.each(Object.entries(outsiders).map(([what, names], turn) => [what, names, turn] as const))('%s', async (_, names, turn) => {
    const secret = secrets[names.includes('xinan') ? 'tanggou' : 'xinan'] as Secret
    const empty = !['xinan', 'tanggou', 'deputy2'].some((name) => names.includes(name))
    const calls = await Promise.all(names.map(async (name) => [name, await house.as(name)] as const))
    let asked = 0
    for (const { method, path, operation } of routes) {
      if (aside.some((prefix) => path.startsWith(prefix))) continue
      for (const [address, request] of requests(method, path, operation, secret, turn, Object.keys(outsiders).length)) {
        asked += 1
        // What is read without any words is read by each of them.
        const bare = method === 'GET' && !address.includes('?')
        for (const [name, call] of bare ? calls : calls.slice(asked % calls.length).slice(0, 1)) {
          const answer = await call(method, address, request)
          const said = JSON.stringify(request.body ?? '')
          const where = `${name} ${method} ${address} ${said} -> ${answer.status} ${answer.text.slice(0, 300)}`
          expect(answer.status, where).toBeLessThan(500)
          expect(leak(answer, secret, `${address} ${said}`), where).toBe(false)
          if (path.includes('{id}')) expect(answer.status, where).toBeGreaterThanOrEqual(400)
          if (/f[0-9a-z]{20}|parent/.test(said)) expect(answer.status, where).toBeGreaterThanOrEqual(400)
          if (empty && method === 'GET') expect(counted.test(answer.text), where).toBe(false)
        }
      }
    }
    expect(asked).toBeGreaterThan(routes.length)
    // What programs subscribe to, and the file of a report, are told by an id that no walk can guess.
    for (const [, call] of calls) {
      const { body: given } = await call('POST', '/api/year/address')
      const fed = await house.call('GET', new URL(String(given.address)).pathname)
      const report = await call('POST', `/api/reports/${ledger}/register`, { body: {} })
      const kept = report.status === 201 ? [await call('GET', `/api/reports/${report.body.id}/file`)] : []
      expect(fed.status).toBe(200)
      for (const answer of [fed, ...kept]) expect(leak(answer, secret, ''), answer.text.slice(0, 300)).toBe(false)
    }
    const county = await house.as('county')
    const after = await county('GET', `/api/records/${ledger}/${secret.record}`)
    expect([after.status, after.body.version]).toEqual([200, secret.version])
  })
})

/** Another county of the same deployment: the same offices, ledgers and numbers, and nothing else in common. */
const domain = 'haian.test'

describe('nobody of another county learns anything or does anything here, whatever he may do at home', () => {
  let admin: Client
  const truth = async () => {
    const paths = [
      '/api/accounts',
      '/api/offices',
      '/api/county-settings',
      '/api/ledgers',
      `/api/records/${ledger}?limit=100`,
      '/api/notices',
      '/api/imports',
    ]
    return Promise.all(paths.map(async (path) => [path, (await admin('GET', path)).text]))
  }
  let before: Awaited<ReturnType<typeof truth>>
  beforeAll(async () => {
    await house.bootstrap({ county: 'haian', origin: 'https://haian.test', ...countyIn(domain) })
    const word = '海安江海潮'
    const here = await hide(await house.as(`xinan@${domain}`), await house.as(`county@${domain}`), 'xinan', word)
    expect(Object.values(secrets).map(({ number }) => number)).toContain(here.number)
    // Of one session: signing in again would be told of the account.
    admin = await house.as('county')
    before = await truth()
  })

  const strangers = ['leader', 'xinan', 'clerk', 'county']
  test.each(strangers.map((name, turn) => [name, turn] as const))('%s', async (name, turn) => {
    const call = await house.as(`${name}@${domain}`)
    // What an administrator makes at home of the words that he is given here would stand in his own answers.
    const makes = (method: string, path: string) =>
      name === 'county' && method !== 'GET' && (!path.includes('{id}') || path.startsWith('/api/offices'))
    expect((await call('GET', '/api/session')).status).toBe(200)
    for (const secret of [secrets.xinan as Secret]) {
      for (const { method, path, operation } of routes) {
        if (aside.some((prefix) => path.startsWith(prefix)) || makes(method, path)) continue
        for (const [address, request] of requests(method, path, operation, secret, turn, strangers.length)) {
          const answer = await call(method, address, request)
          const where = `${method} ${address} ${JSON.stringify(request.body ?? '')} -> ${answer.status} ${answer.text.slice(0, 300)}`
          expect(answer.status, where).toBeLessThan(500)
          expect(leak(answer, { ...secret, number: 'as here' }, `${address} ${JSON.stringify(request.body ?? '')}`), where).toBe(false)
          if (path.includes('{id}')) expect(answer.status, where).toBeGreaterThanOrEqual(400)
        }
      }
    }
    expect(await truth()).toEqual(before)
  })

  test('they meet what is theirs on the same routes', async () => {
    const { body } = await (await house.as(`leader@${domain}`))('GET', `/api/records/${ledger}`)
    const titles = body.data?.map(({ data }) => (data as unknown as { title: string }).title) ?? []
    expect(titles).toContain('海安江海潮的标题')
    expect(titles.filter((title) => Object.values(secrets).some(({ word }) => title.includes(word)))).toEqual([])
  })
})

test('the walk would notice: the owner meets his own record on the same routes', async () => {
  const secret = secrets.xinan as Secret
  const call = await house.as('xinan')
  const met = new Set<string>()
  for (const { method, path, operation } of routes) {
    if (method !== 'GET' || aside.some((prefix) => path.startsWith(prefix))) continue
    for (const [address, request] of requests(method, path, operation, secret))
      if (leak(await call(method, address, request), secret, address)) met.add(path)
  }
  const report = await call('POST', `/api/reports/${ledger}/register`, { body: {} })
  if (leak(await call('GET', `/api/reports/${report.body.id}/file`), secret, '')) met.add('/api/reports/{id}/file')
  if (leak(await call('GET', `/api/papers/${year}`), secret, '')) met.add(year)
  expect([...met]).toEqual(
    expect.arrayContaining([
      year,
      '/api/records/{ledger}',
      '/api/records',
      '/api/records/{ledger}/{id}',
      '/api/records/{ledger}/{id}/events',
      '/api/papers/{ledger}/{paper}',
      '/api/reports/{id}/file',
    ]),
  )
})

/** A record of `owner` whose every text carries a word that nobody else could know, half-way through its life. */
async function hide(own: Client, county: Client, owner: string, word: string): Promise<Secret> {
  const file = await own('POST', '/api/files', { body: { name: `${word}.pdf`, type: 'application/pdf', size: 5 } })
  await uploaded(file, Buffer.from('%PDF-'))
  const data = { title: `${word}的标题`, body: `${word}的内容`, deputies: [word], files: [file.body.id] }
  let record = await own('POST', `/api/records/${ledger}`, { body: { data } })
  const step = async (who: Client, transition: string, given: object) => {
    record = await who('POST', `/api/records/${ledger}/${record.body.id}/events`, {
      headers: { 'if-match': `"${record.body.version}"` },
      body: { transition, given },
    })
    expect(record.status, record.text).toBe(200)
  }
  await step(own, 'submit', {})
  await step(county, 'register', {})
  await step(county, 'assign', { lead: 'water' })
  const accounts = await county('GET', '/api/accounts')
  const person = accounts.body.data?.find((account) => String(account.email).startsWith(`${owner}@`))?.id
  return {
    word,
    owner,
    record: String(record.body.id),
    file: String(file.body.id),
    person: String(person),
    number: String(record.body.number),
    version: record.body.version,
  }
}

/**
 * Every way in which a route can be asked about the secret: with each id that could stand in its path, bare and with every parameter it takes. Those who walk
 * share the ways among them; each asks every address, and reads all that is read without any words.
 */
function requests(method: string, path: string, operation: Operation, secret: Secret, turn = 0, walkers = 1): [string, Asked][] {
  const addresses = pathsOf(path, secret)
  const parameters = (operation.parameters ?? []).filter((one) => one.in === 'query')
  const query = (some: Parameter[]) => new URLSearchParams(some.map((one) => [one.name, hostile(one, secret)])).toString()
  const queries = [
    query(parameters.filter((one) => one.required)),
    ...parameters.map((one) => query([...new Set([...parameters.filter((each) => each.required), one])])),
  ]
  const headers: Record<string, string> = method === 'GET' ? {} : { 'if-match': `"${secret.version}"` }
  return addresses.flatMap((address) => {
    const all = [...new Set(queries)].flatMap((search) =>
      bodiesOf(path, address, operation, secret).map((body): [string, Asked] => [
        search ? `${address}?${search}` : address,
        { headers, ...(body === undefined ? {} : { body }) },
      ]),
    )
    const bare = all.filter(([asked, { body }]) => method === 'GET' && asked === address && body === undefined)
    return [...new Set([...bare, ...share(all, turn, walkers)])]
  })
}

function pathsOf(path: string, secret: Secret): string[] {
  // What a township's year holds, too: a paper over many ledgers.
  if (path.endsWith('/{ledger}/{paper}')) return [`${ledger}/handover`, year].map((paper) => path.replace('{ledger}/{paper}', paper))
  const known = path.replace('{ledger}', ledger).replace('{kind}', 'township').replace('{paper}', 'handover')
  return known.includes('{') ? [secret.record, secret.file, secret.person].map((id) => known.replace(/\{[^}]+\}/g, id)) : [known]
}

function hostile({ name, schema }: Parameter, secret: Secret): string {
  const values: Record<string, string> = {
    township: secret.owner,
    unit: 'water',
    q: secret.word.slice(0, 2),
    year: '2026',
    record: secret.record,
    recipient: secret.person,
    person: secret.person,
    ledger,
    parent: secret.record,
    from: '2026-03-02',
    date: '2026-03-10',
    asOf: '2026-12-31',
    dueBefore: '2030-01-01',
    overdue: 'false',
    nearDue: 'true',
    limit: '100',
    sort: 'number',
    where: 'category:other',
    workdays: '1',
    format: 'csv',
    number: secret.number,
  }
  return values[name] ?? String(resolved(schema).enum?.[0] ?? 'x')
}

/** Every step is tried on the record; where no record is, one is enough. */
function bodiesOf(path: string, address: string, operation: Operation, secret: Secret): unknown[] {
  const schema = operation.requestBody?.content['application/json']?.schema
  if (!schema) return [undefined]
  if (path.endsWith('/events')) {
    const steps = Object.keys(ledgers.find((one) => one.key === ledger)?.transitions ?? {})
    return steps
      .slice(0, address.includes(secret.record) ? steps.length : 1)
      .map((transition) => ({ transition, given: {}, for: secret.owner }))
  }
  return [
    {},
    sample(schema, secret),
    { data: { title: '越权' } },
    { data: { title: '越权', body: '越权', files: [secret.file] } },
    { data: { title: '越权', body: '越权' }, parent: { ledger, id: secret.record } },
    { file: secret.file },
  ]
}

/** Something of the right shape for a body, as far as its schema tells. */
function sample(schema: Schema, secret: Secret): unknown {
  const one = resolved(schema)
  if (one.const !== undefined) return one.const
  if (one.enum) return one.enum[0]
  const [first] = [one.anyOf ?? one.oneOf ?? []].flat()
  if (first) return sample(first, secret)
  if (one.properties) return Object.fromEntries(Object.entries(one.properties).map(([name, inner]) => [name, sample(inner, secret)]))
  const values: Record<string, unknown> = { string: secret.record, number: 1, integer: 1, boolean: true, array: [], object: {} }
  return values[[one.type].flat()[0] ?? 'string']
}

function resolved(schema: Schema = {}): Schema {
  return schema.$ref ? (components[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema
}

/** What stands in a document, a workbook or a package of them. */
function unpacked(bytes: Buffer): string {
  const archive = openArchive(bytes)
  return archive.names
    .map((name) => {
      const part = archive.part(name) ?? Buffer.alloc(0)
      return `${name} ${/\.(docx|xlsx|zip)$/.test(name) ? unpacked(part) : part}`
    })
    .join(' ')
}

/** His word, his number or his ids in an answer; what the outsider said himself in the request is not news. */
function leak(answer: Answer, { word, record, number, file }: Secret, said: string): boolean {
  const type = answer.headers['content-type'] ?? ''
  const bytes = Buffer.from(answer.text, 'base64')
  const text = type.includes('json') || !answer.text ? answer.text : `${/zip|openxml/.test(type) ? unpacked(bytes) : bytes} ${answer.text}`
  const tokens = [word, `"${number}"`, record, file].filter((token) => !said.includes(token))
  return tokens.some((token) => text.includes(token)) || (answer.headers.location ?? '').includes(file)
}
