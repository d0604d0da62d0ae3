import { daysBetween } from '../../shared/deadline/calendar.ts'
import { writeDay, writeDaysLeft } from '../../shared/deadline/days.ts'
import type { Label, Lang } from '../../shared/names.ts'
import {
  digestOpening,
  digestSubject,
  greeting,
  happened,
  mailWords,
  oneSubject,
  overflow,
  progressOf,
  progressOpening,
  progressSubject,
  stands,
  summary,
} from '../../shared/words/mail.ts'
import type { Block, Document } from './document.ts'
import { address, called, card, type Item, owedBy, row } from './item.ts'
import type { Progress } from './progress.ts'

/** Items written out in full, and those after them in one line each; the rest is counted. */
const FULL = 30
const SHORT = 100

export type Listed = { items: Item[]; total: number; overdue: number; today: number }

/** The one mail of a person and a day: what the office owes, what is copied to it, each with the worst first. */
export type Digest = { kind: 'digest'; lang: Lang; house: Label; name: string; on: string; own: Listed; copies: Listed; news?: Progress[] }

/** As many of the items as a letter lists, longest overdue first, with the counts of all of them. */
export function list(items: Item[], on: string): Listed {
  const day = (item: Item) => item.dueOn ?? '9999'
  const sorted = [...items].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.record.id < b.record.id ? -1 : 1))
  return {
    items: sorted.slice(0, FULL + SHORT),
    total: items.length,
    overdue: items.filter((item) => day(item) < on).length,
    today: items.filter((item) => item.dueOn === on).length,
  }
}

export function digest({ lang, house, name, on, own, copies, news = [] }: Digest, origin: string): Document {
  const blocks = [
    ...section(own, copies.total > 0 ? mailWords.owed[lang] : '', on, lang, origin, FULL),
    // Whoever only looks on needs the list, not the explanation of each day.
    ...section(copies, mailWords.copied[lang], on, lang, origin, own.total > 0 ? 5 : FULL),
    ...newsSection(news, own.total + copies.total > 0 ? mailWords.progressed[lang] : '', lang, origin),
  ]
  const button: Block = { kind: 'button', button: { words: mailWords.openToday[lang], url: `${origin}/` } }
  const said = own.total + copies.total > 0 ? digestOpening(day(on), counts(own), copies.total) : progressOpening(news.length)
  const opening = [greeting(name)[lang], said[lang]].join('\n')
  return {
    lang,
    house: house[lang],
    subject: subject({ on, own, copies, news })[lang],
    opening,
    blocks: [...blocks, button],
    closing: mailWords.daily[lang],
  }
}

function section({ items, total }: Listed, heading: string, on: string, lang: Lang, origin: string, full: number): Block[] {
  if (total === 0) return []
  const rest = items.slice(full)
  const blocks: Block[] = items.slice(0, full).map((item) => ({ kind: 'card', card: card(item, on, lang, origin) }))
  if (heading) blocks.unshift({ kind: 'heading', words: heading })
  if (rest.length > 0) {
    blocks.push({ kind: 'heading', words: mailWords.alsoOpen[lang] })
    blocks.push({ kind: 'rows', rows: rest.map((item) => row(item, on, lang, origin)) })
  }
  if (total > items.length) {
    blocks.push({ kind: 'rows', rows: [{ words: '', title: overflow(total - items.length)[lang], url: `${origin}/` }] })
  }
  return blocks
}

/** What happened to each record that the reader brought, how it stands, and what he can do. */
function newsSection(news: Progress[], heading: string, lang: Lang, origin: string): Block[] {
  if (news.length === 0) return []
  const cards = news.map(({ record, state, steps, owed, act }): Block => {
    const facts = [
      ...steps.map(({ on, who, step }) => happened(day(on), who, step)[lang]),
      stands(state)[lang],
      ...owed.map((item) => owedBy(item, lang)),
    ]
    const url = address(origin, record, act?.key)
    const button = act ? { words: act.label[lang], url } : { words: mailWords.open[lang], url, plain: true as const }
    return { kind: 'card', card: { title: called(record, lang), facts, button } }
  })
  return [...(heading ? [{ kind: 'heading' as const, words: heading }] : []), ...cards]
}

/** The subject of a digest, in both languages. */
export function subject({ on, own, copies, news = [] }: Pick<Digest, 'on' | 'own' | 'copies' | 'news'>): Label {
  const [moved] = news
  if (own.total + copies.total === 0 && moved) {
    const { record, state } = moved
    if (news.length > 1) return progressSubject(news.length)
    return { zh: progressOf(called(record, 'zh'), state).zh, en: progressOf(called(record, 'en'), state).en }
  }
  const [only] = [...own.items, ...copies.items]
  if (own.total + copies.total === 1 && only) {
    const left = only.dueOn === null ? null : daysBetween(on, only.dueOn)
    return {
      zh: oneSubject(called(only.record, 'zh'), { zh: writeDaysLeft(left, 'zh'), en: '' }).zh,
      en: oneSubject(called(only.record, 'en'), { zh: '', en: writeDaysLeft(left, 'en') }).en,
    }
  }
  return digestSubject(day(on), counts(own.total > 0 ? own : copies))
}

function counts({ overdue, today, total }: Listed): Label {
  return summary(overdue, today, total - overdue - today)
}

function day(on: string): Label {
  return { zh: writeDay(on, 'zh'), en: writeDay(on, 'en') }
}
