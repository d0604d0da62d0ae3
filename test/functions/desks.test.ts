import { beforeAll, expect, test } from 'vitest'
import { type Client, county, password, townships } from './api-house.ts'
import { openSheets } from './sheets-house.ts'

// What a desk of the county office keeps to itself, and a clerk of the same office who sits at none.
const word = '金钥匙暗号'
const ledger = 'appointments'
let house: Awaited<ReturnType<typeof openSheets>>
let desk: Client
let clerk: Client
let id = ''
let job = ''

beforeAll(async () => {
  const known = county()
  const one = { role: 'county' as const, office: 'county', password }
  const people = [...known.people, { ...one, email: 'personnel@duban.test', name: '人事', desks: ['personnel'] }]
  house = await openSheets('2026-03-02', { ...known, people })
  ;[desk, clerk] = await Promise.all(['personnel', 'clerk'].map((name) => house.as(name)) as [Promise<Client>, Promise<Client>])
  const data = { post: `${word}局长`, name: word, nominator: `${word}提请`, meetingOn: '2026-05-20', birth: word }
  const made = await desk('POST', `/api/records/${ledger}`, { body: { data } })
  expect(made.status, made.text).toBe(201)
  id = String(made.body.id)
  const sent = await (await house.sender('personnel'))(
    `拟任免职务,姓名,提请人,会议日期\n${word}主任,${word}乙,县政府,2026-05-20`,
    '',
    ledger,
  )
  expect(sent.status, sent.text).toBeLessThan(300)
  job = String(sent.body.id)
})

/** Every question of the API about it: bare, about the record, the import and the ledger, and in words. */
const questions = async (): Promise<string[]> => {
  const { body } = await house.call('GET', '/api/openapi.json')
  const paths = Object.entries(body.paths as Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>)
  const values: Record<string, string> = {
    q: word.slice(0, 2),
    ledger,
    record: id,
    date: '2026-03-02',
    parent: id,
    township: townships[0] ?? '',
    limit: '100',
  }
  return paths.flatMap(([path, { get }]) => {
    if (!get || /\/api\/(session|openapi)/.test(path)) return []
    const query = (get.parameters ?? []).filter((one) => one.in === 'query' && values[one.name] !== undefined)
    const addresses = [id, job].map((one) =>
      path
        .replace('{ledger}', ledger)
        .replace('{kind}', 'county')
        .replaceAll(/\{[^}]+\}/g, one),
    )
    return [...new Set(addresses)].flatMap((address) => [
      address,
      ...query.map(({ name }) => `${address}?${name}=${encodeURIComponent(values[name] ?? '')}`),
    ])
  })
}

const meets = async (who: Client): Promise<string[]> => {
  const met: string[] = []
  for (const address of await questions()) {
    const { status, text } = await who('GET', address)
    expect(status, address).toBeLessThan(500)
    const whole = text + Buffer.from(text, 'base64').toString()
    const said = decodeURIComponent(address)
    if ([word, ...[id, job].filter((one) => !said.includes(one))].some((token) => whole.includes(token))) met.push(address)
  }
  return met
}

test('a clerk who sits at no desk meets nothing of what a desk keeps, whatever he asks', async () => {
  expect(await meets(clerk)).toEqual([])
})

test('the desk meets it: the record in its lists, and the file that it sent', async () => {
  expect(await meets(desk)).toEqual(
    expect.arrayContaining([
      `/api/records/${ledger}`,
      `/api/records/${ledger}/${id}`,
      `/api/imports`,
      `/api/imports/${job}/sheets`,
      `/api/imports/${job}/file`,
    ]),
  )
})

test('an administrator sits at every desk, and the clerk at none: for him neither is there', async () => {
  const colleague = await house.as('county')
  expect((await colleague('GET', `/api/imports/${job}`)).status).toBe(200)
  expect((await clerk('GET', `/api/imports/${job}`)).status).toBe(404)
  expect((await clerk('GET', `/api/records/${ledger}/${id}`)).status).toBe(404)
})
