import type { Ledger } from '../../shared/definition/ledger.ts'
import { answersIn } from '../../shared/engine/asked-by.ts'
import { standingEvents } from '../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { Around } from '../fields/kind.ts'
import { fieldText } from '../fields/kinds.tsx'
import type { ledBack } from './sent-back.ts'

/** What was answered with the step that led the record back, a line each; undefined where its events tell of another way. */
export function answerBack(
  ledger: Ledger,
  { step, branch }: NonNullable<ReturnType<typeof ledBack>>,
  events: LedgerEvent[],
  around: Around,
): { reason: string; event: LedgerEvent } | undefined {
  const event = standingEvents(events).findLast(({ from, to }) => from !== to)
  if (event?.transition !== step || event.branch !== branch) return undefined
  const lines = answersIn(ledger, event).flatMap(([key, value]) => {
    const field = ledger.fields[key]
    return field && field.kind !== 'files' ? [`${field.label[around.lang]}：${fieldText(field, value, around)}`] : []
  })
  return { reason: lines.join('\n'), event }
}
