import { same } from '../../shared/canonical.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { linksOf } from '../../shared/definition/links.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { freshItem, goneItem, lineOf } from './compact/lines.ts'
import { dutyItems } from './duty-items.ts'
import { entryItems } from './entries.ts'
import type { Condition, Item, Key } from './expressions.ts'
import { keys } from './keys.ts'
import { deleteItem, putItem, putItems } from './table.ts'
import { wordItem } from './words.ts'

/** A record as it was (none at its creation) and as it is now. */
export type Shift = { ledger: Ledger; before?: LedgerRecord; after: LedgerRecord }

/**
 * What a record is found by: its entries in every reading partition and a fresh line of their compact copy, its open duties with their holders, its text, and
 * the records that its fields name. A deleted one is not found, which the copy is told. Each says from which version it follows, so that a later one is never
 * written over.
 */
export function listItems(scope: Scope, ledger: Ledger, record: LedgerRecord): Item[] {
  if (record.deleted) return [{ ...goneItem(scope, record), v: record.version }]
  const entries = entryItems(scope, ledger, record)
  const [whole] = entries
  const naming = namings(scope, ledger, record).map((key) => ({ ...key, ledger: record.ledger, id: record.id }))
  const items: Item[] = [
    ...entries,
    ...(whole ? [freshItem(scope, ledger.key, lineOf(whole))] : []),
    ...dutyItems(scope, ledger, record),
    wordItem(scope, ledger, record),
    ...naming,
  ]
  return items.map((item) => ({ ...item, v: record.version }))
}

/** The keys under which a record was found and is no longer. */
export function goneKeys(scope: Scope, { ledger, before, after }: Shift): Key[] {
  if (!before) return []
  const stays = new Set(listItems(scope, ledger, after).map(nameOf))
  return listItems(scope, ledger, before)
    .filter((item) => !stays.has(nameOf(item)))
    .map(({ pk, sk }) => ({ pk, sk }))
}

/**
 * Lets lists find records as they are now: whoever has just stored them does so before he answers, so that the next list of whoever acted shows it; the
 * outbox does it again for certain. Nothing later is written over.
 */
export async function show(scope: Scope, shifts: Shift[]): Promise<void> {
  const born = shifts.filter(({ before }) => !before)
  const moved = shifts.filter(({ before }) => before)
  await Promise.all([
    putItems(born.flatMap(({ ledger, after }) => listItems(scope, ledger, after))),
    ...moved.flatMap((shift) => [...puts(scope, shift), ...goneKeys(scope, shift).map((key) => hide(key, shift.after.version))]),
  ])
}

/** Writes an item of a list unless a later version has. */
export function showItem(item: Item): Promise<boolean> {
  return putItem(item, { when: notLater(Number(item.v)) })
}

/** Takes one away unless a later version stands there. */
export function hide(key: Key, version: number): Promise<boolean> {
  return deleteItem(key, notLater(version))
}

/** True when two items of lists say the same, from whatever version. */
export function saysSame(one: Item | undefined, { v: _, ...other }: Item): boolean {
  if (!one) return false
  const { v: __, ...rest } = one
  return same(rest, other)
}

/** A key in one text, by which maps know it. */
export function nameOf({ pk, sk }: Key): string {
  return `${pk} ${sk}`
}

function puts(scope: Scope, { ledger, before, after }: Shift): Promise<boolean>[] {
  const was = new Map((before ? listItems(scope, ledger, before) : []).map((item) => [nameOf(item), item]))
  return listItems(scope, ledger, after)
    .filter((item) => !saysSame(was.get(nameOf(item)), item))
    .map(showItem)
}

function notLater(version: number): Condition {
  return { text: 'attribute_not_exists(v) OR v <= :v', values: { ':v': version } }
}

/** Where the records that a record's fields name find that it does; its parent knows it already. Nowhere while it is deleted. */
export function namings(scope: Scope, ledger: Ledger, record: LedgerRecord): Key[] {
  const { data, parent, deleted } = record
  const refs = deleted ? [] : linksOf(ledger.fields, data)
  const once = new Map(refs.map(({ ledger, id }) => [`${ledger}#${id}`, { ledger, id }]))
  if (parent) once.delete(`${parent.ledger}#${parent.id}`)
  return [...once.values()].map((ref) => keys.naming(scope, ref, record))
}
