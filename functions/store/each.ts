import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Ref } from './keys.ts'
import { type ListQuery, orderOf } from './list-query.ts'
import { readMany } from './records.ts'
import { walk } from './walk.ts'

/** Where everything lies that a job asks for, in its order: no job asks what an office owes itself. Nothing of a question that cannot be asked. */
export async function* eachRef(scope: Scope, ledger: Ledger | Ledger[], query: ListQuery, today: string): AsyncGenerator<Ref> {
  const order = orderOf(query.sort)
  if (!order) return
  for await (const { entry } of walk({ scope, ledgers: [ledger].flat(), query, order, today })) yield entry
}

/** Every record that a job asks for, in its order. */
export function eachRecord(scope: Scope, ledger: Ledger | Ledger[], query: ListQuery, today: string): AsyncGenerator<LedgerRecord> {
  return recordsAt(scope, eachRef(scope, ledger, query, today))
}

/** So many records are read at once, a hundred in a request. */
const AT_ONCE = 800

/** The records at these places, in their order, as they were a moment ago. */
export async function* recordsAt(scope: Scope, refs: AsyncIterable<Ref>): AsyncGenerator<LedgerRecord> {
  let batch: Ref[] = []
  for await (const ref of refs) {
    if (batch.push(ref) < AT_ONCE) continue
    yield* await readMany(scope, batch, { eventual: true })
    batch = []
  }
  yield* await readMany(scope, batch, { eventual: true })
}
