import { beforeAll, expect, test } from 'vitest'
import { readChildren } from '../../../functions/store/children.ts'
import { listDuties } from '../../../functions/store/duties.ts'
import { dutyItems } from '../../../functions/store/duty-items.ts'
import { newId } from '../../../functions/store/keys.ts'
import { listItems } from '../../../functions/store/lists.ts'
import { listRecords } from '../../../functions/store/pages.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { putItems } from '../../../functions/store/table.ts'
import { createRecord, take } from '../../../functions/transact.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { meter } from '../../bench/meter.ts'
import { county, newCounty, on, projected, recordOf, suggestion, unit } from './county.ts'

let spent: ReturnType<typeof meter>
beforeAll(async () => {
  await newCounty()
  spent = meter()
})

test('the first page of five thousand open duties costs what the first page of fifty costs', async () => {
  const record = await suggestion('xinan', '修桥', 'assigned')
  const [item] = dutyItems(systemScope(), suggestions, record).filter(({ pk }) => pk.endsWith('unit#water'))
  const many = (from: number, to: number) =>
    putItems(
      Array.from({ length: to - from }, (_, at) => ({
        ...item,
        pk: item?.pk ?? '',
        sk: `2027-01-01#suggestions#${record.id}#d${from + at}`,
      })),
    )
  const cost = async () => {
    spent.clear()
    const page = await listDuties(unit('water'), {})
    return { next: 'next' in page && page.next !== undefined, requests: spent.requests, units: spent.units }
  }
  await many(0, 50)
  const few = await cost()
  await many(50, 5000)
  expect(await cost()).toEqual(few)
  expect(few.next).toBe(true)
})

test('what is open is found as quickly when a thousand newer ones are in another state', async () => {
  const [assigned, newer] = [await suggestion('bailu', '修桥', 'assigned'), await suggestion('bailu', '修路', 'registered')]
  const copies = (record: LedgerRecord, count: number, minute: number) =>
    Array.from({ length: count }, (_, at) => {
      const createdAt = new Date(Date.parse('2026-06-01T00:00:00Z') + minute * 60_000 + at).toISOString()
      return listItems(systemScope(), suggestions, { ...record, id: newId('r', new Date(createdAt)), createdAt })
    }).flat()
  const cost = async () => {
    spent.clear()
    await listRecords(county, suggestions, { states: ['assigned'] }, '2026-06-10')
    return [spent.requests, spent.trips]
  }
  await putItems(copies(assigned, 60, 1))
  const few = await cost()
  await putItems(copies(newer, 1000, 2))
  expect([few, await cost()]).toEqual([
    [3, 2],
    [3, 2],
  ])
})

test('of three hundred children nobody waits for more than fit into one transaction: the outbox makes the rest, each once', async () => {
  const points = Array.from({ length: 300 }, (_, at) => ({ problem: `第${at + 1}个问题`, unit: 'water' }))
  const data = { topic: '水利', meetingOn: '2026-03-02', organ: 'water' }
  const drafted = recordOf(await createRecord(county, 'deliberation-opinions', { data }, {}, on('2026-03-02')))
  const step = (transition: string, given: Record<string, unknown>) =>
    take(county, 'deliberation-opinions', drafted.id, { transition, given }, undefined, on('2026-03-02'))
  recordOf(await step('submit', { points }))
  spent.clear()
  recordOf(await step('issue', {}))
  expect(spent.requests).toBeLessThan(40)
  const made = async () =>
    (await readChildren(county, { ledger: 'deliberation-opinions', id: drafted.id })).flatMap(({ data }) =>
      data.problem ? [String(data.problem)] : [],
    )
  expect((await made()).length).toBeLessThan(300)
  await projected()
  expect((await made()).sort()).toEqual(points.map(({ problem }) => problem).sort())
})
