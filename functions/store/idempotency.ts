import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import { canonical } from '../../shared/canonical.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { keys, type Ref } from './keys.ts'
import { readWhole } from './records.ts'
import { getItem } from './table.ts'
import type { Write } from './transaction.ts'

/** As long as a form that was left unfinished may lie in a browser, to be sent in the end with its key. */
const DAYS = 90

/** What a person means to happen once: his key, and all that was asked with it. */
export type Once = { key: string; body: unknown }
/** The record as it was after what happened, and the event of it. */
export type Answered = { record: LedgerRecord; event: LedgerEvent }
type Used = Ref & { body: string; answered?: Uint8Array }

/** What a person's key was answered before; `mismatch` when something else was asked with it, `gone` when that is out of his sight; null when it is new. */
export async function usedKey(scope: Scope, { key, body }: Once): Promise<Answered | 'mismatch' | 'gone' | null> {
  const item = await getItem<Used>(keys.idempotency(scope, key))
  if (!item) return null
  if (item.body !== digest(body)) return 'mismatch'
  if (item.answered) return JSON.parse(inflateSync(item.answered).toString('utf8'))
  // Keys used before answers were kept belong to records that were created: these are answered as they are now.
  const whole = await readWhole(scope, item.ledger, item.id)
  const event = whole?.events[0]
  return whole && event ? { record: whole.record, event } : 'gone'
}

/** The write that claims the key and keeps the answer, in the transaction of what happened. Forgotten after three months. */
export function keyWrite(scope: Scope, { key, body }: Once, answered: Answered, now: Date): Write {
  const { ledger, id } = answered.record
  return {
    what: 'idempotency',
    put: {
      ...keys.idempotency(scope, key),
      body: digest(body),
      ledger,
      id,
      answered: deflateSync(JSON.stringify(answered)),
      ttl: Math.floor(now.getTime() / 1000) + DAYS * 86_400,
    },
    absent: true,
  }
}

function digest(body: unknown): string {
  return createHash('sha256').update(canonical(body)).digest('hex')
}
