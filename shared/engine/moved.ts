import { same } from '../canonical.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Duty, Holder } from '../duty.ts'
import type { LedgerEvent } from '../event.ts'
import { isDay } from '../names.ts'
import type { Actor, Data, LedgerRecord } from '../record.ts'
import type { Scope } from '../scope.ts'
import { sittingOn } from '../sitting.ts'
import type { World } from '../world.ts'
import { type Entered, lastDay } from './day.ts'
import { claimAfter } from './once.ts'
import type { Owed } from './owed.ts'
import { readers } from './readers.ts'

/**
 * By what every kind of move is judged: the ledger's rules, who acts, on which day it happens (Asia/Shanghai), in which county; and when that is told, if
 * later. `asker`: the office that asks, or whose request is decided.
 */
export type Turn = { ledger: Ledger; scope: Scope; today: string; world: World; entered?: Entered; asker?: Holder }

/** An event before the store gives it its place: seq, instant, chain. */
export type EventDraft = Omit<LedgerEvent, 'form' | 'bridge' | 'seq' | 'at' | 'prev' | 'hash'>

/** A record to be created elsewhere in the same transaction (rule 15). `identity` is parent + transition + ledger + element: a repeat creates nothing twice. */
export type Creation = {
  identity: string
  ledger: string
  township: string | null
  data: Record<string, unknown>
  path: string
  /** Left out where what stands once is there already. */
  unlessThere?: true
}

/** What a move gives: the next record (number, head and instant still to come), its event, and what to create. All pure values. */
export type Moved = { record: LedgerRecord; event: EventDraft; creates: Creation[]; sweeps?: true; numbers: boolean; opened: Duty[] }

/** A record before its first move: what the move and the store give it is still empty. It counts in the term and session of the day on which it began. */
export function blankRecord(
  { ledger, scope, world }: Turn,
  began: string,
  known: Pick<LedgerRecord, 'id' | 'township' | 'state' | 'year' | 'data'> & Partial<Pick<LedgerRecord, 'number' | 'parent'>>,
): LedgerRecord {
  const sitting = sittingOn(world.sittings, began)
  return {
    ...known,
    ledger: ledger.key,
    version: 0,
    ...(sitting ? { term: sitting.term, session: sitting.session } : {}),
    createdAt: '',
    updatedAt: '',
    createdBy: actorOf(scope),
    duties: [],
    took: {},
    head: '',
    readers: [],
  }
}

/**
 * What is told of a move beside what can be seen from the records. `parent`: through whom the record is read; `unread` when it is not at hand and those
 * who read through it shall go on. `counted`: the day from which counted values hold, when that is not today.
 */
export type Told = Pick<EventDraft, 'transition'> &
  Partial<Pick<EventDraft, 'for' | 'branch' | 'said' | 'handed' | 'reason'>> &
  Partial<Pick<Moved, 'creates' | 'sweeps' | 'numbers'>> & { parent?: LedgerRecord | 'unread' | undefined; counted?: string }

/**
 * The outcome of a move, whatever its kind: the record with its next version, its duties and its readers, and the event that tells what changed.
 * `before` is absent when the record is new.
 */
export function moved(turn: Turn, before: LedgerRecord | undefined, after: LedgerRecord, owed: Owed, told: Told): Moved {
  const { ledger, scope, today, world, entered } = turn
  const { parent, counted = today, creates = [], sweeps, numbers = false, said = {}, ...named } = told
  const changes = changesBetween(before?.data ?? {}, after.data)
  const setOn = stampSet(ledger, before?.setOn, changes, counted)
  const { once: _, ...rest } = after
  const record: LedgerRecord = {
    ...rest,
    version: after.version + 1,
    ...(before ? {} : { began: today }),
    ...stepDay(turn, before, named.transition, counted),
    duties: owed.duties,
    ...(setOn ? { setOn } : {}),
  }
  const once = claimAfter(ledger, before, record, world)
  if (once !== undefined) record.once = once
  record.year = yearAfter(ledger, before, record)
  record.readers = readers(ledger, record, world, parent === 'unread' ? before : parent)
  const opened = owed.opened.map(({ id, key, holder, dueOn }) => ({ id, key, holder, dueOn }))
  const { discharged, voided, moved } = owed
  const happened = { ...named, from: before?.state ?? null, to: record.state, changes, said, opened, discharged, voided, moved }
  const late = entered && entered.on !== today ? { entered: entered.on } : {}
  const reason = entered?.reason ? { reason: entered.reason } : {}
  return {
    record,
    event: { on: today, by: actorOf(scope), ...late, ...happened, ...reason, created: [] },
    creates,
    ...(sweeps ? { sweeps } : {}),
    numbers,
    opened: owed.opened,
  }
}

/** The day of the last step, after this one. What only writes something down is no step; an import counts from the last day that its row tells of. */
function stepDay({ ledger, today }: Turn, before: LedgerRecord | undefined, name: string, counted: string): Pick<LedgerRecord, 'on'> {
  const step = name === 'create' || Object.hasOwn(ledger.transitions, name)
  const on = step ? today : name === 'import' && counted < today ? counted : before && lastDay(before)
  return on ? { on } : {}
}

/** The year follows the day by which the record is counted. */
function yearAfter({ year }: Ledger, before: LedgerRecord | undefined, after: LedgerRecord): number {
  const key = year?.slice(1)
  const day = key === undefined ? undefined : after.data[key]
  return before && key !== undefined && isDay(day) && day !== before.data[key] ? Number(day.slice(0, 4)) : after.year
}

/** Who acts, as events and records keep it. */
export function actorOf(scope: Scope): Actor {
  if (scope.system) return { id: 'system', name: scope.name, office: { kind: 'system', id: 'system' } }
  const { person, name, office, via } = scope
  return { id: person, name, office: { kind: office.kind, id: office.id }, ...(via ? { via } : {}) }
}

/** Old and new of every field that differs; event-only fields never stand here. */
export function changesBetween(before: Data, after: Data): LedgerEvent['changes'] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return Object.fromEntries(
    keys.filter((key) => !same(before[key], after[key])).map((key) => [key, { old: before[key] ?? null, new: after[key] ?? null }]),
  )
}

/** Data without empty fields: null clears. */
export function compact(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined))
}

/** Fields whose values the ledger's report counts: the day they were last set is kept on the record, so that figures can be told as of any day. */
export function countedFields(ledger: Ledger): string[] {
  const rates = Object.values(ledger.report?.rates ?? {}).flatMap((rate) => [...rate.of, ...rate.over])
  return [...new Set([...(ledger.report?.counts ?? []), ...rates.flatMap((condition) => ('field' in condition ? [condition.field] : []))])]
}

/** `setOn` after these changes. */
function stampSet(ledger: Ledger, before: LedgerRecord['setOn'], changes: LedgerEvent['changes'], today: string): LedgerRecord['setOn'] {
  const hit = countedFields(ledger).filter((field) => changes[field])
  return hit.length === 0 ? before : { ...before, ...Object.fromEntries(hit.map((field) => [field, today])) }
}
