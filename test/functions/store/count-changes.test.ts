import { beforeAll, expect, test } from 'vitest'
import { countChanges } from '../../../functions/store/count-changes.ts'
import { readCounts } from '../../../functions/store/counters.ts'
import { newId } from '../../../functions/store/keys.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { storeRows } from '../../../functions/transact.ts'
import { world } from '../../../functions/world.ts'
import { create } from '../../../shared/engine/creation.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { county, newCounty, on, suggestion } from './county.ts'
import { streamed } from './stream.ts'

const day = '2026-03-02'
const rows = 60
const scope = systemScope()

beforeAll(async () => {
  await newCounty()
  const moves = await Promise.all(
    Array.from({ length: rows }, async (_, at) => {
      const data = { title: `旧册${at}`, body: '旧册' }
      const township = ['xinan', 'tanggou', 'bailu'][at % 3] as string
      return { moved: create(suggestions, { id: newId('r', new Date()), township, data }, county, day, await world()) as Moved }
    }),
  )
  await storeRows(county, suggestions, moves, on(day))
  for (const from of ['xinan', 'bailu']) await suggestion(from, '新', 'assigned', day)
})

test('what was written together is counted once, however the stream is cut and by however many at once', async () => {
  const changes = (await streamed()).filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S?.startsWith('duban#L#'))
  const cut = (size: number, from: number) =>
    Array.from({ length: Math.ceil(changes.length / size) }, (_, at) => changes.slice(at * size + from, (at + 1) * size + from + 3))
  const batches = [...cut(7, 2), ...cut(11, 0), ...cut(50, 5)]
  const counted = await Promise.all(batches.map((batch) => countChanges(scope, batch, new Date())))
  expect(counted.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(rows)
  expect(await countChanges(scope, changes, new Date())).toBe(0)
  const counts = await readCounts(county, suggestions, {}, day)
  expect(counts.total).toBe(rows + 2)
  expect(counts.states).toEqual({ draft: rows, assigned: 2 })
})

test('a register costs a mark for each transaction, not for each entry', async () => {
  const marks = new Set<string>()
  for (const { dynamodb } of await streamed()) {
    const pk = dynamodb?.Keys?.pk?.S ?? ''
    if (pk.startsWith('duban#SEEN#')) marks.add(pk)
  }
  expect(marks.size).toBeGreaterThan(0)
  expect(marks.size).toBeLessThan(rows / 3)
})
