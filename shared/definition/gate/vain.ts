import { canonical } from '../../canonical.ts'
import type { Condition } from '../condition.ts'
import type { GateFault } from '../gate.ts'
import type { Effects, Ledger, Transition } from '../ledger.ts'

/** What can never be of use: a branch that an earlier one always takes, a step of the engine that changes nothing, a question that nobody asked may see. */
export function vainFaults(ledger: Ledger): GateFault[] {
  return Object.entries(ledger.transitions).flatMap(([key, move]) => {
    const path = `transitions.${key}`
    const covered = (move.branches ?? []).flatMap((branch, at, all) =>
      all.slice(0, at).some((earlier) => implied(earlier.when, branch.when))
        ? [{ path: `${path}.branches.${at}`, message: 'an earlier branch always comes first' }]
        : [],
    )
    const idle = move.by.includes('system') && move.from.some((from) => changesNothing(move, from))
    const hidden = (move.asks ?? []).filter((ask) => !ask.endsWith('?') && unseen(ledger, move, ask))
    return [
      ...covered,
      ...(idle ? [{ path, message: 'the engine would take this step for ever: it changes nothing' }] : []),
      ...hidden.map((ask) => ({ path: `${path}.asks`, message: `nobody who takes this step may see ${ask}` })),
    ]
  })
}

/** True when all that the one asks is among what the other asks. */
function implied(one: Condition[], other: Condition[]): boolean {
  const asked = new Set(other.map(canonical))
  return one.every((condition) => asked.has(canonical(condition)))
}

const changesNothing = (move: Transition, from: string): boolean => [move, ...(move.branches ?? [])].some((each) => still(each, from))

function still({ to, sets, discharges, opens, creates, hands, joins }: Effects, from: string): boolean {
  return (to ?? from) === from && [sets, discharges, opens, creates, hands, joins].every((effect) => effect === undefined)
}

function unseen(ledger: Ledger, move: Transition, key: string): boolean {
  const seenBy = ledger.fields[key]?.seenBy?.flatMap((access) => (typeof access === 'string' ? [access] : access.who))
  return seenBy !== undefined && !move.by.some((word) => seenBy.includes(word) || seenBy.includes(word.split(':')[0] ?? ''))
}
