import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { definition, definitions, saveDefinition } from '../../functions/catalogue.ts'
import { keys } from '../../functions/store/keys.ts'
import { client, deleteItem } from '../../functions/store/table.ts'
import { parseLedger } from '../../shared/definition/gate.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { exams } from '../shared/small-ledgers.ts'
import { county, newCounty } from './store/county.ts'

const label = (en: string) => ({ label: { zh: en, en } })
const publish = (key: string, version: number, en: string) => saveDefinition(county, { key, version, patch: label(en) }, new Date())
const nameOf = async (key: string) => (await definition(county, key))?.ledger.label.en
const [first = '', second = ''] = ledgers.map(({ key }) => key)

/** What is asked of the database, as `GetItem` or, for more than one, `BatchGetItem 2`. */
const asked: string[] = []
let now = 0

beforeAll(async () => {
  await newCounty()
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  client().middlewareStack.add(
    (next, context) => (args) => {
      const { RequestItems } = args.input as { RequestItems?: { [table: string]: { Keys: unknown[] } } }
      const many = RequestItems ? ` ${Object.values(RequestItems).flatMap(({ Keys }) => Keys).length}` : ''
      asked.push(`${String((context as { commandName?: string }).commandName).replace('Command', '')}${many}`)
      return next(args)
    },
    { step: 'initialize', name: 'asked' },
  )
})
afterEach(() => {
  asked.length = 0
})

/** What the next look at the catalogue asks, six seconds later. */
async function look(): Promise<string[]> {
  now += 6000
  asked.length = 0
  await definitions(county)
  return [...asked]
}

test('a definition that has not changed is not read again: one small read tells so', async () => {
  await definitions(county)
  expect(await look()).toEqual(['GetItem'])
  for (let version = 2; version <= 9; version += 1) await publish(first, version, `Name ${version}`)
  await look()
  expect(await look()).toEqual(['GetItem'])
  await Promise.all([definitions(county), definitions(county), definition(county, second)])
  expect(asked).toEqual(['GetItem'])
})

test('of definitions that have changed the last version alone is read, and the others stay as they were judged', async () => {
  const before = await definition(county, first)
  await publish(second, 2, 'Other name')
  await publish(second, 3, 'Third name')
  expect(await look()).toEqual(['GetItem', 'GetItem'])
  expect(await nameOf(second)).toBe('Third name')
  expect(await definition(county, first)).toBe(before)
})

test('what a release without a marker has stored is in force, and what is published next comes on top of it', async () => {
  await deleteItem(keys.published(county))
  await publish(second, 4, 'Fourth name')
  now += 6000
  expect([await nameOf(first), await nameOf(second)]).toEqual(['Name 9', 'Fourth name'])
  await deleteItem(keys.published(county))
  now += 6000
  expect([await nameOf(first), await nameOf(second)]).toEqual(['Name 9', 'Fourth name'])
  expect(await look()).toEqual(['GetItem'])
})

test('of two who publish the same version one is told that it is taken, and the other’s is in force', async () => {
  const done = await Promise.all(['Mine', 'Yours'].map((en) => publish(first, 10, en)))
  expect([...done].sort()).toEqual([false, true])
  expect(await nameOf(first)).toBe(done[0] ? 'Mine' : 'Yours')
})

test('what an earlier release let through stays in force, though it would not be published today', async () => {
  const ledger = JSON.parse(JSON.stringify({ ...exams, key: 'old-exams' }))
  ledger.fields.score.seenBy = ['county']
  expect(parseLedger(ledger)).toHaveProperty('faults')
  await saveDefinition(county, { key: 'old-exams', version: 1, ledger }, new Date())
  expect(await definition(county, 'old-exams')).toMatchObject({ origin: 'county', version: 1 })
})
