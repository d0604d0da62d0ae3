import type { Ledger, Phase } from '../../../shared/definition/ledger.ts'
import { basicFields } from '../../../shared/engine/rights.ts'
import { type Lang, labelled } from '../../../shared/names.ts'
import type { Data } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import { besideDay } from '../../../shared/words/verbs.ts'
import type { Shown } from '../../data.ts'
import type { ActWords } from '../../words/act.ts'
import { isShown } from '../form/FormFields.tsx'
import { isEmpty } from '../sections.ts'
import { lackingFor, untoldBy } from './handed-out.ts'
import { lateReturn } from './late-return.ts'

type Said = 'unsigned' | 'unsorted' | 'unlimited' | 'less' | 'unheld' | 'unsaid' | 'undesked' | 'lateReturn' | 'untold' | 'ofThem' | 'ofOne'
type Words = { act: Pick<ActWords['act'], Said>; common: { and: string } }
type Doubted = Pick<Shown, 'state' | 'data'> & Partial<Pick<Shown, 'number' | 'took' | 'duties'>>
type Around = { lang: Lang; words: Words; today: string; scope: Pick<Scope, 'person'> }
type Given = Data | Record<string, unknown>

/**
 * What may be meant and most often is not: an item leaves its draft, or gets its number, while it does not say who brought it, or by what figures are divided;
 * a duty for which the law knows a last day gets none, so that nobody is reminded; a number that is reported every month falls below the last report; an item
 * is handed to others without its text or who leads it; a notice goes out and names nobody; or an office asks to be rid of what it has had for long. It
 * stops nothing. `data`: the record's with what is being filled in.
 */
export function doubtsOf(
  ledger: Ledger,
  record: Doubted,
  transition: string,
  data: Given,
  { lang, words, today, scope }: Around,
): string[] {
  const { state, number, data: before } = record
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
  const { unheld, unsaid, undesked } = lackingFor(ledger, state, transition, data)
  const unsigned = fields.filter((key) => ledger.fields[key]?.kind === 'deputies' && ledger.hears?.includes(`@${key}`))
  const unsorted = fields.filter(
    (key) => ledger.fields[key]?.kind === 'choice' && ledger.report?.by?.includes(key) && !undesked.includes(key),
  )
  const isMonthly = opens.some((key) => rule?.discharges?.includes(key) && 'monthly' in (ledger.duties[key]?.due ?? {}))
  const less = (isMonthly ? (rule?.asks ?? []) : []).flatMap((ask) => {
    const key = ask.replace('?', '')
    const [was, is] = [before[key], data[key]]
    return typeof was === 'number' && typeof is === 'number' && is < was ? [words.act.less(label(key), String(was), String(is))] : []
  })
  const listed = (keys: string[]) => keys.map(label).join(words.common.and)
  const late = lateReturn(ledger, record, transition, today)
  const untold = untoldBy(ledger, state, transition, data)
  return [
    ...(untold.length > 0 ? [words.act.untold(listed(untold))] : []),
    ...(late ? [words.act.lateReturn(late.step[lang], late.days, late.usual[lang])] : []),
    ...unheld.map((each) => words.act.unheld(besideDay(labelled(ledger.duties[each.duty]?.label, each.duty))[lang], listed(each.fields))),
    ...(unsaid.length > 0 ? [words.act.unsaid(listed(unsaid))] : []),
    ...(undesked.length > 0 ? [words.act.undesked(listed(undesked))] : []),
    ...unsigned.map((key) => words.act.unsigned(label(key))),
    ...(unsorted.length > 0 ? [words.act.unsorted(listed(unsorted))] : []),
    ...unlimited,
    ...less,
  ]
}

/** The same of one step on many items, summed up: what is so of all as of one, of some with how many, of one by its name. */
export function doubtsOfMany(
  ledger: Ledger,
  items: { record: Doubted & { heading: string }; data: Given }[],
  transition: string,
  around: Around,
): string[] {
  const whose = new Map<string, string[]>()
  for (const { record, data } of items)
    for (const doubt of doubtsOf(ledger, record, transition, data, around))
      whose.set(doubt, [...(whose.get(doubt) ?? []), record.number ?? record.heading])
  const { ofThem, ofOne } = around.words.act
  return [...whose].map(([doubt, names]) =>
    names.length === items.length ? doubt : names.length > 1 ? ofThem(names.length, doubt) : ofOne(names[0] ?? '', doubt),
  )
}

/** True for a step that leads out of a draft, or gives the item its number. */
function handsIn({ states, transitions }: Ledger, state: string, number: string | undefined, transition: string): boolean {
  const { to, numbers } = transitions[transition] ?? {}
  const phase = (key: string | undefined): Phase | undefined => states[key ?? '']?.phase
  return (numbers === true && number === undefined) || (phase(state) === 'draft' && phase(to) === 'open')
}
