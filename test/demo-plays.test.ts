import { beforeAll, expect, test } from 'vitest'
import { offices, people } from '../cdk/local/demo/index.ts'
import { perform } from '../cdk/local/demo/perform.ts'
import { plays } from '../cdk/local/demo/plays/index.ts'
import { ledgers } from '../shared/ledgers/index.ts'
import { type Client, openHouse, password } from './functions/api-house.ts'

const today = '2026-11-22'
/** These come by the register and the stories of the county, not by plays. */
const elsewhere = ['suggestions']
let county: Client

beforeAll(async () => {
  const house = await openHouse(today, { offices, people: people.map((person) => ({ ...person, password })) })
  const clients = new Map<string, Promise<Client>>()
  const as = async (email: string) => {
    const name = email.split('@')[0] as string
    const call = await (clients.get(name) ?? clients.set(name, house.as(name)).get(name))
    if (!call) throw new Error(`no session for ${email}`)
    return {
      get: async (path: string) => told(await call('GET', path)),
      post: async (path: string, body: unknown, headers: Record<string, string> = {}) =>
        told(await call('POST', path, { body, headers: lower(headers) })),
    }
  }
  const waiting = [...plays(today).entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await perform(as, next[1], `play-${next[0]}`)
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  county = await house.as('county')
})

test.each(ledgers.filter(({ key }) => !elsewhere.includes(key)).map((ledger) => [ledger.key, ledger] as const))(
  '%s has a record in every state',
  async (key, ledger) => {
    const { body } = await county('GET', `/api/records/${key}?limit=100`)
    const found = new Set(body.data?.map(({ state }) => state))
    expect(Object.keys(ledger.states).filter((state) => !found.has(state))).toEqual([])
  },
)

const told = ({ status, body }: { status: number; body: unknown }) => ({ status, json: body })
const lower = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
