import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { password } from '../cdk/local/seed.ts'
import { fillSignIn, hearRequests, leave, openBrowser, signedIn } from './browser.ts'
import { type Running, start } from './start.ts'

const title = '关于整治汤沟河段的建议'
let running: Running
let browser: Browser

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

test('nothing is written in the name of who signed in later in another tab', async () => {
  const page = await writing('county')
  await takeOver(page, 'tianlou')
  await page.getByRole('button', { name: '保存草稿' }).click()
  const dialog = page.getByRole('dialog', { name: /刘玉萍.*已在这台电脑上登录/ })
  await dialog.waitFor()
  expect(await drafts()).toEqual([])
  // The one whose tab it is goes on where he was, in his own name.
  await dialog.locator('input[autocomplete=current-password]').fill(password)
  await page.keyboard.press('Enter')
  await page.getByText('草稿已保存').first().waitFor()
  expect(await drafts()).toEqual([{ township: 'xinan', by: '孟庆芳' }])
})

test('a tab notices another account when it comes to the front, and opens as that one', async () => {
  const page = await writing('county')
  await takeOver(page, 'tianlou')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^换成.*刘玉萍/ })
    .click()
  await page.getByRole('button', { name: /刘玉萍$/ }).waitFor()
})

test('a tab notices another account as soon as it signs in in the next tab', async () => {
  const page = await writing('county')
  const next = await page.context().newPage()
  await page.context().clearCookies()
  await next.goto(`${running.origin}/login`)
  await fillSignIn(next, 'tianlou')
  await page.getByRole('dialog', { name: /刘玉萍/ }).waitFor()
})

test('signing out in one tab signs out in all', async () => {
  const page = await writing('county')
  const next = await page.context().newPage()
  await next.goto(running.origin)
  await next.getByRole('button', { name: /孟庆芳$/ }).click()
  await next.getByRole('menuitem', { name: '退出' }).click()
  await page.locator('input[autocomplete=username]').waitFor()
  expect(await page.getByText(title).count()).toBe(0)
  expect(await kept(page)).toBe('')
})

test('what somebody was writing is offered to him alone, and nobody else can read it', async () => {
  const page = await writing('county')
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('draft')))
  await takeOver(page, 'xinan')
  const next = await page.context().newPage()
  await next.goto(`${running.origin}/suggestions/create`)
  await next.getByRole('heading', { level: 1 }).waitFor()
  await next.locator('[data-field=title]').waitFor()
  expect(await next.getByText(/没写完/).count()).toBe(0)
  expect(await kept(next)).not.toContain('汤沟')
  await takeOver(page, 'county')
  await next.goto(`${running.origin}/suggestions/create`)
  await next.getByRole('button', { name: '接着写' }).click()
  await next.waitForFunction(
    (wanted) => [...document.querySelectorAll('input, textarea')].some((field) => 'value' in field && field.value === wanted),
    title,
  )
})

/** A tab in which somebody is writing a suggestion of 新安镇. */
async function writing(account: string): Promise<Page> {
  const page = await signedIn(browser, running.origin, account)
  const answered = hearRequests(page)
  await page.goto(`${running.origin}/suggestions/create`)
  await page.locator('[data-field=title] :is(input, textarea)').first().fill(title)
  await page.locator('[data-field=body] textarea').first().fill('水面漂浮物多，气味重。')
  await page.locator('[data-field=township] [role=combobox]').first().click()
  await page.getByRole('option', { name: '新安镇' }).click()
  // Nothing more is asked by itself: an answer to somebody else would open the dialog over what is to be pressed.
  await page.getByText(/已自动保存/).waitFor()
  await answered()
  return page
}

/** Another account's session in the browser of a page, without a tab that would tell. */
async function takeOver(page: Page, account: string): Promise<void> {
  const data = { email: `${account}@duban.test`, password }
  const answer = await page.context().request.post(`${running.origin}/api/session`, { data, headers: { origin: running.origin } })
  expect(answer.status()).toBe(200)
}

/** Whose the suggestions with the title are. */
async function drafts(): Promise<{ township: string; by: string }[]> {
  const { json } = await (await running.as('county')).get(`/api/records/suggestions?q=${encodeURIComponent(title)}`)
  const { data } = json as { data: { township: string; createdBy: { name: string } }[] }
  return data.map(({ township, createdBy }) => ({ township, by: createdBy.name }))
}

/** Everything that the browser keeps of what was written. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(() =>
    Object.entries({ ...localStorage, ...sessionStorage })
      .filter(([key]) => key.includes('draft'))
      .flat()
      .join(),
  )
