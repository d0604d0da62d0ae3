import { daysBetween } from '../../shared/deadline/calendar.ts'
import { lamp, writeDay, writeDaysLeft } from '../../shared/deadline/days.ts'
import { lengthWords } from '../../shared/deadline/why.ts'
import type { Duty } from '../../shared/duty.ts'
import { called as inOneLine } from '../../shared/heading.ts'
import type { Label, Lang } from '../../shared/names.ts'
import type { Post } from '../../shared/post.ts'
import type { Spoken } from '../../shared/spoken.ts'
import { oneLine } from '../../shared/text.ts'
import { dueBy, dutyOf, extendedFrom, mailWords, standsIn, whyLine } from '../../shared/words/mail.ts'
import type { Button, Card, Row } from './document.ts'
import { actAddress, address, type Links } from './links.ts'

/** What a mail says about a record: what names it, nothing of what it contains. */
export type Named = { ledger: string; id: string; number?: string; heading: string }

/** A step that a mail offers. `light`: a page of its own can ask all that it needs. */
export type Act = { key: string; label: Label; light?: true }

/** One duty in a mail. `why.from`: its day before it was extended, `why.back`: counted back from `start`. JSON-safe: stored with the letter, so that it can be shown again as it was. */
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
  why: { basis: Label; length: Duty['why']['length']; start: string; back?: true; provisional?: true; from?: string }
  /** The transition that discharges it, for the link and its words. */
  act?: Act
  /** What can be asked for instead: more days, to hand it back. */
  requests?: Act[]
  /** The post for which this reminder is meant, where nobody in the office holds it. */
  instead?: Post
}

/** 2026-0147 幸福路排水管网改造. */
export function called(record: Named, lang: Lang): string {
  return oneLine(inOneLine({ ...record, heading: record.heading || mailWords.untitled[lang] }))
}

/** The item in full, as of `today`. */
export function card(item: Item, today: string, lang: Lang, links: Links): Card {
  const left = item.dueOn === null ? null : daysBetween(today, item.dueOn)
  const { basis, length, start, back, provisional, from } = item.why
  const why = whyLine(basis, length && lengthWords(length), both(start), back)[lang]
  return {
    lamp: { colour: lamp(left), words: writeDaysLeft(left, lang) },
    title: called(item.record, lang),
    facts: [...(item.line ? [item.line[lang]] : []), owedBy(item, lang), ...(item.instead ? [standsIn(item.instead)[lang]] : [])],
    aside: `${why}${from ? stop[lang] + extendedFrom(both(from))[lang] : ''}${provisional ? `${comma[lang]}${mailWords.provisional[lang]}` : ''}`,
    url: address(links.origin, item.record, item.act?.key),
    buttons: [press(item, lang, links), ...(item.requests ?? []).map((each) => ({ ...to(item, each, lang, links), plain: true as const }))],
  }
}

/** What is owed, by whom where the reader does not, and by when. */
export function owedBy({ duty, holder, dueOn }: Item, lang: Lang): string {
  const what = holder ? dutyOf(duty, holder)[lang] : duty[lang]
  return [what, ...(dueOn === null ? [] : [dueBy(both(dueOn))[lang]])].join(comma[lang])
}

const both = (day: string): Label => ({ zh: writeDay(day, 'zh'), en: writeDay(day, 'en') })

/** The item in a line. */
export function row(item: Item, today: string, lang: Lang, origin: string): Row {
  const left = item.dueOn === null ? null : daysBetween(today, item.dueOn)
  return { words: writeDaysLeft(left, lang), title: called(item.record, lang), url: address(origin, item.record, item.act?.key) }
}

function press(item: Item, lang: Lang, links: Links): Button {
  if (item.act) return to(item, item.act, lang, links)
  return { words: mailWords.open[lang], url: address(links.origin, item.record), plain: true }
}

function to({ record, of }: Item, act: Act, lang: Lang, links: Links): Button {
  return { words: act.label[lang], url: actAddress(links, record, act, of) }
}

const comma: Record<Lang, string> = { zh: '，', en: ', ' }
const stop: Record<Lang, string> = { zh: '。', en: '. ' }
