import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { convert } from '../../.ci/office.js'
import { readSheets } from '../../functions/sheets/read.ts'
import { type SheetCell, shownText } from '../../shared/importing/sheet.ts'
import type { Body, Client } from './api-house.ts'
import { download, openSheets, type Send } from './sheets-house.ts'
import { rowsXml, workbook } from './workbook.ts'

const today = '2026-07-08'
const head = '编号,标题,内容,乡镇,主办单位,交办日期,答复期限'
type Table = (string | null)[][]
let as: (name: string) => Promise<Client>
let county: Client
let send: Send
let sender: (name: string) => Promise<Send>

beforeAll(async () => {
  const house = await openSheets(today)
  as = house.as
  sender = house.sender
  county = await as('county')
  send = await house.sender('county')
})

const text = (cell: SheetCell | undefined): string | null => (cell === null || cell === undefined ? null : shownText(cell))
const tableOf = async (bytes: Buffer): Promise<Table> => {
  const sheets = await readSheets(bytes)
  const rows = 'status' in sheets ? [] : (sheets[0]?.rows ?? [])
  const width = rows[0]?.cells.length ?? 0
  return rows.map(({ cells }) => Array.from({ length: width }, (_, at) => text(cells[at])))
}
/** What a clerk holds in his hands: the exported table of these numbers, to change and to send again. */
const exported = async (client: Client, query = ''): Promise<Table> =>
  tableOf((await download(client, `/api/exports/suggestions?format=xlsx${query}`, { 'accept-language': 'zh' })).bytes)
const changed = (table: Table, number: string, heading: string, value: string | null): Table => {
  const at = table[0]?.indexOf(heading) ?? -1
  return table.map((row) => (row[0] === number ? row.with(at, value) : row))
}
const again = (table: Table, query = '', fields = {}, by = send) => by(workbook(rowsXml(table)), query, 'suggestions', fields)
const named = async (number: string, client = county) => {
  const { data = [] } = (await client('GET', `/api/records/suggestions?q=${encodeURIComponent(number)}&limit=100`)).body
  return data.find((record) => record.number === number) as Body & { id: string; version: number; data: unknown }
}
/** What somebody else does to a record meanwhile. */
const edit = async (number: string, body: string) => {
  expect((await send(`编号,内容\n${number},${body}`)).body).toMatchObject({ updated: 1 })
}
const dataOf = async (number: string) => (await named(number)).data as unknown as { [field: string]: unknown }
type Rejected = {
  path: string
  message: string
  conflict?: { cell: string; version: number; base: string; theirs: string; mine: string }
}[]
const rejected = ({ body }: { body: Body }) => body.rejected as Rejected

