import { beforeAll, expect, test } from 'vitest'
import { readCountGroups } from '../../../functions/store/count-groups.ts'
import { readCounted, readCountsOfAll, zero } from '../../../functions/store/counters.ts'
import { markIndexed } from '../../../functions/store/definitions.ts'
import { groupings } from '../../../functions/store/figure-rows.ts'
import { readFigureRows } from '../../../functions/store/figures.ts'
import { countsByRows } from '../../../functions/store/group-rows.ts'
import { keys } from '../../../functions/store/keys.ts'
import type { ListQuery } from '../../../functions/store/list-query.ts'
import { EVERYBODY } from '../../../functions/store/parts.ts'
import { recountAll } from '../../../functions/store/recount.ts'
import { mendedCounter } from '../../../functions/store/steps.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { getItem, type Item, query as queryItems, updateItem } from '../../../functions/store/table.ts'
import { refreshChanged } from '../../../functions/transact/refresh-changed.ts'
import { createRecord, editRecord } from '../../../functions/transact.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { auditIssues } from '../../../shared/ledgers/audit-issues.ts'
import { specialInquiries } from '../../../shared/ledgers/special-inquiries.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../../shared/scope.ts'
import { countsOf, county, gather, newCounty, on, projected, recordOf, suggestion, township, townships, unit } from './county.ts'

const today = '2026-06-10'
const some: { id: string }[] = []

beforeAll(async () => {
  await newCounty()
  for (let at = 0; at < 12; at += 1)
    some.push(
      await suggestion(townships[at % 3] as string, `维修${at}号桥梁`, at % 4 ? 'assigned' : 'registered', `2026-0${1 + (at % 5)}-15`),
    )
  for (const answerers of [['water'], ['water', 'education'], ['education', 'transport', 'water']])
    recordOf(await createRecord(county, specialInquiries.key, { data: { topic: '河道治理', answerers } }, {}, on('2026-03-02')))
  await projected()
})

const askRows = (by: string, query: ListQuery, scope: Scope, ledgers: Ledger[]) =>
  countsByRows({ scope, query, today, ledgers }, by, readCounted(scope, ledgers, query, today))
const byRows = async (by: string, query: ListQuery = {}, scope = county, of = suggestions) => {
  const groups = await askRows(by, query, scope, [of])
  return groups && new Map([...groups].map(([id, counts]) => [id, counts[of.key] ?? zero()]))
}
/** As whoever moves a row does in the same transaction. */
const stepped = () =>
  updateItem({ pk: keys.counters(systemScope(), EVERYBODY), sk: mendedCounter(suggestions.key, 2026) }, { add: { rev: 1 } })
type Told = { total: number; overdue: number; nearDue: number }
const counted = (groups: Iterable<[string, Told]>) =>
  Object.fromEntries([...groups].flatMap(([id, { total, overdue, nearDue }]) => (total > 0 ? [[id, { total, overdue, nearDue }]] : [])))
const walked = async (by: string, query: ListQuery, of = suggestions) => {
  const groups = await readCountGroups({ scope: county, ledgers: [of], query, today }, by, [])
  return counted(groups.map((group): [string, Told] => [group.id, group]))
}

const questions: ListQuery[] = [
  {},
  { year: 2026 },
  { year: 2025 },
  { states: ['assigned'] },
  { overdue: true },
  { dueBefore: '2026-05-01' },
]
for (const by of groupings(suggestions).filter((grouping) => grouping !== 'township'))
  test(`rows of figures count by ${by} what a walk through the entries counts`, async () => {
    for (const query of questions) {
      const told = counted((await byRows(by, query)) ?? [])
      expect(told, JSON.stringify(query)).toEqual(await walked(by, query))
      expect(Object.keys(told).length > 0, JSON.stringify(query)).toBe(query.year !== 2025)
    }
  })

test('a record stands in each group of a field of several values, and is not counted twice for that', async () => {
  const told = counted((await byRows('answerers', {}, county, specialInquiries)) ?? [])
  expect(told).toEqual(await walked('answerers', {}, specialInquiries))
  expect(told).toMatchObject({ water: { total: 3 }, education: { total: 2 }, transport: { total: 1 } })
})

