import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheets } from '../functions/sheets/read.ts'
import { shownText } from '../shared/importing/sheet.ts'
import { faultsOf, openBrowser, signedIn } from './browser.ts'
import { bookParts, type Cell, mergesXml, rowsXml, zip } from './functions/workbook.ts'
import { type Running, start } from './start.ts'

let running: Running
let browser: Browser
let county: Page

beforeAll(async () => {
  running = await start({ panel: true, today: '2026-07-08' })
  browser = await openBrowser()
  county = await signedIn(browser, running.origin, 'county')
})
afterAll(async () => {
  await browser?.close()
  await running?.stop()
})

/** A register as a township's clerk keeps it: title, heading in two rows with joined cells, a tab for each township, ticks, 同上, a hidden row, totals and notes. */
function register({ unit, day }: { unit: string; day: string }): Buffer {
  const head: Cell[][] = [
    ['灌南县2026年代表建议办理台账'],
    ['序号', '建议编号', '案由', '提出人', '办理情况', null, '镇里定的期限', '满意度', null, null, '备注'],
    [null, null, null, null, '承办单位', '交办时间', null, '满意', '基本满意', '不满意', null],
  ]
  const merges = ['A1:K1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:G3', 'H2:J2', 'K2:K3']
  const xinan: Cell[][] = [
    ...head,
    [
      1,
      '2026-101',
      '关于修缮人民桥的建议',
      '张桂兰（新安镇）等12人',
      '水务局',
      { xml: '<c s="1"><v>46119</v></c>' },
      '2026年9月30日前',
      null,
      null,
      null,
      '急',
    ],
    [2, '2026-102', '关于疏浚盐河支流的建议', '李秀英', '同上', '2026.4.8', '2026-10-8', null, null, null, null],
    ['合计', '2件'],
    ['注：本表每月5日前报县人大。'],
  ]
  const tianlou: Cell[][] = [
    ...head,
    [1, '2026-103', '关于增设学校路口信号灯的建议', '周明', unit, day, '2026-9-30', null, null, null, null],
    [3, '2026-104', '关于规范集镇停车的建议', '孙海涛', '公安局', '2026-4-9', '—', null, null, null, '下村'],
  ]
  const tab = (name: string, rows: Cell[][], hidden: number[] = []) => ({ name, rows: rowsXml(rows, hidden), after: mergesXml(merges) })
  return zip(
    bookParts([
      tab('新安镇', xinan),
      tab('田楼镇', tianlou, [5]),
      tab('汇总', [
        ['乡镇', '件数'],
        ['新安镇', 2],
      ]),
    ]),
  )
}

/** Pictures for the README are taken where somebody asks for them. */
const picture = async (name: string, whole = false) => {
  const folder = process.env.DUBAN_PICTURES
  if (folder) await county.screenshot({ path: join(folder, `${name}.png`), fullPage: whole, animations: 'disabled' })
}

const drop = (buffer: Buffer, name = '2026年台账.xlsx') =>
  county.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/vnd.ms-excel', buffer })
const press = (name: string | RegExp) => county.getByRole('button', { name }).first().click()

/** The column that may be a deadline is asked for, and said to be one. */
async function explain() {
  await county.getByText('这些列是什么？').waitFor()
  await county.getByText('这一列里写着：2026年9月30日前、2026-10-8').waitFor()
  await picture('import-asked')
  await county.getByRole('combobox', { name: '镇里定的期限' }).click()
  await county.getByRole('option', { name: '答复期限' }).click()
  await press('继续核对')
}

