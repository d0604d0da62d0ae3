/** What is over, and what is late: beside the options of choices and the rates of the report, what numbers of a paper count. */
export const marks = { done: 'is.done', late: 'is.late' } as const

/** The name under which a rate counts. */
export const rateMark = (rate: string): string => `rate.${rate}`

/** A part of a whole in per cent, as papers write it. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`
}

/** What names nothing: with its row or column the others add up to the sum, where each names one. */
export const UNNAMED = '未登记'
