import { expect, test } from 'vitest'
import { allDuties, type OwedDuty, wholeOf } from '../../admin/today/duties.ts'

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

test('a part that is called as its whole does not say it twice', () => {
  expect(wholeOf({ heading: '基层代表培训班', partOf: '基层代表培训班' })).toBeUndefined()
  expect(wholeOf({ heading: '关于路灯的问题', partOf: '优化营商环境专题询问' })).toBe('优化营商环境专题询问')
  expect(wholeOf({ heading: '关于路灯的建议' })).toBeUndefined()
})
