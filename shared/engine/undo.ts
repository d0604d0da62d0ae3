import { same } from '../canonical.ts'
import { workdaysBetween } from '../deadline/calendar.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Duty } from '../duty.ts'
import { isFinal, type LedgerEvent } from '../event.ts'
import type { Data, LedgerRecord } from '../record.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Scope } from '../scope.ts'
import { actorOf, changesBetween, type Moved, type Turn } from './moved.ts'
import { owing } from './owed.ts'
import { readers } from './readers.ts'

/** So many working days after its entry, an act stands. */
const UNDO_DAYS = 3

const headers = ['state', 'year', 'parent', 'on', 'once', 'deleted'] as const
type Map = { [name: string]: unknown }

/**
 * What an event changed of a record beside its fields, as it was before: kept beside the event, not in its hash. Null where there was nothing. The values
 * of fields stand in the event itself. A number, once given, stays with the record.
 */
export type Was = { was: Map; took?: Map; setOn?: Map; duties?: (DutyWas | Duty)[]; owed: number }

/** What was different in a duty. Earlier releases kept the whole of it. */
type DutyWas = { id: string; was: Map }

/** What takes a record back from `after` to `before`. */
export function wasOf(before: LedgerRecord, after: LedgerRecord): Was {
  const changed = headers.filter((key) => !same(before[key], after[key]))
  const duties = before.duties.flatMap((duty) => {
    const was = difference(duty, after.duties.find(({ id }) => id === duty.id) ?? {})
    return Object.keys(was).length ? [{ id: duty.id, was }] : []
  })
  const maps = { took: difference(before.took, after.took), setOn: difference(before.setOn ?? {}, after.setOn ?? {}) }
  return {
    was: Object.fromEntries(changed.map((key) => [key, before[key] ?? null])),
    ...(Object.keys(maps.took).length ? { took: maps.took } : {}),
    ...(Object.keys(maps.setOn).length ? { setOn: maps.setOn } : {}),
    ...(duties.length ? { duties } : {}),
    owed: before.duties.length,
  }
}

/** The events that stand: neither taken back nor the taking back of others. */
export function standingEvents(events: LedgerEvent[]): LedgerEvent[] {
  // An import that was taken back is so by the event right after it.
  const undone = events.flatMap(({ seq, transition, undoes = seq - 1 }) => (transition === 'undo' ? [{ from: undoes, to: seq }] : []))
  return events.filter(({ seq }) => !undone.some(({ from, to }) => seq >= from && seq <= to))
}

/**
 * The last act of somebody that still stands on a record, past what the engine did on it because of that act. None after an import, a restored draft, an
 * office's end, or a paper that was sent out.
 */
export function lastAct(events: LedgerEvent[], { ledger, id }: { ledger: string; id: string }): LedgerEvent | undefined {
  const standing = standingEvents(events)
  let last = standing.at(-1)
  for (let cause = last?.cause; cause && cause.ledger === ledger && cause.id === id; cause = last?.cause) {
    const { seq } = cause
    last = standing.find((event) => event.seq === seq)
  }
  return last && isFinal(last) ? undefined : last
}

/** The record as it was before an event, out of what that event changed. */
export function before(record: LedgerRecord, { changes }: Pick<LedgerEvent, 'changes'>, back: Was): LedgerRecord {
  const data = applied(record.data, Object.fromEntries(Object.entries(changes).map(([key, { old }]) => [key, old]))) as Data
  const duties = record.duties.slice(0, back.owed).map((duty) =>
    dutyBefore(
      duty,
      back.duties?.find(({ id }) => id === duty.id),
    ),
  )
  const took = applied(record.took, back.took ?? {}) as LedgerRecord['took']
  const setOn = applied(record.setOn ?? {}, back.setOn ?? {}) as NonNullable<LedgerRecord['setOn']>
  const { setOn: _, ...rest } = applied(record, back.was) as LedgerRecord
  return { ...rest, data, duties, took, ...(Object.keys(setOn).length ? { setOn } : {}) }
}

/**
 * Takes a record back to what it was (`then`) before the event of that seq: an event of its own, since none is ever changed. A record whose creation is
 * taken back is void where it bears a number, so that no number is missing, and deleted otherwise.
 */
