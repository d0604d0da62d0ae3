import { same } from '../../shared/canonical.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { linksOf } from '../../shared/definition/links.ts'
import { hangingFields } from '../../shared/engine/around.ts'
import type { Was } from '../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Condition } from './expressions.ts'
import { keys, type Ref } from './keys.ts'
import { handedOver, onceWrites } from './once.ts'
import { newPlaces, notePlaces } from './places.ts'
import { partIn } from './rows.ts'
import { markItem } from './search/fresh.ts'
import { MOST_BYTES, MOST_WRITES, transactItems, type Write } from './transaction.ts'
import { rewords, wordItem } from './words.ts'

/** A record as stored before (none at its creation), as it shall be, and the events in between, sealed; `was`: what each of them changed, as it was before. */
export type Change = { ledger: Ledger; before?: LedgerRecord; after: LedgerRecord; events: LedgerEvent[]; was?: (Was | undefined)[] }

/** Why nothing was stored. `change` is the place among the changes; a failed write of `also` tells its own `what`. */
export type Unstored = { what: 'stale' | 'number' | string; change?: number }

const MOST_RECORD = 380_000

/**
 * The one way in which records are written: the truth, and no more. Each record with its events, its unique number, what may stand once and its place
 * among its parent's children, all in one transaction or none; beside each event lies what taking it back needs; `also` goes with them, the outbox among it. Null when stored. `stale`: someone changed the record since it
 * was read; `number`: that number is taken; `once`: another record holds what may stand once.
 */
export async function commit(scope: Scope, changes: Change[], also: Write[] = []): Promise<Unstored[] | null> {
  const writes = changes.flatMap((change, at) => writesOf(scope, change).map((write) => ({ ...write, what: `${write.what}/${at}` })))
  // Before the transaction: whoever finds a follower written finds it noted, and what could not be noted is not stored.
  await notePlaces(changes.flatMap((change) => newPlaces(scope, change)))
  const marks = changes.flatMap((change) => markWrites(scope, change))
  const failures = await transactItems([...handedOver(writes), ...marks, ...also])
  return failures?.map(({ what }) => told(what)) ?? null
}

/** A text that searches have to read anew is marked with it: whoever finds it written finds its mark. */
function markWrites(scope: Scope, { ledger, before, after }: Change): Write[] {
  if (!rewords(scope, ledger, before, after)) return []
  const { pk, sk } = wordItem(scope, ledger, after)
  return [{ what: 'mark', put: markItem(scope, { owner: partIn(pk), sk, ledger: after.ledger }, after.version) }]
}

/** The writes of one change. */
export function writesOf(scope: Scope, change: Change): Write[] {
  const { before, after, events, was = [] } = change
  const { ledger: key, id, version } = after
  const number = (is: string) => ({ ...keys.number(scope, key, is), ledger: key, id })
  const renumbered = before?.number !== after.number
  return [
    {
      what: 'stale',
      put: { ...keys.record(scope, key, id), v: version, record: after },
      ...(before ? { when: ofVersion(before.version) } : { absent: true }),
    },
    ...events.map(
      (event, at): Write => ({
        what: 'stale',
        put: {
          ...keys.event(scope, key, id, event.seq),
          ledger: key,
          id,
          event,
          ...(was[at] ? { was: was[at] } : {}),
        },
        absent: true,
      }),
    ),
    ...(after.number && renumbered ? [{ what: 'number', put: number(after.number), absent: true } as Write] : []),
    ...(before?.number && renumbered ? [{ what: 'number', delete: number(before.number) } as Write] : []),
    ...onceWrites(scope, before, after),
    ...kinWrites(scope, before, after),
    ...namingWrites(scope, change),
  ]
}

// Whoever moves what others hang on finds them by these: so they stand from the same moment as the record.
function namingWrites(scope: Scope, change: Change): Write[] {
  const { after } = change
  const item = { ledger: after.ledger, id: after.id, v: after.version }
  return newlyNamed(change).map((link) => ({ what: 'kin', put: { ...keys.naming(scope, link, after), ...item } }))
}

/** The records on which one hangs by this change, and did not before. */
export function newlyNamed({ ledger, before, after }: Change): Ref[] {
  const own = Object.fromEntries(hangingFields(ledger).flatMap((key) => (ledger.fields[key] ? [[key, ledger.fields[key]]] : [])))
  const was = linksOf(own, before?.data ?? {})
  const once = new Map(linksOf(own, after.data).map(({ ledger: key, id }) => [`${key}#${id}`, { ledger: key, id }]))
  return [...once.values()].filter((ref) => !was.some((link) => link.ledger === ref.ledger && link.id === ref.id))
}

/** Holds while the stored record has this version. */
export function ofVersion(version: number): Condition {
  return { text: '#v = :v', names: { '#v': 'v' }, values: { ':v': version } }
}

/** Its place among its parent's children: steps are judged by it, so it moves with the record itself. */
function kinWrites(scope: Scope, before: LedgerRecord | undefined, after: LedgerRecord): Write[] {
  const [was, is] = [before, after].map((record) => (record?.deleted ? undefined : record?.parent))
  if (same(was, is)) return []
  return [
    ...(was ? [{ what: 'kin', delete: keys.child(scope, was, after) }] : []),
    ...(is ? [{ what: 'kin', put: { ...keys.child(scope, is, after), ledger: after.ledger, id: after.id } }] : []),
  ]
}

export type Weight = { writes: number; bytes: number }

/** What a change takes of a transaction. */
export function weigh(scope: Scope, change: Change): Weight {
  const writes = [...writesOf(scope, change), ...markWrites(scope, change)]
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
