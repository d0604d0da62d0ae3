import type { Scope } from '../../shared/scope.ts'
import { keys } from './keys.ts'
import { getItem, putItem, query } from './table.ts'

/** A county's own ledger, or its merge patch over one of ours. Versions count from 1 and are never written over. */
export type StoredDefinition = { key: string; version: number } & ({ ledger: unknown } | { patch: unknown })

/** Every version of every definition that the county has stored, by key, the latest first. */
export async function readDefinitions(scope: Scope): Promise<Map<string, StoredDefinition[]>> {
  const all = new Map<string, StoredDefinition[]>()
  for await (const { key, text } of query<{ key: string; text: string }>({ pk: keys.ledgers(scope) })) {
    all.set(key, [JSON.parse(text), ...(all.get(key) ?? [])])
  }
  return all
}

/** Stores a version; false when it is taken. As text: a map of DynamoDB forgets the order in which fields and steps were declared. */
export async function storeDefinition(scope: Scope, stored: StoredDefinition, now: Date): Promise<boolean> {
  const sk = `${stored.key}#${String(stored.version).padStart(6, '0')}`
  const text = JSON.stringify(stored)
  return putItem(
    { pk: keys.ledgers(scope), sk, key: stored.key, text, savedAt: now.toISOString(), savedBy: scope.person },
    { absent: true },
  )
}

/** The hash of the definition that a ledger's records were last indexed by; null when none is noted. */
export async function indexedBy(scope: Scope, key: string): Promise<string | null> {
  return (await getItem<{ hash: string }>(keys.indexed(scope, key)))?.hash ?? null
}

/** Notes the definition that a ledger's records are now indexed by. */
export async function markIndexed(scope: Scope, key: string, hash: string): Promise<void> {
  await putItem({ ...keys.indexed(scope, key), hash })
}
