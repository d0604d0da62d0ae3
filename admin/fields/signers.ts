import type { Ledger } from '../../shared/definition/ledger.ts'

/** Fields of people who submit the record themselves. */
export function signersOf({ fields, states, transitions }: Ledger): string[] {
  const submitting = Object.values(transitions).filter(({ from }) => from.some((state) => states[state]?.phase === 'draft'))
  return Object.keys(fields).filter((key) => submitting.some(({ by }) => by.includes(`@${key}`)))
}
