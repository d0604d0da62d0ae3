import { beforeAll, expect, test } from 'vitest'
import { readFigureRow } from '../../../functions/store/figure-rows.ts'
import { keptRows } from '../../../functions/store/kept-rows.ts'
import { Lately } from '../../../functions/store/lately.ts'
import { deleteItem, type Item, putItem, query, updateItem } from '../../../functions/store/table.ts'
import { meter } from '../../bench/meter.ts'
import { fc, holds } from '../../property.ts'
import { newCounty } from './county.ts'

beforeAll(newCounty)

const groups = ['bailu', 'tanggou', 'xinan']
const skOf = (at: number) => `township#2026..##${groups[at]}`
const acts = fc.array(fc.record({ row: fc.nat(2), does: fc.constantFrom('add', 'delete', 'ask'), n: fc.integer({ min: 1, max: 9 }) }), {
  maxLength: 12,
})

test('what is kept of rows of figures is what stands in the table, whatever moved, came or went since', async () => {
  let round = 0
  await holds([acts], async (some) => {
    round += 1
    const range = { pk: `kept-${round}`, begins: 'township#' }
    const standing = async () => {
      const rows = []
      for await (const item of query<Item>(range)) rows.push(readFigureRow(item))
      return rows
    }
    let steps = 0
    const step = async ({ row, does, n }: (typeof some)[number], at: number) => {
      const key = { pk: range.pk, sk: skOf(row) }
      if (does === 'ask') return expect(await keptRows(range, `${steps}`)).toEqual(await standing())
      steps += 1
      if (does === 'add') await updateItem(key, { add: { 'records@2026-03': n, rev: 1 }, set: { at: `2026-03-02T00:00:${10 + at}.000Z` } })
      else await deleteItem(key)
    }
    for (const [at, act] of some.entries()) await step(act, at)
    expect(await keptRows(range, `${steps}`)).toEqual(await standing())
  })
})

test('a stretch whose counters stand still asks for nothing; after a step one request carries no cells, and one more what moved', async () => {
  const range = { pk: 'kept-still', begins: 'township#' }
  for (const at of groups.keys()) await putItem({ pk: range.pk, sk: skOf(at), 'records@2026-03': 1, rev: 1, at: '' })
  await keptRows(range, 'a')
  const spent = meter()
  await keptRows(range, 'a')
  expect(spent.requests).toBe(0)
  await keptRows(range, 'b')
  expect(spent.requests).toBe(1)
  await updateItem({ pk: range.pk, sk: skOf(0) }, { add: { 'records@2026-03': 1, rev: 1 } })
  spent.clear()
  const rows = await keptRows(range, 'c')
  expect([spent.requests, rows.map(({ cells }) => cells['records@2026-03'])]).toEqual([2, [2, 1, 1]])
})

test('what was used last is kept, as far as there is room, and the last however much it is', () => {
  const lately = new Lately<number[]>(4, ({ length }) => length)
  lately.put('a', [1, 2])
  lately.put('b', [3, 4])
  lately.put('a', [1, 2])
  lately.put('c', [5])
  expect([lately.get('a'), lately.get('b'), lately.get('c')]).toEqual([[1, 2], undefined, [5]])
  lately.put('d', [1, 2, 3, 4, 5])
  expect([lately.get('a'), lately.get('c'), lately.get('d')?.length]).toEqual([undefined, undefined, 5])
})
