import type { GateFault } from '../gate.ts'
import type { Ledger, Transition } from '../ledger.ts'

/** Where the states lead: a done one must exist, every state must be reachable, and every unfinished one must have a way out. */
export function flowFaults(ledger: Ledger): GateFault[] {
  const faults: GateFault[] = []
  const entries = Object.entries(ledger.states)
  if (!entries.some(([, state]) => state.phase === 'done')) faults.push({ path: 'states', message: 'no state of phase done' })
  const reached = reachable(ledger)
  for (const [key, state] of entries) {
    if (!reached.has(key) && !state.retired && !landsOn(ledger, key)) faults.push({ path: `states.${key}`, message: 'out of reach' })
    if (state.phase === 'done' || state.phase === 'void') continue
    if (!Object.values(ledger.transitions).some((move) => move.from.includes(key) && targets(move, key).some((to) => to !== key))) {
      faults.push({ path: `states.${key}`, message: 'cannot be left' })
    }
  }
  return faults
}

/** The states that a transition may lead to from this one. */
export function targets(move: Transition, from: string): string[] {
  return [move.to ?? from, ...(move.branches ?? []).map((branch) => branch.to ?? from)]
}

function reachable(ledger: Ledger): Set<string> {
  const reached = new Set([ledger.born?.to ?? ledger.initial])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const move of Object.values(ledger.transitions)) {
      for (const from of move.from) if (reached.has(from)) for (const to of targets(move, from)) reached.add(to)
    }
  }
  return reached
}

const landsOn = (ledger: Ledger, state: string) => ledger.import?.lands?.some((land) => land.in === state) ?? false
