import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Label, labelled } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { alreadyTaken, api } from '../../shared/words/api.ts'

/** The version that an `If-Match` header names; undefined when it names none. */
export function versionIn(said: string | undefined): number | undefined {
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(said?.trim() ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}

/** What a 412 says of the version that was named. */
export const staleWords = (said: string | undefined): Label => (said && versionIn(said) === undefined ? api.versionUnreadable : api.stale)

/** Who comes second with a step is told that it is taken, where it is and cannot be taken again; undefined where something else was changed. */
export function takenWords(
  ledger: Ledger,
  { state, took }: Pick<LedgerRecord, 'state' | 'took'>,
  step: string | undefined,
): Label | undefined {
  const rule = step !== undefined && Object.hasOwn(ledger.transitions, step) ? ledger.transitions[step] : undefined
  if (!rule || step === undefined || !took[step] || rule.from.includes(state)) return undefined
  // Taken in an earlier round it has not led to where the item is.
  if (![rule, ...(rule.branches ?? [])].some(({ to }) => to === state)) return undefined
  return alreadyTaken(rule.label, labelled(ledger.states[state]?.label, state))
}
