import type { Duty } from '../duty.ts'
import type { Label } from '../names.ts'
import type { LedgerRecord } from '../record.ts'
import type { Ledger, Transition } from './ledger.ts'

/**
 * The act that opened this duty, for the first words of its derivation: 交办 2026年3月2日. Of the steps that may open it the one that was taken on that day;
 * undefined when there is none, when there are several, or when the record itself may have begun with it.
 */
export function openerOf(ledger: Ledger, { key, openedOn }: Pick<Duty, 'key' | 'openedOn'>, took: LedgerRecord['took']): Label | undefined {
  const opens = (effects: { opens?: (string | { duty: string })[] | undefined }) =>
    (effects.opens ?? []).some((each) => (typeof each === 'string' ? each : each.duty) === key)
  const openers = Object.entries(ledger.transitions).filter(
    ([step, rule]) => took[step]?.on === openedOn && [rule, ...(rule.branches ?? [])].some(opens),
  )
  return openers.length === 1 && !opens(ledger.born ?? {}) ? openers[0]?.[1].label : undefined
}

/** What somebody owes next once a step is taken as it should be: the first duty that it opens. Undefined where it opens none. */
export function nextDuty(rule: Transition | undefined): string | undefined {
  const [first] = rule?.opens ?? []
  return typeof first === 'object' ? first.duty : first
}
