import { same } from './canonical.ts'
import type { Duty } from './duty.ts'
import type { LedgerEvent } from './event.ts'
import type { Ledger } from './ledger.ts'
import type { Actor, Data, LedgerRecord } from './record.ts'
import type { Scope } from './scope.ts'

/** An event before the store gives it its place: seq, instant, chain. */
export type EventDraft = Omit<LedgerEvent, 'seq' | 'at' | 'prev' | 'hash'>

/** A record to be created elsewhere in the same transaction (rule 15). `identity` is parent + transition + ledger + element: a repeat creates nothing twice. */
export type Creation = { identity: string; ledger: string; township: string | null; data: Record<string, unknown>; path: string }

/** What a move gives: the next record (number, head and instant still to come), its event, and what to create. All pure values. */
export type Moved = { record: LedgerRecord; event: EventDraft; creates: Creation[]; numbers: boolean; opened: Duty[] }

export function actorOf(scope: Scope): Actor {
  if (scope.system) return { id: 'system', name: scope.name, office: { kind: 'system', id: 'system' } }
  return { id: scope.person, name: scope.name, office: { kind: scope.office.kind, id: scope.office.id } }
}

/** Old and new of every field that differs; event-only fields never stand here. */
export function changesBetween(before: Data, after: Data): LedgerEvent['changes'] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return Object.fromEntries(
    keys.filter((key) => !same(before[key], after[key])).map((key) => [key, { old: before[key] ?? null, new: after[key] ?? null }]),
  )
}

/** Data without empty fields: null clears. */
export function compact(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined))
}

/** Fields whose values the ledger's report counts: the day they were last set is kept on the record, so that figures can be told as of any day. */
export function countedFields(ledger: Ledger): string[] {
  const rates = Object.values(ledger.report?.rates ?? {}).flatMap((rate) => [...rate.of, ...rate.over])
  return [...new Set([...(ledger.report?.counts ?? []), ...rates.flatMap((condition) => ('field' in condition ? [condition.field] : []))])]
}

/** `setOn` after these changes. */
export function stampSet(
  ledger: Ledger,
  before: LedgerRecord['setOn'],
  changes: LedgerEvent['changes'],
  today: string,
): LedgerRecord['setOn'] {
  const hit = countedFields(ledger).filter((field) => changes[field])
  return hit.length === 0 ? before : { ...before, ...Object.fromEntries(hit.map((field) => [field, today])) }
}
