import { expect, it } from 'vitest'
import { block, fieldsFrom, pasted } from '../../admin/ledger/list/paste.ts'
import { readText } from '../../functions/sheets/text.ts'
import { calendar } from '../../shared/deadline/calendar.ts'
import { readRows } from '../../shared/importing/read-rows.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import { fc, holds } from '../property.ts'

it('a block is read as a spreadsheet copies it: tabs, line ends, quotes around what holds either', () => {
  expect(block('甲\t乙\r\n丙\t"两\n行 ""引"""\r\n')).toEqual([
    ['甲', '乙'],
    ['丙', '两\n行 "引"'],
  ])
  expect(block('')).toEqual([])
  expect(block('a\t\n\tb')).toEqual([
    ['a', ''],
    ['', 'b'],
  ])
})
it('it fills the column where it begins and those beside it', () => {
  const all = Object.keys(suggestions.fields)
  expect(fieldsFrom(suggestions, 'title', 2)).toEqual(['title', 'body'])
  expect(all).toEqual(expect.arrayContaining(fieldsFrom(suggestions, 'title', 30)))
  expect(fieldsFrom(suggestions, 'nothing', 2)).toEqual([])
})
it('whatever is pasted arrives at its record as it was copied, and empties what is empty', () =>
  holds(
    [fc.array(fc.constantFrom('修路', '', '两\n行', '说"话"', ' a,b', "'=1+1", '=2'), { minLength: 1, maxLength: 6 })],
    async (cells) => {
      const records = cells.map((_, at) => ({ id: `r${at}`, number: `2026-${at}`, version: at + 1 }))
      const copied = cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join('\r\n')
      const read = block(copied)
      fc.pre(read.length === cells.length)
      const file = pasted(suggestions, records, ['body'], read, '粘贴')
      const sheets = readText(new Uint8Array(await file.arrayBuffer()), '粘贴')
      const scope = { person: 'p', name: '', role: 'admin' as const, office: { kind: 'county' as const, id: 'county' } }
      const reading = readRows(suggestions, sheets, scope, { calendar: calendar(), offices: [] }, '2026-07-08')
      if (!reading || 'faults' in reading) throw new Error('unread')
      const rows = new Map(reading.rows.map((row) => [row.id, row]))
      for (const [at, cell] of cells.entries()) {
        const row = rows.get(`r${at}`)
        expect(row?.exported?.version).toBe(at + 1)
        expect(row?.data.body ?? null).toBe(cell.trim() === '' ? null : cell.trim())
        if (cell === '') expect(row?.exported?.blank).toContain('body')
      }
    },
  ))
