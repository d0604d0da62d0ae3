import { askedByMail, requestsAbout } from '../../shared/definition/by-mail.ts'
import type { FieldCondition } from '../../shared/definition/condition.ts'
import { asksForTime, dischargerOf, returnsStraight } from '../../shared/definition/discharger.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { sameHolder } from '../../shared/engine/seats.ts'
import { labelled } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Act } from './item.ts'

/**
 * The steps that a mail's buttons open: the one that discharges the duty now, as the panel offers it. Where several would and the duty is named after none of
 * them, each, or, when a page of its own cannot ask for them all, the record's page under the duty's name, where they stand side by side. While another step
 * of the same office must come first, that one.
 */
export function actsOf(ledger: Ledger, record: LedgerRecord, duty: Duty): Act[] {
  const others = record.duties.filter((other) => other.state === 'open' && sameHolder(other.holder, duty.holder)).map(({ key }) => key)
  for (const owed of [duty.key, ...others]) {
    const ways = waysOut(ledger, record, owed).flatMap((key) => offered(ledger, key) ?? [])
    if (ways.length < 2 || ways.every(({ light }) => light)) {
      if (ways.length > 0) return ways
    } else return [{ label: labelled(ledger.duties[owed]?.label, owed) }]
  }
  return []
}

/** The steps among which the holder of a duty chooses how to discharge it; only the one that the duty is named after, where there is one. */
function waysOut(ledger: Ledger, { state, data }: LedgerRecord, duty: string): string[] {
  const { transitions, duties } = ledger
  const meant = dischargerOf(ledger, state, duty)
  const rule = transitions[meant ?? '']
  if (!meant || !rule?.from.includes(state)) return []
  const [what = '', name] = [duties[duty]?.label.zh, rule.label.zh]
  // What is another duty's own answer, must be confirmed, or hands the item back, is no way of this one.
  const answersOther = (key: string) => Object.keys(duties).some((other) => other !== duty && dischargerOf(ledger, state, other) === key)
  const ways = Object.entries(transitions).flatMap(([key, each]) => {
    const his = each.by.some((word) => rule.by.includes(word)) && each.from.includes(state) && each.discharges?.includes(duty)
    const open = each.when?.every((condition) => !('field' in condition) || isSo(condition, data)) ?? true
    const own = key === meant || !(each.confirm || answersOther(key) || returnsStraight(ledger, key))
    return his && open && own ? [key] : []
  })
  return what.includes(name) || name.includes(what) || ways.length === 0 ? [meant] : ways
}

/** Of conditions on a field those that tell the kinds of items apart: whatever else they ask is told when the step is opened. */
function isSo({ field, is, not }: FieldCondition, data: LedgerRecord['data']): boolean {
  const among = (wanted: unknown) => [wanted].flat().includes(data[field] ?? null)
  return (is === undefined || among(is)) && (not === undefined || !among(not))
}

/** What its holder can ask about a duty from a mail, beside doing it. */
export function requestsOf(ledger: Ledger, record: LedgerRecord, duty: Duty): Act[] {
  // Of its conditions only whether a field is filled: the rest is told when the step is opened.
  const possible = (key: string) =>
    (ledger.transitions[key]?.when ?? []).every(
      (each) => !('field' in each) || each.filled === undefined || each.filled === ((record.data[each.field] ?? null) !== null),
    )
  const requests = requestsAbout(ledger, record.state, duty.key, possible).flatMap((key) => offered(ledger, key) ?? [])
  return requests.filter(({ light }) => light).map((act) => ({ ...act, time: asksForTime(ledger, act.key ?? '', duty.key) }))
}

/** A transition as a mail offers it. */
export function offered(ledger: Ledger, key: string): Act | undefined {
  const rule = ledger.transitions[key]
  return rule && { key, label: rule.label, ...(askedByMail(ledger, key) ? { light: true } : {}) }
}
