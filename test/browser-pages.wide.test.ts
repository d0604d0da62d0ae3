import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { convert } from '../.ci/office.js'
import { openArchive } from '../functions/sheets/xlsx/archive.ts'
import { faultsOf, hand, leave, openBrowser, openContext, signedIn } from './browser.ts'
import { type Running, start } from './start.ts'

const units = ['water', 'education', 'transport', 'health']
let running: Running
let browser: Browser

beforeAll(async () => {
  running = await start({ panel: true })
  browser = await openBrowser()
  const rows = Array.from({ length: 40 }, (_, at) => `2026-${String(at + 1).padStart(4, '0')},第${at + 1}件建议,内容。,张三,xinan,农业农村`)
  const bytes = new TextEncoder().encode(['编号,标题,内容,领衔代表,乡镇,类别', ...rows].join('\n'))
  const county = await running.as('county')
  const made = await county.upload('/api/imports/suggestions', { name: '建议.csv', type: 'text/csv', bytes })
  expect(made.json).toMatchObject({ created: 40 })
  const { data } = (await county.get('/api/records/suggestions?limit=100&sort=number')).json as { data: { id: string; version: number }[] }
  for (const [at, { id, version }] of data.entries()) {
    const given = { lead: units[at % units.length] }
    const headers = { 'if-match': `"${version}"` }
    expect((await county.post(`/api/records/suggestions/${id}/events`, { transition: 'assign', given }, headers)).status).toBe(200)
  }
})
// A page that nobody looks at any more goes on asking and drawing.
afterEach(() => leave(browser))
afterAll(async () => {
  await browser?.close()
  await running?.stop()
})

test('forty slips come by unit in one package; one of them, printed and photographed, attaches itself to its item, which is shown first', async () => {
  const county = await signedIn(browser, running.origin, 'county')
  await county.goto(`${running.origin}/suggestions`)
  await county.getByRole('row').getByRole('checkbox').last().check()
  await county.getByRole('button', { name: '文书' }).click()
  await county.getByRole('menuitemcheckbox', { name: /全部 40 件/ }).click()
  await county.getByRole('menuitem', { name: '交办单', exact: true }).click()
  await county.getByText('已生成 40 份。').waitFor()
  const file = county.waitForEvent('download')
  await county.getByRole('link', { name: /^下载交办单 .*（40 份）$/ }).click()
  const { names, part } = openArchive(readFileSync(await (await file).path()))
  const folders = Object.groupBy(names, (name) => name.slice(0, name.indexOf('/')))
  expect(Object.entries(folders).map(([unit, slips]) => [unit, slips?.length])).toEqual(units.map(() => [expect.stringMatching(/^县/), 10]))
  const slip = names.find((name) => name.endsWith('2026-0008.docx')) ?? ''
  const photograph = { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: await photographed(part(slip) ?? Buffer.alloc(0)) }
  const blank = {
    name: 'IMG_2042.jpg',
    mimeType: 'image/jpeg',
    buffer: await (await signedIn(browser, running.origin, 'county')).screenshot({ type: 'jpeg' }),
  }

  const tanggou = await signedIn(browser, running.origin, 'tanggou')
  await tanggou.goto(`${running.origin}/papers/scan`)
  await tanggou.locator('input[type=file][multiple]').setInputFiles(photograph)
  await tanggou.getByText('这张纸上的编码不属于您能看到的事项').waitFor()

  const water = await signedIn(browser, running.origin, units[7 % 4] as string, { viewport: hand, isMobile: true, hasTouch: true })
  const said: string[] = []
  water.on('console', (message) => message.type() === 'error' && said.push(message.text()))
  await water.goto(`${running.origin}/papers/scan`)
  await water.getByRole('button', { name: '拍照' }).waitFor()
  await water.locator('input[type=file][capture=environment]').setInputFiles(photograph)
  await water.getByRole('link', { name: '2026-0008 第8件建议' }).waitFor()
  await water.locator('input[type=file][multiple]').setInputFiles(blank)
  await water.getByText('没有认出二维码').waitFor()
  expect(await faultsOf(water)).toEqual([])
  await water.getByRole('button', { name: '附上', exact: true }).click()
  await water.getByText('已附上').waitFor()
  await water.getByRole('link', { name: '2026-0008 第8件建议' }).click()
  await water.getByText('收回纸件').waitFor()
  await water.getByRole('link', { name: '2026-0008 纸件 2026-07-08.jpg' }).first().waitFor()
  expect(said).toEqual([])
})

