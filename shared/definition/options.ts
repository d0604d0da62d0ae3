import type { Label } from '../names.ts'
import type { Field } from './field.ts'

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
  const results = new Set([...ballot.grades, ballot.otherwise])
  return Object.fromEntries(Object.entries(ballot.options).filter(([option]) => results.has(option)))
}

const pollStandings = { settled: { zh: '已选定', en: 'Decided' }, runoff: { zh: '得票相同，再次投票', en: 'Tied: run-off' } }
