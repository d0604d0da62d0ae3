import { beforeAll, expect, it } from 'vitest'
import { readSheets } from '../../functions/sheets/read.ts'
import { openArchive } from '../../functions/sheets/xlsx/archive.ts'
import { shownText } from '../../shared/importing/sheet.ts'
import type { Client } from './api-house.ts'
import { download, openSheets, type Send } from './sheets-house.ts'
import { bookParts, mergesXml, rowsXml, zip } from './workbook.ts'

let county: Client
let send: Send

beforeAll(async () => {
  const house = await openSheets('2026-07-08')
  county = await house.as('county')
  send = await house.sender('county')
})

const day = (serial: number) => ({ xml: `<c s="1"><v>${serial}</v></c>` })
const register = (place: string) => [
  ['2026年登记表', null, null, null, null, null],
  ['编号', '标题', '乡镇', '主办单位', '交办日期', '备注'],
  [{ xml: '<c s="2"><v>7</v></c>' }, '修路', place, 'water', day(46083), '急'],
  [{ xml: '<c s="2"><v>8</v></c>' }, '修桥', 'xinan', null, null, null],
]
const book = (place: string) =>
  zip([
    ...bookParts([
      { name: '登记', rows: rowsXml(register(place), [4]), after: mergesXml(['A1:E1']) },
      { name: '说明', rows: rowsXml([['不是登记表']]) },
    ]),
    { name: 'xl/media/image1.png', content: Buffer.from('a picture') },
  ])
const table = async (bytes: Buffer) => {
  const sheets = await readSheets(bytes)
  return 'status' in sheets
    ? []
    : (sheets[0]?.rows ?? []).map(({ cells, hidden }) => [...cells.map((cell) => shownText(cell)), hidden ? 'hidden' : ''])
}

it('a refused workbook comes back as its clerk’s own: all of it, and the reasons in a last column', async () => {
  const mine = book('新安真')
  const { body } = await send(mine)
  expect(body.state).toBe('refused')
  const { bytes } = await download(county, `/api/imports/${body.id}/errors`)
  const rows = await table(bytes)
  expect(rows.map((cells) => cells[1])).toEqual((await table(mine)).map((cells) => cells[1]))
  expect(rows[2]?.slice(0, 6)).toEqual(['0007', '修路', '新安真', 'water', '2026-03-02', '急'])
  expect(rows[1]?.[6]).toBe('错误原因')
  expect(rows[2]?.[6]).toContain('新安真')
  expect(rows[3]?.at(-1)).toBe('hidden')
  const [before, after] = [openArchive(mine), openArchive(bytes)]
  expect(after.names).toEqual(before.names)
  for (const same of ['xl/worksheets/sheet2.xml', 'xl/media/image1.png', 'xl/workbook.xml'])
    expect(after.part(same)).toEqual(before.part(same))
  const sheet = String(after.part('xl/worksheets/sheet1.xml'))
  expect(sheet).toContain('<mergeCell ref="A1:E1"/>')
  expect(sheet).toContain('<c r="A3" s="2">')
  const style = Number(/<c r="C3"[^>]* s="(\d+)"/.exec(sheet)?.[1])
  const styles = String(after.part('xl/styles.xml'))
  const formats = [...(/<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(styles)?.[1] ?? '').matchAll(/<xf [^>]*>/g)].map(([xf]) => xf)
  expect(formats[style]).toMatch(/fillId="2" applyFill="1"/)
  expect(styles).toContain('<fgColor rgb="FFFAD7E6"/>')
})
it('mended and sent again it is imported; wrong again, its reasons stand in the same column', async () => {
  const first = await send(book('新安真'))
  const { bytes } = await download(county, `/api/imports/${first.body.id}/errors`)
  const again = await send(bytes)
  expect(again.body).toMatchObject({ state: 'refused', ignored: ['备注'] })
  const twice = await download(county, `/api/imports/${again.body.id}/errors`)
  expect((await table(twice.bytes))[1]?.slice(0, 7)).toEqual(['编号', '标题', '乡镇', '主办单位', '交办日期', '备注', '错误原因'])
  expect((await send(book('xinan'))).body).toMatchObject({ state: 'done', created: 2 })
})
