import { isDay } from '../names.ts'
import { bareText } from './sheet.ts'

const time = String.raw`(?:[T\s]*(?:上午|下午|中午|晚上)?\s*\d{1,2}[:时点]\d{0,2}(?:[:分]\d{0,2}秒?)?(?:\.\d+)?\s*(?:[ap]m)?|\s*(?:上午|下午))?`
const zone = String.raw`(z|[+-]\d{2}:?\d{2})?`
const written = new RegExp(
  String.raw`^(\d{4})(?:\s*[-/.,、。·・_\\—–年]\s*|\s+)(\d{1,2})(?:\s*[-/.,、。·・_\\—–月]\s*|\s+)(\d{1,2})\s*[日号.。]?\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?${time}${zone}$`,
  'i',
)
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const english = new RegExp(
  String.raw`^(?:(\d{1,2})[-\s]*)?(${months.join('|')})[a-z]{0,6}\.?[-,\s]*(?:(\d{1,2})(?:st|nd|rd|th)?\s*,\s*)?(\d{4}|\d{2})$`,
  'i',
)

/** A day out of a cell: `2026-03-02`, `2026/3/2`, `2026.3.2`, `2026年3月2日`, `二〇二六年三月二日`, `20260302`, each with or without a time, or a day number of the
 * spreadsheet. Undefined when it is no real day. An instant with a zone is the day that it is in Asia/Shanghai. */
export function readDay(cell: string | number, date1904 = false): string | undefined {
  const text = inDigits(bareText(String(cell)))
  if (/^\d{8}$/.test(text)) return real(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
  if (/^\d{5}(\.\d+)?$/.test(text)) return real(serialDay(Number(text), date1904) ?? '')
  const found = written.exec(text)
  if (!found) return inEnglish(text, 4)
  const [, year, month, date, offset] = found
  const day = real(`${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`)
  return day && offset ? inShanghai(text, day) : day
}

/** `5-Mar-2026`, `March 5, 2026`; with `digits` of the year. */
function inEnglish(text: string, digits: 2 | 4): string | undefined {
  const [, before, name = '', after, year = ''] = english.exec(text) ?? []
  const date = before ?? after
  if (date === undefined || (before !== undefined && after !== undefined) || year.length !== digits) return undefined
  const month = months.indexOf(name.toLowerCase()) + 1
  return real(`${digits === 2 ? '20' : ''}${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`)
}

/** A day that is written less clearly, and what is to be said of it: `2026年6月5日前` and `截止2026年6月5日` are that day, `26.3.5`, `26年3月5日` and `5-Mar-26` lie in this century. */
export function readUnclearDay(cell: string): string | undefined {
  const text = bareText(cell)
  const until = /^(?:截止|截至|最迟|限|于|至|到)(?:于|到|至)?[:：]?\s*(\d.*|[二〇零].*)$/.exec(text)
  if (until?.[1]) return readDay(until[1]) ?? readUnclearDay(until[1])
  const by = /^(.*[\d一二三四五六七八九十]\s*[日号]?)\s*(?:之前|以前|前|为止|止|截止)$/.exec(text)
  if (by?.[1]) return readDay(by[1])
  const short = /^(\d{2})\s*(?:\.\s*\d{1,2}\s*\.|年\s*\d{1,2}\s*月)\s*\d{1,2}\s*[日号]?$/.exec(text)
  // Below 13 it may be a month or a day.
  return short && Number(short[1]) > 12 ? readDay(`20${text}`) : inEnglish(text, 2)
}

/** What a day lacks of which some is written: `3月5日` the year, `2026年6月` and `2026年6月底` the day of the month. */
export function lacking(cell: string): 'year' | 'day' | undefined {
  const text = inDigits(bareText(cell).replace(/\s/g, ''))
  if (/^\d{1,2}(月\d{1,2}[日号]?|[./-]\d{1,2})(之?前|以前)?$/.test(text)) return 'year'
  return /^\d{4}(年|[./-])\d{1,2}月?(初|中旬|上旬|下旬|底|末|份)?(之?前|以前)?$|^\d{4}年(初|底|末|内)?(之?前|以前)?$/.test(text)
    ? 'day'
    : undefined
}

const numerals = '零一二三四五六七八九'
/** As money is written, so that nobody can change it. */
const capitals = '零壹贰叁肆伍陆柒捌玖'
const chineseDay =
  /^([〇○oO0零一二三四五六七八九]{4}|\d{4})\s*年\s*([零一二三四五六七八九十]{1,3})\s*月(?:\s*([零一二三四五六七八九十]{1,3})\s*([日号]))?/

/** 二〇二六年三月二日 in digits, also with capitals, or with a letter for the round zero; anything else as it is. */
export function inDigits(text: string): string {
  const tens = (word: string): number => {
    const [before = '', after] = word.replace(/^零/, '').split('十')
    if (after === undefined) return numerals.indexOf(before)
    return (before === '' ? 1 : numerals.indexOf(before)) * 10 + (after === '' ? 0 : numerals.indexOf(after))
  }
  const small = text.replace(/[壹贰叁肆伍陆柒捌玖拾]/g, (sign) => (sign === '拾' ? '十' : (numerals[capitals.indexOf(sign)] ?? sign)))
  if (!chineseDay.test(small)) return text
  return small.replace(chineseDay, (_, year: string, month: string, day: string | undefined) => {
    const digits = /^\d{4}$/.test(year) ? year : [...year.replace(/[〇○oO0]/g, '零')].map((sign) => numerals.indexOf(sign)).join('')
    return `${digits}年${tens(month)}月${day === undefined ? '' : `${tens(day)}日`}`
  })
}

function real(day: string): string | undefined {
  return isDay(day) ? day : undefined
}

const DAY_MS = 86_400_000
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }

/** The day of a day number; undefined for what no calendar has. Days count from 1900 or, in some workbooks, from 1904; the former know a 29 February 1900 that never was.
 * Half a second is added, for midnight may be kept as a moment before it. */
export function serialDay(serial: number, date1904: boolean): string | undefined {
  const whole = Math.floor(serial + 0.5 / 86_400)
  if (!Number.isFinite(whole) || whole < (date1904 ? 0 : 1) || whole > 2_958_465) return undefined
  const days = !date1904 && whole < 60 ? whole + 1 : whole
  return new Date(epochs[date1904 ? 1904 : 1900] + days * DAY_MS).toISOString().slice(0, 10)
}

function inShanghai(text: string, day: string): string {
  const at = Date.parse(text.replace(/\s+/, 'T').replace(/\//g, '-'))
  return Number.isNaN(at) ? day : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
}
