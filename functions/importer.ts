import './own-lines.ts'
import { clockAt } from './clock.ts'
import { byCounty, inCountyOf, type Turn } from './counties.ts'
import { env } from './env.ts'
import { countyHere } from './store/county.ts'
import { idleWork } from './store/long-work.ts'
import { callAgain, type Work } from './work/call.ts'

// Read when there is such work: a call is for one of them.
const works = {
  import: () => import('./sheets/take-over.ts'),
  closing: () => import('./closing/take-over.ts'),
  papers: () => import('./papers/take-over.ts'),
}

/**
 * Long work. Called for a piece of it by who stored it, and every five minutes by the clock for whatever lies idle: cut off, failed, or its call lost. May run
 * twice or late, and finds nothing to do when the work is finished or in other hands; what does not come to its end within one run is called for again.
 */
export async function handler(asked: Work | Turn = {}): Promise<void> {
  if (!('kind' in asked)) await byCounty(asked, callForIdle)
  else await inCountyOf(asked.county, () => carry(asked))
}

async function callForIdle(): Promise<void> {
  for (const work of await idleWork(Date.now())) await callAgain({ ...work, county: countyHere() } satisfies Work)
}

async function carry({ kind, id, county }: Work): Promise<void> {
  const { takeOver } = await works[kind]()
  if (await takeOver(id, () => clockAt(new Date(), env('TODAY')))) await callAgain({ kind, id, county } satisfies Work)
}
