import { describe, expect, it } from 'vitest'
import { calendar } from '../../../shared/deadline/calendar.ts'
import { readRows } from '../../../shared/importing/read-rows.ts'
import type { Merge, Sheet, SheetCell } from '../../../shared/importing/sheet.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Office } from '../../../shared/world.ts'

const office = (kind: Office['kind'], id: string, zh: string): Office => ({ id, kind, name: { zh, en: id } })
const offices = [
  office('township', 'xinan', '新安镇'),
  office('township', 'bailu', '百禄镇'),
  office('unit', 'water', '县水务局'),
  office('unit', 'housing', '县住房和城乡建设局'),
]
const county: Scope = { person: 'p1', name: '李强', role: 'county', office: { kind: 'county', id: 'county' } }

function read(rows: SheetCell[][], merges: Merge[] = [], answers = {}) {
  const sheet: Sheet = {
    name: '表',
    merges,
    rows: rows.map((cells, at) => ({ row: at + 1, cells })).filter(({ cells }) => cells.length > 0),
  }
  const reading = readRows(suggestions, [sheet], county, { calendar: calendar(), offices }, '2026-07-08', answers)
  if (!reading) throw new Error('no headings')
  if ('faults' in reading) return { faults: reading.faults.map(({ path }) => path), items: [], passed: [], ignored: [], rejected: [] }
  const { rejected, passed, ignored } = reading
  return {
    faults: [],
    items: reading.rows.map(({ number, township, data }) => [number, township, data.title]),
    passed: passed.map(({ row, text }) => [row, text]),
    ignored,
    rejected: rejected.map(({ cell, path }) => [cell, path]),
  }
}
const across = (row: number, left: number, right: number, bottom = row): Merge => ({ top: row, bottom, left, right })
const head = ['编号', '标题', '乡镇']

describe('tables beside each other', () => {
  const two = [
    ['2026-1', '修桥', '新安镇'],
    ['2026-2', '修路', '百禄镇'],
    ['2026-3', '修河', '新安镇'],
  ] as const
  const items = two.map(([number, title, place]) => [number, place === '新安镇' ? 'xinan' : 'bailu', title])
  it('are read one after the other, parted by an empty column or not', () => {
    expect(read([['台账'], [...head, null, ...head], [...two[0], null, ...two[2]], [...two[1]]])).toEqual({
      faults: [],
      items,
      passed: [[1, '台账']],
      ignored: [],
      rejected: [],
    })
    expect(read([[...head, ...head], [...two[0], ...two[2]], [...two[1]]])).toMatchObject({ items, faults: [] })
  })
  it('keep their running counts', () => {
    const all = read([
      ['序号', ...head, '序号', ...head],
      [1, ...two[0], 3, ...two[2]],
      [2, ...two[1]],
    ])
    expect(all).toMatchObject({ items, ignored: ['序号'], faults: [] })
  })
  it('have their faults at their own cells', () => {
    const { rejected } = read([
      [...head, null, ...head],
      ['2026-1', '修桥', '某镇', null, '2026-2', '修路', '别镇'],
    ])
    expect(rejected).toEqual([
      ['C2', 'township'],
      ['G2', 'township'],
    ])
  })
  it('a summary beside the register is told of, and not taken', () => {
    const {
      items: taken,
      passed,
      faults,
    } = read([
      [...head, null, '乡镇', '件数'],
      ['2026-1', '修桥', '新安镇', null, '新安镇', 3],
      ['2026-2', '修路', '百禄镇', null, '百禄镇', 4],
    ])
    expect([faults, taken.length, passed.map(([, text]) => text)]).toEqual([[], 2, ['乡镇 件数', '新安镇 3', '百禄镇 4']])
  })
  it.each([
    ['in one table', ['编号', '标题', '题目', '乡镇']],
    ['behind a gap', ['编号', '标题', '主办单位', '交办日期', null, '承办单位', '交办时间']],
    ['without a gap', ['编号', '标题', '主办单位', '交办日期', '承办单位', '交办时间']],
  ])('one table with a heading twice is refused as before: %s', (_, heads) => {
    expect(read([heads, heads.map((each) => each && 'x')]).faults.length).toBeGreaterThan(0)
  })
})

