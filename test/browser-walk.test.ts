import AxeBuilder from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../.ci/browser.js'
import { inbox } from './platform.ts'
import { type Running, start } from './start.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const register = `编号,标题,内容,领衔代表,乡镇,主办单位,交办日期,答复期限
2026-0901,关于疏浚一帆河的建议,河道淤积，汛期漫水。,张桂兰,新安镇,县水务局,2026-06-01,2026-07-07
`
let running: Running
let browser: Browser

beforeAll(async () => {
  running = await start({ panel: true })
  browser = await chromium.launch({ executablePath: findChromium() ?? '/usr/bin/chromium', args: flags })
})
afterAll(async () => {
  await browser?.close()
  await running?.stop()
})

test('a register is imported, answered by its unit, and its township is told by mail and by Today', async () => {
  const county = await signedIn('county')
  await county.goto(`${running.origin}/import/suggestions`)
  await county.locator('input[type=file]').setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(register) })
  await county.getByRole('button', { name: /导入.*1.*行/ }).click()
  await county
    .getByText(/已导入/)
    .first()
    .waitFor()

  const water = await signedIn('water')
  await water.goto(running.origin)
  await water
    .getByRole('link', { name: /关于疏浚一帆河的建议/ })
    .first()
    .click()
  await water.getByRole('heading', { level: 1, name: /关于疏浚一帆河的建议/ }).waitFor()
  await water.getByRole('button', { name: '答复代表' }).first().click()
  const drawer = water.getByRole('dialog')
  await drawer.locator('textarea:visible').first().fill('已列入汛前清淤计划。')
  await drawer.getByText('列入计划').first().click()
  await drawer.getByRole('button', { name: /^答复代表/ }).click()
  await water.getByText('已答复', { exact: true }).first().waitFor()

  const xinan = await signedIn('xinan')
  await xinan.goto(running.origin)
  await xinan.getByText('关于疏浚一帆河的建议').first().waitFor()
  expect(await faultsOf(xinan)).toEqual([])
  await expect
    .poll(async () => (await inbox(running.mail)).map(({ subject, body }) => `${subject}${body.text}`).join(), { timeout: 20_000 })
    .toContain('关于疏浚一帆河的建议')
})

async function signedIn(account: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await page.goto(`${running.origin}/login`)
  await page.locator('input[autocomplete=username]').fill(`${account}@duban.test`)
  await page.locator('input[autocomplete=current-password]').fill('Duban-2026!')
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
  return page
}

/** Serious findings of axe on the page. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AxeBuilder.source)
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; impact: string }[] }> } }).axe
    return (await axe.run()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
  })
}
