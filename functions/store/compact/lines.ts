import type { Scope } from '../../../shared/scope.ts'
import { type Entry, readEntry } from '../entries.ts'
import type { Item, Key } from '../expressions.ts'
import { keys, type Ref } from '../keys.ts'
import { EVERYBODY } from '../parts.ts'

/**
 * What everybody's entry of a record tells, as it was at version `v`, in the compact copy of a ledger's entries; `gone` where there is none any more. `sk`: its
 * place by creation; `at`: of its key by day what neither that nor the ledger tells.
 */
export type Line = { sk: string; v: number } & ({ gone: true } | Told)
type Told = { gone?: never; at: [dueOn: string, sitting: string, state: string, mark: string]; updatedAt: string } & {
  [name: string]: unknown
}

/** What an entry tells besides its keys. */
const told = ['updatedAt', 'township', 'number', 'units', 'by', 'facts']

/** The line of an entry of everybody's partition, as it lies in the table. */
export function lineOf(entry: Item): Line {
  const [due = '', , sitting = '', , , state = '', mark = ''] = String(entry.g6sk).split('#')
  const fields = Object.fromEntries(told.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]]])))
  return { ...fields, sk: entry.sk, v: Number(entry.v ?? 0), at: [due, sitting, state, mark], updatedAt: String(entry.updatedAt) }
}

/** The same entry again, as lists and figures read it. */
export function entryIn(scope: Scope, ledger: string, { at: [due, sitting, state, mark], sk, ...fields }: Told & { sk: string }): Entry {
  return readEntry({
    ...fields,
    pk: keys.entries(scope, ledger, EVERYBODY),
    sk,
    g6sk: `${due}#${ledger}#${sitting}#${sk}#${state}#${mark}`,
  })
}

/** A line that the compact copy does not hold yet, as it lies in the table: written with the entries, taken away when it is copied. */
export function freshItem(scope: Scope, ledger: string, { sk, ...line }: Line): Item {
  return { ...freshKey(scope, ledger, sk), ...line }
}

/** The same of a record that lists no longer find. */
export function goneItem(scope: Scope, { ledger, id, createdAt }: Ref & { createdAt: string }): Item {
  return { ...freshKey(scope, ledger, `${createdAt}#${id}`), gone: true }
}

/** Where a fresh line lies. */
export function freshKey(scope: Scope, ledger: string, sk: string): Key {
  return { pk: keys.freshLines(scope), sk: `${ledger}#${sk}` }
}

/**
 * Where it is noted of which `rev` copies hold what has been taken from the fresh lines of a ledger: behind all of them, so that whoever reads these in their
 * order reads it last.
 */
export function takenKey(scope: Scope, ledger: string): Key {
  return freshKey(scope, ledger, TAKEN)
}

const TAKEN = '~'

/** Reads one back: its ledger and line; null of what is none. */
export function readFresh({ pk: _, sk, ...line }: Item): { ledger: string; line: Line } | null {
  if (sk.endsWith(`#${TAKEN}`)) return null
  const cut = sk.indexOf('#')
  return { ledger: sk.slice(0, cut), line: { ...line, sk: sk.slice(cut + 1) } as Line }
}
