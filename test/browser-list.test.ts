import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { close, desk, faultsOf, hand, openBrowser, signedIn } from './browser.ts'
import { type Running, start } from './start.ts'

const titles = ['关于增设路灯的建议', '关于修缮一号桥的建议']
let running: Running
let browser: Browser
let county: Page

beforeAll(async () => {
  running = await start({ panel: true })
  browser = await openBrowser()
  const xinan = await running.as('xinan')
  for (const title of titles) {
    const { json } = await xinan.post('/api/records/suggestions', { data: { title, body: '群众反映多年。', deputies: ['张桂兰'] } })
    const { id, version } = json as { id: string; version: number }
    await xinan.post(`/api/records/suggestions/${id}/events`, { transition: 'submit' }, { 'if-match': `"${version}"` })
  }
  county = await signedIn(browser, running.origin, 'county')
})
afterAll(async () => {
  await browser?.close()
  await running?.stop()
})

const narrow = { width: 900, height: 700 }
test.each([
  { viewport: close, letters: '1' },
  { viewport: desk, letters: '1.3' },
  { viewport: close, letters: '1.3' },
  { viewport: narrow, letters: '1' },
  { viewport: narrow, letters: '1.3' },
])('a list keeps its table and its acts: $viewport.width px, letters × $letters', async ({ viewport, letters }) => {
  await open(viewport, letters)
  for (const act of ['导入', '导出 Excel', '新建代表建议'])
    await county.getByRole('main').getByRole('link', { name: act, exact: true }).waitFor()
  for (const act of ['显示列', '我保存的']) await county.getByRole('button', { name: act }).waitFor()
  await county.getByRole('columnheader').getByRole('button', { name: '编号' }).click()
  await county.getByRole('columnheader', { name: '编号' }).and(county.locator('[aria-sort=ascending]')).waitFor()
  await county.getByRole('row').filter({ hasText: titles[0] }).getByRole('checkbox').check()
  await county.getByText('已选 1 件').waitFor()
  await county.getByRole('button', { name: '登记…' }).waitFor()
  expect(await sideways()).toBeLessThan(1)
})

test('cards keep every act: order, selection, what is done with many, import, export, saved views', async () => {
  await open(hand, '1')
  for (const act of ['导入', '导出 Excel', '新建代表建议'])
    await county.getByRole('main').getByRole('link', { name: act, exact: true }).waitFor()
  await county.getByRole('combobox', { name: '排序' }).click()
  const asked = county.waitForRequest((request) => new URL(request.url()).searchParams.get('sort') === '-number')
  await county.getByRole('option', { name: '编号从大到小' }).click()
  await asked
  await county.getByRole('button', { name: '筛选' }).click()
  await county.getByRole('dialog', { name: '筛选' }).getByRole('button', { name: '我保存的' }).waitFor()
  await county.keyboard.press('Escape')
  await county.getByRole('button', { name: '选择' }).click()
  // A tap anywhere on the heading selects; nothing is opened.
  for (const title of titles) await county.getByText(title).first().click()
  await county.getByText('已选 2 件').waitFor()
  expect(await faultsOf(county)).toEqual([])
  expect(await sideways()).toBeLessThan(1)
  await county.getByRole('button', { name: '登记…' }).click()
  await county
    .getByRole('dialog')
    .getByText(/2 件可以/)
    .waitFor()
})

async function open(viewport: { width: number; height: number }, textSize: string): Promise<void> {
  await county.request.put(`${running.origin}/api/settings`, { data: { textSize }, headers: { origin: running.origin } })
  await county.setViewportSize(viewport)
  await county.goto(`${running.origin}/suggestions`)
  await county
    .getByText(titles[0] ?? '')
    .first()
    .waitFor()
}

const sideways = () => county.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
