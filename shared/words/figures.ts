import type { Ledger } from '../definition/ledger.ts'
import type { Label } from '../names.ts'

export const unfilled: Label = { zh: '未填', en: 'Not filled in' }
export const countyItself: Label = { zh: '县本级', en: 'County' }

/** What a ledger's figures can be grouped by, when something else was asked. */
export function noGrouping(ledger: Ledger): Label {
  const known = ['township', ...(ledger.report?.by ?? []).filter((field) => field !== 'township')]
  return {
    zh: `这本台账不能按这一项分组。可以用：${known.join('、')}。`,
    en: `This ledger does not group by that. Use one of: ${known.join(', ')}.`,
  }
}

/** What lists cannot be divided by. */
export const noDivision = (by: string): Label => ({
  zh: `不能按“${by}”分组。可以用 township、unit，或台账列出的筛选项。`,
  en: `Counts are not divided by “${by}”. Use township, unit or a field that the lists filter by.`,
})
