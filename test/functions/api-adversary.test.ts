import { beforeAll, expect, test } from 'vitest'
import { ledgers } from '../../shared/ledgers/index.ts'
import { holds } from '../property.ts'
import { type Client, openHouse, townships } from './api-house.ts'
import { type Document, type Known, requests } from './generated.ts'

/** More by hand: `ADVERSARY=20000 npx vitest run test/functions/api-adversary.test.ts`. */
const RUNS = Number(process.env.ADVERSARY || 400)
const names = ['county', 'clerk', 'leader', 'xinan', 'water', 'deputy1']
const callers: Client[] = []
let document: Document
let known: Known

beforeAll(async () => {
  const house = await openHouse()
  for (const name of names) callers.push(await house.as(name))
  document = (await house.call('GET', '/api/openapi.json')).body as unknown as Document
  const [county, , , xinan] = callers as [Client, Client, Client, Client]
  const ids: string[] = []
  const parents: string[] = []
  for (const [at, title] of ['修桥', '修路', '修渠'].entries()) {
    const made = await xinan('POST', '/api/records/suggestions', { body: { data: { title, body: title, deputies: ['张桂兰'] } } })
    const id = String(made.body.id)
    ids.push(id)
    parents.push(`suggestions/${id}`)
    for (const [who, transition, given] of [
      [xinan, 'submit', {}],
      [county, 'register', {}],
      [county, 'assign', { lead: 'water' }],
    ].slice(0, at * 2) as [Client, string, object][])
      await who('POST', `/api/records/suggestions/${id}/events`, { headers: { 'if-match': '*' }, body: { transition, given } })
  }
  const people = ((await county('GET', '/api/accounts')).body.data ?? []).map(({ id }) => String(id))
  const fields = [...new Set(ledgers.flatMap(({ fields }) => Object.keys(fields)))]
  const steps = [...new Set(ledgers.flatMap(({ transitions }) => Object.keys(transitions)))]
  known = {
    ledger: ledgers.map(({ key }) => key),
    id: [...ids, ...people, ...townships, 'water', 'county'],
    for: ids,
    transition: steps,
    field: fields,
    township: townships,
    kind: ['unit', 'township', 'county', 'deputy'],
    email: ['xinan@duban.test', 'new@duban.test'],
    person: people,
    records: parents,
    'If-Match': ['"1"', '"2"', '"3"', '*'],
    sort: ['createdAt', '-dueOn', 'number', 'title'],
    by: ['township', 'unit', 'state'],
    date: ['2026-03-02', '2026-07-09'],
  }
})

test('nothing that is asked as the document says, or nearly so, by anybody, makes the API fail', async () => {
  let at = 0
  const answered: Record<string, number> = {}
  await holds(
    [requests(document, known)],
    async ({ method, path, headers, body }) => {
      const caller = callers[at++ % callers.length] as Client
      const { status, text } = await caller(method, path, { headers, ...(body === undefined ? {} : { body }) })
      answered[status] = (answered[status] ?? 0) + 1
      expect(status, `${method} ${path} ${JSON.stringify(headers)} ${JSON.stringify(body)} ${text}`).toBeLessThan(500)
    },
    { runs: RUNS },
  )
  // Whoever is refused at the door has tried nothing.
  expect((answered[200] ?? 0) + (answered[201] ?? 0) + (answered[202] ?? 0), JSON.stringify(answered)).toBeGreaterThan(RUNS / 10)
})
