import { createHash } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'
import type { Scope } from '../../shared/scope.ts'
import { keys, type Ref } from './keys.ts'
import { getItem } from './table.ts'
import type { Write } from './transaction.ts'

/** As long as a form that was left unfinished may lie in a browser, to be sent in the end with its key. */
const DAYS = 90

/** What a person's key was used for before: the record then created, or `mismatch` when the body was another one. */
export async function usedKey(scope: Scope, key: string, body: unknown): Promise<Ref | 'mismatch' | null> {
  const item = await getItem<Ref & { body: string }>(keys.idempotency(scope, key))
  if (!item) return null
  return item.body === digest(body) ? { ledger: item.ledger, id: item.id } : 'mismatch'
}

/** The write that claims the key, in the transaction that creates the record. Forgotten after three months. */
export function keyWrite(scope: Scope, key: string, body: unknown, record: Ref, now: Date): Write {
  const ttl = Math.floor(now.getTime() / 1000) + DAYS * 86_400
  return {
    what: 'idempotency',
    put: { ...keys.idempotency(scope, key), body: digest(body), ledger: record.ledger, id: record.id, ttl },
    absent: true,
  }
}

function digest(body: unknown): string {
  return createHash('sha256').update(canonical(body)).digest('hex')
}
