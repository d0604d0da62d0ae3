import { expect, it } from 'vitest'
import { totalOf } from '../../../admin/ledger/list/useTotal.ts'

it('counts a list of several ledgers together', () => {
  const counts = { states: {}, overdue: 0, nearDue: 0 }
  expect(totalOf({ data: { visits: { ...counts, total: 3 }, motions: { ...counts, total: 40 } } })).toBe(43)
  expect(totalOf({ ...counts, total: 7 })).toBe(7)
  expect(totalOf({ data: {} })).toBe(0)
})
