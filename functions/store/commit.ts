import { randomUUID } from 'node:crypto'
import type { Scope } from '../../shared/scope.ts'
import { type Change, indexWrites, ofVersion } from './derive.ts'
import { isEntry, keys } from './keys.ts'
import { MOST_BYTES, MOST_WRITES, transactItems, type Write } from './transaction.ts'

export type { Change } from './derive.ts'

/** Why nothing was stored. `change` is the place among the changes; a failed write of `also` tells its own `what`. */
export type Unstored = { what: 'stale' | 'number' | string; change?: number }

const MOST_RECORD = 380_000

/**
 * The one way in which records are written: each record with its events, the items of its open duties, its entries and words in every reading
 * partition, its unique number and its place among its parent's children, all in one transaction or none; `also` goes with them.
 * Null when stored. `stale`: someone changed the record since it was read; `number`: that number is taken.
 */
export async function commit(scope: Scope, changes: Change[], also: Write[] = []): Promise<Unstored[] | null> {
  // Entries say with which others they were written: the counter of the stream marks these together.
  const group = randomUUID()
  const grouped = (write: Write): Write => ('put' in write && isEntry(write.put) ? { ...write, put: { ...write.put, group } } : write)
  const writes = [
    ...changes.flatMap((change, at) => writesOf(scope, change).map((write) => ({ ...grouped(write), what: `${write.what}/${at}` }))),
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
    ...indexWrites(scope, change).now,
  ]
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

function told(what: string): Unstored {
  const [kind = '', change] = what.split('/')
  return { what: kind, ...(change === undefined ? {} : { change: Number(change) }) }
}
