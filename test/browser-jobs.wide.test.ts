import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { countClicks, hand, leave, openBrowser, signedIn as signedInAt } from './browser.ts'
import { type Running, start } from './start.ts'

/** The jobs of a working day, as their people do them: each within so many clicks. A tap is one, keys are none. */
let running: Running
let browser: Browser

/** What fifteen units were given before, and what comes now. */
const works = {
  water: '疏浚河道',
  education: '修缮校舍',
  transport: '增开公交班次',
  health: '改造村卫生室',
  housing: '加固危旧房屋',
  agriculture: '硬化机耕路面',
  police: '整治占道停车',
  civil: '增设养老床位',
  ecology: '治理养殖异味',
  culture: '更新农家书屋',
  commerce: '规范集贸市场',
  labour: '开展技能培训',
  land: '补植防护林网',
  urban: '清运生活垃圾',
  power: '解决低压用电',
}
const villages = ['尹湖村', '大和村', '郝圩村', '连三村', '八尺村', '六圩村']

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

test('a new suggestion is written and handed in', async () => {
  const [xinan, clicks] = await at('xinan', '/')
  await xinan.getByRole('link', { name: '新建代表建议' }).click()
  await xinan.getByRole('main').getByLabel('标题').click()
  await xinan.keyboard.type('关于增设公交站台的建议')
  await xinan.keyboard.press('Tab')
  await xinan.keyboard.type('候车无处遮雨。')
  await xinan.getByRole('button', { name: '提交', exact: true }).click()
  await stateOf(xinan, '已提交')
  expect(clicks()).toBeLessThanOrEqual(6)
})

test('forty suggestions are assigned to fifteen units as earlier ones like them went, and wrong ones are put right before', async () => {
  const units = Object.entries(works)
  const before = units.flatMap(([unit, work]) =>
    villages.slice(0, 3).map((village) => `${village}${work},${work}，群众反映多次。,${unit},2026-06-01`),
  )
  const now = Array.from(
    { length: 40 },
    (_, n) => `${villages[3 + (n % 3)]}${units[n % 15]?.[1]}${Math.floor(n / 15)},${units[n % 15]?.[1]}。,,`,
  )
  await imported([...before, ...now].map((row, n) => `2026-${String(n + 1).padStart(4, '0')},张桂兰,新安镇,${row}`))
  const [county, clicks] = await at('county', '/suggestions')
  await county.getByRole('tab', { name: /待交办/ }).click()
  await county.getByText('共 40 件').waitFor()
  await county.getByRole('columnheader').getByRole('checkbox').check()
  await county.getByRole('button', { name: '选中全部 40 件' }).click()
  await county.getByText('已选 40 件').waitFor()
  await county.getByRole('button', { name: '交办…' }).click()
  const grid = county.getByRole('dialog')
  await grid.getByRole('button', { name: '采用建议（40 件）' }).click()
  // Five of them are to go elsewhere: typed over, with the unit's initials.
  for (const row of [0, 1, 2, 3, 4])
    await chosen(
      grid
        .getByRole('row')
        .nth(row + 2)
        .getByRole('combobox', { name: /^主办单位/ }),
      county,
      'xfjy',
      /消防/,
    )
  await grid.getByRole('button', { name: '交办 40 件' }).click()
  await grid.getByText('40 件已交办。').waitFor()
  expect(clicks()).toBeLessThanOrEqual(40)
  await grid.getByRole('button', { name: '关闭' }).click()
  await running.settled()
  const { data } = (await (await running.as('county')).get('/api/records/suggestions?state=assigned&limit=100')).json as Found
  const rightly = data.filter(({ heading, data: { lead } }) => heading.includes(works[lead as keyof typeof works] ?? '?'))
  const elsewhere = data.filter((each) => !rightly.includes(each)).map(({ data: { lead } }) => lead)
  expect([data.length, rightly.length, ...elsewhere]).toEqual([40, 35, ...Array(5).fill('fire')])
})

