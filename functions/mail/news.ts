import { daysBetween } from '../../shared/deadline/calendar.ts'
import { writeDay } from '../../shared/deadline/days.ts'
import type { Label, Lang } from '../../shared/names.ts'
import { inSentence, type Spoken } from '../../shared/spoken.ts'
import type { Wording } from '../../shared/wording.ts'
import { amongMany, dueBy, greeting, lateBy, mailWords, routed } from '../../shared/words/mail.ts'
import { newsSubject, newsWords, stepOpening, toDo, urgeOpening } from '../../shared/words/news.ts'
import type { Cause } from '../../shared/words/rule.ts'
import type { Block, Card, Document } from './document.ts'
import { type Act, byRecord, called, card, type Item, type Named } from './item.ts'
import { actAddress, address, type Links, paperAddress } from './links.ts'
import { stepTold } from './told.ts'

/**
 * A letter about one event (or one urging), as it is kept. `who`: the office that acted, `step`: the label of what it did, `did`: both as a sentence tells them, where it was no step of the ledger.
 * `words`: the county's own, where it speaks of no duty.
 */
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
  given?: Label
  found?: Label
  did?: Label
  named?: true
  deputy?: true
  /** What the reader owed went with the step that was taken back. */
  freed?: true
  /** The reader can open the item no more. */
  closed?: true
  /** The step that leads on, where nobody owes it by a day. */
  act?: Act
  record: Named
  spoken?: Spoken
  words?: Wording
  items: Item[]
  /** A paper that was sent out, where it is opened. */
  paper?: { key: string; edition: number }
}

export function news(told: News, links: Links): Document {
  const { lang, house, name, away, on, cause, items, paper } = told
  const cards: Block[] = byRecord(items).map((owed) => ({ kind: 'card', card: card(owed, on, lang, links) }))
  return {
    lang,
    house: house[lang],
    subject: subject(told)[lang],
    opening: [greeting(name)[lang], ...(away ? [routed(away)[lang]] : []), firstSentence(told)[lang]].join('\n'),
    blocks: cards.length > 0 ? cards : [{ kind: 'card', card: plain(told, links) }],
    closing: (paper ? newsWords.paperNote : cause === 'urged' ? newsWords.urgedNote : newsWords.atOnce)[lang],
  }
}

/** The item of which nothing is owed: the way to it, or to the step that leads on, as long as the reader can open it. */
function plain({ lang, record, paper, words, closed, act }: News, links: Links): Card {
  const title = called(record, lang)
  const said = words?.line ? [words.line[lang]] : []
  if (closed) return { title, facts: [...said, newsWords.closed[lang]], buttons: [] }
  const url = paper ? paperAddress(links.origin, record, paper) : address(links.origin, record)
  const button = act
    ? { words: act.label[lang], url: actAddress(links, record, act) }
    : { words: (paper ? newsWords.openPaper : mailWords.open)[lang], url }
  return { title, url, facts: said, buttons: [button] }
}

function firstSentence(told: News): Label {
  const { record, spoken, items, on } = told
  const item = inSentence(record, spoken)
  const step = stepTold(told, item)
  const [worst] = items
  const many = recordsIn(items)
  return worst && many > 1 ? urgeOpening(step.did, many, on, { item, told: worst, whose: step.reader }) : stepOpening(item, step)
}

const recordsIn = (items: Item[]): number => new Set(items.map(({ record }) => record.id)).size

/** The county's own subject, of what is due first; else what the letter is about, with the day by which the last of it is due, or how late it is once all are past. */
export function subject(
  told: Pick<News, 'cause' | 'on' | 'record' | 'items' | 'words'> & Partial<Pick<News, 'who' | 'step' | 'spoken' | 'act'>>,
): Label {
  const { record, items, words, on } = told
  const days = items.flatMap(({ dueOn }) => dueOn ?? []).sort()
  const first = items.find(({ dueOn }) => dueOn === days[0]) ?? items[0]
  const own = first?.subject ?? words?.subject
  if (own) return amongMany(own, items.length, '项')
  const about = aboutWhat(told)
  const many = recordsIn(items)
  if (many > 1)
    return amongMany(
      bothOf((lang) => newsSubject(about, called(record, lang))[lang]),
      many,
      '件',
    )
  const [worst, day] = [days[0], days.at(-1)]
  const by =
    worst === undefined || day === undefined
      ? null
      : day < on
        ? lateBy(daysBetween(worst, on))
        : dueBy({ zh: writeDay(day, 'zh', { weekday: false }), en: writeDay(day, 'en') })
  const last = { zh: by ? `（${by.zh}）` : '', en: by ? ` (${by.en})` : '' }
  // What need not be done is a thing of its ledger: by its heading alone it may be a law, or somebody's name.
  const item = ['cancelled', 'undone'].includes(told.cause) ? inSentence(record, told.spoken) : bothOf((lang) => called(record, lang))
  return bothOf((lang) => `${newsSubject(about, item[lang])[lang]}${last[lang]}`)
}

const bothOf = (say: (lang: Lang) => string): Label => ({ zh: say('zh'), en: say('en') })

/** What a letter is about, in its subject: the one thing that is to be done, else what happened. */
function aboutWhat({ cause, items, who, step, act }: Parameters<typeof subject>[0]): Label {
  if (cause === 'undone' && step) return who ? { zh: who.zh + step.zh, en: `${who.en} ${step.en}` } : step
  const [only, another] = items
  const wanted = another ? undefined : (only?.duty ?? act?.label)
  const { zh, en } = wanted && ['opened', 'next'].includes(cause) ? toDo(wanted) : newsWords[cause]
  return { zh, en: en.toLowerCase() }
}
