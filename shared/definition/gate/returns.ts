import { livesIn } from '../../engine/owed.ts'
import type { GateFault } from '../gate.ts'
import type { Ledger } from '../ledger.ts'
import { holdingFields } from '../returns.ts'

/**
 * A duty that is handed to a unit or a township named in a field can go to the right one if it came to a wrong one: its holder can ask, and who hands out can
 * reassign, from every state in which it runs; or the definition says why not. What is owed by the office whose item it is, or by a person, came to nobody by mistake.
 */
export function returnFaults(ledger: Ledger): GateFault[] {
  return Object.entries(ledger.duties).flatMap(([key, rule]): GateFault[] => {
    const fields = holdingFields(ledger, rule)
    if (rule.stays || fields.length === 0) return []
    const states = Object.keys(ledger.states).filter((state) => livesIn(ledger, key, state))
    const moves = Object.values(ledger.transitions)
    const asked = states.every((state) =>
      moves.some(({ from, by, owing }) => from.includes(state) && by.includes('holder') && owing?.includes(key)),
    )
    const handed = fields.every((field) =>
      states.every((state) =>
        moves.some((move) => move.from.includes(state) && !move.by.includes('system') && move.hands?.includes(`@${field}`)),
      ),
    )
    if (asked && handed) return []
    return [
      { path: `duties.${key}`, message: 'it cannot go from a wrong office to the right one: give `returns`, or say in `stays` why not' },
    ]
  })
}