test('a clerk brings an ugly workbook in, from the drop to the list', async () => {
  await county.goto(`${running.origin}/import/suggestions`)
  await county.getByText('下载模板').waitFor()
  await drop(register({ unit: '教肓局', day: '2026-8-9' }))
  await explain()
  // What was read, and what is wrong, at its cells.
  await county.getByText('共 4 行').waitFor()
  for (const said of [/“教肓局”不是本县承办单位。是不是“县教育局”？/, /交办日期 2026-08-09 还没有到/])
    await county.getByText(said).first().waitFor()
  await county.getByRole('region', { name: '工作表“田楼镇”' }).waitFor()
  await county
    .getByText('“新安镇” D4')
    .or(county.getByText(/新安镇 D4：/))
    .first()
    .waitFor()
  expect(await faultsOf(county)).toEqual([])
  await picture('import-faults', true)
  expect(await county.getByRole('button', { name: '导入', exact: true }).isDisabled()).toBe(true)
  const [back] = await Promise.all([county.waitForEvent('download'), county.getByRole('link', { name: /下载错误表/ }).click()])
  const folder = process.env.DUBAN_PICTURES
  if (folder) await back.saveAs(join(folder, 'refused.xlsx'))
  expect(back.suggestedFilename()).toMatch(/2026年台账\.xlsx$/)
  // What may be meant is taken with one press, and the same file is checked again.
  await press(/改作“县教育局”/)
  await county.getByText('“教肓局”按您的选择当作“县教育局”。').waitFor()
  await county
    .getByText(/交办日期 2026-08-09 还没有到/)
    .first()
    .waitFor()
  expect(await county.getByText(/“教肓局”不是本县承办单位/).count()).toBe(0)
  await press('换一个文件')
  await drop(register({ unit: '教育局', day: '2026-4-9' }))
  // Nothing was stored that could have remembered what the column is.
  await explain()
  await county.getByText('其中 1 行在表格里是隐藏的').waitFor()
  await press('导入 4 行')
  await county.getByText('已导入。新增 4 件。').waitFor()
  await picture('import-done')
  await county.getByRole('link', { name: /^到台账里看/ }).click()
  for (const title of ['关于修缮人民桥的建议', '关于规范集镇停车的建议']) await county.getByText(title).first().waitFor()
  const rows = await county.getByRole('row').filter({ hasText: '关于疏浚盐河支流的建议' }).textContent()
  for (const said of ['2026-102', '新安镇', '李秀英', '水务局']) expect(rows).toContain(said)
  expect((await owed()).map(({ dueOn }) => dueOn)).toEqual(['2026-09-30', '2026-10-08', '2026-09-30', '2026-07-09'])
})

/** What the units owe for the register's items, in their order. */
async function owed(): Promise<{ dueOn: string }[]> {
  const { json } = await (await running.as('county')).get('/api/records/suggestions?q=2026-10')
  const { data } = json as { data: { number: string; duties: { dueOn: string }[] }[] }
  return data.sort((a, b) => a.number.localeCompare(b.number)).flatMap(({ duties }) => duties)
}

