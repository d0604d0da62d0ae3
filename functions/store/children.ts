import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { keys, type Ref } from './keys.ts'
import { readMany } from './records.ts'
import { systemScope } from './system-scope.ts'
import { getItem, query, queryPage } from './table.ts'
import type { Write } from './transaction.ts'

/** The children of a record that the scope may see, by ledger and id. */
export async function readChildren(scope: Scope, parent: Ref): Promise<LedgerRecord[]> {
  const refs: Ref[] = []
  const { pk } = keys.kin(scope, parent.ledger, parent.id)
  for await (const { ledger, id } of query<Ref>({ pk, begins: 'C#' })) refs.push({ ledger, id })
  return readMany(scope, refs)
}

/** True when any record belongs to a record, as its child or because a field of it names it, whoever may see it. */
export async function hasFollowers(scope: Scope, { ledger, id }: Ref): Promise<boolean> {
  const { items } = await queryPage({ pk: keys.kin(scope, ledger, id).pk, from: 'C#', to: 'F$', limit: 1 })
  return items.length > 0
}

/** Of these ledgers, the records that belong to a record or name it: one query, and no record is read. */
export async function readHanging(scope: Scope, { ledger, id }: Ref, ledgers: Set<string>): Promise<Ref[]> {
  const refs: Ref[] = []
  for await (const item of query<Ref>({ pk: keys.kin(scope, ledger, id).pk, from: 'C#', to: 'F$' }))
    if (ledgers.has(item.ledger)) refs.push({ ledger: item.ledger, id: item.id })
  return refs
}

/**
 * The children of a record, whoever may see them, and how often they have moved so far: in one query that comes to the count first, so that a child that moves
 * meanwhile is noticed.
 */
export async function readFamily(scope: Scope, { ledger, id }: Ref): Promise<{ seen: number; children: LedgerRecord[] }> {
  const refs: Ref[] = []
  let seen = 0
  for await (const item of query<Ref & { sk: string; v?: number }>({ pk: keys.kin(scope, ledger, id).pk, from: 'A', to: 'C$' })) {
    if (item.sk === 'A') seen = item.v ?? 0
    else refs.push({ ledger: item.ledger, id: item.id })
  }
  return { seen, children: await readMany(systemScope(), refs) }
}

/** How often the children of a record have moved so far; read before they are. */
export async function kinVersion(scope: Scope, parent: Ref): Promise<number> {
  return (await getItem<{ v: number }>(keys.kin(scope, parent.ledger, parent.id)))?.v ?? 0
}

// Two children that close at once each see the other open, and neither would move the parent: so whoever moves a child
// steps a counter of the family, and whoever judged by the children insists that it has not stepped.
/** The write that goes with a move judged by the children of `parent`: `moved` when one of them moves in it, else only looked at. */
export function kinLock(scope: Scope, parent: Ref, seen: number | undefined, moved: boolean): Write {
  const key = keys.kin(scope, parent.ledger, parent.id)
  const when =
    seen === undefined
      ? undefined
      : { text: seen === 0 ? 'attribute_not_exists(v)' : 'v = :seen', ...(seen ? { values: { ':seen': seen } } : {}) }
  if (!moved && when) return { what: 'kin', check: key, when }
  return { what: 'kin', update: key, add: { v: 1 }, ...(when ? { when } : {}) }
}
