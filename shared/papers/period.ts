import { addDays, daysBetween } from '../deadline/calendar.ts'

const months = { month: 1, quarter: 3, half: 6, annual: 12 } as const
export type Period = keyof typeof months

/**
 * The period that a report made on this day tells of: the one whose end is nearest, so that a bulletin of 5 July still is the one of the second quarter, and so
 * is one of 30 June. In words: 2026年6月, 2026年第二季度, 2026年上半年, 2026年度.
 */
export function periodOf(kind: Period, day: string): string {
  const length = months[kind]
  const [year = 0, month = 1] = day.split('-').map(Number)
  const at = Math.floor((month - 1) / length)
  const last = addDays(firstOf(year, at, length), -1)
  const end = addDays(firstOf(year, at + 1, length), -1)
  const [of, nth] = daysBetween(last, day) > daysBetween(day, end) ? [year, at] : at === 0 ? [year - 1, 12 / length - 1] : [year, at - 1]
  const name = { month: `${nth + 1}月`, quarter: `第${'一二三四'[nth]}季度`, half: nth === 0 ? '上半年' : '下半年', annual: '度' }[kind]
  return `${of}年${name}`
}

function firstOf(year: number, nth: number, length: number): string {
  const month = nth * length
  return `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}