test('what two people changed is chosen side by side, and one act takes an import back', async () => {
  const client = await running.as('county')
  const brought = async (rows: string) => {
    const bytes = new TextEncoder().encode(`编号,标题,内容,乡镇\n${rows}`)
    expect((await client.upload('/api/imports/suggestions', { name: '更正.csv', type: 'text/csv', bytes })).json).toMatchObject({
      state: 'done',
    })
  }
  await brought('2025-201,关于疏通排水沟的建议,沟堵了。,新安镇\n2025-202,关于增设公交站的建议,站太少。,田楼镇')
  const exported = await county.request.get(`${running.origin}/api/exports/suggestions?format=xlsx&q=2025-20`, { timeout: 0 })
  // Meanwhile a colleague mends both; the clerk has mended one of them too, in another way, and a cell that nobody else touched.
  await brought('2025-201,关于疏通城区排水沟的建议,,\n2025-202,关于增设公交站点的建议,,')
  await county.goto(`${running.origin}/import/suggestions`)
  await drop(
    await mended(await exported.body(), [
      ['关于疏通排水沟的建议', '关于疏通人民路排水沟的建议'],
      ['站太少。', '站太少，群众出行不便。'],
    ]),
    '代表建议.xlsx',
  )
  await county.getByText('1 个单元格您改了，别人也改了').waitFor()
  for (const said of ['关于疏通城区排水沟的建议', '关于疏通人民路排水沟的建议'])
    await county.getByText(said, { exact: true }).first().waitFor()
  expect(await faultsOf(county)).toEqual([])
  await county.getByRole('radio', { name: '关于疏通人民路排水沟的建议' }).click()
  await picture('import-conflict')
  await press('选好了，再核对一次')
  await press('导入 2 行')
  await county.getByText('已导入。更新 2 件。').waitFor()
  await press('再导入一份')
  const row = county.getByRole('row').filter({ hasText: '代表建议.xlsx' })
  await row.getByText('新增 0 件，更新 2 件').waitFor()
  await picture('import-past')
  await row.getByRole('button', { name: '撤销导入' }).click()
  await county
    .getByRole('dialog')
    .getByText(/更新的 2 件将改回/)
    .waitFor()
  await picture('import-undo')
  await county.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
  await county.getByText('已撤销导入：已改回更新的 2 件。').first().waitFor()
  const { json } = await client.get('/api/records/suggestions?q=2025-20')
  expect(
    (json as { data: { data: { title: string; body: string } }[] }).data.map(({ data }) => `${data.title}${data.body}`).sort(),
  ).toEqual(['关于增设公交站点的建议站太少。', '关于疏通城区排水沟的建议沟堵了。'])
})

test('a township leaves out the columns that are not its own to fill in, in one act', async () => {
  const xinan = await signedIn(browser, running.origin, 'xinan')
  await xinan.goto(`${running.origin}/import/suggestions`)
  const buffer = Buffer.from('标题,内容,主办单位,答复期限\n关于增设公厕的建议,城区公厕少。,水务局,2026-12-01\n')
  await xinan.locator('input[type=file]').setInputFiles({ name: '全县台账.csv', mimeType: 'text/csv', buffer })
  await xinan.getByText(/“主办单位”、“答复期限”不归您单位填写/).waitFor()
  expect(await faultsOf(xinan)).toEqual([])
  await xinan.getByRole('button', { name: '不用这些列，再核对一次' }).click()
  await xinan.getByText('“主办单位”这一列，您单位选了不导入').waitFor()
  await xinan.getByRole('button', { name: '导入 1 行' }).click()
  await xinan.getByText('已导入。新增 1 件。').waitFor()
  await xinan.context().close()
})

/** An exported workbook in which somebody wrote other words. */
async function mended(bytes: Buffer, words: [from: string, to: string][]): Promise<Buffer> {
  const sheets = await readSheets(bytes)
  if ('status' in sheets) throw new Error(sheets.sentence.en)
  const said = new Map(words)
  const rows = (sheets[0]?.rows ?? []).map(({ cells }) => cells.map((cell) => said.get(shownText(cell)) ?? shownText(cell)))
  return zip(bookParts([{ name: '代表建议', rows: rowsXml(rows) }]))
}

test('how long files are kept is set beside the history, by the administrator', async () => {
  await county.goto(`${running.origin}/import/suggestions`)
  const days = county.getByRole('textbox', { name: '导入的文件保存多久' })
  await days.fill('0')
  await county.getByText('写 1 到 3650 之间的整数。').waitFor()
  await days.fill('30')
  await county.getByRole('button', { name: '保存', exact: true }).click()
  await county.getByText('以后导入的文件保存 30 天。').waitFor()
  const { json } = await (await running.as('county')).get('/api/county-settings')
  expect(json).toMatchObject({ fileDays: 30 })
  const xinan = await signedIn(browser, running.origin, 'xinan')
  await xinan.goto(`${running.origin}/import/suggestions`)
  await xinan.getByText('下载模板').waitFor()
  expect(await xinan.getByText('导入的文件保存多久').count()).toBe(0)
})
