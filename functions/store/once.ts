import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { keys, type Ref } from './keys.ts'
import { getItems, type Item } from './table.ts'
import type { Write } from './transaction.ts'

/** The records that hold these claims of a ledger, whoever may see them; undefined where nobody does. */
export async function holdersOf(scope: Scope, ledger: string, claims: string[]): Promise<(Ref | undefined)[]> {
  const items = await getItems<Item & Ref>(claims.map((claim) => keys.once(scope, ledger, claim)))
  return items.map((item) => item && { ledger: item.ledger, id: item.id })
}

/** The writes by which a record takes what it claims, if nobody has it, and frees what it claims no longer. */
export function onceWrites(scope: Scope, before: LedgerRecord | undefined, after: LedgerRecord): Write[] {
  if (before?.once === after.once) return []
  const { ledger, id } = after
  const item = (claim: string) => ({ ...keys.once(scope, ledger, claim), ledger, id })
  return [
    ...(after.once === undefined ? [] : [{ what: 'once', put: item(after.once), absent: true } as Write]),
    ...(before?.once === undefined ? [] : [{ what: 'once', delete: item(before.once) } as Write]),
  ]
}

/** A claim that one record frees and another takes in the same transaction is handed over: an item can be written there once. */
export function handedOver(writes: Write[]): Write[] {
  const freed = new Map(writes.flatMap((write) => ('delete' in write ? [[name(write.delete), write] as const] : [])))
  const taken = new Set<Write>()
  const all = writes.map((write): Write => {
    const free = 'put' in write && write.absent ? freed.get(name(write.put)) : undefined
    if (!free || !('put' in write)) return write
    taken.add(free)
    const { absent: _, ...put } = write
    return { ...put, when: { text: 'id = :id', values: { ':id': (free.delete as Item).id } } }
  })
  return all.filter((write) => !taken.has(write))
}

const name = ({ pk, sk }: { pk: string; sk: string }): string => `${pk} ${sk}`
