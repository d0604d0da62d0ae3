import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { close, desk, faultsOf, hand, hearAsked, openBrowser, openContext, signedIn } from './browser.ts'
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

test('a list is printed as a register: nothing to press, no word torn letter by letter, its heading on every page', async () => {
  await open({ width: 1031, height: 700 }, '1')
  await county.getByRole('button', { name: '打印', exact: true }).waitFor()
  await county.emulateMedia({ media: 'print' })
  expect(await county.getByRole('table').getByRole('checkbox').filter({ visible: true }).count()).toBe(0)
  const told = await county.getByRole('table').evaluate((table) => ({
    head: getComputedStyle(table.querySelector('thead') as Element).display,
    columns: [...table.querySelectorAll('th, td')].flatMap((cell) => {
      const { width } = cell.getBoundingClientRect()
      const text = (cell.textContent ?? '').trim()
      return width > 0 && text.length > 1 ? [[text, width] as const] : []
    }),
    // A letter of 10.5 pt is 14 px wide; below two of them a word stands upright.
    beyond: table.scrollWidth - window.innerWidth,
  }))
  await county.emulateMedia({ media: null })
  expect(told.head).toBe('table-header-group')
  expect(told.columns.filter(([, width]) => width < 28)).toEqual([])
  expect(told.columns.length).toBeGreaterThan(10)
  expect(told.beyond).toBeLessThan(1)
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

test('a deputy who has a file and no account is chosen by initials, and has a page', async () => {
  const xinan = await running.as('xinan')
  const { json } = await xinan.post('/api/records/deputies', { data: { name: ['欧阳春'] } })
  const page = await signedIn(browser, running.origin, 'xinan')
  await page.goto(`${running.origin}/suggestions/create`)
  const names = page.locator('[data-field=deputies] [role=combobox]')
  await names.fill('oyc')
  await page.getByRole('option', { name: /欧阳春.*新安镇/ }).click()
  await page.getByText('欧阳春没有代表账号，通知不到本人。').waitFor()
  await names.fill('令狐夏')
  await names.press('Enter')
  await page.getByText(/代表档案和账号里没有令狐夏。/).waitFor()
  await page.goto(`${running.origin}/deputies/${(json as { id: string }).id}/show`)
  await page.getByRole('main').getByRole('link', { name: '欧阳春' }).click()
  await page.getByRole('heading', { level: 1, name: '欧阳春' }).waitFor()
  // A file in office is no work that anybody has in hand.
  await page.getByText('现在没有在办的事项。').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})

test('before somebody signs in one thing is asked, and nothing that is refused', async () => {
  const page = await (await openContext(browser)).newPage()
  for (const path of ['/login', '/suggestions']) {
    const heard = hearAsked(page, running.origin)
    await page.goto(`${running.origin}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(heard.end()).toEqual({ asked: ['/api/session?maybe=true'], refused: [] })
  }
})

test('words typed into a filter, a tab and a filter each ask for the list once', async () => {
  await open(desk, '1')
  const asked: string[] = []
  county.on('request', (request) => request.url().includes('/api/records/suggestions') && asked.push(request.url()))
  await county.getByRole('main').getByRole('searchbox').fill('一号桥')
  await county.getByText('共 1 件').waitFor()
  expect(asked.length).toBe(1)
  // While the next rows come, those of the question before stand pale under a line.
  const go = await hold(/\/api\/records\/suggestions\?/)
  await county.getByRole('tab', { name: /全部/ }).click()
  await county.getByRole('tab', { name: /待登记/ }).click()
  await county.locator('[aria-busy=true]').getByRole('progressbar').waitFor()
  await county
    .locator('[aria-busy=true]')
    .getByText(titles[1] ?? '')
    .first()
    .waitFor()
  go()
  await county.locator('[aria-busy=true]').waitFor({ state: 'detached' })
  await county.unroute(/\/api\/records\/suggestions\?/)
  await county.waitForLoadState('networkidle')
  expect(asked.length).toBeLessThanOrEqual(3)
})

test('the rows of a word are asked for before its figures', async () => {
  await open(desk, '1')
  const counted: string[] = []
  county.on('request', (request) => request.url().includes('/api/counts/suggestions?') && counted.push(request.url()))
  const go = await hold(/\/api\/records\/suggestions\?/)
  await county.getByRole('main').getByRole('searchbox').fill('路灯')
  await county.locator('[aria-busy=true]').getByRole('progressbar').waitFor()
  expect(counted).toEqual([])
  const figures = county.waitForRequest((request) => request.url().includes('/api/counts/suggestions?'))
  go()
  await county.getByText('共 1 件').waitFor()
  await figures
  await county.unroute(/\/api\/records\/suggestions\?/)
})

test('what a list knew of an item stays where it is when the rest of it comes', async () => {
  await open(desk, '1')
  const go = await hold(/\/api\/records\/suggestions\/[^?/]+$/)
  await county.getByRole('link', { name: titles[0] }).click()
  const places = () =>
    Promise.all(
      ['基本情况', '待办与期限'].map((name) =>
        county
          .getByRole('heading', { name })
          .boundingBox()
          .then((box) => box && [box.x, box.y]),
      ),
    )
  await county.getByRole('heading', { name: '待办与期限' }).waitFor()
  const before = await places()
  go()
  await county.getByRole('button', { name: '更多' }).waitFor()
  expect(await places()).toEqual(before)
  await county.unroute(/\/api\/records\/suggestions\/[^?/]+$/)
})

test('the button that ends a form is in sight, on a low window and in a hand', async () => {
  await open(close, '1')
  const path = await county.getByRole('link', { name: titles[0] }).getAttribute('href')
  for (const viewport of [{ ...close, height: 400 }, hand]) {
    await county.setViewportSize(viewport)
    await county.goto(`${running.origin}${path}?do=sendBack`)
    const box = await county.getByRole('dialog').getByRole('button', { name: '退回修改' }).boundingBox()
    expect((box?.y ?? viewport.height) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height)
  }
})

/** Answers of such addresses wait until what this answers is called. */
async function hold(address: RegExp): Promise<() => void> {
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  await county.route(address, async (route) => {
    await held
    await route.continue()
  })
  return go
}

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