test('a batch is taken back in one act, with what was filled in still there', async () => {
  const made = await Promise.all(['一', '二'].map((which) => registered(`关于修缮${which}号闸的建议`)))
  const [county, clicks] = await at('county', '/suggestions?filter=%7B%22q%22%3A%22号闸%22%7D')
  for (const { title } of made) await county.getByRole('row').filter({ hasText: title }).getByRole('checkbox').check()
  await county.getByRole('button', { name: '交办…' }).click()
  const grid = county.getByRole('dialog')
  await chosen(grid.getByRole('combobox', { name: /^主办单位 一次填到/ }), county, 'swj', /水务局/)
  await grid.getByRole('button', { name: '往下填' }).first().click()
  await grid.getByRole('button', { name: '交办 2 件' }).click()
  await grid.getByText('2 件已交办。').waitFor()
  await grid.getByRole('button', { name: '撤销这一批' }).click()
  await county.getByRole('dialog', { name: '撤销这一批' }).getByRole('button', { name: '撤销这一批 2 件' }).click()
  await grid.getByText('2 件已撤销，填好的内容还在。').waitFor()
  expect(clicks()).toBeLessThanOrEqual(9)
  for (const { id } of made) expect(await stateIn(id)).toEqual(['registered', undefined])
  await grid.getByRole('button', { name: '交办 2 件' }).click()
  await grid.getByText('2 件已交办。').waitFor()
  for (const { id } of made) expect(await stateIn(id)).toEqual(['assigned', 'water'])
})

test('a wrong assignment is mended', async () => {
  const { id, step } = await registered('关于疏浚老河道的建议')
  await step('county', 'assign', { lead: 'transport' })
  const [county, clicks] = await at('county', `/suggestions/${id}/show`)
  const reassign = county.getByRole('button', { name: '改派', exact: true })
  await reassign
    .or(county.getByRole('button', { name: '更多', exact: true }))
    .first()
    .waitFor()
  if (!(await reassign.isVisible())) await county.getByRole('button', { name: '更多', exact: true }).click()
  await reassign.or(county.getByRole('menuitem', { name: '改派' })).click()
  const drawer = county.getByRole('dialog')
  await chosen(drawer.getByRole('combobox').first(), county, 'swj', /水务局/)
  await county.keyboard.press('Control+Enter')
  await county.getByRole('dialog').waitFor({ state: 'detached' })
  expect(clicks()).toBeLessThanOrEqual(4)
  expect(await stateIn(id)).toEqual(['assigned', 'water'])
})

test('many get a later day, each with its own reason, and a field of many is changed and changed back', async () => {
  const made = await Promise.all(['甲', '乙'].map((which) => registered(`关于改造${which}泵站的建议`)))
  for (const { step } of made) await step('county', 'assign', { lead: 'water' })
  const [county] = await at('county', '/suggestions?filter=%7B%22q%22%3A%22泵站%22%7D')
  const select = async () => {
    for (const { title } of made) await county.getByRole('row').filter({ hasText: title }).getByRole('checkbox').check()
  }
  await select()
  await county.getByRole('button', { name: '批量修改…' }).waitFor()
  const extend = county.getByRole('button', { name: '延期…' })
  if (!(await extend.isVisible())) await county.getByRole('button', { name: '更多 ▾' }).click()
  await extend.or(county.getByRole('menuitem', { name: '延期…' })).click()
  const grid = county.getByRole('dialog')
  // A Saturday: it goes on to Monday.
  const day = '2026-11-14'
  await grid.getByLabel(/^答复期限 一次填到/).fill(day)
  await grid.getByRole('button', { name: '往下填' }).first().click()
  for (const [at, why] of ['汛期不能施工', '要先勘测'].entries())
    await grid
      .getByRole('row')
      .nth(at + 2)
      .locator('textarea:visible, input[type=text]:visible')
      .last()
      .fill(why)
  await grid.getByRole('button', { name: '延期 2 件' }).click()
  await grid.getByText('2 件已准予延期。').waitFor()
  await grid.getByRole('button', { name: '关闭' }).click()
  const said = await Promise.all(made.map(async ({ id }) => lastSaid(id)))
  expect(said.sort()).toEqual(['汛期不能施工', '要先勘测'].sort())
  for (const { id } of made) expect((await recordOf(id)).duties.find(({ key }) => key === 'reply')?.dueOn).toBe('2026-11-16')

  await select()
  await county.getByRole('button', { name: '批量修改…' }).click()
  const edit = county.getByRole('dialog')
  await edit.getByRole('combobox', { name: '改哪一项' }).click()
  await county.getByRole('option', { name: '类别', exact: true }).click()
  await edit.getByRole('combobox').last().click()
  await county.getByRole('option', { name: '农业农村', exact: true }).click()
  await edit.getByRole('button', { name: '修改 2 件' }).click()
  await edit.getByText('2 件已修改。').waitFor()
  const category = async () => Promise.all(made.map(async ({ id }) => (await recordOf(id)).data.category))
  expect(await category()).toEqual(['agriculture', 'agriculture'])
  await edit.getByRole('button', { name: '改回去' }).click()
  await edit.getByText('2 件已改回原来的。').waitFor()
  expect(await category()).toEqual([undefined, undefined])
})

