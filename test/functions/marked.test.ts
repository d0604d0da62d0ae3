import { inflateRawSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { isFault } from '../../functions/sheets/fault.ts'
import { readSheets } from '../../functions/sheets/read.ts'
import { shownText } from '../../shared/importing/sheet.ts'
import type { Client } from './api-house.ts'
import { download, openSheets, type Send } from './sheets-house.ts'

const rows = [
  ['编号', '标题', '内容', '乡镇', '主办单位', '交办日期', '备注'],
  ['2026-0701', '修桥', '桥坏了', '新安真', 'water', '2026-03-02', '急'],
  ['2026-0702', '修路', '路坏了', 'xinan', 'water', '2026-03-02', ''],
  ['2026-0703', '路灯', '太暗', 'xinan', '县水务', '3月35日', ''],
  ['2026-0704', '公交', '太少', '', 'transport', '2026-03-02', '问过'],
]
let county: Client
let send: Send

beforeAll(async () => {
  const house = await openSheets('2026-07-08')
  county = await house.as('county')
  send = await house.sender('county')
})

test('a refused file comes back as it was, with the reasons behind its rows and the wrong cells coloured; mended, it is imported', async () => {
  const { body } = await send(rows.map((row) => row.join(',')).join('\n'), '?dryRun=true')
  const wrong = (body as unknown as { rejected: { row: number }[] }).rejected.map(({ row }) => row)
  expect([...new Set(wrong)]).toEqual([2, 4, 5])
  const file = await download(county, `/api/imports/${body.id}/errors`)
  const sheets = await readSheets(file.bytes)
  const told = (isFault(sheets) ? [] : (sheets[0]?.rows ?? [])).map(({ cells }) =>
    Array.from({ length: 8 }, (_, at) => shownText(cells[at])),
  )
  expect(told.map((cells) => cells.slice(0, 7))).toEqual(rows)
  expect(told[0]?.[7]).toBe('错误原因')
  expect(told.slice(1).map((cells) => cells[7] !== '')).toEqual([true, false, true, true])
  expect(told[1]?.[7]).toContain('新安真')
  expect(coloured(file.bytes)).toEqual(['D2', 'E4', 'F4', 'D5'])

  const mended = told.map((cells, at) =>
    at === 1 ? cells.with(3, 'xinan') : at === 3 ? cells.with(4, 'water').with(5, '2026-03-05') : at === 4 ? cells.with(3, 'bailu') : cells,
  )
  const again = await send(mended.map((cells) => cells.join(',')).join('\n'))
  expect(again.body).toMatchObject({ state: 'done', created: 4, rejected: [], ignored: ['备注'] })
})

/** Cells of the one sheet, below its heading, that have a ground of their own. */
function coloured(xlsx: Buffer): string[] {
  const styles = part(xlsx, 'xl/styles.xml')
  const formats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(([xf]) =>
    /fillId="(?![01]")/.test(xf),
  )
  const cells = [...part(xlsx, 'xl/worksheets/sheet1.xml').matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?/g)]
  return cells.flatMap(([, at = '', style]) => (style && formats[Number(style)] && !/^[A-Z]+1$/.test(at) ? [at] : []))
}

/** One file in a zip archive, by its central directory. */
function part(zip: Buffer, wanted: string): string {
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const [size, length, start] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)]
    if (zip.toString('utf8', at + 46, at + 46 + length) !== wanted) continue
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const packed = zip.subarray(from, from + size)
    return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
  }
  throw new Error(`${wanted} is not in the archive`)
}
