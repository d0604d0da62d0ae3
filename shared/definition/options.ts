import type { Label } from '../names.ts'
import type { Field, FieldOf } from './field.ts'

/**
 * What the value of one of a ledger's fields can be, with its labels: the options of a choice, the results that a ballot can have, the steps of a
 * grade. Null for a field whose values are not counted out.
 */
export function optionsOf(field: Field | undefined, fields: { [key: string]: Field }): { [option: string]: Label } | null {
  if (field?.kind === 'choice' || field?.kind === 'choices') return field.options
  if (field?.kind !== 'computed') return null
  const { value } = field
  if (value.as === 'grade') {
    const steps = value.steps.map(({ is }): [string, Label] => [is, value.options?.[is] ?? { zh: is, en: is }])
    return Object.fromEntries(steps)
  }
  if (value.as === 'poll') return pollStandings
  const ballot = value.as === 'ballot' ? fields[value.of] : undefined
  if (ballot?.kind !== 'ballot') return null
  return resultsOf(ballot)
}

/** What a vote can come to: its grades; of one for or against, that it was carried or not, since that is called otherwise than its votes. */
export function resultsOf(ballot: FieldOf<'ballot'>): { [option: string]: Label } {
  const { options, grades, otherwise } = ballot
  if (isForOrAgainst(ballot)) return { [grades[0] ?? '']: { zh: '通过', en: 'Passed' }, [otherwise]: { zh: '未通过', en: 'Not passed' } }
  return Object.fromEntries(Object.entries(options).filter(([option]) => grades.includes(option) || option === otherwise))
}

/** True of a vote on whether something is to be, and not on how good it is: of 满意 and 不满意 nothing is carried. */
export const isForOrAgainst = ({ options, grades: [passed = '', ...more] }: FieldOf<'ballot'>): boolean =>
  more.length === 0 && (passed === 'for' || /^(赞成|同意)/.test(options[passed]?.zh ?? ''))

const pollStandings = { settled: { zh: '已选定', en: 'Decided' }, runoff: { zh: '得票相同，再次投票', en: 'Tied: run-off' } }
