import { dischargerOf } from '../../shared/definition/discharger.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { sameHolder } from '../../shared/engine/seats.ts'
import type { Label } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'

/**
 * The transition that a mail's button opens: the one that discharges the duty now, as the panel offers it; while another step of the same office
 * must come first, that one.
 */
export function actOf(ledger: Ledger, record: LedgerRecord, duty: Duty): { key: string; label: Label } | undefined {
  const others = record.duties.filter((other) => other.state === 'open' && sameHolder(other.holder, duty.holder)).map(({ key }) => key)
  for (const owed of [duty.key, ...others]) {
    const key = dischargerOf(ledger, record.state, owed)
    const rule = key === undefined ? undefined : ledger.transitions[key]
    if (key !== undefined && rule?.from.includes(record.state)) return { key, label: rule.label }
  }
  return undefined
}
