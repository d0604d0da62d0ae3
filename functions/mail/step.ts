import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { Label } from '../../shared/names.ts'
import { did } from '../../shared/words/sentence.ts'
import { deeds, steps } from '../../shared/words/steps.ts'

/** What happened, by the label of the step. */
export function stepOf(ledger: Ledger, event: LedgerEvent): Label {
  return ledger.transitions[event.transition]?.label ?? steps[event.transition] ?? { zh: event.transition, en: event.transition }
}

/** What happened by another act than a step of the ledger, as a sentence tells it; nothing for a step, whose label says it. */
export function deedOf(ledger: Ledger, event: LedgerEvent, who: Label): { did?: Label } {
  const deed = ledger.transitions[event.transition] ? undefined : deeds[event.transition]
  return deed ? { did: did(who, stepOf(ledger, event), deed) } : {}
}
