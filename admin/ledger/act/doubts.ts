import type { Ledger, Phase } from '../../../shared/definition/ledger.ts'
import { basicFields } from '../../../shared/engine/rights.ts'
import type { Lang } from '../../../shared/names.ts'
import type { Data } from '../../../shared/record.ts'
import type { Shown } from '../../data.ts'
import type { ActWords } from '../../words/act.ts'
import { isEmpty } from '../sections.ts'

type Words = { act: Pick<ActWords['act'], 'unfilled' | 'unlimited' | 'less'>; common: { and: string } }

/**
 * What may be meant and most often is not: an item is handed in or numbered while it does not say who brought it, or by what figures are divided; a duty for which
 * the law knows a last day gets none, so that nobody is reminded; or a number that is reported falls below what was reported before. It stops nothing. `data`: the record's with what is being filled in.
 */
export function doubtsOf(
  ledger: Ledger,
  { state, data: before }: Pick<Shown, 'state' | 'data'>,
  transition: string,
  data: Data | Record<string, unknown>,
  lang: Lang,
  words: Words,
): string[] {
  const rule = ledger.transitions[transition]
  const opens = (rule?.opens ?? []).map((one) => (typeof one === 'string' ? one : one.duty))
  const unlimited = opens.flatMap((key) => {
    const duty = ledger.duties[key]
    if (!duty?.cap || !('first' in duty.due)) return []
    const [day] = duty.due.first
    const is = day && 'on' in day ? data[day.on.slice(1)] : undefined
    return is === 'none' ? [words.act.unlimited(duty.label[lang], duty.basis[lang])] : []
  })
  const empty = handsIn(ledger, state, transition) ? countedBy(ledger).filter((key) => isEmpty(data[key])) : []
  const labels = empty.map((key) => ledger.fields[key]?.label[lang] ?? key)
  const less = (rule?.asks ?? []).flatMap((ask) => {
    const key = ask.replace('?', '')
    const [field, was, is] = [ledger.fields[key], before[key], data[key]]
    return field?.kind === 'number' && typeof was === 'number' && typeof is === 'number' && is < was
      ? [words.act.less(field.label[lang], String(was), String(is))]
      : []
  })
  return [...(labels.length > 0 ? [words.act.unfilled(labels.join(words.common.and))] : []), ...unlimited, ...less]
}

/** True for a step that leads out of a draft, or gives the item its number. */
function handsIn({ states, transitions }: Ledger, state: string, transition: string): boolean {
  const { to, numbers } = transitions[transition] ?? {}
  const phase = (key: string | undefined): Phase | undefined => states[key ?? '']?.phase
  return numbers === true || (phase(state) === 'draft' && phase(to) === 'open')
}

/** What is asked at the beginning and tells who an item is from, or into which group of figures it falls. */
function countedBy(ledger: Ledger): string[] {
  const { report, fields } = ledger
  return basicFields(ledger).filter((key) => fields[key]?.kind === 'deputies' || (report?.by ?? []).includes(key))
}
