import { livesIn } from '../../engine/owed.ts'
import type { GateFault } from '../gate.ts'
import type { Effects, Ledger } from '../ledger.ts'
import { targets } from './flow.ts'

/** Every duty is opened somewhere it lives, and can be discharged from every state where it lives without dying on the way. */
export function dutyFaults(ledger: Ledger): GateFault[] {
  return Object.keys(ledger.duties).flatMap((key) => {
    const path = `duties.${key}`
    const opening = openings(ledger, key)
    const dischargers = Object.values(ledger.transitions).filter(
      (move) => move.discharges?.includes(key) || move.branches?.some((branch) => branch.discharges?.includes(key)),
    )
    const faults: GateFault[] = []
    if (opening.length === 0 && !ledger.import?.duties?.some((each) => each.duty === key)) faults.push({ path, message: 'never opened' })
    if (dischargers.length === 0) return [...faults, { path, message: 'never discharged' }]
    for (const { at, state } of opening)
      if (!livesIn(ledger, key, state)) faults.push({ path: at, message: `opens ${key} into ${state}, where it does not live` })
    const ways = waysOut(
      ledger,
      key,
      dischargers.flatMap((move) => move.from),
    )
    for (const state of Object.keys(ledger.states)) {
      if (livesIn(ledger, key, state) && entered(ledger, key, opening).has(state) && !ways.has(state)) {
        faults.push({ path, message: `lives in ${state}, from where nothing that keeps it alive leads to its discharge` })
      }
    }
    return faults
  })
}

function openings(ledger: Ledger, key: string): { at: string; state: string }[] {
  const opens = (effects: Effects | undefined) => effects?.opens?.some((each) => (typeof each === 'string' ? each : each.duty) === key)
  const born = opens(ledger.born) ? [{ at: 'born', state: ledger.born?.to ?? ledger.initial }] : []
  const moves = Object.entries(ledger.transitions).flatMap(([name, move]) => [
    ...(opens(move) ? move.from.map((from) => ({ at: `transitions.${name}.opens`, state: move.to ?? from })) : []),
    ...(move.branches ?? []).flatMap((branch, at) =>
      opens(branch) ? move.from.map((from) => ({ at: `transitions.${name}.branches.${at}.opens`, state: branch.to ?? from })) : [],
    ),
  ])
  return [...born, ...moves]
}

/** States in which an instance can be found: where it opens, and on from there by moves that neither discharge nor end it. */
function entered(ledger: Ledger, key: string, opening: { state: string }[]): Set<string> {
  return spread(new Set(opening.map(({ state }) => state).filter((state) => livesIn(ledger, key, state))), (state) =>
    Object.values(ledger.transitions)
      .filter((move) => move.from.includes(state) && !move.discharges?.includes(key))
      .flatMap((move) => targets(move, state))
      .filter((to) => livesIn(ledger, key, to)),
  )
}

/** States from which a discharge can be reached through states where the duty lives. */
function waysOut(ledger: Ledger, key: string, ends: string[]): Set<string> {
  return spread(new Set(ends), (state) =>
    Object.keys(ledger.states).filter(
      (from) =>
        livesIn(ledger, key, from) &&
        Object.values(ledger.transitions).some((move) => move.from.includes(from) && targets(move, from).includes(state)),
    ),
  )
}

function spread(found: Set<string>, next: (state: string) => string[]): Set<string> {
  const queue = [...found]
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const each of next(state)) if (!found.has(each)) queue.push(each) && found.add(each)
  }
  return found
}
