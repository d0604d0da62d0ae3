import { same } from '../../shared/canonical.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { Ledger } from '../../shared/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { dutyItems } from './duty-items.ts'
import { entryItems } from './entries.ts'
import type { Item } from './expressions.ts'
import { keys } from './keys.ts'
import { MOST_BYTES, MOST_WRITES, transactItems, type Write } from './transaction.ts'
import { wordItems } from './words.ts'

/** A record as stored before (none at its creation), as it shall be, and the events in between, sealed. */
export type Change = { ledger: Ledger; before?: LedgerRecord; after: LedgerRecord; events: LedgerEvent[] }

/** Why nothing was stored. `change` is the place among the changes; a failed write of `also` tells its own `what`. */
export type Unstored = { what: 'stale' | 'number' | string; change?: number }

const MOST_RECORD = 380_000

/**
 * The one way in which records are written: each record with its events, the items of its open duties, its entries and words in every reading
 * partition, its unique number and its place among its parent's children, all in one transaction or none; `also` goes with them.
 * Null when stored. `stale`: someone changed the record since it was read; `number`: that number is taken.
 */
export async function commit(scope: Scope, changes: Change[], also: Write[] = []): Promise<Unstored[] | null> {
  const writes = [...changes.flatMap((change, at) => writesOf(scope, change).map((write) => ({ ...write, what: `${write.what}/${at}` }))), ...also]
  const failures = await transactItems(writes)
  return failures && failures.map(({ what }) => told(what))
}

/** Every write of one change. Items that stay the same are left alone. */
export function writesOf(scope: Scope, { ledger, before, after, events }: Change): Write[] {
  const { ledger: key, id, version } = after
  const on = events.at(-1)?.on ?? after.updatedAt.slice(0, 10)
  const was = before ? derived(scope, ledger, before, on) : []
  const is = derived(scope, ledger, after, on)
  const stays = new Set(is.map(name))
  return [
    {
      what: 'stale',
      put: { ...keys.record(scope, key, id), v: version, record: after },
      ...(before ? { when: { text: '#v = :v', names: { '#v': 'v' }, values: { ':v': before.version } } } : { absent: true }),
    },
    ...events.map((event): Write => ({ what: 'stale', put: { ...keys.event(scope, key, id, event.seq), ledger: key, id, event }, absent: true })),
    ...(after.number && before?.number !== after.number
      ? [{ what: 'number', put: { ...keys.number(scope, key, after.number), ledger: key, id }, absent: true } as Write]
      : []),
    ...is.filter((item) => !was.some((old) => name(old) === name(item) && same(old, item))).map((put): Write => ({ what: 'index', put })),
    ...was.filter((item) => !stays.has(name(item))).map(({ pk, sk }): Write => ({ what: 'index', delete: { pk, sk } })),
  ]
}

/** True when these writes fit in one transaction. */
export function fits(writes: Write[]): boolean {
  return writes.length <= MOST_WRITES && writes.reduce((sum, write) => sum + Buffer.byteLength(JSON.stringify(write)), 0) <= MOST_BYTES
}

/** True when the record and its events can be stored: an item of the table ends at 400 KB. */
export function storable({ after, events }: Change): boolean {
  return [after, ...events].every((part) => Buffer.byteLength(JSON.stringify(part)) <= MOST_RECORD)
}

/** Everything that follows from a record and serves reading. A deleted one leaves no trace in lists. */
function derived(scope: Scope, ledger: Ledger, record: LedgerRecord, on: string): Item[] {
  if (record.deleted) return []
  const link = record.parent ? [{ ...keys.child(scope, record.parent, record), ledger: record.ledger, id: record.id }] : []
  return [...dutyItems(scope, ledger, record), ...entryItems(scope, ledger, record, on), ...wordItems(scope, ledger, record), ...link]
}

function told(what: string): Unstored {
  const [kind = '', change] = what.split('/')
  return { what: kind, ...(change === undefined ? {} : { change: Number(change) }) }
}

function name(item: Item): string {
  return `${item.pk} ${item.sk}`
}
