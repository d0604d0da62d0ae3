import { expect, test } from 'vitest'
import { columnsOf } from '../../functions/papers/columns.ts'
import { fc, holds } from '../property.ts'

const WHOLE = 9000
const ruled = (head: string[], ...rows: string[][]) => ({ head, rows, shares: head.map(() => 1) })
const sum = (widths: number[]) => widths.reduce((a, b) => a + b, 0)

test('where nothing is long no column takes all that is left', () => {
  const [, women = 0, men = 0] = columnsOf(ruled(['性别', '女', '男'], ['件数', '2', '2'], ['占比', '50.0%', '50.0%']), WHOLE)
  expect(Math.abs(women - men)).toBeLessThan(10)
})

test('a day stands in one line beside a long title, which has the rest', () => {
  const [title = 0, day = 0] = columnsOf(ruled(['标题', '期限'], ['关于'.repeat(40), '2026年12月14日']), WHOLE)
  expect([title > 2 * day, day > 1800]).toEqual([true, true])
})

test('whatever stands in them, columns fill the table and none is lost', () => {
  const cell = fc.string({ unit: fc.constantFrom('建', '议', '1', 'A', ' ', '\n'), maxLength: 60 })
  const table = fc
    .integer({ min: 1, max: 12 })
    .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }))
  return holds([table], (rows) => {
    const widths = columnsOf(ruled(rows[0] as string[], ...rows.slice(1)), WHOLE)
    expect(widths.every((width) => width > 0)).toBe(true)
    expect(sum(widths)).toBeLessThanOrEqual(WHOLE)
    expect(sum(widths)).toBeGreaterThan(WHOLE - 13)
  })
})
