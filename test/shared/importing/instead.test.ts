import { describe, expect, it } from 'vitest'
import { putRight, type Values } from '../../../shared/importing/instead.ts'
import { columnFields } from '../../../shared/importing/meanings.ts'
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
      const long = names.filter((name) => name.length > 3)[0]
      if (!long || field.retired) continue
      const slip = `${long.slice(0, -2)}口${long.slice(-1)}`
      const read = (values: Values = {}): RowFault[] => {
        const reading = readRows(ledger, [sheet([[path], [slip]])], county, world, '2026-07-08', { [path]: path }, {}, values)
        if (!reading || 'faults' in reading) throw new Error(`${ledger.key} ${path}`)
        return reading.rejected
      }
      const instead = read().find((fault) => fault.path === path)?.instead
      if (!instead) continue
      proposed += 1
      expect([ledger.key, path, instead.said]).toEqual([ledger.key, path, slip])
      expect([
        ledger.key,
        path,
        read({ [path]: { [instead.said]: instead.by } }).filter((fault) => fault.path === path && fault.instead),
      ]).toEqual([ledger.key, path, []])
    }
  }
  expect(proposed).toBeGreaterThan(20)
})
