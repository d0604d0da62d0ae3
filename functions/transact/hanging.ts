import { same } from '../../shared/canonical.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { linksOf } from '../../shared/definition/links.ts'
import { hangingFields, hangings } from '../../shared/engine/around.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Kin } from '../../shared/world.ts'
import { kinVersion, readHanging } from '../store/children.ts'
import type { Ref } from '../store/keys.ts'
import { bearsOn, namedInSteps } from './conditions.ts'
import { load, look, name, type Work } from './work.ts'

/** The records on which one hangs, or would with these values, through its fields. Whoever judges by them must find at the end that they have not moved. */
export async function namedRecords(
  work: Work,
  ledger: Ledger,
  ...datas: { [field: string]: unknown }[]
): Promise<NonNullable<Kin['named']>> {
  const fields = hangingFields(ledger)
  if (fields.length === 0) return []
  const own = Object.fromEntries(fields.flatMap((key) => (ledger.fields[key] ? [[key, ledger.fields[key]]] : [])))
  const links = datas.flatMap((data) => linksOf(own, data))
  const once = new Map(links.map(({ ledger: key, id }) => [`${key}#${id}`, { ledger: key, id }]))
  const found = await Promise.all([...once.values()].map((link) => look(work, link)))
  return found.filter((record): record is LedgerRecord => record !== null && !record.deleted)
}

/** Who hangs on a record that has moved in this work: children and those that name it, as far as what has changed here is what they hang on. */
export async function hangingOn(work: Work, record: LedgerRecord): Promise<Ref[]> {
  const change = work.changes.get(name(record))
  if (!change?.before) return []
  const { before, after } = change
  const changed = (field: string) => !same(before.data[field], after.data[field])
  const ledger = work.ledgers.get(record.ledger)
  const moved = [...work.ledgers.values()].filter(
    (other) =>
      hangings(other).some(({ via, field }) => changed(field) && ledger !== undefined && hangsBy(ledger, other, via)) ||
      (before.state !== after.state && namedInSteps(other).some((via) => ledger !== undefined && hangsBy(ledger, other, via))),
  )
  if (moved.length === 0) return []
  const parent = { ledger: record.ledger, id: record.id }
  // How often first: whoever begins to hang on it while they are read is then noticed at the end.
  if (!work.hung.has(name(parent))) work.hung.set(name(parent), { parent, seen: await kinVersion(work.scope, parent) })
  return readHanging(work.scope, parent, new Set(moved.map(({ key }) => key)))
}

function hangsBy(ledger: Ledger, other: Ledger, via: string): boolean {
  if (via === 'parent') return bearsOn(ledger, other)
  const field = other.fields[via]
  return field?.kind === 'records' && field.of === ledger.key
}

/** The parent too, where the ledger's rules look at values there. */
export async function parentOf(work: Work, ledger: Ledger, record: LedgerRecord): Promise<LedgerRecord | null> {
  if (!record.parent) return null
  return hangings(ledger).some(({ via }) => via === 'parent') ? look(work, record.parent) : load(work, record.parent)
}
