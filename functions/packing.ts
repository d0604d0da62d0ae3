import type { Ledger } from '../shared/definition/ledger.ts'
import { afterwards } from './afterwards.ts'
import { EVERYBODY } from './store/parts.ts'
import type { Recount } from './store/recount.ts'
import { systemScope } from './store/system-scope.ts'

// Loaded on its first use: most starts never need it.
const keeping = () => Promise.all([import('./store/search/keep.ts'), import('./store/compact/keep.ts')])

/** Packs what has become fresh for searches, and copies what has for figures, after writes that stand whatever comes of it. */
export function packAfterwards(now: () => Date): Promise<boolean> {
  return afterwards(
    'packs of texts and entries',
    keeping().then(([{ packByDay }, { copyByDay }]) => Promise.all([packByDay(systemScope(), now), copyByDay(systemScope(), now)])),
  )
}

/** Packs and copies whatever is fresh of these ledgers, by night. Answers how many texts and lines. */
export async function packNightly(ledgers: string[], now: () => Date): Promise<{ packed: number; copied: number }> {
  const [{ packByNight }, { copyByNight }] = await keeping()
  return { packed: await packByNight(systemScope(), now), copied: await copyByNight(systemScope(), ledgers, now) }
}

/** Begins copies anew that do not agree with the counters, once a recount has made these right; where it could not, not. Answers of which ledgers. */
export async function mendCopies(
  ledgers: Ledger[],
  { drifted }: Pick<Recount, 'drifted'>,
  now: () => Date,
): Promise<{ recopied: string[] }> {
  const [[, { copyByNight }], { forgetDrifted }] = await Promise.all([keeping(), import('./store/compact/check.ts')])
  const wrong = new Set(drifted.flatMap(({ partition, repaired }) => (repaired ? [] : [partition])))
  const counted = ledgers.filter(({ key }) => !wrong.has(`${key}#${EVERYBODY}`))
  const recopied = await forgetDrifted(systemScope(), counted, now)
  if (recopied.length > 0) await copyByNight(systemScope(), recopied, now)
  return { recopied }
}
