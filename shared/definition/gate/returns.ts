import { livesIn } from '../../engine/owed.ts'
import type { GateFault } from '../gate.ts'
import type { DutyRule, Ledger } from '../ledger.ts'
import { holdingFields } from '../returns.ts'

/**
 * A duty of an office other than the county's can go to the right one if it came to a wrong one: its holder can ask, and who hands out can reassign, from every
 * state in which it runs; or the definition says why not.
 */
export function returnFaults(ledger: Ledger): GateFault[] {
  return Object.entries(ledger.duties).flatMap(([key, rule]): GateFault[] => {
    if (rule.stays || !rule.holder.some((word) => isOutside(ledger, word))) return []
    const fields = holdingFields(ledger, rule)
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
    if (fields.length > 0 && asked && handed) return []
    return [
      { path: `duties.${key}`, message: 'it cannot go from a wrong office to the right one: give `returns`, or say in `stays` why not' },
    ]
  })
}

/** True for a word that can mean an office other than the county's. */
function isOutside(ledger: Ledger, word: DutyRule['holder'][number]): boolean {
  if (word === 'owner') return ledger.level !== 'county'
  if (!word.startsWith('@')) return ['township', 'creator'].includes(word)
  const field = ledger.fields[word.slice(1)]
  return !(field && 'of' in field && field.of === 'county')
}
