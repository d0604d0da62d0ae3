import { isDay } from '../names.ts'

const time = String.raw`(?:[T\s]*(?:上午|下午|中午|晚上)?\s*\d{1,2}[:时点]\d{0,2}(?:[:分]\d{0,2}秒?)?(?:\.\d+)?\s*(?:[ap]m)?)?`
const zone = String.raw`(z|[+-]\d{2}:?\d{2})?`
const written = new RegExp(
  String.raw`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?${time}${zone}$`,
  'i',
)

/** A day out of a cell: `2026-03-02`, `2026/3/2`, `2026.3.2`, `2026年3月2日`, `20260302`, each with or without a time, or a day number of the
 * spreadsheet. Undefined when it is no real day. An instant with a zone is the day that it is in Asia/Shanghai. */
export function readDay(cell: string | number, date1904 = false): string | undefined {
  const text = String(cell).normalize('NFKC').trim()
  if (/^\d{8}$/.test(text)) return real(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
  if (/^\d{5}(\.\d+)?$/.test(text)) return real(serialDay(Number(text), date1904) ?? '')
  const found = written.exec(text)
  if (!found) return undefined
  const [, year, month, date, offset] = found
  const day = real(`${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`)
  return day && offset ? inShanghai(text, day) : day
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
