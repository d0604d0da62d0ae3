import { isDay } from '../names.ts'
import { inDigits } from './days.ts'
import { bareText } from './sheet.ts'

/** Signs that people write between and behind the parts of a day. */
const signs = String.raw`\s\-/.,、。·・_\\—–年月日号`
const parted = new RegExp(`^[${signs}]*\\d+(?:[${signs}]+\\d+)*[${signs}]*$`)

/**
 * The day that may be meant by what is none, where there is one reading only: 2026年2月30日 the last of its month, 15/3/2026, 26-3-2, 2O26-3-2, and 3月2日 in
 * the `year` that the register tells. To be proposed, never to be taken.
 */
export function nearDay(cell: string, year: () => number | undefined): string | undefined {
  const text = inDigits(bareText(cell))
    .replace(/(?<=\d)[oO]|[oO](?=\d)/g, '0')
    .replace(/(?<=\d)[lI]|[lI](?=\d)/g, '1')
    .replace(/(之前|以前|为止|前|止)$/, '')
  if (!parted.test(text)) return undefined
  const found = text.match(/\d+/g) ?? []
  const parts = found.length === 1 && found[0]?.length === 8 ? [found[0].slice(0, 4), found[0].slice(4, 6), found[0].slice(6)] : found
  const days = [...new Set(readings(parts, /[年月日号]/.test(text), text.includes('年'), year))]
  const [only, another] = days.length > 1 ? days.filter((day) => day.startsWith(`${year()}-`)) : days
  return another === undefined ? only : undefined
}

/** The days as which these numbers can be read. `named`: it is written which of them is what. */
function readings(parts: string[], named: boolean, hasYear: boolean, year: () => number | undefined): string[] {
  const [a = '', b = '', c = ''] = parts
  const lengths = parts.map(({ length }) => length)
  const isShort = (length: number | undefined): boolean => length !== undefined && length <= 2
  if (parts.length === 2) return hasYear || !lengths.every(isShort) ? [] : known([inMonth(String(year() ?? ''), a, b)])
  if (parts.length !== 3 || !isShort(lengths[1])) return []
  if (lengths[0] === 4 && isShort(lengths[2])) return known([inMonth(a, b, c)])
  if (lengths[2] === 4 && isShort(lengths[0])) return named ? [] : known([real(c, a, b), real(c, b, a)])
  if (!lengths.every(isShort)) return []
  // Below 13 it may be a month or a day, unless it is the year of all the others.
  const isYear = (part: string): boolean => part.length === 2 && (Number(part) > 12 || year() === 2000 + Number(part))
  const first = isYear(a) ? [inMonth(`20${a}`, b, c)] : []
  const last = isYear(c) && !named ? [real(`20${c}`, a, b), real(`20${c}`, b, a)] : []
  return known([...first, ...last])
}

/** A day, or the last one of a month that is shorter. */
function inMonth(year: string, month: string, date: string): string | undefined {
  if (Number(date) > 31) return undefined
  return ['', '30', '29', '28']
    .map((last) => real(year, month, last || date))
    .find((day) => day !== undefined && Number(day.slice(8)) <= Number(date))
}

function real(year: string, month: string, date: string): string | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

const known = (days: (string | undefined)[]): string[] => days.flatMap((day) => day ?? [])
