import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Act, May } from '../data.ts'
import { roadThrough } from './road.ts'

/** The buttons of a record: one filled, two outlined, the rest under 更多, the dead ones there with their reasons. */
export type Acts = { primary?: Act; secondary: Act[]; more: Act[]; dead: Act[] }

/**
 * The filled one discharges an open duty of the caller's own office, where several do the one on the road; else it is the next act on the road. An
 * act into a void state is never filled nor outlined: it stands last. Acts that the role never has are not in `may` at all.
 */
export function arrange(ledger: Ledger, state: string, may: May | undefined): Acts {
  const acts = may?.transitions ?? []
  const possible = acts.filter((act) => act.possible && !isVoid(ledger, act.key))
  const step = roadThrough(ledger, state).ahead[0]?.transition
  const owed = possible.filter((act) => !act.for && (act.discharges?.length ?? 0) > 0)
  const next = possible.find((act) => !act.for && act.key === step)
  const primary = owed.find((act) => act === next) ?? owed[0] ?? next
  const rest = possible.filter((act) => act !== primary)
  const secondary = rest.filter((act) => !act.for).slice(0, 2)
  return {
    ...(primary ? { primary } : {}),
    secondary,
    more: [...rest.filter((act) => !secondary.includes(act)), ...acts.filter((act) => act.possible && isVoid(ledger, act.key))],
    dead: acts.filter((act) => !act.possible),
  }
}

/** True for an act whose own outcome is a void state: it cannot be taken back. */
export function isVoid(ledger: Ledger, transition: string): boolean {
  const to = ledger.transitions[transition]?.to
  return to !== undefined && ledger.states[to]?.phase === 'void'
}
