import type { Scope } from '../../shared/scope.ts'
import { keys } from './keys.ts'
import { getItem, putItem, query } from './table.ts'

/** A county's own ledger, or its merge patch over one of ours. Versions count from 1 and are never written over. */
export type StoredDefinition = { key: string; version: number } & ({ ledger: unknown } | { patch: unknown })

/** Every version of every definition that the county has stored, by key, the latest first. */
export async function readDefinitions(scope: Scope): Promise<Map<string, StoredDefinition[]>> {
  const all = new Map<string, StoredDefinition[]>()
  for await (const { key, version, ...rest } of query<StoredDefinition & { ledger?: unknown; patch?: unknown }>({
    pk: keys.ledgers(scope),
  })) {
    const stored = 'patch' in rest ? { key, version, patch: rest.patch } : { key, version, ledger: rest.ledger }
    all.set(key, [stored, ...(all.get(key) ?? [])])
  }
  return all
}

/** Stores a version; false when it is taken. */
export async function storeDefinition(scope: Scope, stored: StoredDefinition, now: Date): Promise<boolean> {
  const sk = `${stored.key}#${String(stored.version).padStart(6, '0')}`
  return putItem({ pk: keys.ledgers(scope), sk, ...stored, savedAt: now.toISOString(), savedBy: scope.person }, { absent: true })
}

/** The hash of the definition that a ledger's records were last indexed by; null when none is noted. */
export async function indexedBy(scope: Scope, key: string): Promise<string | null> {
  return (await getItem<{ hash: string }>(keys.indexed(scope, key)))?.hash ?? null
}

/** Notes the definition that a ledger's records are now indexed by. */
export async function markIndexed(scope: Scope, key: string, hash: string): Promise<void> {
  await putItem({ ...keys.indexed(scope, key), hash })
}
