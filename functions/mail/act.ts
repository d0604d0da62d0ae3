import type { Duty } from '../../shared/duty.ts'
import type { Ledger } from '../../shared/ledger.ts'
import type { Label } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { sameHolder } from '../../shared/seats.ts'

/**
 * The transition that a mail's button opens: the one that discharges the duty now; while another step of the same office must come first,
 * that one. Of several, the one from which the end is nearest, so accepting comes before declining.
 */
export function actOf(ledger: Ledger, record: LedgerRecord, duty: Duty): { key: string; label: Label } | undefined {
  const others = record.duties.filter((other) => other.state === 'open' && sameHolder(other.holder, duty.holder)).map(({ key }) => key)
  for (const owed of [duty.key, ...others]) {
    const [first] = Object.entries(ledger.transitions)
      .filter(([, { from, discharges }]) => from.includes(record.state) && discharges?.includes(owed))
      .map(([key, { label, to }]) => ({ key, label, steps: stepsToEnd(ledger, to ?? record.state) }))
      .sort((a, b) => a.steps - b.steps)
    if (first) return { key: first.key, label: first.label }
  }
  return undefined
}

/** How many steps it is at least from a state to one in which the work is done. */
function stepsToEnd(ledger: Ledger, start: string): number {
  let front = new Set([start])
  const seen = new Set(front)
  for (let steps = 0; front.size > 0; steps += 1) {
    if ([...front].some((state) => ledger.states[state]?.phase === 'done')) return steps
    const reached = Object.values(ledger.transitions).flatMap(({ from, to }) => (to && from.some((state) => front.has(state)) ? [to] : []))
    front = new Set(reached.filter((state) => !seen.has(state)))
    for (const state of front) seen.add(state)
  }
  return Number.POSITIVE_INFINITY
}
