import { addDays, daysBetween } from '../../shared/deadline/calendar.ts'
import { writeDay, writeDaysLeft } from '../../shared/deadline/days.ts'
import type { Label, Lang } from '../../shared/names.ts'
import { inSentence } from '../../shared/spoken.ts'
import { NEAR, type Tally } from '../../shared/tally.ts'
import {
  amongMany,
  copiedOnly,
  digestSubject,
  greeting,
  happened,
  mailWords,
  ofCounty,
  oneSubject,
  overflow,
  overviewSubject,
  progressOf,
  progressSubject,
  routed,
  stands,
} from '../../shared/words/mail.ts'
import { dailyOpening, overviewOpening, progressOpening, type Urgent } from '../../shared/words/openings.ts'
import { asked, dayIn, tally, you } from '../../shared/words/sentence.ts'
import { didIn, stepIn } from './did.ts'
import type { Block, Document } from './document.ts'
import { byRecord, called, card, type Item, type Owed, owedBy, row } from './item.ts'
import { actAddress, address, type Links } from './links.ts'
import type { Period } from './overview.ts'
import type { Progress } from './progress.ts'

/** Items written out in full, and those after them in one line each; the rest is counted. */
const FULL = 30
const SHORT = 100

/**
 * `total` and what of it is late, due today or, which letters of earlier releases do not tell, beyond the days that count as near: records, each by what is due
 * first on it. `counted`: of those beyond, which have something nearer that is not listed, and are counted with what stands near.
 */
export type Listed = { items: Item[]; total: number; overdue: number; today: number; later?: number; counted?: number }

/** The one mail of a person and a day: what the office owes, what is copied to it, each with the worst first. */
export type Digest = {
  kind: 'digest'
  lang: Lang
  house: Label
  name: string
  /** For whom he takes it who is away. */
  away?: string
  deputy?: true
  /** He answers for the whole county. */
  leader?: true
  on: string
  /** How all of it stands, of a leader the whole county's, reminded of today or not; lacks in letters of earlier releases. */
  standing?: Pick<Tally, 'late' | 'today' | 'soon'>
  own: Listed
  copies: Listed
  weekly?: Listed
  monthly?: Listed
  news?: Progress[]
}

/** As many of the items as a letter lists, longest overdue first, with the counts of all of them. */
export function list(items: Item[], on: string): Listed {
  const day = (item: Item) => item.dueOn ?? '9999'
  const sorted = [...items].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.record.id < b.record.id ? -1 : 1))
  const records = byRecord(sorted)
  const near = addDays(on, NEAR)
  const later = records.filter(([{ dueOn }]) => dueOn !== null && dueOn > near).length
  return {
    items: records.slice(0, FULL + SHORT).flat(),
    total: records.length,
    overdue: records.filter(([first]) => day(first) < on).length,
    today: records.filter(([first]) => first.dueOn === on).length,
    ...(later > 0 ? { later } : {}),
  }
}

export function digest(told: Digest, links: Links): Document {
  const { lang, house, name, away, on, own, copies, weekly, monthly, news = [] } = told
  const { origin } = links
  const blocks = [
    ...section(own, copies.total > 0 ? mailWords.owed[lang] : '', on, lang, links, FULL),
    // Whoever only looks on needs the list, not the explanation of each day.
    ...section(copies, mailWords.copied[lang], on, lang, links, own.total > 0 ? 5 : FULL),
    ...overviewSection(weekly, 'weekly', on, lang, origin),
    ...overviewSection(monthly, 'monthly', on, lang, origin),
    ...newsSection(news, own.total + copies.total > 0 ? mailWords.progressed[lang] : '', lang, links),
  ]
  const button: Block = { kind: 'button', button: { words: mailWords.openToday[lang], url: `${origin}/` } }
  const opening = [greeting(name)[lang], ...(away ? [routed(away)[lang]] : []), firstSentence(told)[lang]].join('\n')
  return {
    lang,
    house: house[lang],
    subject: subject(told)[lang],
    opening,
    blocks: [...blocks, button],
    closing: mailWords.daily[lang],
  }
}

/** What the letter comes to, and the worst of it. */
function firstSentence({ deputy, leader, on, standing, own, copies, weekly, monthly, news = [] }: Digest): Label {
  const reader = you(deputy)
  const urgent = (item: Item): Urgent => ({ item: inSentence(item.record, item.spoken), told: item, whose: item.holder ?? reader })
  const main = own.total > 0 ? own : copies
  const [worst] = main.items
  if (worst) {
    const [copy, beside] = [main === copies, main === copies ? 0 : copies.total]
    const all = leader || !copy ? everything(standing, leader, main) : undefined
    const rest = standing !== undefined && standing.late + standing.today + standing.soon + beyond(main) > main.total
    return dailyOpening(on, { count: main.total, counts: counts(main), all, rest, copy, copies: beside, worst: urgent(worst) })
  }
  const whole = weekly ?? monthly
  const [first] = whole?.items ?? []
  const sum = whole && ((leader && everything(standing, leader)) ?? counts(whole))
  if (sum && first) return overviewOpening(weekly ? 'weekly' : 'monthly', sum, on, urgent(first))
  const step = news[0]?.steps.at(-1)
  const mine = news[0]?.owed.filter(({ holder }) => holder === undefined) ?? []
  return progressOpening(
    news.map(({ record, spoken }) => inSentence(record, spoken)),
    {
      day: dayIn(step?.on ?? on),
      did: step ? didIn(step) : { zh: '', en: '' },
      state: news[0]?.state ?? { zh: '', en: '' },
      asks: asked(mine, reader, on),
    },
  )
}