describe('headings', () => {
  it('may stand in four rows', () => {
    const rows = [
      ['编号', '情况'],
      [null, '基本'],
      [null, '内容'],
      [null, '标题', '乡镇'],
      ['2026-1', '修桥', '新安镇'],
    ]
    expect(read(rows, [across(1, 0, 0, 4), across(1, 1, 2), across(2, 1, 2), across(3, 1, 2)])).toMatchObject({
      items: [['2026-1', 'xinan', '修桥']],
      ignored: [],
    })
  })
  it('lend their kind to what stands below them', () => {
    const rows = [
      ['编号', '标题', '乡镇', '承办单位', null, '办理时间'],
      [null, null, null, '主办', '会办', '交办', '要求办结', '实际办结'],
      ['2026-1', '修桥', '新安镇', '水务局', '住建局', '2026-3-2', '2026-9-2', '2026-5-1'],
    ]
    const merges = [across(1, 0, 0, 2), across(1, 1, 1, 2), across(1, 2, 2, 2), across(1, 3, 4), across(1, 5, 7)]
    expect(read(rows, merges)).toMatchObject({ items: [['2026-1', 'xinan', '修桥']], ignored: ['办理时间实际办结'], faults: [] })
  })
  it('of a column that holds days of which one is still to come are asked for', () => {
    const rows = (day: string) => [
      ['编号', '标题', '乡镇', '时间节点'],
      ['2026-1', '修桥', '新安镇', '2026-03-02'],
      ['2026-2', '修路', '新安镇', day],
    ]
    expect(read(rows('2026-12-31')).faults).toEqual(['columns.时间节点'])
    expect(read(rows('2026.12.31前')).faults).toEqual(['columns.时间节点'])
    expect(read(rows('2026-07-08'))).toMatchObject({ faults: [], ignored: ['时间节点'] })
    expect(read(rows('2026-12-31'), [], { 时间节点: 'ignore' })).toMatchObject({ faults: [], ignored: ['时间节点'] })
  })
})

it.each([
  [['1', '2', '3']],
  [[1, 2, 3]],
  [['甲', '乙', '1']],
  [['（1）', '（2）', '（3）']],
  [['必填', '必填', '选填']],
  [['格式：2026-001', '必填项', '下拉选择']],
])('%j below the headings is no item', (row) => {
  expect(read([head, row, ['2026-1', '修桥', '新安镇']])).toMatchObject({ items: [['2026-1', 'xinan', '修桥']], rejected: [] })
})

it.each([
  [['新安镇合计', '3']],
  [[null, null, '新安镇小计', 2]],
  [['全镇共计3件，其中已办2件']],
  [['计数', 1]],
  [['共3件']],
  [['2.请于每月5日前报。']],
  [['说明', '本表由县人大统计']],
  [['局长签字：', null, '（盖章）']],
  [['第1页 共3页']],
  [['联系人', '张三', '13812345678']],
])('%j between items is told of as passed over', (row) => {
  const all = read([head, ['2026-1', '修桥', '新安镇'], row, ['2026-2', '修路', '百禄镇']])
  expect([all.items.length, all.passed.map(([at]) => at), all.rejected]).toEqual([2, [3], []])
})

it.each([
  [['2026-9', '关于加强统计工作的建议', '新安镇']],
  [[null, '关于公共汽车的建议', '新安镇']],
  [['说明号1', '合计', '新安镇']],
  [[null, '关于解决城区公共5项问题的建议', '新安镇']],
])('%j is an item', (row) => expect(read([head, row]).items.length).toBe(1))

it('a day that is far from this one is taken, and remarked', () => {
  const rows = [
    ['编号', '标题', '乡镇', '答复期限'],
    ['2026-1', '修桥', '新安镇', '2062-12-31'],
    ['2026-2', '修路', '新安镇', '2026-12-31'],
  ].map((cells, at) => ({ row: at + 1, cells }))
  const reading = readRows(suggestions, [{ name: '表', merges: [], rows }], county, { calendar: calendar(), offices }, '2026-07-08')
  if (!reading || 'faults' in reading) throw new Error('no headings')
  expect([reading.rows.length, reading.remarks.map(({ cell, message }) => [cell, message.zh])]).toEqual([
    2,
    [['D2', '答复期限 2062-12-31 离今天二十年以上，请核对年份。']],
  ])
})

it('columns that differ by a count are one field twice', () => {
  expect(
    read([
      ['编号', '标题', '主办单位1', '主办单位2'],
      ['2026-1', '修桥', '水务局', '住建局'],
    ]).faults,
  ).toEqual(['lead'])
  expect(
    read([
      ['编号', '标题1', '乡镇'],
      ['2026-1', '修桥', '新安镇'],
    ]).items,
  ).toEqual([['2026-1', 'xinan', '修桥']])
})

describe('lines of places', () => {
  const items = (...lines: string[]) =>
    read(
      [['编号', '标题'], ...lines.flatMap((line, at) => [[line], [`2026-${at}`, '修桥']])],
      lines.map((_, at) => across(2 + at * 2, 0, 1)),
    ).items.map(([, township]) => township)
  it('give the rows below them their township, until another place or another of the same count begins', () => {
    expect(items('新安镇', '百禄镇（2件）')).toEqual(['xinan', 'bailu'])
    expect(items('一、新安镇', '（一）农业类', '二、城建类')).toEqual(['xinan', 'xinan', undefined])
    expect(items('新安镇', '县直机关', '百禄镇')).toEqual(['xinan', undefined, 'bailu'])
    expect(items('新安镇', '开发区')).toEqual(['xinan', undefined])
  })
})
