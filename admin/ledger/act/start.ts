import type { Ledger, Transition } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import { asksOf } from './foresee.ts'
import { titleOf } from './title-of.ts'

/**
 * Texts and choices begin with what stands in the record; a day that the act is to move does not, since the old one is no answer, nor the day on which
 * what is done again and again was done last, nor do papers, which are added.
 */
export function startOf(ledger: Ledger, transition: string, record: Shown): Record<string, unknown> {
  const rule = ledger.transitions[transition]
  const moves = (rule?.moves ?? []).map((move) => move.to.slice(1))
  return Object.fromEntries(
    asksOf(ledger, transition).flatMap(({ key, adds }): [string, unknown][] => {
      if (adds) return []
      const field = ledger.fields[key]
      const known =
        record.data[key] ?? (field && 'default' in field ? field.default : undefined) ?? titleOf(ledger, transition, key, record.data)
      const isLast = rule !== undefined && comesAgain(rule) && field?.kind === 'date' && field.past
      return known === undefined || moves.includes(key) || isLast ? [] : [[key, known]]
    }),
  )
}

/** True for a step that opens anew what it answers, and leaves the record where it was: an entry in a series. */
export function comesAgain({ from, to, discharges = [], opens = [] }: Transition): boolean {
  return (to === undefined || from.includes(to)) && opens.some((one) => discharges.includes(typeof one === 'string' ? one : one.duty))
}
