import './own-lines.ts'
import { definitions } from './catalogue.ts'
import { clockAt } from './clock.ts'
import { byCounty, type Turn } from './counties.ts'
import { env } from './env.ts'
import { mendCopies, packNightly } from './packing.ts'
import { systemScope } from './store/system-scope.ts'
import { relayOverdue } from './transact/relay.ts'

/** Triggered every night at 03:00 Asia/Shanghai; may run twice or late. Ends with one line of JSON for the log. */
export function handler(turn: Turn = {}) {
  return byCounty(turn, recounted)
}

async function recounted(): Promise<Record<string, unknown>> {
  const clock = clockAt(new Date(), env('TODAY'))
  const left = await relayOverdue(clock)
  // What comes after another thing a start need not read.
  const { takeDueSteps } = await import('./transact/system.ts')
  const steps = await takeDueSteps(clock)
  const { refreshChanged } = await import('./transact/refresh-changed.ts')
  const refreshed = await refreshChanged(clock)
  const ledgers = (await definitions(systemScope())).map(({ ledger }) => ledger)
  const packed = await packNightly(
    ledgers.map(({ key }) => key),
    () => new Date(),
  )
  const { recountAll } = await import('./store/recount.ts')
  const counted = await recountAll(systemScope(), ledgers, clock.now)
  const mended = await mendCopies(ledgers, counted, () => new Date())
  const report = { job: 'recount', ...left, ...packed, steps, refreshed, ...counted, ...mended }
  console.log(JSON.stringify(report))
  // An alarm rings for a function that fails: what nobody can finish by itself needs a person.
  if (left.unfinished > 0) throw new Error(`${left.unfinished} transactions could not be followed up`)
  return report
}
