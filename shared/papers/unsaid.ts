import type { Ledger } from '../definition/ledger.ts'
import { UNNAMED } from './marks.ts'

/** Above or beside those of which a field says nothing yet: 尚未答复代表, where a step is to fill it in, or the field that it is computed of. */
export function unsaid({ fields, transitions }: Pick<Ledger, 'fields' | 'transitions'>, key: string): string {
  const field = fields[key]
  const from = field?.kind === 'computed' && 'of' in field.value && typeof field.value.of === 'string' ? field.value.of : key
  const step = Object.values(transitions).find(({ asks = [] }) => asks.some((each) => each.replace('?', '') === from))
  return step ? `尚未${step.label.zh}` : UNNAMED
}
