import { namesFrom } from '../../engine/around.ts'
import type { Condition } from '../condition.ts'
import type { GateFault } from '../gate.ts'
import type { Ledger } from '../ledger.ts'

/**
 * A step that waits until the meeting of the item is held waits for its day as well, where no meeting may be named: a vote entered before the day on which
 * it is said to be taken was never taken.
 */
export function meetingFaults(ledger: Ledger): GateFault[] {
  return Object.entries(ledger.transitions).flatMap(([key, { when = [], notBefore }]) => {
    const days = when.flatMap(maybeNamed).flatMap((via) => daysFrom(ledger, via))
    if (days.length === 0 || days.includes(notBefore?.slice(1) ?? '')) return []
    const message = `with no record named, this waits for its day all the same: notBefore '@${days[0]}'`
    return [{ path: `transitions.${key}.notBefore`, message }]
  })
}

/** The fields of which a condition says: what it names stands in such a state, or nothing is named. */
function maybeNamed(condition: Condition): string[] {
  if (!('any' in condition)) return []
  const blank = condition.any.flatMap((each) => ('field' in each && 'filled' in each && !each.filled ? [each.field] : []))
  return condition.any.flatMap((each) => ('named' in each && blank.includes(each.named) ? [each.named] : []))
}

const daysFrom = ({ fields }: Ledger, via: string): string[] =>
  Object.entries(fields).flatMap(([key, field]) =>
    field.kind === 'date' && namesFrom(field).some((name) => name.startsWith(`${via}.`)) ? [key] : [],
  )
