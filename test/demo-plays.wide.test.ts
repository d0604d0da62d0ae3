import { beforeAll, describe, expect, test } from 'vitest'
import { archives, offices, people, playOn, roll } from '../cdk/local/demo/index.ts'
import { definitions } from '../functions/catalogue.ts'
import { verify } from '../functions/keeping/verify.ts'
import { systemScope } from '../functions/store/system-scope.ts'
import type { Ledger } from '../shared/definition/ledger.ts'
import type { Paper } from '../shared/definition/paper.ts'
import { ledgers } from '../shared/ledgers/index.ts'
import { papersOf } from '../shared/papers/standing.ts'
import type { LastMeeting } from '../shared/wire.ts'
import { type Client, password } from './functions/api-house.ts'
import { openSheets, type Send } from './functions/sheets-house.ts'
import { projected } from './functions/store/county.ts'

const today = '2026-11-22'
/** These come by the register and the stories of the county, not by plays. */
const elsewhere = ['suggestions']
let county: Client
let townOf: (township: string) => Promise<Client>
let send: Send

beforeAll(async () => {
  // No day stands for today here: each step comes when it was taken.
  const house = await openSheets('', { offices, people: people.map((person) => ({ ...person, password })) })
  const clients = new Map<string, Promise<Client>>()
  const as = async (email: string) => {
    const name = email.split('@')[0] as string
    const call = await (clients.get(name) ?? clients.set(name, house.as(name)).get(name))
    if (!call) throw new Error(`no session for ${email}`)
    return {
      get: async (path: string) => told(await call('GET', path)),
      post: async (path: string, body: unknown, headers: Record<string, string> = {}, at = new Date()) =>
        told(await call('POST', path, { body, headers: lower(headers), at })),
    }
  }
  await playOn({ as }, today, new Date(), new AbortController().signal)
  county = await house.as('county')
  const towns = new Map<string, Promise<Client>>()
  townOf = (township) => {
    const found = towns.get(township) ?? house.as(township)
    towns.set(township, found)
    return found
  }
  send = await house.sender('county')
})

test.each(ledgers.filter(({ key }) => !elsewhere.includes(key)).map((ledger) => [ledger.key, ledger] as const))(
  '%s has a record in every state',
  async (key, ledger) => {
    // What every ledger has alike, the way out, is shown on some of them.
    const states = Object.keys(ledger.states).filter((state) => state !== 'terminated')
    const pages = await Promise.all(states.map((state) => county('GET', `/api/records/${key}?state=${state}&limit=1`)))
    expect(states.filter((_, at) => pages[at]?.body.data?.length !== 1)).toEqual([])
  },
)

test.each([roll(today), ...archives(today)].map((archive) => [archive.ledger, archive] as const))(
  '%s comes in from an earlier year, whole and once',
  async (ledger, { csv }) => {
    const first = await send(csv, '', ledger)
    expect([first.status, first.body.rejected], first.text).toEqual([200, []])
    const again = await send(csv, '', ledger)
    expect([again.body.created, again.body.unchanged]).toEqual([0, first.body.created])
  },
)

test('the county has what its real one has: diaries, rules, projects of two years, a home and a studio in each township, three stations outside', async () => {
  await projected()
  const total = async (ledger: string) => (await county('GET', `/api/counts/${ledger}`)).body.total
  expect(Number(await total('diaries'))).toBeGreaterThanOrEqual(60)
  expect(Number(await total('rules'))).toBeGreaterThanOrEqual(31)
  expect(Number(await total('livelihood-projects'))).toBeGreaterThanOrEqual(107)
  const stations = ((await county('GET', '/api/records/stations?limit=100')).body.data ?? []) as unknown as {
    township: string | null
    data: { kind: string }
  }[]
  const towns = (kind: string) => new Set(stations.filter(({ data }) => data.kind === kind).map(({ township }) => township))
  expect([towns('home').size, towns('studio').size]).toEqual([11, 11])
  expect(stations.filter(({ data }) => data.kind === 'remote')).toHaveLength(3)
})

test('the last meeting tells what it decided and how far it is: opinions on their way, a test, an appointment', async () => {
  const held = (await county('GET', '/api/last-meeting')).body.data as unknown as LastMeeting
  const decided = held.items.map(({ ledger, state }) => [ledger, state].join(' ')).sort()
  expect([held.heading, decided]).toEqual([
    '县十八届人大常委会第三十三次会议',
    [
      'appointments appointed',
      'deliberation-opinions commenting',
      'deliberation-opinions issued',
      'deliberation-opinions reviewing',
      'satisfaction-tests announced',
    ],
  ])
})

test('every paper of what was played is made from it, of an item in the states that it names or of the list', async () => {
  const missing: string[] = []
  for (const ledger of ledgers.filter(({ key }) => !elsewhere.includes(key)))
    for (const [name, paper] of Object.entries(papersOf(ledger)))
      if (!(await isMade(ledger, name, paper))) missing.push(`${ledger.key}/${name}`)
  expect(missing).toEqual([])
})

/** True when a paper is made for the county, or the township whose it is, from some record that was played, with nothing in it that was left unfilled. */
async function isMade({ key, states }: Ledger, name: string, paper: Paper): Promise<boolean> {
  if (paper.of) return (await county('GET', `/api/papers/${key}/${name}`)).status === 200
  for (const state of paper.in ?? Object.keys(states).filter((each) => states[each]?.phase !== 'void')) {
    const { data = [] } = (await county('GET', `/api/records/${key}?state=${state}&limit=40`)).body
    for (const { id, township } of data) {
      for (const who of [county, ...(township ? [await townOf(String(township))] : [])]) {
        const answer = await who('GET', `/api/papers/${key}/${name}/${id}?format=blocks`)
        if (answer.status === 200) return !/\{@|undefined/.test(answer.text)
      }
    }
  }
  return false
}

describe('all that it came to', () => {
  test('stands as it was written: chains, duties, lists, counters, figures, numbers, notices', async () => {
    await projected()
    const { records, underway, faults } = await verify(systemScope(), await inForce())
    expect(records).toBeGreaterThan(300)
    expect([underway, faults]).toEqual([0, []])
  })
})

const inForce = async () => new Map((await definitions(systemScope())).map(({ ledger }) => [ledger.key, ledger]))
const told = ({ status, body }: { status: number; body: unknown }) => ({ status, json: body })
const lower = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
