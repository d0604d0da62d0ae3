import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Lang } from '../../../shared/names.ts'
import type { Words } from '../../language.ts'

/** 代表建议办理单; of what nobody but the congress has in hand, a person, a house or a rule, 代表档案登记表. */
export function sheetTitle(ledger: Ledger, words: Pick<Words, 'sheet'>, lang: Lang): string {
  return (signing(ledger).length > 1 ? words.sheet.title : words.sheet.register)(ledger.label[lang])
}

/** Who signs: the congress office, a unit where one that is named owes something or takes a step, and a deputy where he takes a step himself. */
export function signing({ fields, transitions, duties }: Ledger): ('unit' | 'congress' | 'deputy')[] {
  const named = Object.entries(fields)
  const busy: unknown[] = [...Object.values(transitions).flatMap(({ by }) => by), ...Object.values(duties).flatMap(({ holder }) => holder)]
  const hasUnit = named.some(
    ([key, field]) => (field.kind === 'office' || field.kind === 'offices') && field.of === 'unit' && busy.includes(`@${key}`),
  )
  const acts = named.some(
    ([key, { kind }]) => kind === 'deputies' && Object.values(transitions).some(({ by }) => by.some((who) => who === `@${key}`)),
  )
  return [...(hasUnit ? (['unit'] as const) : []), 'congress', ...(acts ? (['deputy'] as const) : [])]
}
