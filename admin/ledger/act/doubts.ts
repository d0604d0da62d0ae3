import type { Ledger, Phase } from '../../../shared/definition/ledger.ts'
import { basicFields } from '../../../shared/engine/rights.ts'
import type { Lang } from '../../../shared/names.ts'
import type { Data } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Shown } from '../../data.ts'
import type { ActWords } from '../../words/act.ts'
import { isShown } from '../form/FormFields.tsx'
import { isEmpty } from '../sections.ts'

type Words = { act: Pick<ActWords['act'], 'unsigned' | 'unsorted' | 'unlimited' | 'less'>; common: { and: string } }

/**
 * What may be meant and most often is not: an item leaves its draft, or gets its number, while it does not say who brought it, or by what figures are divided;
 * a duty for which the law knows a last day gets none, so that nobody is reminded; or a number that is reported every month falls below the last report. It
 * stops nothing. `data`: the record's with what is being filled in.
 */
export function doubtsOf(
  ledger: Ledger,
  { state, number, data: before }: Pick<Shown, 'state' | 'data'> & { number?: string | undefined },
  transition: string,
  data: Data | Record<string, unknown>,
  { lang, words, today, scope }: { lang: Lang; words: Words; today: string; scope: Pick<Scope, 'person'> },
): string[] {
  const rule = ledger.transitions[transition]
  const label = (key: string) => ledger.fields[key]?.label[lang] ?? key
  const opens = (rule?.opens ?? []).map((one) => (typeof one === 'string' ? one : one.duty))
  const unlimited = opens.flatMap((key) => {
    const duty = ledger.duties[key]
    if (!duty?.cap || !('first' in duty.due)) return []
    const [day] = duty.due.first
    const is = day && 'on' in day ? data[day.on.slice(1)] : undefined
    return is === 'none' ? [words.act.unlimited(duty.label[lang], duty.basis[lang])] : []
  })
  const fields = handsIn(ledger, state, number, transition)
    ? basicFields(ledger).filter((key) => isEmpty(data[key]) && isShown(ledger, key, data, today, scope.person))
    : []
  const unsigned = fields.filter((key) => ledger.fields[key]?.kind === 'deputies' && ledger.hears?.includes(`@${key}`))
  const unsorted = fields.filter((key) => ledger.fields[key]?.kind === 'choice' && ledger.report?.by?.includes(key))
  const isMonthly = opens.some((key) => rule?.discharges?.includes(key) && 'monthly' in (ledger.duties[key]?.due ?? {}))
  const less = (isMonthly ? (rule?.asks ?? []) : []).flatMap((ask) => {
    const key = ask.replace('?', '')
    const [was, is] = [before[key], data[key]]
    return typeof was === 'number' && typeof is === 'number' && is < was ? [words.act.less(label(key), String(was), String(is))] : []
  })
  return [
    ...unsigned.map((key) => words.act.unsigned(label(key))),
    ...(unsorted.length > 0 ? [words.act.unsorted(unsorted.map(label).join(words.common.and))] : []),
    ...unlimited,
    ...less,
  ]
}

/** True for a step that leads out of a draft, or gives the item its number. */
function handsIn({ states, transitions }: Ledger, state: string, number: string | undefined, transition: string): boolean {
  const { to, numbers } = transitions[transition] ?? {}
  const phase = (key: string | undefined): Phase | undefined => states[key ?? '']?.phase
  return (numbers === true && number === undefined) || (phase(state) === 'draft' && phase(to) === 'open')
}
