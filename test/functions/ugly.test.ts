import { beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './api-house.ts'
import { openSheets, type Send } from './sheets-house.ts'
import { bookParts, type Cell, mergesXml, rowsXml, workbook, zip } from './workbook.ts'

type Told = { row: number; path: string; message: string; cell?: string }
type Result = {
  rows: number
  created: number
  repeats: number
  rejected: Told[]
  remarks: Told[]
  ignored: string[]
  passed: { row?: number }[]
  sheets: { hiddenRows: number; emptyRows: number }[]
}
const head = ['编号', '标题', '内容', '领衔代表', '乡镇', '主办单位', '交办日期', '答复期限']
const item = (number: Cell, over: { [at: number]: Cell } = {}): Cell[] =>
  [number, '修桥', '桥坏了', '张桂兰', '新安镇', '水务局', '2026-10-12', '2026-12-31'].map((cell, at) =>
    at in over ? (over[at] ?? null) : cell,
  )
const xml = (text: string): Cell => ({ xml: text })
const day = (serial: number): Cell => xml(`<c s="1"><v>${serial}</v></c>`)

let county: Client
let send: Send

beforeAll(async () => {
  const house = await openSheets('2026-11-28')
  county = await house.as('county')
  send = await house.sender('county')
  const named = { 'township/xinan': '新安镇', 'township/tianlou': '田楼镇', 'unit/water': '县水务局', 'unit/housing': '县住建局' }
  for (const [place, zh] of Object.entries(named)) await county('PATCH', `/api/offices/${place}`, { body: { name: { zh, en: place } } })
})

const told = async (file: Buffer | string): Promise<Result> => {
  const { status, body } = await send(file, '?dryRun=true')
  expect([status, body.detail]).toEqual([200, undefined])
  return body as unknown as Result
}
const sheet = (rows: Cell[][], merges: string[] = [], { hidden = [] as number[], book = '', after = '' } = {}) =>
  workbook(rowsXml(rows, hidden), book, mergesXml(merges) + after)

describe('a text file', () => {
  const two = (parted: string, end: string) => [head, item('2026-8001'), item('2026-8002')].map((row) => row.join(parted) + end).join('')
  const wide = (text: string, bytes = Buffer.from(text, 'utf16le')) => bytes
  it.each([
    ['parted by full-width semicolons', two('；', '\n')],
    ['parted by full-width commas', two('，', '\r\n')],
    ['parted by strokes', two('|', '\n')],
    ['with line ends turned round', two(',', '\n\r')],
    ['with a line end doubled', two('\t', '\r\r\n')],
    ['with the line ends of Unicode', two(',', '\u2028')],
    ['that ends with Ctrl-Z', Buffer.from(`${two(',', '\r\n')}\x1a`)],
    ['in UTF-16 of the other order', wide(`\ufeff${two('\t', '\r\n')}`).swap16()],
    ['in UTF-16 without a mark', wide(two(',', '\r\n').replaceAll('修桥', '修一桥'))],
    ['in UTF-16 of the other order without a mark', wide(two(',', '\r\n').replaceAll('修桥', '修一桥')).swap16()],
  ])('%s is read', async (_, file) => {
    expect(await told(file)).toMatchObject({ rows: 2, created: 2, rejected: [], ignored: [] })
  })
  it('parted by commas stays so where its texts have more of the full-width ones', async () => {
    const text = [head, item('2026-8001', { 2: '一，二，三，四，五，六，七，八，九，十，十一，十二。' })]
      .map((row) => row.join(','))
      .join('\n')
    expect(await told(text)).toMatchObject({ rows: 1, created: 1 })
  })
})

describe('a workbook', () => {
  it('whose days count from 1904 gives them right, bare or formatted', async () => {
    const rows = [head, item('2026-8101', { 6: day(44845), 7: 44925 })]
    const stored = await send(sheet(rows, [], { book: '<workbookPr date1904="1"/>' }))
    expect(stored.body).toMatchObject({ state: 'done', created: 1 })
    const { data = [] } = (await county('GET', '/api/records/suggestions?q=2026-8101')).body
    expect(data[0]).toMatchObject({ data: { assignedOn: '2026-10-12' }, duties: [{ dueOn: '2026-12-31' }] })
  })
  it('with formula errors tells each at its cell', async () => {
    const error = (text: string): Cell => xml(`<c t="e"><f>VLOOKUP(1,2,3)</f><v>${text}</v></c>`)
    const { rejected } = await told(
      sheet([head, item(error('#REF!'), { 1: error('#N/A'), 4: error('#VALUE!'), 5: '#N/A', 7: error('#NAME?') })]),
    )
    expect(rejected.map(({ cell }) => cell).sort()).toEqual(['A2', 'B2', 'E2', 'F2', 'H2'])
  })
  it('with numbers that lost their digits, or became fractions, is refused there', async () => {
    const numbers = [xml('<c><v>2.02601010001E+17</v></c>'), '2.02601E+11', '2.02601E11', '2026001.0', xml('<c s="5"><v>0.85</v></c>')]
    const { rejected } = await told(sheet([head, ...numbers.map((number) => item(number))]))
    expect(rejected.map(({ cell, path }) => `${cell} ${path}`)).toEqual(['A2', 'A3', 'A4', 'A5', 'A6'].map((cell) => `${cell} number`))
  })
  it('with texts in pieces, notes on cells, hidden columns and filtered rows is read whole', async () => {
    const rich = xml('<c t="inlineStr"><is><r><t>修</t></r><r><rPr><b/></rPr><t>桥</t></r><rPh sb="0" eb="1"><t>xiu</t></rPh></is></c>')
    const tab = {
      name: '台账',
      rows: rowsXml([head, item('2026-8201', { 1: rich }), item('2026-8202'), item('2026-8203')], [3]),
      after:
        '<autoFilter ref="A1:H4"><filterColumn colId="4"/></autoFilter><legacyDrawing r:id="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>',
    }
    const comments = Buffer.from('<comments><commentList><comment ref="B2"><text><t>请核对</t></text></comment></commentList></comments>')
    const parts = [...bookParts([tab]), { name: 'xl/comments1.xml', content: comments }].map((part) =>
      part.name.endsWith('sheet1.xml')
        ? {
            ...part,
            content: Buffer.from(
              part.content.toString().replace('<sheetData>', '<cols><col min="3" max="4" hidden="1"/></cols><sheetData>'),
            ),
          }
        : part,
    )
    expect(await told(zip(parts))).toMatchObject({ rows: 3, created: 3, rejected: [], ignored: [], sheets: [{ hiddenRows: 1 }] })
  })
  it('with texts that are too long tells how long each is', async () => {
    const { rejected } = await told(sheet([head, item('2026-8301', { 1: '修'.repeat(250), 2: '桥'.repeat(6000) })]))
    expect(rejected.map(({ cell, message }) => [cell, /250|6000/.test(message)])).toEqual([
      ['B2', true],
      ['C2', true],
    ])
  })
  it('with rows of blanks, repeats, totals and notes holds its items', async () => {
    const rows: Cell[][] = [
      ['灌南县2026年代表建议台账'],
      head,
      [1, 2, 3, 4, 5, 6, 7, 8],
      ['  ', '　', '\u00a0', '\n'],
      item('2026-8401'),
      item('２０２６－8401 '),
      ['新安镇小计', 1],
      item('2026-8402'),
      ['合　计', null, null, null, 2],
      ['注：1.本表一式两份。'],
      ['2.请于每月5日前报。'],
      ['主任签字：', null, '（盖章）', '2026年11月5日'],
      ['第1页 共1页'],
    ]
    const { passed, ...rest } = await told(sheet(rows, ['A1:H1', 'A10:H10']))
    expect(rest).toMatchObject({ rows: 3, repeats: 1, created: 2, rejected: [] })
    expect(passed.map(({ row }) => row)).toEqual([1, 3, 7, 9, 10, 11, 12, 13])
  })
  it('with headings in three rows, units and line breaks is understood', async () => {
    const rows: Cell[][] = [
      ['编号\n(全县统一)', '建议情况', null, null, '办理情况'],
      [null, '基本', null, '所属\n乡镇', '交办', null, '要求'],
      [null, '标　题', '领衔代表\n姓名', null, '主办', '交办时间\n(年月日)', '办结时限'],
      ['2026-8501', '修三行桥', '张桂兰等12人', '新安', '水务局（牵头）', '2026.10.12', '二O二六年十二月三十一日'],
    ]
    const read = await told(sheet(rows, ['A1:A3', 'B1:D1', 'E1:G1', 'B2:C2', 'D2:D3', 'E2:F2', 'G2:G2']))
    expect(read).toMatchObject({ created: 1, rejected: [], ignored: [] })
    expect(read.remarks.map(({ cell }) => cell).sort()).toEqual(['C4', 'E4'])
  })
  it('with two tables beside each other holds the items of both, and is marked at the right cells', async () => {
    const rows: Cell[][] = [
      [...head, null, ...head],
      [...item('2026-8601'), null, ...item('2026-8602')],
      [...item('2026-8603'), null, ...item('2026-8604', { 4: '没有的镇', 1: null })],
    ]
    const read = await told(sheet(rows))
    expect([read.rows, read.created, read.rejected.map(({ cell }) => cell)]).toEqual([4, 3, ['N3']])
    expect(Object.keys(read.rejected[0] ?? {}).sort()).toEqual(['cell', 'message', 'path', 'row'])
    const sound = await send(sheet(rows.slice(0, 2)))
    expect(sound.body).toMatchObject({ state: 'done', created: 2 })
  })
  it('whose place lines end with what is no township leaves nothing to the township above', async () => {
    const rows: Cell[][] = [
      ['编号', '标题'],
      ['一、新安镇'],
      ['2026-8701', '修桥'],
      ['二、县直机关'],
      ['2026-8702', '修路'],
      ['三、田楼镇（1件）'],
      ['2026-8703', '修河'],
    ]
    const { created, rejected } = await told(sheet(rows, ['A2:B2', 'A4:B4', 'A6:B6']))
    expect([created, rejected.map(({ row, path }) => [row, path])]).toEqual([2, [[5, 'township']]])
  })
  it('with words that are no choice is told which there are', async () => {
    const heads = [...head, '答复日期', '答复内容', '结果', '满意度']
    const words = ['满意', '基本满意', '很满意', '一般', '未反馈', '√']
    const { rejected } = await told(
      sheet([heads, ...words.map((word, at) => [...item(`2026-88${at}`), '2026-11-02', '修好了', 'A类（已解决）', word])]),
    )
    expect(rejected.map(({ cell }) => cell)).toEqual(['L4', 'L5', 'L6', 'L7'])
    for (const { message } of rejected) expect(message).toContain('满意、基本满意、不满意')
  })
})
