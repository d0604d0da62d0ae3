import type { Label } from '../names.ts'
import type { Ledger, Transition } from './ledger.ts'

/** The act that opens a duty, for the first words of its derivation: 交办 2026年3月2日. Undefined when creation opens it, or several acts do. */
export function openerOf(ledger: Ledger, duty: string): Label | undefined {
  const openers = Object.values(ledger.transitions).filter((rule) =>
    [rule, ...(rule.branches ?? [])].some((effects) =>
      (effects.opens ?? []).some((each) => (typeof each === 'string' ? each : each.duty) === duty),
    ),
  )
  return openers.length === 1 ? openers[0]?.label : undefined
}

/** What somebody owes next once a step is taken as it should be: the first duty that it opens. Undefined where it opens none. */
export function nextDuty(rule: Transition | undefined): string | undefined {
  const [first] = rule?.opens ?? []
  return typeof first === 'object' ? first.duty : first
}
