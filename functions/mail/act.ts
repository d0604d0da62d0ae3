import { askedByMail, requestsAbout } from '../../shared/definition/by-mail.ts'
import { dischargerOf } from '../../shared/definition/discharger.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { sameHolder } from '../../shared/engine/seats.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Act } from './item.ts'

/**
 * The transition that a mail's button opens: the one that discharges the duty now, as the panel offers it; while another step of the same office
 * must come first, that one.
 */
export function actOf(ledger: Ledger, record: LedgerRecord, duty: Duty): Act | undefined {
  const others = record.duties.filter((other) => other.state === 'open' && sameHolder(other.holder, duty.holder)).map(({ key }) => key)
  for (const owed of [duty.key, ...others]) {
    const key = dischargerOf(ledger, record.state, owed)
    const rule = key === undefined ? undefined : ledger.transitions[key]
    if (key !== undefined && rule?.from.includes(record.state)) return offered(ledger, key)
  }
  return undefined
}

/** What its holder can ask about a duty from a mail, beside doing it. */
export function requestsOf(ledger: Ledger, record: LedgerRecord, duty: Duty): Act[] {
  // Of its conditions only whether a field is filled: the rest is told when the step is opened.
  const possible = (key: string) =>
    (ledger.transitions[key]?.when ?? []).every(
      (each) => !('field' in each) || each.filled === undefined || each.filled === ((record.data[each.field] ?? null) !== null),
    )
  const requests = requestsAbout(ledger, record.state, duty.key, possible).flatMap((key) => offered(ledger, key) ?? [])
  return requests.filter(({ light }) => light)
}

/** A transition as a mail offers it. */
export function offered(ledger: Ledger, key: string): Act | undefined {
  const rule = ledger.transitions[key]
  return rule && { key, label: rule.label, ...(askedByMail(ledger, key) ? { light: true } : {}) }
}
