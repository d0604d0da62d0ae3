import { expect, test } from 'vitest'
import { groupsOf, wrongRows } from '../../../admin/import/faults.ts'
import { askedColumns } from '../../../admin/import/job.ts'

const fault = (row: number, path: string, message: string) => ({ row, path, message })

test('faults that differ only in what they quote are one reason, the most frequent first', () => {
  const faults = [
    fault(2, 'day', '"2026-13-02"不是日期。'),
    fault(3, 'township', '"新安真"不是本县乡镇。是不是"新安镇"？'),
    fault(4, 'township', '"百路镇"不是本县乡镇。是不是"百禄镇"？'),
    fault(5, 'lead', '"新安真"不是本县承办单位。'),
  ]
  expect(groupsOf(faults, (path) => path).map(({ label, rows }) => [label, rows])).toEqual([
    ['township', 2],
    ['day', 1],
    ['lead', 1],
  ])
})

test('a row with two faults is one row to mend', () => {
  expect(wrongRows([fault(2, 'a', 'x'), fault(2, 'b', 'y'), fault(3, 'a', 'x')])).toBe(2)
})

test('columns are asked for only when nothing else is wrong with the file', () => {
  expect(askedColumns([{ path: 'columns.限办' }, { path: 'columns.到期.日' }])).toEqual(['限办', '到期.日'])
  expect(askedColumns([{ path: 'columns.限办' }, { path: 'title' }])).toEqual([])
})
