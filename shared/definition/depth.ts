import type { Label } from '../names.ts'
import type { Ledger } from './ledger.ts'

/** How a state of a ledger is called, and its depth; undefined for one that it does not know. */
export function standsOn(ledger: Ledger | undefined, state: string): { label: Label; depth: number } | undefined {
  const known = ledger?.states[state]
  return ledger && known && { label: known.label, depth: depth(ledger, state) }
}

/** How many steps a state is from the first one. */
export function depth(ledger: Ledger, wanted: string): number {
  let reached = [ledger.initial]
  const seen = new Set(reached)
  for (let steps = 0; reached.length > 0; steps += 1) {
    if (reached.includes(wanted)) return steps
    const next = Object.values(ledger.transitions).flatMap((rule) =>
      rule.from.some((state) => reached.includes(state)) ? [rule, ...(rule.branches ?? [])].flatMap(({ to }) => to ?? []) : [],
    )
    reached = [...new Set(next)].filter((state) => !seen.has(state))
    for (const state of reached) seen.add(state)
  }
  return Number.POSITIVE_INFINITY
}
