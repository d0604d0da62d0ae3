import { daysBetween } from '../deadline/calendar.ts'
import { plural, writeDay } from '../deadline/days.ts'
import type { Label } from '../names.ts'
import { NEAR } from '../tally.ts'
import { oneLine } from '../text.ts'
import { asVerb, done } from './verbs.ts'

/** An item as a sentence names it: of which ledger, with number and heading. `names`: its heading is somebody's name; `quoted`: it is no title. */
export type About = { ledger?: Label | undefined; names?: true; quoted?: true; number?: string; heading: string }
/** A duty as a sentence tells it. */
export type Told = { duty: Label; dueOn: string | null }

/**
 * 代表建议 2026-0147《幸福路排水管网改造》, 会议2026-003“第一次例会”; what goes by its number alone is called so once, and the kind is not said
 * twice: 民情日记2026-00019.
 */
export function about({ ledger, names, quoted, number, heading }: About): Label {
  const name = oneLine(heading)
  const title = name === number ? '' : name
  const zh = `${kindBefore(ledger?.zh ?? '', number ?? '')}${title && (names ? ` ${title}` : setOff(title, quoted ? '“‘’”' : '《〈〉》'))}`
  const en = [number, title && (names ? title : `“${title}”`)].filter(Boolean).join(' ')
  const kind = ledger?.en ?? ''
  return { zh: zh.trim() || '一件事项', en: en && kind ? `${en} (${kind})` : en || kind || 'an item' }
}

/** Between the outer signs, with those inside made the inner ones; what stands between them already stays so. */
function setOff(text: string, [open = '', inside = '', within = '', close = '']: string): string {
  const bare = text.startsWith(open) && text.endsWith(close) && !text.slice(1, -1).includes(open) ? text.slice(1, -1) : text
  return `${open}${bare.replaceAll(open, inside).replaceAll(close, within)}${close}`
}

/** The kind of an item before its number; of a number that begins with the word of its kind, what that leaves to be said. */
function kindBefore(kind: string, number: string): string {
  const [word = ''] = /^\D*/.exec(number) ?? []
  if (word === '' || !kind.includes(word)) return [kind, number].filter(Boolean).join(' ')
  return `${kind.endsWith(word) ? kind.slice(0, -word.length) : ''}${number}`
}

/** The reader's office; a deputy is spoken to himself. */
export const you = (deputy: boolean | undefined): Label => (deputy ? { zh: '您', en: 'you' } : { zh: '您单位', en: 'your office' })

/** 请您单位在2026年3月9日（周一）前签收，在2026年6月2日（周二）前答复代表; what is late already is told by how much. */
export function asked(told: Told[], reader: Label, on: string): Label {
  const isLate = ({ dueOn }: Told) => dueOn !== null && dueOn < on
  const ahead = byDay(told.filter((each) => !isLate(each)))
  const behind = told.filter(isLate)
  const parts = [...(ahead.length > 0 ? [request(ahead, reader)] : []), ...(behind.length > 0 ? [late(behind, reader, on)] : [])]
  return joined(parts, '；', '; ')
}

/** How one duty stands on a day: 县水务局应在2026年6月2日（周二）前答复代表，已超期 3 天. `whose`: who owes it. */
export function standing({ duty, dueOn }: Told, whose: Label, on: string): Label {
  const what = asVerb(duty)
  const [was, is] = whose.en === 'you' ? ['were', 'are'] : ['was', 'is']
  if (dueOn === null) return { zh: `${whose.zh}要${what.zh}，没有期限`, en: `${whose.en} ${is} to ${what.en}, by no set day` }
  const [day, left] = [dayIn(dueOn), daysBetween(on, dueOn)]
  const [zh, en] = [`${whose.zh}应在${day.zh}前${what.zh}，`, `to ${what.en} by ${day.en}`]
  if (left < 0) return { zh: `${zh}已超期 ${-left} 天`, en: `${whose.en} ${was} ${en} and ${is} ${plural(-left, 'day')} late` }
  if (left > 1) return { zh: `${zh}还剩 ${left} 天`, en: `${whose.en} ${is} ${en}, in ${plural(left, 'day')}` }
  const date = writeDay(dueOn, 'zh', { weekday: false })
  return {
    zh: `${whose.zh}${what.zh}的期限是${left === 0 ? '今天' : '明天'}（${date}）`,
    en: `${whose.en} ${is} to ${what.en} ${left === 0 ? 'today' : 'tomorrow'}, ${day.en}`,
  }
}

/** 3 件超期、1 件今天到期、5 件即将到期, or within how many days; `later`: of which is reminded though their day lies beyond these. Noughts are left out. */
export function tally(overdue: number, today: number, soon: number, later = 0, within?: number): Label {
  const all: [number, string, string][] = [
    [overdue, '超期', 'overdue'],
    [today, '今天到期', 'due today'],
    [soon, within ? ` ${within} 天内到期` : '即将到期', within ? `due within ${within} days` : 'due soon'],
    [later, ` ${NEAR} 天以后到期`, `due in more than ${NEAR} days`],
  ]
  return joined(
    all.flatMap(([count, zh, en]) => (count > 0 ? [{ zh: `${count} 件${zh}`, en: `${count} ${en}` }] : [])),
    '、',
    ', ',
  )
}

/** 2026年3月9日（周一）, as a sentence writes a day. */
export function dayIn(day: string): Label {
  return { zh: writeDay(day, 'zh'), en: writeDay(day, 'en') }
}

/** What somebody did, as a sentence tells it. `house`: a word of ours, and no step's own label. */
export const did = (who: Label, step: Label, house?: Label): Label =>
  house
    ? { zh: `${who.zh}${house.zh}`, en: `${who.en} ${house.en}` }
    : { zh: `${who.zh}${done(step.zh)}`, en: `${who.en} took the step “${step.en}”` }

/** Labels one after the other, with these signs between them. */
export function joined(all: Label[], zh: string, en: string): Label {
  return { zh: all.map((each) => each.zh).join(zh), en: all.map((each) => each.en).join(en) }
}

/** The duties of each day together, soonest first; those without a day at the end. */
function byDay(told: Told[]): { dueOn: string | null; duties: Label[] }[] {
  const days = [...new Set(told.map(({ dueOn }) => dueOn))].sort()
  return days.map((dueOn) => ({ dueOn, duties: told.filter((each) => each.dueOn === dueOn).map(({ duty }) => duty) }))
}

function request(ahead: ReturnType<typeof byDay>, reader: Label): Label {
  const each = ahead.map(({ dueOn, duties }) => {
    const what = [...new Map(duties.map((each) => [each.zh, asVerb(each)])).values()]
    const day = dueOn === null ? null : dayIn(dueOn)
    const [zh, en] = [what.map((each) => each.zh).join('、'), what.map((each) => `to ${each.en}`).join(' and ')]
    return { zh: `${day ? `在${day.zh}前` : ''}${zh}`, en: `${en}${day ? ` by ${day.en}` : ''}` }
  })
  const { zh, en } = joined(each, '，', ', and ')
  return { zh: `请${reader.zh}${zh}`, en: `${reader.en} ${reader.en === 'you' ? 'are' : 'is'} asked ${en}` }
}

function late(told: Told[], reader: Label, on: string): Label {
  // The reader is named once.
  const each = told.map((one, at) => standing(one, at === 0 ? reader : { zh: '', en: reader.en }, on))
  const { zh, en } = joined(each, '，', '; ')
  return { zh: `${zh}，请尽快办理`, en: `${en}; please act soon` }
}
