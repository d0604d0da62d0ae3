import { handsBack } from '../../shared/definition/discharger.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'

/**
 * The acts that discharge a duty from the present state and lead on: not into a void state, and not back to who handed it over. More than one means
 * that a choice has to be made, which nobody makes from a list.
 */
export function waysOf(ledger: Ledger, state: string, duty: string): string[] {
  return Object.entries(ledger.transitions)
    .filter(
      ([, rule]) =>
        rule.from.includes(state) &&
        rule.discharges?.includes(duty) &&
        ledger.states[rule.to ?? '']?.phase !== 'void' &&
        !handsBack(ledger, state, rule.to),
    )
    .map(([key]) => key)
}
