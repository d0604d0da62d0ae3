import type { Ledger } from '../../shared/ledger.ts'

/**
 * The transition that a duty waits for: of those that discharge it, one possible in the present state before one that is not yet, then the
 * one that brings the record nearest to being done (so signing for something comes before handing it back), then the first declared.
 */
export function dischargerOf(ledger: Ledger, state: string, duty: string): string | undefined {
  const fits = Object.entries(ledger.transitions).filter(([, rule]) => rule.discharges?.includes(duty))
  const rank = ([, rule]: (typeof fits)[number]) =>
    (rule.from.includes(state) ? 0 : 1000) + stepsToDone(ledger, rule.to ?? rule.from[0] ?? state)
  return fits.sort((a, b) => rank(a) - rank(b))[0]?.[0]
}

/** Fewest transitions from a state to one of the phase done; 999 when there is no way. */
function stepsToDone(ledger: Ledger, start: string): number {
  let reached = [start]
  const seen = new Set(reached)
  for (let steps = 0; reached.length > 0; steps += 1) {
    if (reached.some((state) => ledger.states[state]?.phase === 'done')) return steps
    reached = reached.flatMap((state) => nextOf(ledger, state)).filter((state) => !seen.has(state))
    for (const state of reached) seen.add(state)
  }
  return 999
}

function nextOf(ledger: Ledger, state: string): string[] {
  const from = Object.values(ledger.transitions).filter((rule) => rule.from.includes(state))
  return from.flatMap((rule) => [rule, ...(rule.branches ?? [])]).flatMap(({ to }) => to ?? [])
}
