import type { Scope } from '../../shared/scope.ts'
import { keys } from './keys.ts'
import { putItem, query } from './table.ts'

/** A county's own ledger, or its merge patch over one of ours. Versions count from 1 and are never written over. */
export type StoredDefinition = { key: string; version: number } & ({ ledger: unknown } | { patch: unknown })

/** The latest version of each definition that the county has stored, by key. */
export async function readDefinitions(scope: Scope): Promise<StoredDefinition[]> {
  const latest = new Map<string, StoredDefinition>()
  for await (const { key, version, ...rest } of query<StoredDefinition & { ledger?: unknown; patch?: unknown }>({
    pk: keys.ledgers(scope),
  })) {
    latest.set(key, 'patch' in rest ? { key, version, patch: rest.patch } : { key, version, ledger: rest.ledger })
  }
  return [...latest.values()]
}

/** Stores a version; false when it is taken. */
export async function storeDefinition(scope: Scope, stored: StoredDefinition, now: Date): Promise<boolean> {
  const sk = `${stored.key}#${String(stored.version).padStart(6, '0')}`
  return putItem({ pk: keys.ledgers(scope), sk, ...stored, savedAt: now.toISOString(), savedBy: scope.person }, { absent: true })
}
