import { describe, expect, it } from 'vitest'
import { putRight, type Values } from '../../../shared/importing/instead.ts'
import { columnFields } from '../../../shared/importing/meanings.ts'
import { nearest } from '../../../shared/importing/nearest.ts'
import { type RowFault, readRows } from '../../../shared/importing/read-rows.ts'
import type { Sheet, SheetCell } from '../../../shared/importing/sheet.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { county, world } from '../../cast.ts'

const sheet = (rows: SheetCell[][]): Sheet => ({ name: '表', merges: [], rows: rows.map((cells, at) => ({ row: at + 1, cells })) })

describe('what a cell means instead', () => {
  const right = putRight({ lead: { 县水物局: '县水务局' }, co: { 教肓局: '教育局' } })
  it.each([
    ['lead', '县水物局', '县水务局'],
    ['lead', ' 县水物局　', '县水务局'],
    ['lead', '县水务局', '县水务局'],
    ['co', '水务局、教肓局；住建局', '水务局、教育局；住建局'],
    ['co', '县水物局', '县水物局'],
    ['title', '教肓局', '教肓局'],
    ['constructor', '教肓局', '教肓局'],
    ['lead', 7, 7],
    ['lead', null, null],
  ])('in %s %s is %s', (path, cell, is) => expect(right(path, cell)).toBe(is))
})

it('what is proposed for a slip of the pen is read without a fault, in every field of every ledger that proposes', () => {
  let proposed = 0
  for (const ledger of ledgers.filter((each) => each.import)) {
    for (const [path, field] of Object.entries(columnFields(ledger))) {
      const names =
        'options' in field
          ? Object.values(field.options).map(({ zh }) => zh)
          : 'of' in field
            ? world.offices.filter((each) => each.kind === field.of && !each.closed).map(({ name }) => name.zh)
            : []
      const long = names.filter((name) => name.length > 3)
      if (field.retired) continue
      // Of offices there are many, and all are read alike.
      for (const name of 'options' in field ? long : long.slice(0, 1)) {
        const slip = `${name.slice(0, -2)}口${name.slice(-1)}`
        const read = (values: Values = {}): RowFault[] => {
          const reading = readRows(ledger, [sheet([[path], [slip]])], county, world, '2026-07-08', { [path]: path }, {}, values)
          if (!reading || 'faults' in reading) throw new Error(`${ledger.key} ${path}`)
          return reading.rejected.filter((fault) => fault.path === path && fault.instead)
        }
        const instead = read()[0]?.instead
        expect([ledger.key, path, instead]).toEqual([ledger.key, path, { said: slip, by: name }])
        proposed += 1
        expect([ledger.key, path, read({ [path]: { [slip]: name } })]).toEqual([ledger.key, path, []])
      }
    }
  }
  expect(proposed).toBeGreaterThan(20)
})

const suggestions = ledgers.find(({ key }) => key === 'suggestions') ?? expect.fail('no suggestions')

describe('a day that is none', () => {
  const faults = (rows: SheetCell[][], values: Values = {}): RowFault[] => {
    const reading = readRows(suggestions, [sheet(rows)], county, world, '2026-07-08', {}, {}, values)
    if (!reading || 'faults' in reading) throw new Error('unread')
    return reading.rejected
  }
  const head = ['编号', '标题', '交办日期', '答复日期']

  it('is proposed with its year where the register tells one year, and read once it is chosen', () => {
    const rows = [head, ['2026-1', '修桥', '3月2日', ''], ['2026-2', '修路', '2026年2月30日', '']]
    expect(faults(rows).map(({ path, cell, instead, message }) => [path, cell, instead, message.zh])).toEqual([
      ['assignedOn', 'C2', { said: '3月2日', by: '2026-03-02' }, '“3月2日”没有写年份。是不是“2026-03-02”？'],
      ['assignedOn', 'C3', { said: '2026年2月30日', by: '2026-02-28' }, '“2026年2月30日”不是日期。是不是“2026-02-28”？'],
    ])
    expect(faults(rows, { assignedOn: { '3月2日': '2026-03-02', '2026年2月30日': '2026-02-28' } })).toEqual([])
  })
  it('takes the year of its own column before those of others, and proposes none where there are several', () => {
    const instead = (...rows: SheetCell[][]) => faults([head, ...rows]).map((fault) => fault.instead?.by)
    expect(instead(['1', '甲', '2025-11-03', '1月5日'], ['2', '乙', '2025-12-01', '2026-01-20'])).toEqual(['2026-01-05'])
    expect(instead(['1', '甲', '2025-11-03', '1月5日'], ['2', '乙', '2026-01-02', ''])).toEqual([undefined])
    expect(instead(['1', '甲', '', '1月5日'])).toEqual([undefined])
  })
})

it('of two names that are as near, the one that stands whole in what is written is proposed, and else none', () => {
  const near = (given: string, ...names: string[]) =>
    nearest(
      given,
      names.map((name) => ({ name, word: name })),
    )
  expect([near('很满意', '不满意', '满意'), near('交育局', '教育局', '交通局'), near('教肓局', '教育局', '交通局')]).toEqual([
    '满意',
    undefined,
    '教育局',
  ])
})

it.each([
  ['是的', '是'],
  ['已列入重点', '是'],
  ['未列入', '否'],
  ['不属于', '否'],
  ['是否', undefined],
  ['重点', undefined],
])('for %s under a question of yes or no, %s is proposed', (said, by) => {
  const reading = readRows(suggestions, [sheet([['key'], [said]])], county, world, '2026-07-08', { key: 'key' })
  if (!reading || 'faults' in reading) throw new Error('unread')
  expect(reading.rejected.find(({ path }) => path === 'key')?.instead).toEqual(by && { said, by })
})
