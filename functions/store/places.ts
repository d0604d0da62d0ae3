import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Key } from './expressions.ts'
import { keys } from './keys.ts'
import { nameOf, namings, type Shift } from './lists.ts'
import { tableName, updateItem } from './table.ts'

/** Where the items lie by which a record is followed, in its family's partition, while they are few; once they are many it says that, for good. */
export type Note = { places?: Set<string>; many?: true }

/** From so many places on a record is followed by many. */
const MANY = 40
/** Of so many records a process remembers that many follow them. */
const REMEMBERED = 10_000
const crowds = new Set<string>()

/** The places in which a record follows others: among its parent's children, and with whatever its fields name. None while it is deleted. */
export function placesOf(scope: Scope, ledger: Ledger, record: LedgerRecord): Key[] {
  const { parent, deleted } = record
  return [...(parent && !deleted ? [keys.child(scope, parent, record)] : []), ...namings(scope, ledger, record)]
}

/** Those of them that it did not have before a change. */
export function newPlaces(scope: Scope, { ledger, before, after }: Shift): Key[] {
  const had = new Set((before ? placesOf(scope, ledger, before) : []).map(nameOf))
  return placesOf(scope, ledger, after).filter((place) => !had.has(nameOf(place)))
}

/**
 * Notes places before anything is put there: whoever finds a follower finds it noted. What is never put there, because its transaction failed, or no longer
 * stands there, is not found at its place. One write for each record that is followed, and none once this process knows that many do.
 */
export async function notePlaces(places: Key[]): Promise<void> {
  const byRecord = Map.groupBy(places, ({ pk }) => pk)
  await Promise.all([...byRecord].map(([pk, some]) => add(pk, new Set(some.map(({ sk }) => sk)))))
}

async function add(pk: string, places: Set<string>): Promise<void> {
  const name = `${tableName()} ${pk}`
  if (crowds.has(name)) return
  const note = keys.followers({ pk })
  const few = { text: 'attribute_not_exists(many) AND (attribute_not_exists(places) OR size(places) < :many)', values: { ':many': MANY } }
  if (places.size <= MANY && (await updateItem(note, { add: { places }, when: few }))) return
  await updateItem(note, { set: { many: true }, remove: ['places'] })
  if (crowds.size === REMEMBERED) crowds.clear()
  crowds.add(name)
}

/** True when a note tells of a place. */
export function isNoted({ sk }: Key, note: Note | undefined): boolean {
  return note?.many === true || note?.places?.has(sk) === true
}
