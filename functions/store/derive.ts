import { same } from '../../shared/canonical.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { dutyItems } from './duty-items.ts'
import { entryItems } from './entries.ts'
import type { Condition, Item, Key } from './expressions.ts'
import { keys, type Ref } from './keys.ts'
import { transactItems, type Write } from './transaction.ts'
import { wordItem } from './words.ts'

/** A record as stored before (none at its creation), as it shall be, and the events in between, sealed. */
export type Change = { ledger: Ledger; before?: LedgerRecord; after: LedgerRecord; events: LedgerEvent[] }

const MOST_AT_ONCE = 80

/**
 * The index items that a change writes and deletes; what stays the same is left alone. `later` is null for nearly every change; where a record is to be
 * found under too many readers for one transaction, it holds the keys still to be deleted by `reindex`, which also writes the rest.
 */
export function indexWrites(scope: Scope, { ledger, before, after, events }: Change): { now: Write[]; later: Key[] | null } {
  const on = events.at(-1)?.on ?? after.updatedAt.slice(0, 10)
  const was = new Map((before ? derived(scope, ledger, before, on) : []).map((item) => [name(item), item]))
  const is = derived(scope, ledger, after, on)
  const stays = new Set(is.map(name))
  const puts = is.filter((item) => !same(was.get(name(item)), item)).map((put): Write => ({ what: 'index', put }))
  const gone = [...was.values()].filter((item) => !stays.has(name(item))).map(({ pk, sk }) => ({ pk, sk }))
  const writes = [...puts, ...gone.map((key): Write => ({ what: 'index', delete: key }))]
  const left = gone.slice(Math.max(0, MOST_AT_ONCE - puts.length))
  return { now: writes.slice(0, MOST_AT_ONCE), later: writes.length > MOST_AT_ONCE ? left : null }
}

/**
 * Writes again whatever follows from a record as it stands, and deletes these keys unless they follow from it; `from`: the record as it was
 * read, when only its readers differ. False when the record has moved meanwhile: read it again. May be done twice, or by two at once.
 */
export async function reindex(
  scope: Scope,
  ledger: Ledger,
  record: LedgerRecord,
  on: string,
  stale: Key[],
  from?: LedgerRecord,
): Promise<boolean> {
  const is = derived(scope, ledger, record, on)
  const stays = new Set(is.map(name))
  const was = from ? derived(scope, ledger, from, on) : []
  const gone = [...stale, ...was].filter((key) => !stays.has(name(key))).map(({ pk, sk }): Write => ({ delete: { pk, sk } }))
  const key = keys.record(scope, record.ledger, record.id)
  const guard: Write = from
    ? { put: { ...key, v: record.version, record }, when: ofVersion(from.version) }
    : { check: key, when: ofVersion(record.version) }
  const writes = [...is.map((put): Write => ({ put })), ...gone]
  for (let at = 0; at < Math.max(1, writes.length); at += MOST_AT_ONCE) {
    if (await transactItems([guard, ...writes.slice(at, at + MOST_AT_ONCE)])) return false
  }
  return true
}

/** Holds while the stored record has this version. */
export function ofVersion(version: number): Condition {
  return { text: '#v = :v', names: { '#v': 'v' }, values: { ':v': version } }
}

/** Everything that follows from a record and serves reading. A deleted one leaves no trace in lists. */
function derived(scope: Scope, ledger: Ledger, record: LedgerRecord, on: string): Item[] {
  if (record.deleted) return []
  const link = record.parent ? [{ ...keys.child(scope, record.parent, record), ledger: record.ledger, id: record.id }] : []
  const naming = named(ledger, record).map((ref) => ({ ...keys.naming(scope, ref, record), ledger: record.ledger, id: record.id }))
  const [everybody, own, ...outside] = entryItems(scope, ledger, record, on)
  const first = [everybody, own].filter((item) => item !== undefined)
  return [...first, wordItem(scope, ledger, record), ...link, ...naming, ...dutyItems(scope, ledger, record), ...outside]
}

/** The records that its fields name, so that these know who names them; its parent knows it already. */
function named(ledger: Ledger, { data, parent }: LedgerRecord): Ref[] {
  const refs = Object.entries(ledger.fields).flatMap(([key, field]) => {
    const value = data[key]
    return field.kind === 'records' && Array.isArray(value) ? (value as string[]).map((id) => ({ ledger: field.of, id })) : []
  })
  const once = new Map(refs.map((ref) => [`${ref.ledger}#${ref.id}`, ref]))
  if (parent) once.delete(`${parent.ledger}#${parent.id}`)
  return [...once.values()]
}

function name(item: Key): string {
  return `${item.pk} ${item.sk}`
}
