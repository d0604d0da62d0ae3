import type { Due } from '../due.ts'
import type { GateFault } from '../gate.ts'
import type { Ledger } from '../ledger.ts'

/** Duties that fall on one day of the year and do not say how long there must be until then: opened the day before, they would be owed tomorrow. */
export function yearlyFaults({ duties }: Ledger): GateFault[] {
  return Object.entries(duties)
    .filter(([, { due }]) => anyDay(due))
    .map(([key]) => ({ path: `duties.${key}.due`, message: 'what is opened shortly before this day is owed at once: say `least`' }))
}

function anyDay(due: Due): boolean {
  if ('first' in due) return due.first.some(anyDay)
  if ('earliest' in due) return due.earliest.some(anyDay)
  return 'yearly' in due && due.least === undefined
}
