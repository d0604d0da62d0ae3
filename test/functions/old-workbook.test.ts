import { utils, write } from '@e965/xlsx'
import { describe, expect, it, vi } from 'vitest'
import { isFault } from '../../functions/sheets/fault.ts'
import { readSheets } from '../../functions/sheets/read.ts'

const rows = [
  ['编号', '标题', '交办日期', '件数'],
  ['2026-001', '修桥', 46083, 3],
  [7, '修路', 46084, 0.5],
]

/** An .xls (or .et, which is the same) as Excel 97 to 2003 wrote it. */
function old(
  change: (sheet: ReturnType<typeof utils.aoa_to_sheet>, book: ReturnType<typeof utils.book_new>) => void = () => {},
  table: unknown[][] = rows,
): Buffer {
  const sheet = utils.aoa_to_sheet(table)
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '台账')
  change(sheet, book)
  return write(book, { type: 'buffer', bookType: 'biff8' })
}
const read = async (bytes: Buffer) => {
  const sheets = await readSheets(bytes)
  if (isFault(sheets)) throw new Error(sheets.sentence.zh)
  return sheets
}

describe('an old workbook', () => {
  it('is read with its texts, numbers as they are shown, and days', async () => {
    const bytes = old((sheet) => {
      for (const at of ['C2', 'C3']) sheet[at].z = 'yyyy/m/d'
      sheet.A3.z = '0000'
    })
    expect(await read(bytes)).toEqual([
      {
        name: '台账',
        merges: [],
        rows: [
          { row: 1, cells: rows[0] },
          { row: 2, cells: ['2026-001', '修桥', { day: '2026-03-02' }, 3] },
          { row: 3, cells: [{ number: 7, shown: '0007' }, '修路', { day: '2026-03-03' }, 0.5] },
        ],
      },
    ])
  })
  it('keeps joined cells and tells hidden tabs', async () => {
    const bytes = old((sheet, book) => {
      sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 2, c: 1 } }]
      utils.book_append_sheet(book, utils.aoa_to_sheet([['旧']]), '旧表')
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    })
    expect(await read(bytes)).toMatchObject([{ merges: [{ top: 2, bottom: 3, left: 1, right: 1 }] }, { name: '旧表', hidden: true }])
  })
  it('tells formula errors, and counts days from 1904 where it does', async () => {
    const bytes = old((sheet, book) => {
      sheet.B2 = { t: 'e', v: 0x17, w: '#REF!' }
      sheet.C3.z = 'yyyy/m/d'
      book.Workbook = { WBProps: { date1904: true } }
    })
    const [sheet] = await read(bytes)
    expect(sheet?.rows[1]?.cells[1]).toEqual({ unread: 'error', text: '#REF!' })
    expect([sheet?.date1904, sheet?.rows[2]?.cells[2]]).toEqual([true, { day: '2030-03-04' }])
  })
  it('that is cut off or scrambled is a sentence, never a fall', async () => {
    for (const said of ['warn', 'error'] as const) vi.spyOn(console, said).mockReturnValue()
    const whole = old()
    for (let at = 0; at < 60; at += 1) {
      const broken = Buffer.from(whole.subarray(0, whole.length - (at % 5) * 700))
      for (let hit = 0; hit < 12; hit += 1) broken[8 + ((at * 7919 + hit * 104729) % (broken.length - 8))] = (at * 31 + hit) % 256
      const sheets = await readSheets(broken)
      expect(isFault(sheets) ? [413, 415, 422].includes(sheets.status) : sheets.length >= 0).toBe(true)
    }
  })
})
