import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { Label } from '../../shared/names.ts'
import { steps } from '../../shared/words/mail.ts'

export function stepOf(ledger: Ledger, event: LedgerEvent): Label {
  return ledger.transitions[event.transition]?.label ?? steps[event.transition] ?? { zh: event.transition, en: event.transition }
}
