import { readFileSync } from 'node:fs'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { beforeAll, expect, test, vi } from 'vitest'
import { indexes, keys } from '../../../cdk/keys.ts'
import { createTable } from '../../../cdk/local/make-table.ts'
import { listDuties } from '../../../functions/store/duties.ts'
import { eachEntry } from '../../../functions/store/each.ts'
import { readFigureRows } from '../../../functions/store/figures.ts'
import { keys as keysOf } from '../../../functions/store/keys.ts'
import { loginsOf } from '../../../functions/store/log.ts'
import { type ListQuery, listRecords } from '../../../functions/store/pages.ts'
import { EVERYBODY } from '../../../functions/store/parts.ts'
import { listPeople } from '../../../functions/store/people.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { getItem, type Item, putItem, putItems, query } from '../../../functions/store/table.ts'
import { type Cells, figuresOf } from '../../../shared/figures/cells.ts'
import { figures } from '../../../shared/figures/figures.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../../shared/scope.ts'
import { partsHere } from '../../parts-here.ts'
import { local } from '../../platform.ts'
import { countsOf, county, gather, newCounty, projected, township, unit } from './county.ts'

const today = '2026-06-10'
const table = 't-released'

/** The table as the version of that day made it, with what that version wrote, opened by this one. */
beforeAll(async () => {
  await newCounty()
  process.env.TABLE = table
  const dynamo = partsHere().dynamo
  const schema = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ]
  const attributes = [keys, ...indexes].flatMap(({ hash, range }) => [hash, range])
  const declared = (name: (key: string) => string, ProjectionType: 'ALL' | 'KEYS_ONLY') => ({
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    KeySchema: schema(keys.hash, keys.range),
    GlobalSecondaryIndexes: indexes.map(({ hash, range }) => ({
      IndexName: name(hash.slice(0, 2)),
      KeySchema: schema(hash, range),
      Projection: { ProjectionType },
    })),
  })
  await new DynamoDBClient({ endpoint: dynamo, ...local }).send(
    new CreateTableCommand({
      TableName: table,
      ...declared((key) => `${key}-index`, 'ALL'),
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  )
  const lines = readFileSync('test/functions/store/released/2026-11-28.jsonl', 'utf8').trim().split('\n')
  await putItems(lines.map((line) => JSON.parse(line) as Item))
  const wanted = declared((key) => `${key}-keys`, 'KEYS_ONLY')
  await createTable('Table', async () => wanted, { dynamo } as never, { ref: table, attributes: {} } as never)
  const { handler } = await import('../../../functions/migrate.ts')
  expect(await handler()).toMatchObject({ records: 33, done: true })
  expect(await handler()).toMatchObject({ records: 0, done: true })
  await projected()
})

const titles = async (scope: Scope, asked: ListQuery) => {
  const page = await listRecords(scope, suggestions, asked, today)
  if ('refused' in page) throw new Error(page.sentence.en)
  return page.data.map(({ data }) => data.title).sort()
}
const lists: [string, Scope, ListQuery, string[]][] = [
  ['everything for the county', county, {}, ['旧件0', '旧件1', '旧件10', '旧件11', '旧件12', '旧件2']],
  ['what is overdue, soonest first', county, { overdue: true, sort: 'dueOn' }, ['旧件1', '旧件11']],
  ['a state', county, { states: ['registered'] }, ['旧件12', '旧件2']],
  ['its own for a township', township('bailu'), {}, ['旧件10', '旧件11', '旧件12']],
  ['what it reads for a unit, its trace included', unit('water'), { sort: 'dueOn' }, ['旧件1', '旧件11', '旧件12', '旧件2']],
  ['what names it now', county, { unit: 'education' }, ['旧件1', '旧件11']],
  ['words', county, { q: '第11件' }, ['旧件11']],
]
test.each(lists)('a table of a released version opens: %s', async (_, scope, asked, wanted) => {
  expect(await titles(scope, asked)).toEqual(wanted)
  expect((await countsOf(scope, suggestions, asked, today)).total).toBe(wanted.length)
})

test('what is owed, people and logs are found as before', async () => {
  const owed = await listDuties(unit('education'), {})
  expect('data' in owed && owed.data.map(({ duty }) => duty.key)).toEqual(['coOpinion', 'coOpinion'])
  expect((await listPeople('system')).map(({ email }) => email)).toEqual(['water@duban.test'])
  expect(await loginsOf(systemScope(), 'pwater00000')).toHaveLength(1)
})

test('figures are kept of it', async () => {
  const facts = (await gather(eachEntry(county, suggestions, {}, today))).flat().flatMap((entry) => entry.facts ?? [])
  const rows = await readFigureRows(county, suggestions, {}, { asOf: [today], by: 'lead', today })
  const told = figuresOf(
    suggestions,
    { asOf: today, by: 'lead' },
    rows?.totals.map(({ cells }) => cells) ?? [],
    rows?.parts.map(({ group, cells }): [string, Cells] => [group, cells]) ?? [],
  )
  expect(told).toEqual(figures(suggestions, facts, { asOf: today, by: 'lead' }))
  expect(told.total.records).toBeGreaterThan(0)
})

test('it is not served before all of it is in the present form, nor by a release that is older than it', async () => {
  const form = keysOf.form(systemScope())
  const present = await getItem<Item>(form)
  const { FORM, isPresent } = await import('../../../functions/store/form.ts')
  for (const other of [FORM - 1, FORM + 1]) {
    vi.resetModules()
    const fresh = await import('../../../functions/store/form.ts')
    await putItem({ ...form, form: other })
    expect(await fresh.isPresent(systemScope())).toBe(false)
    await putItem(present as Item)
    expect(await fresh.isPresent(systemScope())).toBe(true)
  }
  expect(await isPresent(systemScope())).toBe(true)
})

test('what the form before counted is counted anew, and a second run has nothing to do', async () => {
  const { handler } = await import('../../../functions/migrate.ts')
  const form = keysOf.form(systemScope())
  const before = (await gather(query<Item>({ pk: keysOf.entries(systemScope(), 'suggestions', EVERYBODY) })))[0] as Item
  const { facts: _, ...older } = before
  await putItem(older)
  await putItem({ ...form, form: 3 })
  expect(await handler()).toMatchObject({ done: true })
  expect((await getItem<Item>({ pk: before.pk, sk: before.sk }))?.facts).toEqual(before.facts)
  expect(await handler()).toMatchObject({ records: 0, done: true })
})

test('nothing of the form before is left', async () => {
  const old = [
    'L#suggestions#xinan',
    'L#suggestions#~unit:water',
    'Q#suggestions#xinan',
    'N#suggestions#xinan',
    'N#suggestions#~unit:water',
  ]
  for (const pk of old) expect([pk, await gather(query({ pk: `duban#${pk}` }))]).toEqual([pk, []])
})
