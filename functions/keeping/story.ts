import { same } from '../../shared/canonical.ts'
import type { Duty } from '../../shared/duty.ts'
import { type Replayed, replay } from '../../shared/engine/replay.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { brokenAt } from '../store/seal.ts'
import type { Stored } from './stored.ts'

/** Something that does not hold: of what kind, where it lies, and a few words. It names fields and ids, never what they say. */
export type Fault = {
  kind: 'chain' | 'record' | 'duties' | 'lists' | 'counters' | 'figures' | 'numbers' | 'notices'
  where: string
  says: string
}

/** Where a record, its duties and its events do not tell the same story. */
export function faultsOf({ record, events }: Stored): Fault[] {
  const where = `${record.ledger}/${record.id}`
  const told = replay(events)
  const broken = brokenAt(events, record.secret)
  const chain = [
    ...(broken === null ? [] : [`event ${broken} was changed, or does not follow the one before`]),
    ...(events.length === record.version ? [] : [`holds ${events.length} events at version ${record.version}`]),
    ...(events.at(-1)?.hash === record.head ? [] : ['its head is not its last event']),
    ...gaps(events).map((seq) => `event ${seq} begins in another state than the one before left`),
  ]
  const states = told.state === record.state ? [] : [`is ${record.state}, by its events ${told.state}`]
  const fields = [...new Set([...Object.keys(record.data), ...Object.keys(told.data)])]
    .filter((field) => !same(record.data[field] ?? null, told.data[field] ?? null))
    .map((field) => `its ${field} is not what its events say`)
  return [
    ...chain.map((says): Fault => ({ kind: 'chain', where, says })),
    ...[...states, ...fields].map((says): Fault => ({ kind: 'record', where, says })),
    ...dutyFaults(record.duties, told.duties).map((says): Fault => ({ kind: 'duties', where, says })),
  ]
}

function gaps(events: LedgerEvent[]): number[] {
  return events.flatMap(({ from, seq }, at) => (at > 0 && from !== events[at - 1]?.to ? [seq] : []))
}

const stateOf = { open: 'owed', paused: 'owed', done: 'done', void: 'void' } as const

/** What fell away needs no trace: an act that was taken back takes its duties with it. */
function dutyFaults(duties: Duty[], told: Replayed['duties']): string[] {
  const wrong = duties.flatMap(({ id, key, state, dueOn }) => {
    const by = told.get(id)
    if (state === 'void') return by && by.state !== 'void' ? [`the duty ${key} is void, by its events ${by.state}`] : []
    if (by?.state !== stateOf[state]) return [`the duty ${key} is ${state}, by its events ${by?.state ?? 'none'}`]
    return state !== 'done' && by.dueOn !== dueOn ? [`the duty ${key} is due on ${dueOn}, by its events on ${by.dueOn}`] : []
  })
  const known = new Set(duties.map(({ id }) => id))
  const lost = [...told.values()].filter(({ id, state }) => state !== 'void' && !known.has(id))
  return [...wrong, ...lost.map(({ id }) => `the duty ${id} of its events is not there`)]
}