test('a bulletin of selected items is kept as a report with its number, whose figures open their items', async () => {
  const county = await signedIn(browser, running.origin, 'county')
  await county.goto(`${running.origin}/suggestions`)
  for (const at of [1, 2, 3]) await county.getByRole('row').nth(at).getByRole('checkbox').check()
  await county.getByRole('button', { name: '文书' }).click()
  await county.getByRole('menuitem', { name: '存档为报告' }).click()
  const dialog = county.getByRole('dialog')
  await dialog.getByLabel('报告').selectOption({ label: '办理情况通报' })
  await dialog.getByRole('button', { name: '存档' }).click()
  await county.getByRole('heading', { name: /办理情况通报（2026年7月8日）/ }).waitFor()
  await county.getByText('人大办通报〔2026〕1号').waitFor()
  await county.getByText('报告中的 3 件事项').waitFor()
  expect(await faultsOf(county)).toEqual([])
  const file = county.waitForEvent('download')
  await county.getByRole('link', { name: '下载原件' }).click()
  expect((await file).suggestedFilename()).toMatch(/^办理情况通报 .*\.docx$/)
})

test('the tables of a year are kept with every number open to its items; a township takes its own file along from its page', async () => {
  const county = await signedIn(browser, running.origin, 'county')
  await county.goto(`${running.origin}/papers/reports`)
  await county.getByText('一乡镇一档（每个乡镇一份）').waitFor()
  expect(await faultsOf(county)).toEqual([])
  await county.getByRole('button', { name: '存档 工作报告附表' }).click()
  await county.getByRole('heading', { name: '工作报告附表（2026年7月8日）' }).waitFor()
  await county.getByRole('heading', { name: '报告中的数字 · 代表建议' }).waitFor()
  await county.getByText('代表建议：40 件').click()
  await county.getByRole('link', { name: '2026-0001 第1件建议' }).first().click()
  await county.waitForURL(/\/suggestions\/[^/]+\/show$/)
  const xinan = await signedIn(browser, running.origin, 'xinan')
  await xinan.goto(`${running.origin}/offices/township/xinan`)
  const file = xinan.waitForEvent('download')
  await xinan.getByRole('link', { name: '一乡镇一档' }).click()
  expect((await file).suggestedFilename()).toMatch(/^一乡镇一档 新安镇.*\.docx$/)
})

test('the week is one sheet whose numbers open their items; the year is a page, and an address that a calendar subscribes to', async () => {
  const county = await signedIn(browser, running.origin, 'county')
  await county.goto(`${running.origin}/papers/week`)
  await county.getByRole('heading', { name: '一周情况（2026年7月6日至2026年7月12日）' }).waitFor()
  await county.getByText('本周没有安排。').waitFor()
  await county.getByText('堆沟港镇').first().waitFor()
  expect(await faultsOf(county)).toEqual([])
  const water = await signedIn(browser, running.origin, 'water')
  await water.goto(`${running.origin}/papers/year`)
  await water.getByRole('link', { name: '2026-0001《第1件建议》' }).first().waitFor()
  await water.getByRole('button', { name: '生成订阅地址' }).click()
  const address = String(await water.locator('code').textContent())
  expect(await (await fetch(address)).text()).toContain('2026-0001')
  expect(await faultsOf(water)).toEqual([])
  await water.getByRole('button', { name: '收回地址' }).click()
  await water.getByRole('dialog').getByRole('button', { name: '收回地址' }).click()
  await water.getByText('地址已收回。').waitFor()
  expect((await fetch(address)).status).toBe(404)
})

/** A document on paper, held before a phone at an angle by a hand that shook a little. */
async function photographed(paper: Buffer): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-slip-'))
  try {
    writeFileSync(join(folder, 'slip.docx'), paper)
    await convert('pdf', folder, [join(folder, 'slip.docx')])
    execFileSync('pdftoppm', ['-png', '-r', '150', '-singlefile', join(folder, 'slip.pdf'), join(folder, 'slip')])
    // A phone's picture has more points than a screen, and the page fills it.
    const table = await (await openContext(browser, { viewport: { width: 1000, height: 1300 }, deviceScaleFactor: 2.5 })).newPage()
    const held = 'perspective(1400px) rotateX(14deg) rotateY(-12deg) rotate(11deg) scale(0.9)'
    const page = `<img style="height: 1200px; transform: ${held}; filter: blur(0.7px)" src="data:image/png;base64,${readFileSync(join(folder, 'slip.png')).toString('base64')}">`
    await table.setContent(`<body style="background: #7a7468; margin: 0; text-align: center">${page}</body>`)
    await table.waitForFunction(() => [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0))
    return await table.screenshot({ type: 'jpeg', quality: 80 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
