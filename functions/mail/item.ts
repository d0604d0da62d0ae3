import { daysBetween, yearOf } from '../../shared/deadline/calendar.ts'
import { lamp, writeDay, writeDaysLeft } from '../../shared/deadline/days.ts'
import { lengthWords } from '../../shared/deadline/why.ts'
import type { Duty } from '../../shared/duty.ts'
import { called as inOneLine } from '../../shared/heading.ts'
import type { Label, Lang } from '../../shared/names.ts'
import type { Post } from '../../shared/post.ts'
import type { Spoken } from '../../shared/spoken.ts'
import { oneLine } from '../../shared/text.ts'
import { dueBy, dutyOf, extendedFrom, mailWords, otherwise, provisionalUntil, standsIn, whyLine } from '../../shared/words/mail.ts'
import type { Button, Card, Row } from './document.ts'
import { actAddress, address, type Links } from './links.ts'

/** What a mail says about a record: what names it, nothing of what it contains. */
export type Named = { ledger: string; id: string; number?: string; heading: string }

/**
 * A step that a mail offers; without a key the record's page, where several stand side by side. `light`: a page of its own can ask all that it needs; `time`:
 * whether it asks for another day, which letters of an earlier release do not tell.
 */
export type Act = { key?: string; label: Label; light?: true; time?: boolean }

/**
 * One duty in a mail. `why.from`: its day before it was extended, `why.back`: counted back from `start`, `why.rest`: the rest day on which the count ended.
 * JSON-safe: stored with the letter, so that it can be shown again as it was.
 */
export type Item = {
  record: Named
  spoken?: Spoken
  duty: Label
  /** What the county says of it in its own words: the subject of a mail that says nothing else, and the first line. */
  subject?: Label
  line?: Label
  /** Which of the record's duties it is. */
  of?: string
  /** Who owes it, where the reader does not. */
  holder?: Label
  dueOn: string | null
  why: { basis: Label; length: Duty['why']['length']; start: string; back?: true; rest?: string; provisional?: true; from?: string }
  /** The transition that discharges it, for the link and its words; `also`: the other ways. */
  act?: Act
  also?: Act[]
  /** What can be asked for instead: more days, to hand it back. */
  requests?: Act[]
  /** The post for which this reminder is meant, where nobody in the office holds it. */
  instead?: Post
}

/** 2026-0147 幸福路排水管网改造. */
export function called(record: Named, lang: Lang): string {
  return oneLine(inOneLine({ ...record, heading: record.heading || mailWords.untitled[lang] }))
}

/** What is owed on one record, soonest first: one block of a letter, however many duties it has. */
export type Owed = readonly [Item, ...Item[]]

/** The items of each record together, in the order in which the records come. */
export function byRecord(items: readonly Item[]): Owed[] {
  const records = Map.groupBy(items, ({ record }) => `${record.ledger}#${record.id}`)
  return [...records.values()].map((mine) => mine.sort((a, b) => dayOf(a).localeCompare(dayOf(b))) as [Item])
}

const dayOf = ({ dueOn }: Item): string => dueOn ?? '9999'

/** All that is owed on a record in full, as of `today`: one button for each step that is to be taken now, and what else can be done. */
export function card(owed: Owed, today: string, lang: Lang, links: Links): Card {
  const [first, another] = owed
  // Time is asked for before the day has passed.
  const requestsIn = ({ requests = [], dueOn }: Item) => requests.filter(({ time }) => !time || dueOn === null || dueOn >= today)
  const asked = owed.flatMap(requestsIn)
  const others = eachOnce(owed, requestsIn, (item, act) => to(item, act, lang, links))
  const words = otherwise(
    asked.some(({ time }) => time !== false),
    asked.some(({ time }) => time !== true),
  )
  return {
    lamp: lampOf(first, today, lang),
    title: called(first.record, lang),
    facts: owed.flatMap((item) => [
      ...(item.line ? [item.line[lang]] : []),
      another ? standingAt(item, today, lang) : owedBy(item, lang),
      ...(item.instead ? [standsIn(item.instead)[lang]] : []),
    ]),
    aside: owed.map((item) => (another ? `${item.duty[lang]}${colon[lang]}` : '') + whyOf(item, lang)).join('\n'),
    url: address(links.origin, first.record, first.act?.key),
    buttons: pressed(owed, lang, links),
    ...(others.length > 0 ? { otherwise: { words: words[lang], links: others } } : {}),
  }
}

/** One duty of several: the lamp tells only of the first. */
function standingAt(item: Item, today: string, lang: Lang): string {
  const { words } = lampOf(item, today, lang)
  return owedBy(item, lang) + (lang === 'zh' ? `（${words}）` : ` (${words})`)
}

function lampOf({ dueOn }: Item, today: string, lang: Lang): NonNullable<Card['lamp']> {
  const left = dueOn === null ? null : daysBetween(today, dueOn)
  return { colour: lamp(left), words: writeDaysLeft(left, lang) }
}

/** Why the day is the day, what it was before, and what may still change it. */
function whyOf({ dueOn, why }: Item, lang: Lang): string {
  const { basis, length, start, back, rest, provisional, from } = why
  const counted = length !== null && Object.values(length)[0] !== 0
  const said = [
    whyLine(basis, counted ? lengthWords(length) : null, both(start), back, rest === undefined ? undefined : both(rest)),
    ...(from ? [extendedFrom(both(from))] : []),
    ...(provisional && dueOn ? [provisionalUntil(both(dueOn), Math.max(yearOf(dueOn), yearOf(start)))] : []),
  ]
  return said.map((each) => each[lang]).join(stop[lang])
}

/** What is owed, by whom where the reader does not, and by when. */
export function owedBy({ duty, holder, dueOn }: Item, lang: Lang): string {
  const what = holder ? dutyOf(duty, holder)[lang] : duty[lang]
  return [what, ...(dueOn === null ? [] : [dueBy(both(dueOn))[lang]])].join(comma[lang])
}

const both = (day: string): Label => ({ zh: writeDay(day, 'zh'), en: writeDay(day, 'en') })

/** What is owed on a record, in a line. */
export function row([first]: Owed, today: string, lang: Lang, origin: string): Row {
  const { words } = lampOf(first, today, lang)
  const url = address(origin, first.record, first.act?.key)
  return { words, title: called(first.record, lang), url }
}

/** The steps that are to be taken now, what is due first before the rest; without any, the way to the item. */
function pressed(owed: Owed, lang: Lang, links: Links): Button[] {
  const steps = eachOnce(
    owed,
    ({ act, also = [] }) => (act ? [act, ...also] : []),
    (item, act) => to(item, act, lang, links),
  )
  const [{ record }] = owed
  return steps.length > 0 ? steps : [{ words: mailWords.open[lang], url: address(links.origin, record), plain: true }]
}

/** Buttons for the steps of all these duties, each step once, for the duty that is due first. */
function eachOnce(owed: Owed, steps: (item: Item) => Act[], button: (item: Item, act: Act) => Button): Button[] {
  const found = new Map<string, Button>()
  for (const item of owed) for (const act of steps(item)) if (!found.has(keyOf(act))) found.set(keyOf(act), button(item, act))
  return [...found.values()]
}

const keyOf = ({ key, label }: Act): string => key ?? label.zh

function to({ record, of }: Item, act: Act, lang: Lang, links: Links): Button {
  return { words: act.label[lang], url: actAddress(links, record, act, of) }
}

const comma: Record<Lang, string> = { zh: '，', en: ', ' }
const stop: Record<Lang, string> = { zh: '。', en: '. ' }
const colon: Record<Lang, string> = { zh: '：', en: ': ' }