function section({ items, total }: Listed, heading: string, on: string, lang: Lang, links: Links, full: number): Block[] {
  if (total === 0) return []
  const records = byRecord(items)
  const rest = records.slice(full)
  const blocks: Block[] = records.slice(0, full).map((owed) => ({ kind: 'card', card: card(owed, on, lang, links) }))
  if (heading) blocks.unshift({ kind: 'heading', words: heading })
  if (rest.length > 0) {
    blocks.push({ kind: 'heading', words: mailWords.alsoOpen[lang] })
    blocks.push({ kind: 'rows', rows: rest.map((owed) => row(owed, on, lang, links.origin)) })
  }
  const more = leftOut(total, records)
  if (more > 0) blocks.push({ kind: 'rows', rows: [{ words: '', title: overflow(more)[lang], url: `${links.origin}/` }] })
  return blocks
}

/** How many a letter leaves out. Letters of earlier releases counted duties, and left out none up to that many. */
const leftOut = (total: number, shown: Owed[]): number => (total > FULL + SHORT ? Math.max(0, total - shown.length) : 0)

/** What happened to each record, how it stands, and what the reader can do. */
function newsSection(news: Progress[], heading: string, lang: Lang, links: Links): Block[] {
  if (news.length === 0) return []
  const cards = news.map(({ record, state, steps, owed, act }): Block => {
    const facts = [
      ...steps.map((taken) => happened(day(taken.on), taken.who, stepIn(taken))[lang]),
      stands(state)[lang],
      ...owed.map((item) => owedBy(item, lang)),
    ]
    const url = address(links.origin, record, act?.key)
    const button = act
      ? { words: act.label[lang], url: actAddress(links, record, act) }
      : { words: mailWords.open[lang], url, plain: true as const }
    return { kind: 'card', card: { title: called(record, lang), url, facts, buttons: [button] } }
  })
  return [...(heading ? [{ kind: 'heading' as const, words: heading }] : []), ...cards]
}

/** How everything stands, one line each. */
function overviewSection(whole: Listed | undefined, period: Period, on: string, lang: Lang, origin: string): Block[] {
  if (!whole) return []
  const records = byRecord(whole.items)
  const rows = records.map((owed) => ({
    ...row(owed, on, lang, origin),
    aside: owed.map((item) => owedBy(item, lang)).join(lang === 'zh' ? '；' : '; '),
  }))
  const more = leftOut(whole.total, records)
  if (more > 0) rows.push({ words: '', title: overflow(more)[lang], url: `${origin}/`, aside: '' })
  return [
    { kind: 'heading', words: mailWords[period][lang] },
    { kind: 'rows', rows },
  ]
}

type Said = Pick<Digest, 'on' | 'standing' | 'leader' | 'own' | 'copies' | 'news'> & { [period in Period]?: Listed | undefined }

/** The subject of a digest, in both languages. */
export function subject({ on, standing, leader, own, copies, weekly, monthly, news = [] }: Said): Label {
  const [moved] = news
  const whole = weekly ?? monthly
  if (own.total + copies.total === 0 && whole)
    return overviewSubject(weekly ? 'weekly' : 'monthly', (leader && everything(standing, leader)) ?? counts(whole))
  if (own.total + copies.total === 0 && moved) {
    const { record, state } = moved
    if (news.length > 1) return progressSubject(news.length)
    return { zh: progressOf(called(record, 'zh'), state).zh, en: progressOf(called(record, 'en'), state).en }
  }
  // What is worst gives its subject; the others are counted behind it.
  const [only] = [...own.items, ...copies.items]
  if (only?.subject) return amongMany(only.subject, own.total + copies.total, '件')
  if (own.total + copies.total === 1 && only) {
    const left = only.dueOn === null ? null : daysBetween(on, only.dueOn)
    return {
      zh: oneSubject(called(only.record, 'zh'), { zh: writeDaysLeft(left, 'zh'), en: '' }).zh,
      en: oneSubject(called(only.record, 'en'), { zh: '', en: writeDaysLeft(left, 'en') }).en,
    }
  }
  const all = everything(standing, leader, own)
  if (own.total === 0) return digestSubject(day(on), leader && all ? ofCounty(all) : copiedOnly(counts(copies)))
  return digestSubject(day(on), all ?? counts(own))
}

const beyond = ({ later = 0, counted = 0 }: Listed): number => later - counted

/**
 * Who leads the county is told what is late in it; whoever has things to do, what comes next as well, and what this letter reminds of (`listed`) though it lies
 * further off.
 */
function everything(standing: Digest['standing'], leader: true | undefined, listed?: Listed): Label | undefined {
  if (!standing) return undefined
  const { late, today, soon } = leader ? { late: standing.late, today: 0, soon: 0 } : standing
  return late + today + soon > 0 ? tally(late, today, soon, leader || !listed ? 0 : beyond(listed), NEAR) : undefined
}

function counts({ overdue, today, total, later = 0 }: Listed): Label {
  return tally(overdue, today, total - overdue - today - later, later)
}

function day(on: string): Label {
  return { zh: writeDay(on, 'zh'), en: writeDay(on, 'en') }
}
