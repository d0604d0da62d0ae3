import type { Ledger } from '../definition/ledger.ts'
import type { LedgerEvent } from '../event.ts'
import type { Data, LedgerRecord } from '../record.ts'
import type { Scope } from '../scope.ts'
import type { World } from '../world.ts'
import { compact, type Moved, moved } from './moved.ts'
import { type Owed, owing } from './owed.ts'
import { before, type Was } from './undo.ts'

/**
 * Takes the last event of a record back, by an event of its own, out of what lies beside it (`was`): fields, state, duties and counted days are as before it; duties that
 * it opened stay, void, so that nothing else ever bears their ids. Without `was` the event made the record: then it is gone, and its number is free again.
 */
export function takeBack(
  ledger: Ledger,
  record: LedgerRecord,
  event: LedgerEvent,
  was: Was | undefined,
  scope: Scope,
  today: string,
  world: World,
): Moved {
  const turn = { ledger, scope, today, world }
  const told = { transition: 'undo', parent: 'unread' as const }
  if (!was) {
    const { number: _, ...gone } = record
    return moved(turn, record, { ...gone, deleted: true, withdrawn: true }, withdrawn(record, []), told)
  }
  const { setOn, on, duties, ...then } = before(record, event, was)
  const done = moved(turn, record, { ...then, duties, version: record.version }, withdrawn(record, duties), told)
  const { setOn: _, on: __, ...after } = done.record
  return { ...done, record: { ...after, ...(setOn ? { setOn } : {}), ...(on === undefined ? {} : { on }) } }
}

/** The fields of a record as they were at a version: those of now, with what its later events (oldest first) changed as it was before them. */
export function dataAt({ data }: LedgerRecord, events: LedgerEvent[], version: number): Data {
  return events.filter(({ seq }) => seq > version).reduceRight(dataBefore, data)
}

function dataBefore(data: Data, { changes }: LedgerEvent): Data {
  return compact({ ...data, ...Object.fromEntries(Object.entries(changes).map(([key, { old }]) => [key, old])) })
}

/** The duties as they stood; what was not there is void. */
function withdrawn({ duties }: LedgerRecord, stood: LedgerRecord['duties']): Owed {
  const earlier = new Map(stood.map((duty) => [duty.id, duty]))
  const lives = ({ state }: { state: string }): boolean => state === 'open' || state === 'paused'
  const after = duties.map((duty) => earlier.get(duty.id) ?? (duty.state === 'void' ? duty : { ...duty, state: 'void' as const }))
  return {
    ...owing(after),
    voided: duties.filter((duty, at) => lives(duty) && after[at]?.state === 'void').map(({ id }) => id),
    moved: duties.flatMap(({ id, dueOn }, at) => {
      const to = after[at]?.dueOn ?? null
      return earlier.has(id) && to !== dueOn ? [{ id, from: dueOn, to }] : []
    }),
  }
}