test('rows of figures count by township what counters of townships count', async () => {
  for (const query of questions)
    for (const [id, counts] of (await byRows('township', query)) ?? [])
      expect(counts, id).toEqual(await countsOf(county, suggestions, { ...query, township: id }, today))
})

test('rows of figures of several ledgers count by township what each township counts of all of them', async () => {
  const both = [suggestions, specialInquiries]
  for (const query of questions) {
    const told = [...((await askRows('township', query, county, both)) ?? [])]
    expect(told.length > 0, JSON.stringify(query)).toBe(query.year !== 2025)
    for (const [id, counts] of told) {
      const own = await readCountsOfAll(county, both, { ...query, township: id }, today)
      expect(Object.fromEntries(Object.entries(counts).filter(([, { total }]) => total > 0)), `${id} ${JSON.stringify(query)}`).toEqual(own)
    }
  }
})

test('what is kept of them follows a change that moves no counter', async () => {
  const [{ id }] = some as [{ id: string }]
  const before = counted((await byRows('category')) ?? [])
  recordOf(await editRecord(county, suggestions.key, id, { category: 'environment' }, undefined, on(today)))
  await projected()
  const after = counted((await byRows('category')) ?? [])
  expect([before.environment?.total ?? 0, after.environment?.total]).toEqual([0, 1])
  expect(after).toEqual(await walked('category', {}))
})

test('what is kept of them follows the night that puts a row right', async () => {
  const told = async () => {
    const rows = await readFigureRows(county, suggestions, {}, { asOf: [today], by: 'lead', today })
    return rows?.parts.map(({ group, cells }) => [group, Object.fromEntries(Object.entries(cells).filter(([, n]) => n !== 0))])
  }
  const before = await told()
  const [row] = await gather(queryItems<Item>({ pk: keys.figures(systemScope(), suggestions.key), begins: 'lead#' }))
  await updateItem(row as Item, { add: { 'records@2026-03': 5, rev: 1 } })
  await stepped()
  expect(await told()).not.toEqual(before)
  const { drifted } = await recountAll(systemScope(), [suggestions], new Date('2999-01-01'))
  expect(drifted).toMatchObject([{ repaired: true }])
  expect(await told()).toEqual(before)
})

test('they are not asked what they are not kept for', async () => {
  // A unit is any that a record names, whatever field of the report is called so.
  expect(groupings(auditIssues)).toContain('unit')
  expect(await byRows('unit', {}, county, auditIssues)).toBeNull()
  expect(await byRows('title')).toBeNull()
  for (const query of [{ township: 'xinan' }, { unit: 'water' }, { q: '桥' }, { where: { category: 'other' } }])
    expect(await byRows('township', query), JSON.stringify(query)).toBeNull()
  for (const scope of [township('xinan'), unit('water')]) expect(await byRows('township', {}, scope)).toBeNull()
})

test('rows that an earlier release wrote are not believed, until the night has written them anew', async () => {
  const pk = keys.figures(systemScope(), suggestions.key)
  for await (const row of queryItems<Item>({ pk })) {
    const remove = Object.keys(row).filter((cell) => cell.startsWith('q.'))
    await updateItem({ pk, sk: row.sk }, { remove, add: { rev: 1 } })
  }
  await stepped()
  for (const { id } of some) {
    const key = keys.projection(systemScope(), { ledger: suggestions.key, id })
    const standing = await getItem<Item & { figured: { cells: object } }>(key)
    const cells = Object.fromEntries(Object.entries(standing?.figured.cells ?? {}).filter(([cell]) => !cell.startsWith('q.')))
    await updateItem(key, { set: { figured: { ...standing?.figured, cells } } })
  }
  expect(await byRows('lead')).toBeNull()
  await markIndexed(systemScope(), suggestions.key, 'by an earlier release')
  await refreshChanged(on(today))
  expect((await byRows('lead'))?.size).toBeGreaterThan(0)
})
