import type { Duty } from '../duty.ts'
import { isStep, type LedgerEvent } from '../event.ts'
import type { LedgerRecord } from '../record.ts'
import { replay } from './replay.ts'
import { standingEvents } from './undo.ts'

/**
 * A record as it stood at the end of a day, by what had happened until then: state, fields, duties and steps. Null where it was not there yet. What stays the
 * same for its whole life (number, township, who made it) is the record's own.
 */
export function recordAsOf(record: LedgerRecord, events: LedgerEvent[], day: string): LedgerRecord | null {
  const past = events.filter(({ on }) => on <= day)
  if (past.length === 0) return null
  if (past.length === events.length) return record
  const then = replay(past)
  const duties = record.duties.flatMap((duty): Duty[] => {
    const owed = then.duties.get(duty.id)
    if (!owed) return []
    const { doneOn, ...rest } = duty
    const done = owed.state === 'done' && doneOn !== undefined ? { doneOn } : {}
    return [{ ...rest, ...done, dueOn: owed.dueOn, state: owed.state === 'owed' ? 'open' : owed.state }]
  })
  const taken = standingEvents(past).filter((event) => isStep(event))
  return {
    ...record,
    state: then.state,
    version: then.version,
    data: then.data,
    duties,
    took: {
      ...Object.fromEntries(Object.entries(record.took).filter(([, { on }]) => on <= day)),
      ...Object.fromEntries(taken.map(({ transition, on, by }) => [transition, { person: by.id, on }])),
    },
  }
}
