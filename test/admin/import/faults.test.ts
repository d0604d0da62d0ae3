import { expect, test } from 'vitest'
import { counted } from '../../../admin/import/counted.ts'
import { groupName, groupsOf } from '../../../admin/import/faults.ts'
import { askedColumns } from '../../../admin/import/job.ts'
import { corrected } from '../../../admin/import/SheetSeen.tsx'

const fault = (row: number, path: string, message: string) => ({ row, path, message })

test('faults that differ only in what they quote are one reason, the most frequent first', () => {
  const faults = [
    fault(2, 'day', '“2026-13-02”不是日期。'),
    fault(3, 'township', '“新安真”不是本县乡镇。是不是“新安镇”？'),
    fault(4, 'township', '“百路镇”不是本县乡镇。是不是“百禄镇”？'),
    fault(5, 'lead', '“新安真”不是本县承办单位。'),
  ]
  expect(groupsOf(faults, (path) => path).map(({ label, rows }) => [label, rows])).toEqual([
    ['township', 2],
    ['day', 1],
    ['lead', 1],
  ])
})

test('a reason quotes nothing that only one of its rows says, and names its column once', () => {
  const faults = [
    fault(2, '主办单位', '“文化馆”不是本县承办单位。请写单位全称。'),
    fault(3, '主办单位', '“图书馆”不是本县承办单位。请写单位全称。'),
    fault(4, '总投资', '总投资不能小于 0。'),
  ]
  const named = (alike: boolean) => groupsOf(faults, (path) => path).map((group) => groupName(group, alike))
  expect(named(true)).toEqual(['主办单位（“…”不是本县承办单位。请写单位全称）', '总投资不能小于 0'])
  expect(named(false)).toEqual(['主办单位', '总投资'])
})

test('a row with two faults of a kind is one row to mend, and a fault that is told once for many rows counts them all', () => {
  const rows = (...faults: Parameters<typeof groupsOf>[0]) => groupsOf(faults, (path) => path).map((group) => group.rows)
  expect(rows(fault(2, 'a', '"x"'), fault(2, 'a', '"y"'), fault(3, 'a', '"x"'))).toEqual([2])
  expect(rows({ ...fault(1, 'township', '没有这一列'), rows: 40 })).toEqual([40])
})

test('what the page counts adds up to the rows of the file, and nothing is to be stored while a row is wrong', () => {
  const job = { repeats: 1, created: 5, updated: 2, unchanged: 0, wrong: 4, rejected: [fault(2, 'a', 'x')] }
  const wrong = counted(job)
  expect([wrong.parts.reduce((sum, [, n]) => sum + n, 0), wrong.stores, wrong.stopped]).toEqual([12, 0, true])
  const right = counted({ ...job, repeats: 0, wrong: 0, rejected: [] })
  expect([right.parts, right.stores, right.stopped]).toEqual([
    [
      ['created', 5],
      ['updated', 2],
      ['unchanged', 0],
      ['wrong', 0],
    ],
    7,
    false,
  ])
})

test('columns are asked for only when nothing else is wrong with the file', () => {
  expect(askedColumns([{ path: 'columns.限办' }, { path: 'columns.到期.日' }])).toEqual(['限办', '到期.日'])
  expect(askedColumns([{ path: 'columns.限办' }, { path: 'title' }])).toEqual([])
})

test('a cell that was put right is shown as it is taken now, whole or in a part of a list, and no other', () => {
  const columns = [
    { at: 0, heading: '类别', path: 'category', samples: [] },
    { at: 1, heading: '协办', path: 'co', samples: [] },
    { at: 2, heading: '备注', samples: [] },
  ]
  const now = corrected({ columns }, { category: { 道路交同: '道路交通' }, co: { 水物局: '水务局' } })
  expect(now(0, '道路交同')).toBe('道路交通')
  expect(now(1, '城管局、水物局')).toBe('城管局、水务局')
  expect([now(0, '教育'), now(1, '道路交同'), now(2, '道路交同'), now(0, undefined)]).toEqual([undefined, undefined, undefined, undefined])
})
