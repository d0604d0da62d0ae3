import { remembered } from '../engine/remembered.ts'
import type { Kin } from '../world.ts'
import type { Ledger } from './ledger.ts'

/** How a state of a ledger is called, and its depth, and how its items are counted; undefined for a state that it does not know. */
export function standsOn(ledger: Ledger | undefined, state: string): ReturnType<NonNullable<Kin['stands']>> {
  const known = ledger?.states[state]
  return ledger && known && { label: known.label, depth: depth(ledger, state), kind: ledger.label, measure: ledger.spoken?.measure }
}

/** How many steps a state is from the first one. */
export function depth(ledger: Ledger, wanted: string): number {
  return depthsIn(ledger).get(wanted) ?? Number.POSITIVE_INFINITY
}

// Every reason that a page shows asks for some.
const depthsIn = remembered((ledger: Ledger): Map<string, number> => {
  const found = new Map([[ledger.initial, 0]])
  for (let [reached, steps] = [[ledger.initial], 1]; reached.length > 0; steps += 1) {
    const next = Object.values(ledger.transitions).flatMap((rule) =>
      rule.from.some((state) => reached.includes(state)) ? [rule, ...(rule.branches ?? [])].flatMap(({ to }) => to ?? []) : [],
    )
    reached = [...new Set(next)].filter((state) => !found.has(state))
    for (const state of reached) found.set(state, steps)
  }
  return found
})
