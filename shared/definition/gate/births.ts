import type { GateFault } from '../gate.ts'
import type { Effects, Ledger } from '../ledger.ts'

/**
 * What a step brings forth elsewhere and somebody must go on with owes something from its birth, or it lies unseen: a record created in a draft or open state
 * opens a duty, unless the engine itself moves it on.
 */
export function birthFault(child: Ledger, path: string): GateFault[] {
  const start = child.born?.to ?? child.initial
  const waits = ['draft', 'open'].includes(child.states[start]?.phase ?? '')
  const goesOn = Object.values(child.transitions).some(({ from, by }) => from.includes(start) && by.includes('system') && by.length === 1)
  return waits && !opensAny(child.born) && !goesOn
    ? [{ path, message: `${child.key} is born in ${start}, where nobody owes the next step` }]
    : []
}

const opensAny = (effects: Effects | undefined): boolean => (effects?.opens ?? []).length > 0
