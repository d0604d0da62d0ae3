import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { close, faultsOf, openBrowser, signedIn } from './browser.ts'
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
const picture = async (name: string) => {
  const folder = process.env.DUBAN_PICTURES
  if (folder) await county.screenshot({ path: join(folder, `${name}.png`) })
}

test('a clerk brings an ugly workbook in, from the drop to the list, and takes it back', async () => {
  await county.goto(`${running.origin}/import/suggestions`)
  const drop = (buffer: Buffer) =>
    county.locator('input[type=file]').setInputFiles({ name: '2026年台账.xlsx', mimeType: 'application/vnd.ms-excel', buffer })
  await drop(register({ unit: '教育委', day: '2026-8-9' }))
  // The column that may be a deadline is asked first.
  await county.getByText('这些列是什么？').waitFor()
  await picture('import-asked')
  await county.getByRole('combobox', { name: '镇里定的期限' }).click()
  await county.getByRole('option', { name: '答复期限' }).click()
  await county.getByRole('button', { name: '继续核对' }).click()
  // What was read, and what is wrong, at its cells.
  await county.getByText('共 4 行').waitFor()
  await county
    .getByText(/"教育委"不是本县承办单位/)
    .first()
    .waitFor()
  await county
    .getByText(/交办日期 2026-08-09 还没有到/)
    .first()
    .waitFor()
  await county.getByRole('region', { name: '工作表“田楼镇”' }).waitFor()
  expect(await faultsOf(county)).toEqual([])
  await picture('import-checked')
  expect(await county.getByRole('button', { name: /^导入 \d+ 行/ }).isDisabled()).toBe(true)
  await county.getByRole('button', { name: '换一个文件' }).click()
  // What the clerk said of the column is not asked again: it was kept with nothing yet, so this file says it once more.
  await drop(register({ unit: '教育局', day: '2026-4-9' }))
  await county.getByText('这些列是什么？').waitFor()
  await county.getByRole('combobox', { name: '镇里定的期限' }).click()
  await county.getByRole('option', { name: '答复期限' }).click()
  await county.getByRole('button', { name: '继续核对' }).click()
  await county.getByText('其中 1 行在表格里是隐藏的').waitFor()
  await county.getByRole('button', { name: '导入 4 行' }).click()
  await county.getByText('已导入。新增 4 件。').waitFor()
  await picture('import-done')
  await county.getByRole('link', { name: '看这批' }).click()
  for (const title of ['关于修缮人民桥的建议', '关于规范集镇停车的建议']) await county.getByText(title).first().waitFor()
  await picture('import-list')
  const rows = await county.getByRole('row').filter({ hasText: '关于疏浚盐河支流的建议' }).textContent()
  for (const said of ['2026-102', '新安镇', '李秀英', '水务局']) expect(rows).toContain(said)
  await county.setViewportSize(close)
  await county.goto(`${running.origin}/import/suggestions`)
  await county.getByRole('button', { name: '撤销导入' }).first().click()
  await county.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
  await county.getByText('已撤销，4 件回到导入以前。').first().waitFor()
})

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
