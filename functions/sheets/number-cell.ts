import { serialDay } from '../../shared/importing/days.ts'
import type { SheetCell } from '../../shared/importing/sheet.ts'

/** Writes a number as a format shows it. */
export type Shower = (format: string, value: number) => string

/** Formats that show a number's own digits and nothing else. */
const plain = /^(General|@|(#,)?[#]*0?(\.[0#?]+)?_?\s?|0(\.0+)?E\+0+)$/i

/**
 * A number as a cell: a day when its format shows one, with what the format shows when that is more than the number's own digits, else the number itself.
 * Days count from 1900 or, in some workbooks, from 1904.
 */
export function numberCell(value: number, format: string | undefined, date1904: boolean, show: Shower): SheetCell {
  if (!Number.isFinite(value)) return null
  if (format === undefined || plain.test(format)) return value
  if (showsDay(format)) {
    const day = serialDay(value, date1904)
    return day === undefined ? { number: value, shown: value === 0 ? '1900/1/0' : '#####' } : { day }
  }
  const shown = show(format, value).trim()
  return shown === '' || shown === String(value) ? value : { number: value, shown }
}

/** True when numbers under this format must be written out. */
export function needsShower(format: string | undefined): boolean {
  return format !== undefined && !plain.test(format) && !showsDay(format)
}

/** Without texts, colours and escaped signs, `y`, `d` and `aaa` (the day of the week) mean a day; `m` does where no hour or second stands beside it. */
function showsDay(format: string): boolean {
  const signs = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|AM\/PM|A\/P|General/gi, '')
  const bare = signs.replace(/\[[^\]]*\]/g, '')
  return /[yd]|a{3}/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare) && !/\[[hms]+\]/i.test(signs))
}
