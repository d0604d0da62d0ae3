import type { Ledger } from '../definition/ledger.ts'
import type { Duty } from '../duty.ts'
import type { LedgerRecord } from '../record.ts'
import { sameHolder } from './seats.ts'

/**
 * True while something else holds the overdue reminders of a duty back: that more days are asked for. What one office asked holds its own, not those
 * of others.
 */
export function isHeld(ledger: Ledger, { duties }: Pick<LedgerRecord, 'duties'>, duty: Pick<Duty, 'key' | 'holder'>): boolean {
  const by = ledger.duties[duty.key]?.heldBy ?? []
  return duties.some(({ key, state, asker }) => state === 'open' && by.includes(key) && (!asker || sameHolder(asker, duty.holder)))
}
