import { expect, test } from 'vitest'
import { cellOf } from '../../../admin/parts/table-cells.ts'

test.each([
  ['1,804', { type: Number, value: 1804 }],
  ['−18', { type: Number, value: -18 }],
  ['93.1%', { type: Number, value: 0.931, format: '0.0%' }],
  ['—', {}],
  ['11月25日', { type: String, value: '11月25日' }],
  ['2026-0147', { type: String, value: '2026-0147' }],
])('a table’s “%s” can be reckoned with in a workbook where it is a number', (text, cell) => {
  expect(cellOf(text)).toEqual(cell)
})
