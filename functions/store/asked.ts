import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { recordsAt } from './each.ts'
import type { Entry } from './entries.ts'
import type { Ref } from './keys.ts'
import { type ListQuery, orderOf } from './list-query.ts'
import type { Placed } from './merge.ts'
import type { Asked } from './ranges.ts'
import { walk, walkEntries } from './walk.ts'

/** Where every record lies that somebody asks for: as `walk` finds it, or by what an office owes itself, which no job asks. */
export async function* walkAsked(asked: Asked): AsyncGenerator<Placed<Ref>> {
  yield* asked.query.holder ? (await import('./held-walk.ts')).walkHeld(asked) : walk(asked)
}

/** Every entry of the same, in no order, some at a time. */
export async function* walkEntriesAsked(asked: Asked): AsyncGenerator<Entry[]> {
  if (asked.query.holder) yield await (await import('./held-walk.ts')).heldEntries(asked)
  else yield* walkEntries(asked)
}

/** Where everything lies that a question asks for, in its order. Nothing of a question that cannot be asked. */
export async function* refsAsked(scope: Scope, ledger: Ledger, query: ListQuery, today: string): AsyncGenerator<Ref> {
  const order = orderOf(query.sort)
  if (!order) return
  for await (const { entry } of walkAsked({ scope, ledgers: [ledger], query, order, today })) yield entry
}

/** Every record that a question asks for, in its order: exports and papers. */
export function recordsAsked(scope: Scope, ledger: Ledger, query: ListQuery, today: string): AsyncGenerator<LedgerRecord> {
  return recordsAt(scope, refsAsked(scope, ledger, query, today))
}

/** Every entry that a question asks for, in no order, some at a time: figures. */
export async function* eachEntry(scope: Scope, ledger: Ledger | Ledger[], query: ListQuery, today: string): AsyncGenerator<Entry[]> {
  const order = orderOf(query.sort)
  if (order) yield* walkEntriesAsked({ scope, ledgers: [ledger].flat(), query, order, today })
}
