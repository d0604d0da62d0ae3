import { setTimeout as pause } from 'node:timers/promises'
import { afterwards } from '../afterwards.ts'

const SECOND = 1000
/** So long an answer holds, and so long that there was none. */
const HOUR = 3600 * SECOND
const SOON = 10 * SECOND

/** When the last mails of this process went, oldest first. */
const sent: number[] = []
let told: { rate: Promise<number>; until: number } | undefined

/**
 * Waits until one more mail may go, so that this process sends no more in a second than its account may. `ask` tells how many that is: asked when a second
 * mail follows the first within a second, and again after an hour. Where it cannot be told, one goes a second, which every account may.
 */
export async function turn(ask: () => Promise<number>): Promise<void> {
  for (;;) {
    const last = sent.at(-1)
    const rate = last === undefined || performance.now() - last >= SECOND ? 1 : await rateOf(ask)
    const now = performance.now()
    const wait = waitFor(sent, rate, now)
    if (wait === 0) {
      sent.push(now)
      sent.splice(0, sent.length - 1000)
      return
    }
    await pause(wait)
  }
}

/** How long to wait, in milliseconds, when mails went at these instants, oldest first, and no more than `rate` may go within a second. */
export function waitFor(sent: number[], rate: number, now: number): number {
  const first = sent.at(-Math.max(1, Math.floor(rate)))
  return first === undefined ? 0 : Math.max(0, Math.ceil(first + SECOND - now))
}

function rateOf(ask: () => Promise<number>): Promise<number> {
  const now = performance.now()
  if (!told || told.until <= now) {
    const mine = { rate: asked(ask, () => Object.assign(mine, { until: performance.now() + SOON })), until: now + HOUR }
    told = mine
  }
  return told.rate
}

async function asked(ask: () => Promise<number>, untold: () => void): Promise<number> {
  let rate = 1
  const known = ask().then((answer) => {
    rate = answer
  })
  if (!(await afterwards('asking for the rate of mails', known))) untold()
  return rate
}
