import type { Label } from '../../shared/names.ts'
import { type Step as ToldStep, toldOf } from '../../shared/words/news.ts'
import { asked, you } from '../../shared/words/sentence.ts'
import { didIn, namesItem } from './did.ts'
import type { News } from './news.ts'
import type { Step } from './progress.ts'

/** What a letter about one event tells, for its first sentence, which names the item, and for the bell. */
export function toldIn(news: News, item?: Label): ToldStep {
  const reader = you(news.deputy)
  const mine = news.items.filter(({ record }) => record.id === news.record.id)
  const named = item !== undefined && namesItem(news)
  const { cause, freed, on } = news
  return { cause, did: didIn(news, item), asks: asked(mine, reader, on), reader, ...(freed ? { freed } : {}), ...(named ? { named } : {}) }
}

/** What the bell says of a notice, below the item's name: the same as its mail; undefined where nothing was kept of it. */
export function bellOf(content: unknown): Label | undefined {
  const { kind } = (content ?? {}) as { kind?: string }
  const told = kind === 'news' ? toldOf(toldIn(content as News)) : kind === 'step' ? didIn(content as Step) : undefined
  return told && { zh: `${told.zh}。`, en: `${told.en}.` }
}
