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
