import type { Ledger } from '../definition/ledger.ts'

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

/** Above or beside those of which a field says nothing yet: 尚未答复代表, where a step is to fill it in, or the field that it is computed of. */
export function unsaid({ fields, transitions }: Pick<Ledger, 'fields' | 'transitions'>, key: string): string {
  const field = fields[key]
  const from = field?.kind === 'computed' && 'of' in field.value && typeof field.value.of === 'string' ? field.value.of : key
  const step = Object.values(transitions).find(({ asks = [] }) => asks.some((each) => each.replace('?', '') === from))
  return step ? `尚未${step.label.zh}` : UNNAMED
}
