import { heldBy } from '../../shared/duty.ts'
import type { LedgerRecord } from '../../shared/record.ts'

/**
 * A record as a question about what an office owes (`unit:water`) sees it: with the open duties of that office alone, so that every day that is asked for or
 * ordered by is one of its own. Null where it owes nothing there; as it is where no office is asked about.
 */
export function asOwed(record: LedgerRecord, holder: string | undefined): LedgerRecord | null {
  if (holder === undefined) return record
  const duties = heldBy(record.duties, holder)
  return duties.length > 0 ? { ...record, duties } : null
}
