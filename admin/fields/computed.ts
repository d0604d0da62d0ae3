import type { FieldOf } from '../../shared/definition/field.ts'
import { optionsOf } from '../../shared/definition/options.ts'
import { writeNumber } from '../parts/number.ts'
import type { Around, Kind } from './kind.ts'

type Computed = FieldOf<'computed'>

/** Computed by `shared/`, never here: only written. */
export const computed: Kind<Computed> = { text: write, right: true }

function write(value: unknown, field: Computed, { lang, words, fields }: Around): string {
  const rule = field.value
  if (rule.as === 'share' || rule.as === 'rate') return `${(Math.round(Number(value) * 1000) / 10).toFixed(1)}%`
  if (rule.as === 'days') return words.common.days(Number(value))
  if (typeof value === 'number') return writeNumber(value)
  return optionsOf(field, fields ?? {})?.[String(value)]?.[lang] ?? String(value)
}
