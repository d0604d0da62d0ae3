import type { Browser, ConsoleMessage, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { share } from './breadth.ts'
import {
  desk,
  faultsOf,
  hand,
  hearAsked,
  hearRequests,
  instead,
  isDrawn,
  leave,
  openBrowser,
  openContext,
  signedIn as signedInAt,
  signIn,
  stopClock,
} from './browser.ts'
import { inbox } from './platform.ts'
import { type Running, start } from './start.ts'

const register = `编号,标题,内容,领衔代表,乡镇,主办单位,交办日期,答复期限
2026-0901,关于疏浚一帆河的建议,河道淤积，汛期漫水。,张桂兰,新安镇,县水务局,2026-06-01,2026-07-07
`
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

test('a register is imported, answered by its unit, and its township is told by mail and by Today', async () => {
  const county = await signIn(await openContext(browser), running.origin, 'county')
  await county.goto(`${running.origin}/import/suggestions`)
  await county.locator('input[type=file]').setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(register) })
  await county.getByRole('button', { name: /导入.*1.*行/ }).click()
  await county
    .getByText(/已导入/)
    .first()
    .waitFor()

  // Whoever may urge finds it where something is late: on the county's page, and beside what the item says first.
  await county.goto(`${running.origin}/county`)
  await county.getByRole('button', { name: '催办县水务局' }).click()
  await county
    .getByRole('dialog')
    .getByText(/【督办】.*关于疏浚一帆河的建议.*县水务局应在/)
    .waitFor()
  await county.getByRole('dialog').getByRole('button', { name: '先不办' }).click()
  await county.getByRole('link', { name: '1 件超期' }).click()
  await county.getByRole('row').getByRole('link', { name: '关于疏浚一帆河的建议' }).click()
  await county.locator('#band').getByRole('button', { name: '催办县水务局' }).click()
  await county.getByRole('dialog').getByRole('button', { name: '催办 1 个单位' }).click()
  await county.getByText(/已催办 1 个单位/).waitFor()

  const water = await signedIn('water')
  await water.goto(running.origin)
  await water
    .getByRole('link', { name: /关于疏浚一帆河的建议/ })
    .first()
    .click()
  await water.getByRole('heading', { level: 1, name: /关于疏浚一帆河的建议/ }).waitFor()
  await water.getByRole('button', { name: '答复代表' }).first().click()
  await answered(water)
  await stateOf(water, '已答复')

  const xinan = await signedIn('xinan')
  await xinan.goto(running.origin)
  await xinan.getByText('关于疏浚一帆河的建议').first().waitFor()
  expect(await faultsOf(xinan)).toEqual([])
  await running.settled()
  expect((await inbox(running.mail)).map(({ subject, body }) => `${subject}${body.text}`).join()).toContain('关于疏浚一帆河的建议')

  // A number of several ledgers opens into theirs, and each of these its list.
  const own = await running.as('xinan')
  const { json } = await own.post('/api/records/town-suggestions', { data: { title: '修桥', body: '桥面破损。', deputies: ['张桂兰'] } })
  const { id, version } = json as { id: string; version: number }
  const steps = [
    { transition: 'submit', given: {} },
    { transition: 'takeUp', given: { handledBy: '镇农业站' } },
  ]
  for (const [at, step] of steps.entries())
    expect((await own.post(`/api/records/town-suggestions/${id}/events`, step, { 'if-match': `"${version + at}"` })).status).toBe(200)
  await county.goto(`${running.origin}/county`)
  await county
    .getByRole('row', { name: /^代表建议/ })
    .getByRole('button', { name: '2', exact: true })
    .click()
  await county
    .getByRole('row', { name: /^乡镇代表建议/ })
    .getByRole('link', { name: '1', exact: true })
    .first()
    .click()
  await county.getByRole('heading', { level: 1, name: '乡镇代表建议' }).waitFor()
})

test('a suggestion is assigned, accepted, answered and closed, each step by its own office', async () => {
  const id = await registered()
  const address = `${running.origin}/suggestions/${id}/show`
  const [county, water, xinan] = await Promise.all(['county', 'water', 'xinan'].map(signedIn))
  if (!county || !water || !xinan) return expect.fail('nobody signed in')

  await county.goto(`${address}?do=assign`)
  const assign = county.getByRole('dialog')
  await assign.getByRole('combobox').first().fill('sw')
  await county.getByRole('option', { name: /水务局/ }).click()
  await assign
    .getByText(/期限将是/)
    .first()
    .waitFor()
  await assign.getByRole('button', { name: /^交办/ }).click()
  await stateOf(county, '已交办')
  await running.settled()
  const told = (await inbox(running.mail)).filter(({ destination }) => destination.to[0] === 'water@duban.test')
  expect(told.map(({ body }) => body.text).join()).toContain(id)

  await water.goto(`${address}?do=accept`)
  await water.getByRole('dialog').getByRole('button', { name: /^签收/ }).click()
  await stateOf(water, '办理中')
  await water.goto(`${address}?do=answer`)
  await answered(water)
  await stateOf(water, '已答复')

  await xinan.goto(`${address}?do=feedback`)
  await xinan.getByRole('dialog').getByText('满意', { exact: true }).click()
  await xinan.getByRole('dialog').getByRole('button', { name: /^反馈/ }).click()
  await stateOf(xinan, '已办结')
  for (const act of ['交办', '签收', '答复代表', '反馈']) await xinan.getByText(act).first().waitFor()
  await xinan.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await faultsOf(xinan)).toEqual([])
})

