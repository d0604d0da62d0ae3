import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import type { Act } from '../../data.ts'
import { askedBy } from './asked-by.ts'

/** The day to which an act moves a duty begins with the day that was asked for: who grants a request has it before him and does not copy it. */
export function dayWanted(
  ledger: Ledger,
  state: string,
  act: Pick<Act, 'key' | 'discharges'>,
  events: LedgerEvent[],
): Record<string, unknown> {
  const moved = [...new Set((ledger.transitions[act.key]?.moves ?? []).map(({ to }) => to.slice(1)))]
  const [to, another] = moved
  if (to === undefined || another !== undefined) return {}
  const wanted = askedBy(ledger, state, act, events)?.answers.find(([key]) => ledger.fields[key]?.kind === 'date')
  return wanted ? { [to]: wanted[1] } : {}
}