describe('an exported workbook that comes back', () => {
  it('brings what its clerk changed and leaves what others changed since', async () => {
    await send(`${head}\n2019-001,修路,路坏了。,xinan,,,\n2019-002,修桥,桥坏了。,xinan,,,`)
    const table = changed(await exported(county, '&q=2019-00'), '2019-001', '标题', '修大路')
    await edit('2019-001', '路坏得很。')
    const answer = await again(table)
    expect([answer.body.state, answer.body.updated, answer.body.unchanged, rejected(answer)]).toEqual(['done', 1, 1, []])
    expect(await dataOf('2019-001')).toMatchObject({ title: '修大路', body: '路坏得很。' })
  })
  it('shows side by side what both changed, stores nothing until it is chosen, and then what was chosen', async () => {
    await send(`${head}\n2019-010,水渠,水渠堵了。,xinan,,,`)
    const table = changed(await exported(county, '&q=2019-010'), '2019-010', '内容', '水渠全堵了。')
    await edit('2019-010', '水渠塌了。')
    const asked = await again(table)
    expect(asked.body).toMatchObject({ state: 'refused', updated: 0 })
    const [fault] = rejected(asked)
    expect(fault?.conflict).toMatchObject({ base: '水渠堵了。', theirs: '水渠塌了。', mine: '水渠全堵了。' })
    expect(fault?.message).toContain('county 某')
    expect(await dataOf('2019-010')).toMatchObject({ body: '水渠塌了。' })
    const choose = (take: string) => ({
      choices: JSON.stringify({ [fault?.conflict?.cell ?? '']: { take, version: fault?.conflict?.version } }),
    })
    expect((await again(table, '', choose('theirs'))).body).toMatchObject({ state: 'done', unchanged: 1 })
    expect(await dataOf('2019-010')).toMatchObject({ body: '水渠塌了。' })
    expect((await again(table, '', choose('mine'))).body).toMatchObject({ state: 'done', updated: 1 })
    expect(await dataOf('2019-010')).toMatchObject({ body: '水渠全堵了。' })
  })
  it('asks again when the record moved on after the choice was shown', async () => {
    await send(`${head}\n2019-020,水井,井干了。,xinan,,,`)
    const table = changed(await exported(county, '&q=2019-020'), '2019-020', '内容', '井没水。')
    await edit('2019-020', '井浑了。')
    const { cell = '', version = 0 } = rejected(await again(table, '?dryRun=true'))[0]?.conflict ?? {}
    await edit('2019-020', '井塌了。')
    const choices = JSON.stringify({ [cell]: { take: 'mine', version } })
    expect(rejected(await again(table, '', { choices }))[0]?.conflict).toMatchObject({ theirs: '井塌了。', version: version + 1 })
    expect(await dataOf('2019-020')).toMatchObject({ body: '井塌了。' })
  })
  it('empties the cells that its clerk emptied; a row that is emptied whole says nothing', async () => {
    await send(`${head}\n2019-030,路灯,灯不亮。,xinan,water,2026-03-02,2026-12-01`)
    const table = await exported(county, '&q=2019-030')
    expect((await again(changed(table, '2019-030', '答复内容', null))).body).toMatchObject({ unchanged: 1 })
    expect((await again(changed(table, '2019-030', '答复期限', null))).body).toMatchObject({ updated: 1 })
    expect(await dataOf('2019-030')).not.toHaveProperty('due')
    const now = await exported(county, '&q=2019-030')
    const emptied = now.map((row, at) => (at === 0 ? row : row.map((cell, column) => (column >= row.length - 2 ? cell : null))))
    const answer = await again(emptied)
    expect([answer.status, answer.body.rows ?? 0]).toEqual([422, 0])
    expect(await dataOf('2019-030')).toMatchObject({ title: '路灯' })
  })
  it('does not empty what is only hidden from whoever exported', async () => {
    const xinan = await as('xinan')
    const data = { matter: '路灯不亮', source: 'visit', visitor: '来访人', receivedOn: '2026-07-01' }
    const made = await xinan('POST', '/api/records/public-opinions', { body: { data } })
    const { bytes } = await download(county, '/api/exports/public-opinions?format=xlsx', { 'accept-language': 'zh' })
    const table = await tableOf(bytes)
    expect(table[1]?.[table[0]?.indexOf('反映人') ?? -1]).toBeNull()
    const bySender = await sender('xinan')
    expect((await bySender(bytes, '', 'public-opinions')).body).toMatchObject({ state: 'done', unchanged: 1, rejected: [] })
    expect((await xinan('GET', `/api/records/public-opinions/${made.body.id}`)).body.data).toMatchObject({ visitor: '来访人' })
  })
  it('says again what people would read otherwise, written by themselves', async () => {
    const data = { title: '同上', body: '——', deputies: ['张三（新安镇）', '李四 13800138000'] }
    for (const title of ['同上', '〃'])
      await county('POST', '/api/records/suggestions', { body: { township: 'xinan', data: { ...data, title } } })
    for (const format of ['xlsx', 'csv']) {
      const { bytes } = await download(county, `/api/exports/suggestions?format=${format}`, { 'accept-language': 'zh' })
      expect((await send(bytes)).body).toMatchObject({ state: 'done', created: 0, updated: 0, rejected: [] })
    }
  })
  it('takes a copied row with another number for another item', async () => {
    await send(`${head}\n2019-040,公交,车太少。,xinan,,,`)
    const table = await exported(county, '&q=2019-040')
    const copy = (number: string) => (table[1] ?? []).with(0, number).with(table[0]?.indexOf('标题') ?? 0, '候车亭')
    for (const rows of [
      [table[0] ?? [], copy('2019-042'), table[1] ?? []],
      [...table, copy('2019-041')],
    ])
      expect((await again(rows)).body).toMatchObject({ state: 'done', created: 1, rejected: [] })
    expect(await dataOf('2019-040')).toMatchObject({ title: '公交' })
    for (const number of ['2019-041', '2019-042']) expect(await dataOf(number)).toMatchObject({ title: '候车亭' })
  })
  it('as a text file too: it opens in Excel, brings what its clerk changed, and asks of what both changed', async () => {
    await send(`${head}\n2019-060,涵洞,涵洞堵了。,xinan,,,`)
    const { bytes } = await download(county, '/api/exports/suggestions?format=csv&q=2019-060', { 'accept-language': 'zh' })
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    const text = bytes.toString('utf8')
    await edit('2019-060', '涵洞塌了。')
    expect((await send(text)).body).toMatchObject({ state: 'done', unchanged: 1, rejected: [] })
    expect(await dataOf('2019-060')).toMatchObject({ body: '涵洞塌了。' })
    expect((await send(text.replace(',涵洞,', ',大涵洞,'))).body).toMatchObject({ state: 'done', updated: 1, rejected: [] })
    expect(await dataOf('2019-060')).toMatchObject({ title: '大涵洞', body: '涵洞塌了。' })
    const both = await send(text.replace('涵洞堵了。', '涵洞全堵了。'))
    expect([both.body.state, rejected(both)[0]?.conflict]).toMatchObject([
      'refused',
      { base: '涵洞堵了。', theirs: '涵洞塌了。', mine: '涵洞全堵了。' },
    ])
  })
  it('of a township changes what its form may change, by the same rules', async () => {
    const xinan = await as('xinan')
    const bySender = await sender('xinan')
    await bySender('编号,标题,内容\n2019-050,围墙,墙倒了。')
    const table = changed(await exported(xinan, '&q=2019-050'), '2019-050', '内容', '墙全倒了。')
    expect((await again(table, '', {}, bySender)).body).toMatchObject({ state: 'done', updated: 1, rejected: [] })
    expect((await again(table, '', {}, bySender)).body).toMatchObject({ unchanged: 1 })
    expect(await named('2019-050', xinan)).toMatchObject({ version: 2, data: { body: '墙全倒了。' } })
  })
})