test('a row that is done leaves Today, and the menu counts it no more, without the page being loaded again', async () => {
  const [title, other] = ['关于更换公交站牌的建议', '关于粉刷村部围墙的建议']
  const [office, unit] = await Promise.all([running.as('county'), running.as('water')])
  for (const each of [title, other]) {
    const id = await registered(each)
    const steps = [
      [office, 'assign', { lead: 'water' }],
      [unit, 'accept', {}],
      [unit, 'answer', { reply: '已办好。', result: 'A' }],
    ] as const
    for (const [at, [who, transition, given]] of steps.entries()) {
      const done = await who.post(`/api/records/suggestions/${id}/events`, { transition, given }, { 'if-match': `"${at + 3}"` })
      expect(done.status).toBe(200)
    }
  }
  const xinan = await signedIn('xinan')
  await xinan.goto(running.origin)
  const row = (name: string) => xinan.getByRole('listitem').getByRole('button', { name: `反馈 ${name}` })
  for (const each of [title, other]) await row(each).waitFor()
  const owed = xinan
    .getByRole('navigation')
    .getByRole('link', { name: /^代表建议/ })
    .locator('[title]')
  const before = Number.parseInt((await owed.getAttribute('title')) ?? '', 10)
  await xinan.evaluate(() => Object.assign(window, { still: true }))
  await row(title).click()
  await xinan.getByRole('dialog').getByText('满意', { exact: true }).click()
  await xinan.getByRole('dialog').getByRole('button', { name: /^反馈/ }).click()
  await row(title).waitFor({ state: 'detached' })
  await row(other).waitFor()
  await owed.and(xinan.getByTitle(`${before - 1} 件待办`, { exact: true })).waitFor()
  expect(await xinan.evaluate(() => 'still' in window)).toBe(true)
})

test('a suggestion is found, opened and assigned with the keyboard alone', async () => {
  await registered('关于增设校车站点的建议')
  const county = await signedIn('county')
  await county.goto(running.origin)
  await county.getByRole('heading', { level: 1, name: '今天要办' }).waitFor()
  await county.keyboard.press('/')
  await county.keyboard.type('校车站点')
  await county.keyboard.press('Enter')
  const found = county.getByRole('row', { name: /关于增设校车站点的建议.*已登记/ }).getByRole('link')
  await found.waitFor()
  for (let at = 0; at < 5 && !(await found.evaluate((link) => link === document.activeElement)); at++) await county.keyboard.press('j')
  await county.keyboard.press('Enter')
  await county.getByRole('heading', { level: 1, name: '关于增设校车站点的建议' }).waitFor()
  expect(await county.title()).toMatch(/^\d{4}-\d+ 关于增设校车站点的建议 · 督办$/)
  await county.keyboard.press('.')
  await county.getByRole('dialog').getByRole('combobox').first().waitFor()
  await tabTo(county, '[role=dialog] [role=combobox]')
  await county.keyboard.type('sw')
  await county.getByRole('option', { name: /水务局/ }).waitFor()
  await county.keyboard.press('Enter')
  await county.keyboard.press('Control+Enter')
  await stateOf(county, '已交办')
})

test('no page asks twice or is refused, has a serious fault in any theme or size, or scrolls sideways at 200 %', async () => {
  const id = await registered('关于修缮文化站的建议')
  const deputies = (await (await running.as('county')).get('/api/offices?kind=deputy')).json as { data: { id: string }[] }
  const record = `/suggestions/${id}`
  const pages = [
    ...['/', '/county', '/county?by=township', '/county?by=desk', '/county?ledger=suggestions', '/suggestions', '/all'],
    ...[`${record}/show`, record],
    ...['/suggestions/create', '/import/suggestions', '/notices', '/accounts', '/offices', '/offices/unit/water'],
    ...[`/offices/deputy/${deputies.data[0]?.id}`, '/calendar', '/terms', '/papers', '/papers/year', '/papers/week'],
    ...['/settings/ledgers', '/settings/ledgers/suggestions', '/log', '/help', `${record}/show?do=assign`],
  ]
  // Colours on their way from one theme to the other are of neither. One after the other: of two windows that grow and shrink side by side, one at times draws no more.
  let tab = await signedInAt(browser, running.origin, 'county', { reducedMotion: 'reduce' })
  await stopClock(tab)
  let answered = hearRequests(tab)
  for (const [at, page] of pages.entries()) {
    while (!(await isDrawn(tab, isSound(tab, page, at)))) {
      tab = await instead(tab)
      answered = hearRequests(tab)
    }
    await answered()
  }
})

