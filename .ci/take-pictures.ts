// Takes the pictures of every page in its sizes and both themes, on the platform running at PORT with the demonstration county: npm run pictures [page …]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './browser.js'

const origin = process.env.ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`
const folder = process.env.PICTURES ?? 'admin/pictures/pages'
const only = process.argv.slice(2)
/** A desk, the same at 125 %, a hand. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
  { width: 390, height: 844 },
]
const themes = (process.env.THEMES ?? 'light dark').split(' ')
/** Good enough to read by, small enough to keep. */
const quality = 20

type Shot = { name: string; who: string | null; path: string }
const browser = await chromium.launch({
  executablePath: findChromium() ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
})
const record = await first('county', '/api/records/suggestions?state=handling&limit=1')
const deputy = await first('county', '/api/offices?kind=deputy')
const shots: Shot[] = [
  { name: 'sign-in', who: null, path: '/login' },
  { name: 'today', who: 'county', path: '/' },
  { name: 'today-township', who: 'xinan', path: '/' },
  { name: 'today-unit', who: 'water', path: '/' },
  { name: 'today-deputy', who: 'deputy1', path: '/' },
  { name: 'county', who: 'leader', path: '/county' },
  { name: 'county-ledger', who: 'county', path: '/county?ledger=suggestions' },
  { name: 'list', who: 'county', path: '/suggestions' },
  { name: 'all', who: 'leader', path: '/all' },
  { name: 'record', who: 'county', path: `/suggestions/${record}/show` },
  { name: 'act', who: 'county', path: `/suggestions/${record}/show?do=extend` },
  { name: 'create', who: 'xinan', path: '/suggestions/create' },
  { name: 'edit', who: 'county', path: `/suggestions/${record}` },
  { name: 'import', who: 'county', path: '/import/suggestions' },
  { name: 'notices', who: 'county', path: '/notices' },
  { name: 'forecast', who: 'county', path: '/forecast' },
  { name: 'accounts', who: 'county', path: '/accounts' },
  { name: 'offices', who: 'county', path: '/offices' },
  { name: 'office', who: 'county', path: '/offices/unit/water' },
  { name: 'deputy', who: 'county', path: `/offices/deputy/${deputy}` },
  { name: 'calendar', who: 'county', path: '/calendar' },
  { name: 'terms', who: 'county', path: '/terms' },
  { name: 'papers', who: 'county', path: '/papers' },
  { name: 'week', who: 'county', path: '/papers/week' },
  { name: 'year', who: 'county', path: '/papers/year' },
  { name: 'scan', who: 'county', path: '/papers/scan' },
  { name: 'reports', who: 'county', path: '/papers/reports' },
  { name: 'ledgers', who: 'county', path: '/settings/ledgers' },
  { name: 'ledger', who: 'county', path: '/settings/ledgers/suggestions' },
  { name: 'log', who: 'county', path: '/log' },
  { name: 'help', who: 'county', path: '/help' },
]

if (only.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const wanted = shots.filter(({ name }) => only.length === 0 || only.includes(name))
for (const theme of themes)
  for (const who of new Set(wanted.map(({ who }) => who)))
    await take(
      wanted.filter((shot) => shot.who === who),
      who,
      theme,
    )
await browser.close()

async function take(some: Shot[], who: string | null, theme: string): Promise<void> {
  const context = await opened(browser, who)
  if (who) await context.request.put(`${origin}/api/settings`, { data: { theme }, headers: { origin } })
  // The page for signing in has one theme: nobody is known yet.
  else if (theme === 'dark') {
    await context.close()
    return
  }
  const page = await context.newPage()
  for (const { name, path } of some) {
    await page.setViewportSize(sizes[0] as (typeof sizes)[number])
    await page.goto(`${origin}${path}`)
    await page.getByRole('heading', { level: 1, includeHidden: true }).first().waitFor()
    await page.waitForLoadState('networkidle')
    for (const size of sizes) {
      await page.setViewportSize(size)
      // What loads is grey only after a moment: what is asked for in another size would be taken before.
      await page.waitForTimeout(600)
      await page.waitForFunction(() => !document.querySelector('.MuiSkeleton-root, [role=progressbar]'))
      await page.waitForTimeout(300)
      const session = await context.newCDPSession(page)
      const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
      await session.detach()
      writeFileSync(join(folder, `${name}-${size.width}-${theme}.webp`), Buffer.from(data, 'base64'))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) console.error(`${name} is ${wide} px wider than ${size.width}`)
    }
  }
  if (who) await context.request.put(`${origin}/api/settings`, { data: { theme: 'light' }, headers: { origin } })
  await context.close()
}

/** The browser of somebody with a session. */
async function opened(browser: Browser, who: string | null) {
  const context = await browser.newContext({ locale: 'zh-CN' })
  context.setDefaultTimeout(120_000)
  if (who === null) return context
  const data = { email: `${who}@duban.test`, password: process.env.PASSWORD ?? 'Duban-2026!' }
  const answer = await context.request.post(`${origin}/api/session`, { data, headers: { origin } })
  if (!answer.ok()) throw new Error(`${who} is not let in: ${answer.status()}`)
  return context
}

async function first(who: string, path: string): Promise<string> {
  const context = await opened(browser, who)
  const { data } = (await (await context.request.get(`${origin}${path}`)).json()) as { data: { id: string }[] }
  await context.close()
  return data[0]?.id ?? ''
}