test('a unit answers on a phone, with the stamped letter', async () => {
  const { id, step } = await made('xinan', 'suggestions', { title: '关于修缮一号桥的建议', body: '桥面破损。', deputies: ['张桂兰'] })
  await step('xinan', 'submit')
  await step('county', 'register')
  await step('county', 'assign', { lead: 'water' })
  await step('water', 'accept')
  const [water, clicks] = await at('water', `/suggestions/${id}/show?do=answer`, true)
  const drawer = water.getByRole('dialog')
  await drawer.locator('textarea:visible').first().tap()
  await water.keyboard.type('桥面已经修复。')
  await drawer.getByText('已解决').first().tap()
  const [chooser] = await Promise.all([water.waitForEvent('filechooser'), drawer.getByRole('button', { name: '拍照' }).tap()])
  await chooser.setFiles({ name: '答复函.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('ffd8ffe000104a46494600', 'hex') })
  await drawer.getByRole('link', { name: '答复函.jpg' }).waitFor()
  await drawer.getByRole('button', { name: '答复代表' }).tap()
  await stateOf(water, '已答复')
  await water.getByRole('link', { name: '答复函.jpg' }).first().waitFor()
  expect(clicks()).toBeLessThanOrEqual(5)
})

test("a problem of a deputy's diary becomes a suggestion of his own", async () => {
  const [deputy, clicks] = await at('deputy1', '/')
  const name = ((await (await running.as('deputy1')).get('/api/session')).json as { name: string }).name
  const { id, step } = await made('deputy1', 'diaries', { place: '尹湖村', content: '村口没有路灯。', deputy: [name], date: '2026-07-07' })
  await step('deputy1', 'submit')
  await deputy.goto(`${running.origin}/diaries/${id}/show`)
  await deputy.getByRole('button', { name: '据此起草代表建议' }).click()
  await deputy.getByRole('dialog').getByLabel('建议标题').click()
  await deputy.keyboard.type('关于在尹湖村增设路灯的建议')
  await deputy.keyboard.press('Control+Enter')
  await deputy
    .getByRole('link', { name: /关于在尹湖村增设路灯的建议/ })
    .first()
    .click()
  await deputy.getByRole('heading', { level: 1, name: '关于在尹湖村增设路灯的建议' }).waitFor()
  await deputy.getByText('村口没有路灯。').first().waitFor()
  expect(clicks()).toBeLessThanOrEqual(4)
})

test('townships that are late are urged, each with all that it owes', async () => {
  for (const township of ['xinan', 'bailu', 'tanggou']) {
    const then = { on: '2026-06-01', reason: '补记' }
    const { step } = await made(
      township,
      'diaries',
      { place: `${township} 村`, content: '走访。', deputy: ['张桂兰'], date: '2026-06-01' },
      then,
    )
    await step(township, 'submit', {}, then)
  }
  const [county, clicks] = await at('county', '/')
  await county.getByRole('link', { name: '全部超期的' }).click()
  await county.getByRole('columnheader').getByRole('checkbox').check()
  await county.getByRole('button', { name: '催办 3 个单位…' }).click()
  const dialog = county.getByRole('dialog')
  for (const township of ['新安镇', '百禄镇', '汤沟镇']) await dialog.getByText(new RegExp(`【督办】.*${township}.*应在`)).waitFor()
  await dialog.getByRole('button', { name: '催办 3 个单位' }).click()
  await dialog.getByText(/已催办 3 个单位/).waitFor()
  expect(clicks()).toBeLessThanOrEqual(4)
})

test('what was sent back is worked over and handed in again, with the reason in sight', async () => {
  const { step } = await made('xinan', 'suggestions', { title: '关于路灯', body: '无灯。', deputies: ['张桂兰'] })
  await step('xinan', 'submit')
  await step('county', 'sendBack', { reason: '请写明哪个村' })
  const [xinan, clicks] = await at('xinan', '/')
  await xinan.getByText('请写明哪个村').waitFor()
  await xinan.getByRole('link', { name: '去修改 关于路灯' }).click()
  await xinan.getByText('请写明哪个村').waitFor()
  await xinan.getByRole('main').getByLabel('标题').click()
  await xinan.keyboard.press('End')
  await xinan.keyboard.type('的建议')
  await xinan.getByRole('button', { name: '保存', exact: true }).click()
  await xinan.getByText('草稿（退回修改）').first().waitFor()
  await xinan.keyboard.press('.')
  await xinan.getByRole('dialog').getByRole('button', { name: '提交' }).click()
  await stateOf(xinan, '已提交')
  expect(clicks()).toBeLessThanOrEqual(5)
})

/** A suggestion of a township that the county has registered. */
async function registered(title: string) {
  const { id, step } = await made('xinan', 'suggestions', { title, body: '群众反映多年。', deputies: ['张桂兰'] })
  await step('xinan', 'submit')
  await step('county', 'register')
  return { id, title, step }
}

type Whole = { state: string; data: Record<string, string | undefined>; duties: { key: string; dueOn: string }[] }
const recordOf = async (id: string) => (await (await running.as('county')).get(`/api/records/suggestions/${id}`)).json as Whole
const stateIn = async (id: string) => {
  const { state, data } = await recordOf(id)
  return [state, data.lead]
}
async function lastSaid(id: string): Promise<string | undefined> {
  const { data } = (await (await running.as('county')).get(`/api/records/suggestions/${id}/events`)).json as {
    data: { said?: { reason?: string } }[]
  }
  return data.at(-1)?.said?.reason
}
type Found = { data: { id: string; heading: string; data: Record<string, string> }[] }

/** Somebody's page at an address, on a phone if so wished, and how often he clicked since he was asked last. */
async function at(account: string, path: string, phone = false): Promise<[Page, () => number]> {
  const page = await signedInAt(browser, running.origin, account, phone ? { viewport: hand, hasTouch: true, isMobile: true } : {})
  const { since } = await countClicks(page)
  await page.goto(`${running.origin}${path}`)
  await page.getByRole('heading', { includeHidden: true, level: 1 }).first().waitFor()
  return [page, since]
}

/** An office chosen with the keyboard, by what is typed. */
async function chosen(field: Locator, page: Page, typed: string, name: RegExp): Promise<void> {
  await field.click()
  await field.fill(typed)
  // The list was open before, with everything in it: Enter takes what stands first.
  await page.getByRole('option').first().filter({ hasText: name }).waitFor()
  await page.keyboard.press('Enter')
}

/** A record made over the API, and its next steps. */
async function made(account: string, ledger: string, data: object, more: object = {}) {
  const { json } = await (await running.as(account)).post(`/api/records/${ledger}`, { data, ...more })
  let { id, version } = json as { id: string; version: number }
  const step = async (who: string, transition: string, given: object = {}, more: object = {}) => {
    const answer = await (await running.as(who)).post(
      `/api/records/${ledger}/${id}/events`,
      { transition, given, ...more },
      { 'if-match': `"${version}"` },
    )
    expect(answer.status, JSON.stringify(answer.json)).toBe(200)
    version += 1
  }
  return { id, step }
}

async function imported(rows: string[]): Promise<void> {
  const county = await running.as('county')
  const text = ['编号,领衔代表,乡镇,标题,内容,主办单位,交办日期', ...rows].join('\n')
  const { json } = await county.upload('/api/imports/suggestions', {
    name: 'register.csv',
    type: 'text/csv',
    bytes: new TextEncoder().encode(text),
  })
  const { id } = json as { id: string }
  let state = ''
  while (state !== 'done') ({ state } = (await county.get(`/api/imports/${id}`)).json as { state: string })
  await running.settled()
}

const stateOf = (page: Page, state: string) => page.getByText(state, { exact: true }).first().waitFor()
