import type { Label } from '../../shared/names.ts'
import { type Step as ToldStep, toldOf } from '../../shared/words/news.ts'
import { asked, you } from '../../shared/words/sentence.ts'
import { didIn } from './did.ts'
import type { News } from './news.ts'
import type { Step } from './progress.ts'

/** What a letter about one event tells, for its first sentence and for the bell. */
export function toldIn(news: News): ToldStep {
  const reader = you(news.deputy)
  const mine = news.items.filter(({ record }) => record.id === news.record.id)
  return { cause: news.cause, did: didIn(news), asks: asked(mine, reader, news.on), reader, ...(news.freed ? { freed: true } : {}) }
}

/** What the bell says of a notice, below the item's name: the same as its mail; undefined where nothing was kept of it. */
export function bellOf(content: unknown): Label | undefined {
  const { kind } = (content ?? {}) as { kind?: string }
  const told = kind === 'news' ? toldOf(toldIn(content as News)) : kind === 'step' ? didIn(content as Step) : undefined
  return told && { zh: `${told.zh}。`, en: `${told.en}.` }
}
