import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Chain } from '../../shared/wire.ts'
import { brokenAt } from '../store/seal.ts'

/** Whether a record's events, oldest first, are all that happened to it and stand as they were written. */
export function checkChain({ head, version, secret }: Pick<LedgerRecord, 'head' | 'version' | 'secret'>, events: LedgerEvent[]): Chain {
  const count = events.length
  const whole = count === version && events.at(-1)?.hash === head
  const at = brokenAt(events, secret) ?? (whole ? null : Math.min(count, version))
  return at === null ? { ok: true, count } : { ok: false, count, brokenAt: at }
}
