import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { compose, leave, openBrowser, signedIn } from './browser.ts'
import { type Running, start } from './start.ts'

/** Longer than any field waits for the next key. */
const long = 2000
let running: Running
let browser: Browser

beforeAll(async () => {
  running = await start({ panel: true })
  browser = await openBrowser()
  const xinan = await running.as('xinan')
  for (const title of ['关于修缮一号桥的建议', '关于增设路灯的建议'])
    await xinan.post('/api/records/suggestions', { data: { title, body: '群众反映多年。', deputies: ['张桂兰'] } })
})
// A page that nobody looks at any more goes on asking and drawing.
afterEach(() => leave(browser))
afterAll(async () => {
  await browser?.close()
  await running?.stop()
})

test('the list is searched once a composition ends, and never for its letters', async () => {
  const { page, asked } = await open('xinan', '/suggestions')
  await page.getByText('关于增设路灯的建议').first().waitFor()
  await page.getByRole('searchbox').click()
  await compose(page, 'qiao', '桥')
  await page.getByText('关于增设路灯的建议').first().waitFor({ state: 'detached' })
  await page.getByText('关于修缮一号桥的建议').first().waitFor()
  expect(asked).toEqual(['桥'])
})

test('the search shows what it finds while typing, opens it, and remembers the word', async () => {
  const { page, asked } = await open('xinan', '/')
  const search = page.getByRole('combobox', { name: /^搜编号/ })
  await search.click()
  await compose(page, 'ludeng', '路灯', () => page.clock.runFor(long))
  await page.getByRole('option', { name: /关于增设路灯的建议/ }).waitFor()
  expect(asked).toEqual(['路灯'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '关于增设路灯的建议' }).waitFor()
  await search.fill('')
  await page.getByRole('option', { name: '路灯' }).waitFor()
})

test('similar items are looked for once a composition ends', async () => {
  const { page, asked } = await open('xinan', '/suggestions/create')
  await page.locator('[data-field=title] :is(input, textarea)').first().click()
  await compose(page, 'xiushanyihaoqiao', '修缮一号桥', () => page.clock.runFor(long))
  await page
    .getByRole('status')
    .getByRole('link', { name: /关于修缮一号桥的建议/ })
    .waitFor()
  expect(asked.filter((q) => /[a-z]/.test(q))).toEqual([])
})

test('a record is looked for once a composition ends', async () => {
  const { page, asked } = await open('county', '/rules/create')
  await page.locator('[data-field=previous] input').click()
  const found = page.waitForRequest((request) => new URL(request.url()).searchParams.get('q') === '规则')
  await compose(page, 'guize', '规则', () => page.clock.runFor(long))
  await found
  expect(asked).toEqual(['规则'])
})

test('a deputy of another township is offered by name, and a name that no file bears is said on the item’s page', async () => {
  const county = await running.as('county')
  const tanggou = await running.as('tanggou')
  expect((await tanggou.post('/api/records/deputies', { data: { name: ['欧阳春'] } })).status).toBe(201)
  const { page } = await open('xinan', '/suggestions/create')
  await page.locator('[data-field=deputies] input').click()
  await page.keyboard.insertText('欧阳')
  await page.getByRole('option', { name: /欧阳春.*汤沟/ }).waitFor()
  const xinan = await running.as('xinan')
  const data = { title: '关于疏浚三号沟的建议', body: '多年淤积。', deputies: ['欧阳春', '欧阳纯'] }
  const { id, version } = (await xinan.post('/api/records/suggestions', { data })).json as { id: string; version: number }
  await page.goto(`${running.origin}/suggestions/${id}/show`)
  await page.getByRole('note').filter({ hasText: '代表档案里没有欧阳纯。' }).waitFor()
  const submitted = await xinan.post(
    `/api/records/suggestions/${id}/events`,
    { transition: 'submit', given: {} },
    { 'If-Match': `"${version}"` },
  )
  await county.post(
    `/api/records/suggestions/${id}/events`,
    { transition: 'register', given: {} },
    { 'If-Match': `"${(submitted.json as { version: number }).version}"` },
  )
  await running.settled()
  expect(await told(xinan)).toContain('登记')
  await page.reload()
  await page.getByRole('button', { name: '新消息 1 条未读' }).click()
  await page.getByRole('menuitem', { name: /代表建议 .*关于疏浚三号沟的建议.*县人大.*已登记。/ }).waitFor()
})

type Client = Awaited<ReturnType<Running['as']>>
/** What the bell of somebody says of steps. */
async function told(client: Client): Promise<string[]> {
  const { id } = (await client.get('/api/session')).json as { id: string }
  const { data } = (await client.get(`/api/notices?recipient=${id}`)).json as { data: { step?: string }[] }
  return data.map(({ step = '' }) => step)
}

/** A page whose clock can be moved on, with the words that it asks the API for. */
async function open(account: string, path: string): Promise<{ page: Page; asked: string[] }> {
  const page = await signedIn(browser, running.origin, account)
  const asked: string[] = []
  page.on('request', (request) => {
    const q = new URL(request.url()).searchParams.get('q')
    if (request.url().includes('/api/records') && q !== null) asked.push(q)
  })
  await page.clock.install()
  await page.goto(`${running.origin}${path}`)
  return { page, asked }
}
