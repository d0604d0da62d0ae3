import type { Duty } from '../duty.ts'
import type { LedgerEvent } from '../event.ts'
import type { Data, LedgerRecord } from '../record.ts'
import { standingEvents } from './undo.ts'

/** What the events of a record tell of a duty: whether it is owed still, was done or fell away, and its day. */
type Owed = Pick<Duty, 'id' | 'dueOn'> & { state: 'owed' | 'done' | 'void' }
export type Replayed = Pick<LedgerRecord, 'state' | 'version' | 'data'> & { duties: Map<string, Owed> }

/**
 * A record as its events alone tell it, oldest first: state, version, fields and duties. What was taken back counts for the fields by the event that took it
 * back, and for the duties as never done.
 */
export function replay(events: LedgerEvent[]): Replayed {
  const data: Data = {}
  for (const { changes } of events)
    for (const [field, change] of Object.entries(changes)) {
      if (change.new === null) delete data[field]
      else data[field] = change.new
    }
  return { state: events.at(-1)?.to ?? '', version: events.length, data, duties: dutiesOf(standingEvents(events)) }
}

function dutiesOf(events: LedgerEvent[]): Replayed['duties'] {
  const duties: Replayed['duties'] = new Map()
  const turn = (ids: string[], state: Owed['state']) => {
    for (const id of ids) duties.set(id, { id, dueOn: duties.get(id)?.dueOn ?? null, state })
  }
  for (const { opened, discharged, voided, moved } of events) {
    for (const { id, dueOn } of opened) duties.set(id, { id, dueOn, state: 'owed' })
    for (const { id, to } of moved) duties.set(id, { id, state: duties.get(id)?.state ?? 'owed', dueOn: to })
    turn(discharged, 'done')
    turn(voided, 'void')
  }
  return duties
}
