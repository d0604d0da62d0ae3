import type { Ledger } from './ledger.ts'

/** The states in which an item is neither a draft nor ended. */
export function openStates({ states }: Pick<Ledger, 'states'>): string[] {
  return Object.keys(states).filter((key) => ['open', 'paused'].includes(states[key]?.phase ?? ''))
}

/** Those of them in which it is being worked on: who is in office is nobody's unfinished work. */
export function workStates({ states }: Pick<Ledger, 'states'>): string[] {
  return openStates({ states }).filter((key) => !states[key]?.lasts)
}
