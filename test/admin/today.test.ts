import { expect, test } from 'vitest'
import { allDuties, type OwedDuty } from '../../admin/today/duties.ts'

test('Today counts every duty of an office, however many pages they fill', async () => {
  const all = Array.from({ length: 230 }, (_, at) => ({ id: `d${at}` }) as OwedDuty)
  const asked: number[] = []
  const found = await allDuties(async (path) => {
    const query = new URL(path, 'http://x').searchParams
    const from = Number(query.get('cursor') ?? 0)
    const till = from + Number(query.get('limit'))
    asked.push(from)
    return { data: all.slice(from, till), ...(till < all.length ? { next: String(till) } : {}) }
  })
  expect(found).toEqual(all)
  expect(asked).toEqual([0, 100, 200])
})
