import type { Ledger, Phase } from '../../shared/definition/ledger.ts'

export type Filter = Record<string, string>

/** The list of a ledger with these filters in the address; the same filters count it. `all` is the list of every ledger. */
export function listLink(ledger: string, filter: Filter, sort?: string): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), page: '1', ...(sort ? { sort, order: 'ASC' } : {}) })
  return `/${ledger}?${query.toString().replace(/\+/g, '%20')}`
}

/** The states of a ledger in these phases, as the API's filter takes them. */
export function statesIn(ledger: Ledger, ...phases: Phase[]): string[] {
  return Object.entries(ledger.states).flatMap(([state, { phase }]) => (phases.includes(phase) ? [state] : []))
}

export { openStates } from '../../shared/definition/open-states.ts'
