import { isDay } from '../names.ts'

const time = String.raw`(?:[T\s]*(?:上午|下午|中午|晚上)?\s*\d{1,2}[:时点]\d{0,2}(?:[:分]\d{0,2}秒?)?(?:\.\d+)?\s*(?:[ap]m)?)?`
const zone = String.raw`(z|[+-]\d{2}:?\d{2})?`
const written = new RegExp(
  String.raw`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?${time}${zone}$`,
  'i',
)

/** A day out of a cell: `2026-03-02`, `2026/3/2`, `2026.3.2`, `2026年3月2日`, `20260302`, each with or without a time, or a day number of Excel (1900 system).
 * Undefined when it is no real day. An instant with a zone is the day that it is in Asia/Shanghai. */
export function readDay(cell: string | number): string | undefined {
  const text = String(cell).normalize('NFKC').trim()
  if (/^\d{8}$/.test(text)) return real(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text))
  const found = written.exec(text)
  if (!found) return undefined
  const [, year, month, date, offset] = found
  const day = real(`${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`)
  return day && offset ? inShanghai(text, day) : day
}

function real(day: string): string | undefined {
  return isDay(day) ? day : undefined
}

/** Excel's first day is 1899-12-30 for every day after its invented 29 February 1900. */
function fromSerial(serial: number): string | undefined {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial + 1e-6) * 86_400_000)
  return real(at.toISOString().slice(0, 10))
}

function inShanghai(text: string, day: string): string {
  const at = Date.parse(text.replace(/\s+/, 'T').replace(/\//g, '-'))
  return Number.isNaN(at) ? day : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
}
