import { expect, it } from 'vitest'
import { isFault } from '../../functions/sheets/fault.ts'
import { readSheets } from '../../functions/sheets/read.ts'
import { writeText, writeWorkbook } from '../../functions/sheets/write.ts'
import { calendar } from '../../shared/deadline/calendar.ts'
import { cellFields } from '../../shared/importing/meanings.ts'
import { type ImportRow, readRows } from '../../shared/importing/read-rows.ts'
import { officeName, writtenCell } from '../../shared/importing/written.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../shared/scope.ts'
import { manyLines } from '../../shared/text.ts'

import type { Office } from '../../shared/world.ts'
import { holds } from '../property.ts'
import { type Item, items, layouts, written } from './registers.ts'

const office = (kind: Office['kind'], id: string, zh: string): Office => ({ id, kind, name: { zh, en: id } })
const offices = [
  office('township', 'xinan', '新安镇'),
  office('township', 'tianlou', '田楼镇'),
  office('unit', 'water', '县水务局'),
  office('unit', 'housing', '县住房和城乡建设局'),
]
const world = { calendar: calendar(), offices }
const county: Scope = { person: 'p1', name: '李强', role: 'county', office: { kind: 'county', id: 'county' } }

async function read(bytes: Uint8Array, name: string) {
  const sheets = await readSheets(bytes, name)
  if (isFault(sheets)) throw new Error(sheets.sentence.zh)
  const reading = readRows(suggestions, sheets, county, world, '2026-11-28')
  if (!reading || 'faults' in reading) throw new Error(reading?.faults.map(({ message }) => message.zh).join() ?? 'no headings')
  return reading
}

const record = ({ number, township, data }: ImportRow) => [number, township, data]
const expected = ({ number, township, title, body, ...rest }: Item) => [
  number,
  township,
  { ...rest, title: manyLines(title), body: manyLines(body) },
]
const inOrder = (rows: unknown[][]) => rows.toSorted(([a], [b]) => String(a).localeCompare(String(b)))

it('a register in any layout gives its items, and what is not taken is named', async () => {
  await holds(
    [items, layouts],
    async (all, layout) => {
      const { name, bytes, hidden, repeats, ignored, passed } = written(all, layout)
      const reading = await read(bytes, name)
      expect(reading.rejected).toEqual([])
      expect(inOrder(reading.rows.map(record))).toEqual(inOrder(all.map(expected)))
      expect([reading.ignored, reading.repeats, reading.count]).toEqual([ignored, repeats, all.length + repeats])
      expect(reading.sheets.reduce((sum, { hiddenRows }) => sum + hiddenRows, 0)).toBe(hidden)
      expect(reading.passed.length).toBe(passed)
    },
    { runs: 150 },
  )
})

it('what was read, written as an export writes it, reads the same again', async () => {
  const fields = Object.entries(cellFields(suggestions))
  const columns = ['编号', '乡镇', ...fields.map(([, { label }]) => label.zh)].map((heading) => ({
    heading,
    width: 10,
    day: /日期|期限/.test(heading),
  }))
  await holds([items, layouts], async (all, layout) => {
    const { name, bytes } = written(all, layout)
    const { rows } = await read(bytes, name)
    const table = rows.map(({ number = null, township, data }) => [
      number,
      officeName('township', township ?? '', world, 'zh'),
      ...fields.map(([key, field]) => writtenCell(field, data[key], world, 'zh')),
    ])
    const book = await writeWorkbook([{ name: '台账', columns, rows: table }])
    if (isFault(book)) throw new Error(book.sentence.zh)
    for (const file of [book, writeText(columns, table)]) expect((await read(file, 'x')).rows.map(record)).toEqual(rows.map(record))
  })
})
