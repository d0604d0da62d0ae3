import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Duty } from '../../../shared/duty.ts'
import { answersIn, requestOf } from '../../../shared/engine/asked-by.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import type { Act } from '../../data.ts'
import { daysNow } from './days-now.ts'

/**
 * The day to which an act moves a duty begins with the day that was asked for, by the step that opened the request which the act answers: who grants it has it
 * before him and does not copy it; with the last day to which it may be moved, where more was asked for. Nothing where nobody asked.
 */
export function dayWanted(
  ledger: Ledger,
  duties: Duty[],
  act: Pick<Act, 'key' | 'discharges'>,
  events: LedgerEvent[],
): Record<string, unknown> {
  const [to, another] = [...new Set((ledger.transitions[act.key]?.moves ?? []).map((move) => move.to.slice(1)))]
  if (to === undefined || another !== undefined) return {}
  const request = requestOf(act, events)
  const wanted = request && answersIn(ledger, request).find(([key]) => ledger.fields[key]?.kind === 'date')
  const last = daysNow(ledger, duties, act.key, to)?.last
  return wanted ? { [to]: last !== undefined && String(wanted[1]) > last ? last : wanted[1] } : {}
}

/** True for an act whose form waits for what happened: it may begin with a day that somebody asked for. */
export function mayAnswer(ledger: Ledger, act: Pick<Act, 'key' | 'discharges'>): boolean {
  return (ledger.transitions[act.key]?.moves ?? []).length > 0 && (act.discharges ?? []).length > 0
}
