import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Entry } from './entries.ts'
import type { Ref } from './keys.ts'
import { type ListQuery, orderOf } from './list-query.ts'
import { readEach } from './records.ts'
import { walk, walkEntries } from './walk.ts'

/** Where everything lies that a question asks for, in its order. Nothing of a question that cannot be asked. */
export async function* eachRef(scope: Scope, ledger: Ledger | Ledger[], query: ListQuery, today: string): AsyncGenerator<Ref> {
  const order = orderOf(query.sort)
  if (!order) return
  for await (const { entry } of walk({ scope, ledgers: [ledger].flat(), query, order, today })) yield entry
}

/** So many records are read at once, a hundred in a request. */
const AT_ONCE = 800

/** Every record that a question asks for, in its order, as it was a moment ago. */
export function eachRecord(scope: Scope, ledger: Ledger | Ledger[], query: ListQuery, today: string): AsyncGenerator<LedgerRecord> {
  return readEach(scope, eachRef(scope, ledger, query, today), { eventual: true, atOnce: AT_ONCE })
}

/** Every entry that a question asks for, in no order, some at a time: figures. */
export async function* eachEntry(scope: Scope, ledger: Ledger | Ledger[], query: ListQuery, today: string): AsyncGenerator<Entry[]> {
  const order = orderOf(query.sort)
  if (order) yield* walkEntries({ scope, ledgers: [ledger].flat(), query, order, today })
}
