import type { Ledger } from '../definition/ledger.ts'
import type { LedgerEvent } from '../event.ts'
import type { Data, LedgerRecord } from '../record.ts'
import type { Scope } from '../scope.ts'
import type { World } from '../world.ts'
import { compact, type Moved, moved } from './moved.ts'
import { type Owed, owing } from './owed.ts'

/** What an event itself does not tell of the record before it, and taking it back needs. Kept beside the event. */
export type Back = Pick<LedgerRecord, 'state' | 'duties'> & Partial<Pick<LedgerRecord, 'number' | 'setOn'>>

/** What to keep of a record beside the event that changes it. */
export function backOf({ state, duties, number, setOn }: LedgerRecord): Back {
  return { state, duties, ...(number === undefined ? {} : { number }), ...(setOn ? { setOn } : {}) }
}

/**
 * Takes the last event of a record back, by an event of its own: fields, state, number, duties and counted days are as before it; duties that it opened stay,
 * void, so that nothing else ever bears their ids. Without `back` the event made the record: then it is gone, and its number is free again.
 */
export function takeBack(
  ledger: Ledger,
  record: LedgerRecord,
  event: LedgerEvent,
  back: Back | undefined,
  scope: Scope,
  today: string,
  world: World,
): Moved {
  const turn = { ledger, scope, today, world }
  const { number: _, setOn: __, ...rest } = record
  const told = { transition: 'undo', parent: 'unread' as const }
  if (!back) return moved(turn, record, { ...rest, deleted: true, withdrawn: true }, withdrawn(record, []), told)
  const { state, duties, number, setOn } = back
  const before: LedgerRecord = { ...rest, state, data: dataBefore(record.data, event), ...(number === undefined ? {} : { number }) }
  const gone = moved(turn, record, before, withdrawn(record, duties), told)
  const { setOn: ___, ...after } = gone.record
  return { ...gone, record: { ...after, ...(setOn ? { setOn } : {}) } }
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
  const before = new Map(stood.map((duty) => [duty.id, duty]))
  const lives = ({ state }: { state: string }): boolean => state === 'open' || state === 'paused'
  const after = duties.map((duty) => before.get(duty.id) ?? (duty.state === 'void' ? duty : { ...duty, state: 'void' as const }))
  return {
    ...owing(after),
    voided: duties.filter((duty, at) => lives(duty) && after[at]?.state === 'void').map(({ id }) => id),
    moved: duties.flatMap(({ id, dueOn }, at) => {
      const to = after[at]?.dueOn ?? null
      return before.has(id) && to !== dueOn ? [{ id, from: dueOn, to }] : []
    }),
  }
}
