import { setTimeout as pause } from 'node:timers/promises'
import AxeBuilder from 'axe-core'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
  type Response,
} from 'playwright-core'
import { findChromium } from '../.ci/browser.js'
import { password } from '../cdk/local/seed.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** The sizes in which pages are walked: a desk, the same at 125 %, a hand. */
export const desk = { width: 1366, height: 768 }
export const close = { width: 1093, height: 614 }
export const hand = { width: 390, height: 844 }

/** A real browser of this machine. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium() ?? '/usr/bin/chromium', args: flags, timeout: 0 })

/** Just before the limit of the test, so that what never comes is named; it decides nothing that the limit does not. */
const net = 29 * 60_000

/** A browser of somebody's own, at a desk. */
export async function openContext(browser: Browser, more: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: desk, ...more })
  context.setDefaultTimeout(net)
  await context.addInitScript(withoutHurry, LONG)
  return context
}

/** What a page does after so many milliseconds or more it does because time passed: it gives up, asks again, takes away what it said. */
const LONG = 5000

/** A page that lets no time pass by itself, so that how fast a machine is decides nothing: requests are awaited, messages stay until the next. Runs in the page. */
function withoutHurry(long: number): void {
  AbortSignal.timeout = () => new AbortController().signal
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const usual = window[name].bind(window) as (run: TimerHandler, after?: number, ...given: unknown[]) => number
    Object.assign(window, {
      [name]: (run: TimerHandler, after = 0, ...given: unknown[]) => (after >= long ? 0 : usual(run, after, ...given)),
    })
  }
}

/** On the pages of this browser from now on no time passes between two things: what one part of a page has asked is not too old for another that comes late. */
export async function stopClock(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    const now = Date.now()
    Date.now = () => now
  })
}

/** So long a page may well take for one frame; after that the same is done in another, which decides nothing. */
const NO_FRAME = 60_000

/**
 * Waits for what is done on a page, and fails as it fails. False when the page is drawn no more meanwhile: Chromium at times forgets a tab that grows and
 * shrinks, and whatever waits for a frame waits there for ever.
 */
export async function isDrawn(page: Page, work: Promise<unknown>): Promise<boolean> {
  let over = false
  const ended = work.then(
    () => true,
    () => true,
  )
  void ended.then(() => {
    over = true
  })
  const watched = async (): Promise<boolean> => {
    while (!over) {
      const frame = page
        .evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => drawn())))
        .then(
          () => true,
          () => true,
        )
      if (!(await Promise.race([frame, ended, pause(NO_FRAME, false, { ref: false })]))) return false
      await Promise.race([ended, pause(1000, true, { ref: false })])
    }
    return true
  }
  if (!(await Promise.race([ended, watched()]))) return false
  await work
  return true
}

/** Another tab of the same browser, instead of one that is drawn no more. */
export async function instead(page: Page): Promise<Page> {
  const next = await page.context().newPage()
  page.close().catch(() => undefined)
  return next
}

/** A page, still empty, of a browser of his own in which somebody has a session. */
export async function signedIn(browser: Browser, origin: string, account: string, more: BrowserContextOptions = {}): Promise<Page> {
  const context = await openContext(browser, more)
  const data = { email: `${account}@duban.test`, password }
  const answer = await context.request.post(`${origin}/api/session`, { data, headers: { origin }, timeout: 0 })
  if (!answer.ok()) throw new Error(`${account} is not let in: ${answer.status()} ${await answer.text()}`)
  return context.newPage()
}

/** Hears what a page asks from now on; waits, each time that it is called, until all of it is answered. (A page is idle for the network once, after it was loaded.) */
export function hearRequests(page: Page): () => Promise<void> {
  const underway = new Set<Request>()
  const over = (request: Request) => underway.delete(request)
  page
    .on('request', (request) => underway.add(request))
    .on('requestfinished', over)
    .on('requestfailed', over)
  return async () => {
    while (underway.size > 0) await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
  }
}

/**
 * Hears what a page asks the API of the platform at `origin` from now on, and what of that is refused; call it before the page is opened. What the page writes
 * down of its visitor in passing, as that he has seen the first steps, comes when it comes and is not among it. `end` tells it all and hears no more.
 */
export function hearAsked(page: Page, origin: string): { end: () => { asked: string[]; refused: string[] } } {
  const [asked, refused]: [string[], string[]] = [[], []]
  const plain = (url: string) => url.slice(origin.length)
  const hearRequest = (request: Request) => {
    if (request.method() === 'GET' && plain(request.url()).startsWith('/api/')) asked.push(plain(request.url()))
  }
  const hearAnswer = (answer: Response) => void (answer.status() >= 400 && refused.push(plain(answer.url())))
  page.on('request', hearRequest).on('response', hearAnswer)
  return {
    end: () => {
      page.off('request', hearRequest).off('response', hearAnswer)
      return { asked, refused }
    },
  }
}

/** Counts what a hand clicks or taps on the pages of somebody's browser, from now on; what keys press is none. */
export async function countClicks(page: Page): Promise<{ since: () => number }> {
  let [all, before] = [0, 0]
  await page.context().exposeBinding('clicked', () => {
    all += 1
  })
  await page.context().addInitScript(() => {
    const told = globalThis as unknown as { clicked: () => void }
    addEventListener('click', ({ isTrusted, detail }) => void (isTrusted && detail > 0 && told.clicked()), true)
  })
  return {
    since: () => {
      const clicks = all - before
      before = all
      return clicks
    },
  }
}

/** Closes everything that is open in the browser. */
export async function leave(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}

/** A new tab in which somebody signs in by the form. */
export async function signIn(context: BrowserContext, origin: string, account: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${origin}/login`)
  await fillSignIn(page, account)
  await page.locator('#main').waitFor()
  return page
}

/** Fills the form of the sign-in page and sends it. */
export async function fillSignIn(page: Page, account: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(`${account}@duban.test`)
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.keyboard.press('Enter')
}

/**
 * Types with an input method: `keys` stand in the field while they are composed, and `chosen` when the word is taken. `meanwhile` happens in between. The
 * input events come before the end of the composition.
 */
export async function compose(page: Page, keys: string, chosen: string, meanwhile?: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: keys, selectionStart: keys.length, selectionEnd: keys.length })
  await meanwhile?.()
  await session.send('Input.insertText', { text: chosen })
  await session.detach()
}

/** Serious findings of axe on the page. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Colours on their way from one look to another are of neither.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition)
        .map(({ finished }) => finished),
    ),
  )
  // A dialog that nobody sees any more hides the page behind it until it is gone.
  await page.waitForFunction(() => {
    const over = [...document.querySelectorAll('body > [role=presentation], body > [role=dialog]')]
    const seen = over.some((one) =>
      [one, ...one.children].some((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true })),
    )
    return seen || !document.querySelector('#root[aria-hidden=true]')
  })
  await page.evaluate(AxeBuilder.source)
  return page.evaluate(async () => {
    type Violation = { id: string; impact: string; nodes: { html: string }[] }
    const axe = (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe
    const grave = (await axe.run()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}
