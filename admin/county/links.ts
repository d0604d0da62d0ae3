import type { Ledger, Phase } from '../../shared/definition/ledger.ts'

export type Filter = Record<string, string>

/** Among townships, the group of what belongs to the county itself; and that office. */
export const COUNTY = 'county'

/** The list of a ledger with these filters in the address; the same filters count it. `all` is the list of every ledger. */
export function listLink(ledger: string, filter: Filter, sort?: string): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), page: '1', ...(sort ? { sort, order: 'ASC' } : {}) })
  return `/${ledger}?${query.toString().replace(/\+/g, '%20')}`
}

/** The filter of what an office owes itself: days are then asked of that alone. */
export function owedFilter(kind: string, id: string): Filter {
  return { holder: id === COUNTY ? `${COUNTY}:${COUNTY}` : `${kind}:${id}` }
}

/** The states of a ledger in these phases, as the API's filter takes them. */
export function statesIn(ledger: Ledger, ...phases: Phase[]): string[] {
  return Object.entries(ledger.states).flatMap(([state, { phase }]) => (phases.includes(phase) ? [state] : []))
}

export { workStates } from '../../shared/definition/open-states.ts'