export function undo(turn: Turn, record: LedgerRecord, then: LedgerRecord | null, undoes: number, parent?: LedgerRecord | 'unread'): Moved {
  const { ledger, scope, today, world, entered } = turn
  const back = then ?? unborn(ledger, record)
  const next: LedgerRecord = { ...back, version: record.version + 1, readers: [] }
  next.readers = readers(ledger, next, world, parent === 'unread' ? record : parent)
  const live = new Set(back.duties.filter(({ state }) => state !== 'void').map(({ id }) => id))
  const gone = record.duties.filter(({ id, state }) => state !== 'void' && !live.has(id)).map(({ id }) => id)
  const moved = back.duties.flatMap(({ id, dueOn }) => {
    const from = record.duties.find((duty) => duty.id === id)?.dueOn ?? null
    return from === dueOn ? [] : [{ id, from, to: dueOn }]
  })
  return {
    record: next,
    event: {
      on: today,
      by: actorOf(scope),
      transition: 'undo',
      undoes,
      from: record.state,
      to: next.state,
      changes: changesBetween(record.data, next.data),
      said: {},
      opened: [],
      discharged: [],
      voided: gone,
      moved,
      created: [],
      ...(entered?.reason ? { reason: entered.reason } : {}),
    },
    creates: [],
    numbers: false,
    opened: owing([]).opened,
  }
}

function unborn(ledger: Ledger, record: LedgerRecord): LedgerRecord {
  const { once: _, ...rest } = record
  const duties = record.duties.map((duty) => (duty.state === 'done' ? duty : { ...duty, state: 'void' as const }))
  const ended = Object.keys(ledger.states).find((key) => ledger.states[key]?.phase === 'void')
  return record.number !== undefined && ended !== undefined
    ? { ...rest, duties, state: ended, undone: true }
    : { ...rest, duties, undone: true, deleted: true }
}

/**
 * Whether the scope may take back the last of these standing events: who took it, or the county. Refusals: 403 who never acted here; 409 when somebody else
 * has acted since, when it follows from another record, or when the time has passed.
 */
export function mayUndo(
  standing: LedgerEvent[],
  target: LedgerEvent,
  scope: Scope,
  { today, world }: Pick<Turn, 'today' | 'world'>,
): Refusal | null {
  const office = (event: LedgerEvent) => event.by.office.kind === scope.office.kind && event.by.office.id === scope.office.id
  const county = scope.office.kind === 'county'
  if (scope.role === 'leader' || (!county && !standing.some(office)))
    return refuse('role', {
      zh: '谁办的谁撤销，县人大办也可以撤销；您的账号不能撤销。',
      en: 'An act is taken back by who took it, or by the county; your account cannot.',
    })
  if (!county && !office(target))
    return refuse('state', {
      zh: `${target.by.name}已经在您之后办了这一件，不能再撤销；需要撤销的，请联系县人大办。`,
      en: `${target.by.name} has acted since; it can no longer be taken back. Ask the county office.`,
    })
  const entered = target.entered ?? target.on
  if (entered < today && workdaysBetween(world.calendar, entered, today) > UNDO_DAYS)
    return refuse('state', {
      zh: `办理后 ${UNDO_DAYS} 个工作日内可以撤销，现在已经过了；请用后面的步骤更正。`,
      en: `An act can be taken back within ${UNDO_DAYS} working days; that has passed. Put it right by a further step.`,
    })
  return null
}

function dutyBefore(duty: Duty, back: DutyWas | Duty | undefined): Duty {
  if (!back) return duty
  // Of a duty nothing but its day may be null itself.
  return 'was' in back ? ({ dueOn: null, ...applied(duty, back.was) } as Duty) : back
}

function difference(before: Map, after: Map): Map {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(keys.filter((key) => !same(before[key], after[key])).map((key) => [key, before[key] ?? null]))
}

/** With these values in the place of those that stand there; null takes away. */
function applied(now: Map, was: Map): Map {
  const gone = Object.keys(was).filter((key) => was[key] === null)
  return Object.fromEntries(Object.entries({ ...now, ...was }).filter(([key]) => !gone.includes(key)))
}
