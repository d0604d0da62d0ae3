import type { DutyState } from '../duty.ts'
import type { Lang } from '../names.ts'
import { NEAR } from '../tally.ts'
import { parts, weekdayOf } from './calendar.ts'

export type Lamp = 'green' | 'amber' | 'red' | 'grey'

/** Mainland China keeps one time zone, without summer time since 1991. */
const SHANGHAI_OFFSET = 8 * 3_600_000

const weekdays = { zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const rests: Record<string, string> = {
  元旦: 'New Year’s Day',
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
  抗战胜利纪念日: 'Victory Day',
  周六: 'Saturday',
  周日: 'Sunday',
}

/**
 * A day as people read it: 2026年3月2日（周一）, Mon 2 Mar 2026. `year: 'auto'` leaves the year out when `today` lies in it;
 * `weekday: false` leaves the weekday out. Takes a day string, so no time zone can shift it.
 */
export function writeDay(
  day: string,
  lang: Lang,
  { year = 'always', today, weekday = true }: { year?: 'always' | 'auto'; today?: string; weekday?: boolean } = {},
): string {
  const [y, month, date] = parts(day)
  const withYear = year === 'always' || today === undefined || parts(today)[0] !== y
  const name = weekday ? (weekdays[lang][weekdayOf(day)] ?? '') : ''
  if (lang === 'zh') return `${withYear ? `${y}年` : ''}${month}月${date}日${name === '' ? '' : `（${name}）`}`
  return `${name === '' ? '' : `${name} `}${date} ${months[month - 1]}${withYear ? ` ${y}` : ''}`
}

/** An instant (a Date or RFC 3339 text) in the county's time: 3月27日 15:12, with the year when it is not today's. */
export function writeInstant(instant: Date | string, lang: Lang, today?: string): string {
  return `${writeDay(shanghaiDay(instant), lang, { year: today === undefined ? 'always' : 'auto', weekday: false, ...(today ? { today } : {}) })} ${shanghaiTime(instant)}`
}

/** The day in Asia/Shanghai on which an instant falls. */
export function shanghaiDay(instant: Date | string): string {
  return shifted(instant).slice(0, 10)
}

/** The time of day in Asia/Shanghai: 15:12. */
export function shanghaiTime(instant: Date | string): string {
  return shifted(instant).slice(11, 16)
}

/** 还剩 13 天, 明天到期, 今天到期, 超期 1 天; 无期限 for null. Never a negative number. */
export function writeDaysLeft(daysLeft: number | null, lang: Lang): string {
  if (daysLeft === null) return { zh: '无期限', en: 'No deadline' }[lang]
  if (daysLeft === 0) return { zh: '今天到期', en: 'Due today' }[lang]
  if (daysLeft === 1) return { zh: '明天到期', en: 'Due tomorrow' }[lang]
  if (daysLeft > 1) return { zh: `还剩 ${daysLeft} 天`, en: `${daysLeft} days left` }[lang]
  return { zh: `超期 ${-daysLeft} 天`, en: `${plural(-daysLeft, 'day')} overdue` }[lang]
}

/** How something ended that was `daysLate` late (0 or less: on time; null: it had no deadline). */
export function writeClosed(daysLate: number | null, lang: Lang): string {
  if (daysLate === null) return { zh: '已办结', en: 'Closed' }[lang]
  if (daysLate <= 0) return { zh: '按期办结', en: 'Closed on time' }[lang]
  return { zh: `逾期 ${daysLate} 天办结`, en: `Closed ${plural(daysLate, 'day')} late` }[lang]
}

/** Green more than 15 days left, amber 15 or fewer (today included), red overdue, grey closed, paused or without a day. */
export function lamp(daysLeft: number | null, state: DutyState = 'open'): Lamp {
  if (daysLeft === null || state !== 'open') return 'grey'
  if (daysLeft < 0) return 'red'
  return daysLeft > NEAR ? 'green' : 'amber'
}

/** The name of a rest day or of a make-up working day (春节调休) in the reader's language; a county's own name stays as it is. */
export function writeRest(name: string, lang: Lang): string {
  if (lang === 'zh') return name
  const plain = name.endsWith('调休') ? name.slice(0, -2) : name
  const word = rests[plain] ?? plain
  return plain === name ? word : `make-up working day for ${word}`
}

/** English: 1 day, 2 days. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function shifted(instant: Date | string): string {
  const at = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  return new Date(at + SHANGHAI_OFFSET).toISOString()
}
