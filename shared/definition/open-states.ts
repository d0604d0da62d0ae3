import type { Ledger } from './ledger.ts'

/** The states in which an item is being worked on: neither a draft nor ended. */
export function openStates({ states }: Pick<Ledger, 'states'>): string[] {
  return Object.keys(states).filter((key) => ['open', 'paused'].includes(states[key]?.phase ?? ''))
}