/** What every page asks before and beside its own: who is here, the definitions, what is owed, what is new. */
const frames = /^\/api\/(session|ledgers|offices|settings|county-settings|duties\?holder=me|notices\?recipient)/

/** How many questions of its own a page may have; the sheet of a week has one for each of its parts. */
const most = (page: string): number => (page === '/papers/week' ? 8 : 6)

/** Light or dark, on a desk or in a hand: pages share the ways of looking at them, so that kinds of pages are seen in each. */
const looks = [
  { viewport: desk, other: false },
  { viewport: desk, other: true },
  { viewport: hand, other: true },
  { viewport: hand, other: false },
]

/** The page asks what it must, says nothing in the console, has no fault for whoever cannot see it in a theme and size, and does not scroll sideways. */
async function isSound(tab: Page, page: string, turn: number): Promise<void> {
  // The page before may ask again as it grows wide, and is not meant.
  await tab.goto('about:blank')
  const said: string[] = []
  const hear = (message: ConsoleMessage) => message.type() === 'error' && said.push(message.text())
  tab.on('console', hear)
  await tab.setViewportSize(desk)
  const heard = hearAsked(tab, running.origin)
  await tab.goto(`${running.origin}${page}`)
  await tab.getByRole('heading', { includeHidden: true, level: 1 }).waitFor()
  await tab.waitForLoadState('networkidle')
  const { asked, refused } = heard.end()
  expect([page, said, refused, asked.filter((each, at) => asked.indexOf(each) !== at)]).toEqual([page, [], [], []])
  expect(asked.filter((each) => !frames.test(each)).length, `${page} asks ${asked.join(' ')}`).toBeLessThanOrEqual(most(page))
  // What looks for faults tries styles that the page itself may not have.
  tab.off('console', hear)
  let isOther = false
  // A form that lies over the page keeps the menu away, and looks as forms do on pages of their own.
  const suited = looks.filter(({ other }) => !other || !page.includes('?do='))
  for (const { viewport, other } of share(suited, turn, suited.length)) {
    await tab.setViewportSize(viewport)
    if (other !== isOther) await otherTheme(tab)
    isOther = other
    expect(await faultsOf(tab), `${page} at ${viewport.width}${other ? ', the other theme' : ''}`).toEqual([])
  }
  // At 200 % a desk has half its width, and a small laptop half of its own.
  for (const width of [hand.width, desk.width / 2, 546]) {
    await tab.setViewportSize({ width, height: desk.height })
    // The menu goes in a frame of its own.
    await tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    expect(
      await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      `${page} at ${width} scrolls sideways`,
    ).toBeLessThan(1)
  }
}

/** Light or dark, whichever it was not, by the person's own menu. */
async function otherTheme(tab: Page): Promise<void> {
  await tab.locator('header button[aria-haspopup=menu]').last().click()
  await tab
    .locator('[role=menu] [aria-pressed=false], [role=menu] [role=radio][aria-checked=false]')
    .filter({ hasText: /^(浅色|深色)$/ })
    .click()
  await tab.keyboard.press('Escape')
  await tab.locator('[role=menu]').waitFor({ state: 'detached' })
}

/** Goes on with the Tab key until what is meant has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let at = 0; at < 20; at++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
    await page.keyboard.press('Tab')
  }
  expect.fail(`the Tab key does not reach ${selector}`)
}

/** A suggestion of a township, submitted and registered over the API; its id. */
async function registered(title = '关于增设路灯的建议'): Promise<string> {
  const data = { title, body: '夜间无灯，行人不便。', deputies: ['张桂兰'] }
  const [xinan, county] = await Promise.all([running.as('xinan'), running.as('county')])
  const { json } = await xinan.post('/api/records/suggestions', { data })
  const { id, version } = json as { id: string; version: number }
  const events = `/api/records/suggestions/${id}/events`
  expect((await xinan.post(events, { transition: 'submit', given: {} }, { 'if-match': `"${version}"` })).status).toBe(200)
  expect((await county.post(events, { transition: 'register', given: {} }, { 'if-match': `"${version + 1}"` })).status).toBe(200)
  return id
}

async function answered(unit: Page): Promise<void> {
  const drawer = unit.getByRole('dialog')
  await drawer.locator('textarea:visible').first().fill('已列入汛前清淤计划。')
  await drawer.getByText('列入计划').first().click()
  await drawer.getByRole('button', { name: /^答复代表/ }).click()
}

const stateOf = (page: Page, state: string) => page.getByText(state, { exact: true }).first().waitFor()

const signedIn = (account: string) => signedInAt(browser, running.origin, account)
