import { writeDay } from '../../shared/deadline/days.ts'
import type { Label, Lang } from '../../shared/names.ts'
import { dueBy, greeting, mailWords, newsSubject, routed, toDo, tookStep } from '../../shared/words/mail.ts'
import type { Cause } from '../../shared/words/rule.ts'
import type { Block, Document } from './document.ts'
import { called, card, type Item, type Named } from './item.ts'
import { address, type Links, paperAddress } from './links.ts'

/** A letter about one event (or one urging), as it is kept. `who`: the office that acted, `step`: what it did. */
export type News = {
  kind: 'news'
  lang: Lang
  house: Label
  name: string
  /** For whom he takes it who is away. */
  away?: string
  on: string
  cause: Cause | 'urged' | 'paper'
  who: Label
  step: Label
  record: Named
  items: Item[]
  /** A paper that was sent out, where it is opened. */
  paper?: { key: string; edition: number }
}

export function news({ lang, house, name, away, on, cause, who, step, record, items, paper }: News, links: Links): Document {
  const words = mailWords[cause]
  const cards: Block[] = items.map((item) => ({ kind: 'card', card: card(item, on, lang, links) }))
  const url = paper ? paperAddress(links.origin, record, paper) : address(links.origin, record)
  const plain: Block = {
    kind: 'card',
    card: { title: called(record, lang), url, facts: [], buttons: [{ words: (paper ? mailWords.openPaper : mailWords.open)[lang], url }] },
  }
  return {
    lang,
    house: house[lang],
    subject: subject(aboutWhat(cause, items), record, items)[lang],
    opening: [
      greeting(name)[lang],
      ...(away ? [routed(away)[lang]] : []),
      // Where the step has no other name, the line below says it, and by whom.
      ...(step.zh === words.zh ? [] : [`${words[lang]}${lang === 'zh' ? '。' : '.'}`]),
    ].join('\n'),
    blocks: [{ kind: 'text', words: tookStep(who[lang], step)[lang] }, ...(cards.length > 0 ? cards : [plain])],
    closing: (paper ? mailWords.paperNote : cause === 'urged' ? mailWords.urgedNote : mailWords.atOnce)[lang],
  }
}

/** What a letter is about, in its subject: the one thing that is to be done, else what happened. */
export function aboutWhat(cause: News['cause'], items: Item[]): Label {
  const [only, another] = items
  return cause === 'opened' && only && !another ? toDo(only.duty) : mailWords[cause]
}

/** The subject, with the day by which the last of it is due. */
export function subject(words: Label, record: Named, items: Item[]): Label {
  const [only] = items
  if (items.length === 1 && only?.subject) return only.subject
  const day = items
    .map(({ dueOn }) => dueOn)
    .reduce<string | null>((last, dueOn) => (dueOn !== null && (last === null || dueOn > last) ? dueOn : last), null)
  const by = day === null ? null : dueBy({ zh: writeDay(day, 'zh'), en: writeDay(day, 'en') })
  return {
    zh: `${newsSubject(words, called(record, 'zh')).zh}${by ? `（${by.zh}）` : ''}`,
    en: `${newsSubject(words, called(record, 'en')).en}${by ? ` (${by.en})` : ''}`,
  }
}
