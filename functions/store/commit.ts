import { same } from '../../shared/canonical.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { Ledger } from '../../shared/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { dutyItems } from './duty-items.ts'
import { entryItems } from './entries.ts'
import type { Condition, Item, Key } from './expressions.ts'
import { keys } from './keys.ts'
import { MOST_BYTES, MOST_WRITES, transactItems, type Write } from './transaction.ts'
import { wordItem } from './words.ts'

/** A record as stored before (none at its creation), as it shall be, and the events in between, sealed. */
export type Change = { ledger: Ledger; before?: LedgerRecord; after: LedgerRecord; events: LedgerEvent[] }

/** Why nothing was stored. `change` is the place among the changes; a failed write of `also` tells its own `what`. */
export type Unstored = { what: 'stale' | 'number' | string; change?: number }

const MOST_RECORD = 380_000
const MOST_INDEXED = 80

/**
 * The one way in which records are written: each record with its events, the items of its open duties, its entries and words in every reading
 * partition, its unique number and its place among its parent's children, all in one transaction or none; `also` goes with them.
 * Null when stored. `stale`: someone changed the record since it was read; `number`: that number is taken.
 */
export async function commit(scope: Scope, changes: Change[], also: Write[] = []): Promise<Unstored[] | null> {
  const writes = [
    ...changes.flatMap((change, at) => writesOf(scope, change).map((write) => ({ ...write, what: `${write.what}/${at}` }))),
    ...also,
  ]
  const failures = await transactItems(writes)
  return failures?.map(({ what }) => told(what)) ?? null
}

/** The writes of one change. Items that stay the same are left alone; of more index items than one transaction could hold, the first. */
export function writesOf(scope: Scope, change: Change): Write[] {
  const { before, after, events } = change
  const { ledger: key, id, version } = after
  return [
    {
      what: 'stale',
      put: { ...keys.record(scope, key, id), v: version, record: after },
      ...(before ? { when: ofVersion(before.version) } : { absent: true }),
    },
    ...events.map(
      (event): Write => ({ what: 'stale', put: { ...keys.event(scope, key, id, event.seq), ledger: key, id, event }, absent: true }),
    ),
    ...(after.number && before?.number !== after.number
      ? [{ what: 'number', put: { ...keys.number(scope, key, after.number), ledger: key, id }, absent: true } as Write]
      : []),
    ...indexed(scope, change).slice(0, MOST_INDEXED),
  ]
}

/** Null for nearly every change. Where a record is to be found under too many readers for one transaction: the keys left to delete by `reindex`. */
export function leftToIndex(scope: Scope, change: Change): Key[] | null {
  const later = indexed(scope, change).slice(MOST_INDEXED)
  return later.length === 0 ? null : later.flatMap((write) => ('delete' in write ? [write.delete] : []))
}

/** Writes whatever follows from the record as it stands now, and deletes these stale keys. May be done twice, or by two at once. */
export async function reindex(scope: Scope, ledger: Ledger, record: LedgerRecord, on: string, stale: Key[]): Promise<boolean> {
  const is = derived(scope, ledger, record, on)
  const stays = new Set(is.map(name))
  const gone = stale.filter((key) => !stays.has(name(key)))
  const writes: Write[] = [...is.map((put) => ({ put })), ...gone.map((key) => ({ delete: key }))]
  const check: Write = { check: keys.record(scope, record.ledger, record.id), when: ofVersion(record.version) }
  for (let at = 0; at < writes.length; at += MOST_INDEXED) {
    if (await transactItems([check, ...writes.slice(at, at + MOST_INDEXED)])) return false
  }
  return true
}

function indexed(scope: Scope, { ledger, before, after, events }: Change): Write[] {
  const on = events.at(-1)?.on ?? after.updatedAt.slice(0, 10)
  const was = new Map((before ? derived(scope, ledger, before, on) : []).map((item) => [name(item), item]))
  const is = derived(scope, ledger, after, on)
  const stays = new Set(is.map(name))
  const puts = is.filter((item) => !same(was.get(name(item)), item))
  const gone = [...was.values()].filter((item) => !stays.has(name(item)))
  return [
    ...puts.map((put): Write => ({ what: 'index', put })),
    ...gone.map(({ pk, sk }): Write => ({ what: 'index', delete: { pk, sk } })),
  ]
}

function ofVersion(version: number): Condition {
  return { text: '#v = :v', names: { '#v': 'v' }, values: { ':v': version } }
}

export type Weight = { writes: number; bytes: number }

/** What some writes take of a transaction. */
export function weigh(writes: Write[]): Weight {
  return { writes: writes.length, bytes: writes.reduce((sum, write) => sum + Buffer.byteLength(JSON.stringify(write)), 0) }
}

/** True when all these together fit in one transaction. */
export function within(weights: Weight[]): boolean {
  const sum = (of: keyof Weight) => weights.reduce((total, weight) => total + weight[of], 0)
  return sum('writes') <= MOST_WRITES && sum('bytes') <= MOST_BYTES
}

/** True when the record and its events can be stored: an item of the table ends at 400 KB. */
export function storable({ after, events }: Change): boolean {
  return [after, ...events].every((part) => Buffer.byteLength(JSON.stringify(part)) <= MOST_RECORD)
}

/** Everything that follows from a record and serves reading. A deleted one leaves no trace in lists. */
function derived(scope: Scope, ledger: Ledger, record: LedgerRecord, on: string): Item[] {
  if (record.deleted) return []
  const link = record.parent ? [{ ...keys.child(scope, record.parent, record), ledger: record.ledger, id: record.id }] : []
  const [own, ...outside] = entryItems(scope, ledger, record, on)
  return [...(own ? [own] : []), wordItem(scope, ledger, record), ...link, ...dutyItems(scope, ledger, record), ...outside]
}

function told(what: string): Unstored {
  const [kind = '', change] = what.split('/')
  return { what: kind, ...(change === undefined ? {} : { change: Number(change) }) }
}

function name(item: Key): string {
  return `${item.pk} ${item.sk}`
}
