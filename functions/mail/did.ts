import type { Label } from '../../shared/names.ts'
import { newsWords, sentPaper, urges } from '../../shared/words/news.ts'
import { did } from '../../shared/words/sentence.ts'
import { deeds, steps } from '../../shared/words/steps.ts'

/** What was kept of what somebody did: who, the label of the step, and both as a sentence tells them where it was no step of a ledger. */
export type Done = { who: Label; step: Label; did?: Label }

const it: Label = { zh: '这一件', en: 'it' }

/** Who did what, as a sentence tells it: 灌南县人大已交办. `item`: named where what was done asks for it. */
export function didIn({ who, step, did: done }: Done, item = it): Label {
  if (!done) return did(who, step, plainly(step))
  return { zh: done.zh.replace('{item}', () => item.zh), en: done.en.replace('{item}', () => item.en) }
}

/** What was kept of an act of ours before its sentence was kept beside it, as that sentence; undefined for a step of a ledger, which stands in quotes. */
function plainly(step: Label): Label | undefined {
  if (step.zh === newsWords.urged.zh) return urges
  if (step.zh.startsWith('《')) return sentPaper(step)
  const key = Object.keys(steps).find((each) => steps[each]?.zh === step.zh)
  return key === undefined ? (step.zh.includes('“') ? step : undefined) : unnamed(deeds[key])
}

const unnamed = (deed: Label | undefined): Label | undefined =>
  deed && { zh: deed.zh.replace('{item}', it.zh), en: deed.en.replace('{item}', it.en) }

/** True for what cannot be said without the item. */
export const namesItem = ({ did: done }: Pick<Done, 'did'>): boolean => done?.zh.includes('{item}') ?? false
