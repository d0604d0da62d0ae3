import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { desk, faultsOf, hand, leave, openBrowser, signedIn, signIn } from './browser.ts'
import { type Running, start } from './start.ts'

/** A picture of one point. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const picture = { name: '答复函（盖章）.png', mimeType: 'image/png', buffer: png }
const paper = { name: '建议原件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 建议') }
let running: Running
let browser: Browser
let address: string

beforeAll(async () => {
  running = await start({ panel: true })
  browser = await openBrowser()
})
// A page that nobody looks at any more goes on asking and drawing.
afterEach(() => leave(browser))
afterAll(async () => {
  await browser?.close()
  await running?.stop()
})

test('a suggestion is written with its original attached', async () => {
  const xinan = await signedIn(browser, running.origin, 'xinan')
  await xinan.goto(`${running.origin}/suggestions/create`)
  await xinan.locator('[data-field=title] :is(input, textarea)').first().fill('关于整治汤沟河段的建议')
  await xinan.locator('[data-field=body] textarea').first().fill('水面漂浮物多，气味重。')
  await xinan.locator('[data-field=files] input[type=file]').last().setInputFiles(paper)
  await xinan.getByRole('link', { name: paper.name }).waitFor()
  await xinan.getByRole('button', { name: '提交' }).click()
  await xinan.waitForURL(/\/show$/)
  address = new URL(xinan.url()).pathname
  await xinan.getByRole('group', { name: '附件' }).getByText(paper.name).waitFor()
  expect(await taken('county', 'register', {})).toBe(200)
  expect(await taken('county', 'assign', { lead: 'water', due: '2026-07-20' })).toBe(200)
  expect(await taken('water', 'accept', {})).toBe(200)
})

test('an official paper is looked at before it is printed, taken along for Word, and sent out under a number', async () => {
  const county = await signedIn(browser, running.origin, 'county')
  const said = consoleOf(county)
  await county.goto(`${running.origin}${address}`)
  await county.getByRole('button', { name: '文书' }).click()
  await county.getByRole('menuitem', { name: '交办单' }).waitFor()
  await county.getByRole('menuitem', { name: '催办函' }).click()
  await county.locator('.paper').getByText('关于整治汤沟河段的建议').waitFor()
  await county.getByRole('menu').waitFor({ state: 'detached' })
  expect(await faultsOf(county)).toEqual([])
  const file = county.waitForEvent('download')
  await county.getByRole('link', { name: '下载 Word' }).click()
  expect((await file).suggestedFilename()).toMatch(/^催办函 .*\.docx$/)
  await county.getByRole('button', { name: '编号发文' }).click()
  await county.getByRole('dialog').getByRole('button', { name: '编号发文' }).click()
  await county.getByRole('link', { name: /人大办函〔\d{4}〕1号/ }).waitFor()
  await county
    .getByRole('note')
    .getByText(/已发文：人大办函〔\d{4}〕1号。下面是按今天的情况做的草稿/)
    .waitFor()
  await county.getByRole('link', { name: '返回' }).click()
  await county
    .getByRole('listitem')
    .filter({ hasText: '发文' })
    .getByRole('link', { name: /人大办函〔\d{4}〕1号/ })
    .waitFor()
  expect(said).toEqual([])
})

test('papers of selected rows come as one list or one for each', async () => {
  const county = await signedIn(browser, running.origin, 'county')
  await county.goto(`${running.origin}/suggestions`)
  await county.getByRole('row').getByRole('checkbox').last().check()
  await county.getByRole('button', { name: '文书' }).click()
  const file = county.waitForEvent('download')
  await county.getByRole('menuitem', { name: '交办清单' }).click()
  expect((await file).suggestedFilename()).toMatch(/^交办清单 .*\.docx$/)
})

test('a file that cannot be made is told in a sentence, and the page stays', async () => {
  const county = await signedIn(browser, running.origin, 'county')
  await county.goto(`${running.origin}/papers/reports`)
  await county.getByRole('combobox', { name: /^年度/ }).first().click()
  await county.getByRole('option').last().click()
  await county.getByRole('link', { name: '下载 Word 工作报告附表' }).click()
  await county.getByText('没有可以生成文书的事项。').waitFor()
  expect(new URL(county.url()).pathname).toBe('/papers/reports')
})

test('a unit answers on a phone with a picture of its stamped letter, and keeps it through a reload', async () => {
  const context = await browser.newContext({ viewport: hand, isMobile: true, hasTouch: true })
  context.setDefaultTimeout(0)
  const water = await signIn(context, running.origin, 'water')
  const said = consoleOf(water)
  await water.goto(`${running.origin}${address}?do=answer`)
  const drawer = water.getByRole('dialog')
  await drawer.getByRole('button', { name: '拍照' }).waitFor()
  await drawer.locator('[data-field=reply] textarea').first().fill('已列入汛前清淤计划。')
  await drawer.getByText('列入计划').first().click()
  await drawer.locator('input[type=file][capture=environment]').setInputFiles(picture)
  await drawer.getByRole('link', { name: picture.name }).waitFor()
  await water.waitForFunction(() => ['uploads', 'answer'].every((name) => Object.keys(localStorage).some((key) => key.endsWith(name))))
  await water.reload()
  await drawer.getByRole('link', { name: picture.name }).waitFor()
  expect(await faultsOf(water)).toEqual([])
  said.length = 0
  await drawer.getByRole('button', { name: /^答复代表/ }).click()
  await water.getByText('已答复', { exact: true }).first().waitFor()
  const timeline = water.getByRole('listitem').filter({ hasText: '答复代表' }).getByRole('group', { name: '附件' })
  await timeline.getByText(picture.name).waitFor()
  expect(said).toEqual([])
})

test('whoever reads the record sees its papers by name, pictures as pictures, on paper too', async () => {
  const xinan = await signedIn(browser, running.origin, 'xinan')
  const said = consoleOf(xinan)
  await xinan.goto(`${running.origin}${address}`)
  // The record holds what came with it and what the answer brought.
  for (const { name } of [paper, picture]) await xinan.getByRole('main').getByRole('link', { name }).first().waitFor()
  const small = xinan.getByRole('button', { name: `放大 ${picture.name}` }).first()
  await small.scrollIntoViewIfNeeded()
  await xinan.waitForFunction(() => [...document.images].some(({ alt, naturalWidth }) => alt === '' && naturalWidth === 1))
  await small.click()
  await xinan.getByRole('dialog', { name: picture.name }).getByRole('img').waitFor()
  expect(await faultsOf(xinan)).toEqual([])
  const file = xinan.waitForEvent('download')
  await xinan.getByRole('dialog').getByRole('link', { name: '下载' }).click()
  expect((await file).suggestedFilename()).toBe(picture.name)
  await xinan.goto(`${running.origin}${address.replace('/suggestions/', '/sheets/suggestions/').replace('/show', '')}`)
  await xinan.getByRole('cell', { name: picture.name }).first().waitFor()
  expect(said).toEqual([])
})

test('a form that names papers says their names', async () => {
  const county = await signedIn(browser, running.origin, 'county')
  await county.setViewportSize(desk)
  await county.goto(`${running.origin}${address.replace('/show', '')}`)
  for (const { name } of [paper, picture]) await county.locator('[data-field=files]').getByRole('link', { name }).waitFor()
})

function consoleOf(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
  return said
}

/** A step taken over the API; its status. */
async function taken(account: string, transition: string, given: object): Promise<number> {
  const client = await running.as(account)
  const path = `/api/records${address.replace('/show', '')}`
  const { version } = (await client.get(path)).json as { version: number }
  return (await client.post(`${path}/events`, { transition, given }, { 'if-match': `"${version}"` })).status
}