describe('as a sheet', () => {
  const parts = async () => {
    const { bytes } = await download(county, '/api/exports/suggestions', { 'accept-language': 'zh' })
    return { bytes, sheet: part(bytes, 'xl/worksheets/sheet1.xml'), book: part(bytes, 'xl/workbook.xml') }
  }
  it('an export hides what it knows its rows by, freezes its heading, offers what may be chosen, and prints with title and page numbers', async () => {
    await send(`${head}\n0007,前导零,${'长的内容。'.repeat(30)},xinan,water,2026-03-02,2026-06-02`)
    const { sheet, book } = await parts()
    const table = await exported(county, '&q=0007')
    const [id, version] = [table[0]?.indexOf('系统号') ?? -1, table[0]?.indexOf('系统版本') ?? -1]
    for (const at of [id, version]) expect(sheet).toMatch(new RegExp(`<col min="${at + 1}"[^>]* hidden="1"`))
    expect(table[1]?.[0]).toBe('0007')
    expect(sheet).toMatch(/state="frozen"/)
    expect(sheet).toMatch(/<col min="1"[^>]* style="\d+"/)
    const lead = table[0]?.indexOf('主办单位') ?? -1
    expect(sheet).toMatch(new RegExp(`<dataValidation type="list"[^>]* sqref="${letters(lead)}2:`))
    expect(sheet).toContain('第 &amp;P 页，共 &amp;N 页')
    // Printed is what a list shows first, as far as a page is wide, in rows as high as their texts.
    const printed = /_xlnm\.Print_Area" localSheetId="0">[^<]*\$A\$1:\$([A-Z]+)\$/.exec(book)?.[1]
    expect([letters(table[0]?.indexOf('主办单位') ?? 99) <= (printed ?? ''), (printed ?? 'ZZ').length]).toEqual([true, 1])
    expect(sheet).toMatch(/<row r="\d+" ht="\d+">/)
    expect(book).toMatch(/_xlnm\.Print_Titles" localSheetId="0">[^<]*\$1:\$1</)
    expect(book).toMatch(/<sheet [^>]*state="hidden"/)
    expect(sheet.indexOf('<sheetPr>')).toBeLessThan(sheet.indexOf('<sheetViews>'))
  })
  it('opens in LibreOffice, which keeps its days, zeros and drop-downs, and prints it', async () => {
    const { bytes } = await parts()
    const [ods, pdf] = [await converted(bytes, 'fods'), await converted(bytes, 'pdf')]
    const content = ods.toString('utf8')
    expect(content).toContain('office:date-value="2026-03-02"')
    expect(content).toContain('0007')
    expect(content).toMatch(/table:content-validation /)
    expect(content).toMatch(/table:visibility="collapse"/)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const back = await converted(bytes, 'xlsx')
    expect((await send(back)).body).toMatchObject({ state: 'done', created: 0, updated: 0, rejected: [] })
  })
  it('a template offers what may be chosen and has one example, which is not imported', async () => {
    for (const who of ['county', 'xinan']) {
      const { bytes } = await download(await as(who), '/api/imports/suggestions/template', { 'accept-language': 'zh' })
      const table = await tableOf(bytes)
      expect(table.length).toBe(2)
      expect(table[1]?.[0]).toBe('示例（不导入）')
      expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<dataValidation ')
      const by = await sender(who)
      expect((await by(bytes)).status).toBe(422)
      const own: { [heading: string]: string } = {
        标题: '照模板写的',
        内容: `${who}写的内容。`,
        ...(who === 'county' && { 乡镇: 'xinan' }),
      }
      const filled = [...table, (table[0] ?? []).map((heading) => own[heading ?? ''] ?? null)]
      expect((await by(workbook(rowsXml(filled)))).body).toMatchObject({ state: 'done', rows: 1, created: 1, rejected: [] })
    }
  })
})

function letters(at: number): string {
  return (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

/** What LibreOffice makes of a workbook. */
async function converted(bytes: Buffer, to: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'sheet-'))
  try {
    await writeFile(join(folder, 'a.xlsx'), bytes)
    await convert(to, join(folder, 'out'), [join(folder, 'a.xlsx')])
    return await readFile(join(folder, 'out', `a.${to}`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One file in a zip archive, by its central directory. */
function part(zip: Buffer, wanted: string): string {
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const [size, length, start] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)]
    if (zip.subarray(at + 46, at + 46 + length).toString() !== wanted) continue
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const data = zip.subarray(from, from + size)
    return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString()
  }
  return ''
}
