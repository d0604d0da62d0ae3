import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Creation, Moved } from '../../shared/engine/moved.ts'
import { wasOf } from '../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import { definitions } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { kinLock } from '../store/children.ts'
import { type Change, commit, newlyNamed, ofVersion, storable, type Unstored, type Weight, weigh, within } from '../store/commit.ts'
import { keys, type Ref } from '../store/keys.ts'
import { nextNumber, type Sequences, sequenceWrites } from '../store/numbers.ts'
import { readRecord } from '../store/records.ts'
import { seal } from '../store/seal.ts'
import { systemScope } from '../store/system-scope.ts'
import type { Write } from '../store/transaction.ts'
import { world } from '../world.ts'
import { asksChildren } from './conditions.ts'
import type { Sweep } from './sweep.ts'

/** Kept free for what is left to do, a key, a family. */
const SPARE = 4

export type Done = { record: LedgerRecord; event: LedgerEvent }

/**
 * What did not fit into one transaction: records to create, records on which the engine's steps are still
 * to be tried, records whose children may be read by others now. */
export type Leftover = {
  creations: { parent: Ref; seq: number; on?: string; creation: Creation }[]
  tries: (Ref & { cause?: NonNullable<LedgerEvent['cause']> })[]
  heirs: Ref[]
  /** What is to be made for each record of a list; absent in what an earlier release left. */
  sweeps?: Sweep[]
}

export type Family = { parent: Ref; seen: number; children: LedgerRecord[] }

/** Everything that one transaction will hold, as it grows: read once, changed here, stored together. */
export type Work = {
  scope: Scope
  clock: Clock
  world: World
  ledgers: Map<string, Ledger>
  changes: Map<string, Change>
  sequences: Sequences
  /** Parents whose children were looked at, with how often these had moved. */
  families: Map<string, Family>
  /** Records of which was asked who hangs on them, with how often others had begun to. */
  hung: Map<string, { parent: Ref; seen: number }>
  /** Records that were looked at for what is on them, as they were then. */
  looked: Map<string, LedgerRecord | null>
  also: Write[]
  left: Leftover
}

export async function begin(scope: Scope, clock: Clock): Promise<Work> {
  const [known, now] = await Promise.all([definitions(scope), world()])
  const ledgers = new Map(known.map(({ ledger }) => [ledger.key, ledger]))
  return {
    scope,
    clock,
    world: now,
    ledgers,
    changes: new Map(),
    sequences: new Map(),
    families: new Map(),
    hung: new Map(),
    looked: new Map(),
    also: [],
    left: nothingLeft(),
  }
}

const nothingLeft = (): Leftover => ({ creations: [], tries: [], heirs: [] })

/** The record as this work has left it so far, else as stored. The work reads as the system: what it needs to know, not what its caller may see. */
export async function load(work: Work, ref: Ref): Promise<LedgerRecord | null> {
  return work.changes.get(name(ref))?.after ?? readRecord(systemScope(), ref.ledger, ref.id)
}

/** The record as `load` gives it, which may not have moved by the time of storing. */
export async function look(work: Work, ref: Ref): Promise<LedgerRecord | null> {
  const changed = work.changes.get(name(ref))?.after
  if (changed) return changed
  const record = work.looked.get(name(ref)) ?? (await readRecord(systemScope(), ref.ledger, ref.id))
  work.looked.set(name(ref), record)
  return record
}

/** Takes a move into the work: gives it its number, its place in the chain and its instants. */
export async function apply(
  work: Work,
  ledger: Ledger,
  before: LedgerRecord | undefined,
  moved: Moved,
  cause?: LedgerEvent['cause'],
): Promise<Done> {
  const at = work.clock.now.toISOString()
  const number = moved.numbers ? await nextNumber(work.scope, ledger, moved.record, work.sequences) : moved.record.number
  const { event, secret } = seal({ ...moved.event, ...(cause ? { cause } : {}) }, moved.record.version, work.clock.now, before)
  const createdAt = before ? moved.record.createdAt : at
  const record: LedgerRecord = {
    ...moved.record,
    ...(number === undefined ? {} : { number }),
    createdAt,
    updatedAt: at,
    head: event.hash,
    secret,
  }
  const earlier = work.changes.get(name(record))
  const stored = earlier ? earlier.before : before
  work.changes.set(name(record), {
    ledger,
    ...(stored ? { before: stored } : {}),
    after: record,
    events: [...(earlier?.events ?? []), event],
    was: [...(earlier?.was ?? []), before && event.transition !== 'undo' ? wasOf(before, record) : undefined],
  })
  return { record, event }
}

/** True while everything in the work can be stored at once. */
export function fitsSoFar(work: Work): boolean {
  const weights = [...work.changes.values()].map((change) => weightOf(work, change))
  return within([...weights, ...accompanying(work).map(() => ({ writes: 1, bytes: 1000 })), { writes: SPARE, bytes: 0 }])
}

const weighed = new WeakMap<Change, Weight>()

function weightOf(work: Work, change: Change): Weight {
  const weight = weighed.get(change) ?? weigh(work.scope, change)
  weighed.set(change, weight)
  return weight
}

/** True when each record stays below what an item may hold. */
export function isStorable(work: Work): boolean {
  return [...work.changes.values()].every(storable)
}

/** Stores the work; null when done, else why not. */
export async function store(work: Work): Promise<Unstored[] | null> {
  return commit(work.scope, [...work.changes.values()], accompanying(work))
}

function accompanying(work: Work): Write[] {
  const moving = new Map<string, Ref>()
  for (const { after } of work.changes.values()) {
    const ledger = after.parent && work.ledgers.get(after.parent.ledger)
    if (after.parent && ledger && asksChildren(ledger)) moving.set(name(after.parent), after.parent)
  }
  for (const change of work.changes.values()) for (const ref of newlyNamed(change)) moving.set(name(ref), ref)
  const watched = new Map([...work.hung, ...work.families])
  const stepped = [...moving].map(([key, parent]) => kinLock(work.scope, parent, watched.get(key)?.seen, true))
  const looked = [...watched].filter(([key]) => !moving.has(key)).map(([, { parent, seen }]) => kinLock(work.scope, parent, seen, false))
  const seen = [...work.looked].flatMap(([key, record]): Write[] =>
    record && !work.changes.has(key)
      ? [{ what: 'kin', check: keys.record(work.scope, record.ledger, record.id), when: ofVersion(record.version) }]
      : [],
  )
  return [...stepped, ...looked, ...seen, ...sequenceWrites(work.scope, work.sequences), ...work.also]
}

/** The record of a move, and of those that it creates the ones that this work has room for: what is born later moves nothing yet. */
export function movedIn(work: Work, { record, event }: Done): Ref[] {
  return [record, ...event.created.filter((ref) => work.changes.has(name(ref)))]
}

export function name({ ledger, id }: Ref): string {
  return `${ledger}#${id}`
}
