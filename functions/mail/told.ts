import type { Label } from '../../shared/names.ts'
import { newsWords, sentPaper, type Step as ToldStep, toldOf, urges } from '../../shared/words/news.ts'
import { asked, did, you } from '../../shared/words/sentence.ts'
import { deeds, steps } from '../../shared/words/steps.ts'
import { type Done, didIn, namesItem } from './did.ts'
import type { News } from './news.ts'
import type { Step } from './progress.ts'

/** What a letter about one event tells, for its first sentence, which names the item, and for the bell. */
export function stepTold(news: News, item?: Label): ToldStep {
  const reader = you(news.deputy)
  const mine = news.items.filter(({ record }) => record.id === news.record.id)
  const named = item !== undefined && namesItem(news)
  const { cause, freed, on, act } = news
  // A step that nobody owes is asked for as what has no day.
  const asks = asked(mine.length === 0 && act ? [{ duty: act.label, dueOn: null }] : mine, reader, on)
  return { cause, did: didOf(news, item), asks, reader, ...(freed ? { freed } : {}), ...(named ? { named } : {}) }
}

/** Who did what, of what was kept before its sentence was kept beside it too. */
export function didOf(done: Done, item?: Label): Label {
  const plain = done.did ? undefined : plainly(done.step)
  return didIn(plain ? { ...done, did: did(done.who, done.step, plain) } : done, item)
}

/** What an act of ours is called in a sentence; undefined for a step of a ledger, which stands in quotes. */
function plainly(step: Label): Label | undefined {
  if (step.zh === newsWords.urged.zh) return urges
  if (step.zh.startsWith('《')) return sentPaper(step)
  const key = Object.keys(steps).find((each) => steps[each]?.zh === step.zh)
  return key === undefined ? (step.zh.includes('“') ? step : undefined) : deeds[key]
}

/** What the bell says of a notice, below the item's name: the same as its mail; undefined where nothing was kept of it. */
export function bellOf(content: unknown): Label | undefined {
  const { kind } = (content ?? {}) as { kind?: string }
  const told = kind === 'news' ? toldOf(stepTold(content as News)) : kind === 'step' ? didOf(content as Step) : undefined
  return told && { zh: `${told.zh}。`, en: `${told.en}.` }
}
