import type { Ledger } from '../definition/ledger.ts'
import type { Duty } from '../duty.ts'
import type { Data } from '../record.ts'
import type { Fault } from '../refusal.ts'
import { capFault } from './owed.ts'

/**
 * The last day for which a request may ask, and the question in which it asks: whoever grants it can set none that is later. Undefined for a step that asks
 * nobody for a day, and where the rule knows no last day.
 */
export function lastWanted(ledger: Ledger, duties: Duty[], name: string): { field: string; day: string } | undefined {
  const { asks = [], opens = [] } = ledger.transitions[name] ?? {}
  const field = asks.map((ask) => ask.replace('?', '')).find((key) => ledger.fields[key]?.kind === 'date')
  if (field === undefined) return undefined
  const opened = opens.map((one) => (typeof one === 'string' ? one : one.duty))
  const grants = Object.values(ledger.transitions).filter(({ discharges = [] }) => discharges.some((key) => opened.includes(key)))
  const moved = grants.flatMap(({ moves = [] }) => moves.map(({ duty }) => duty))
  const live = duties.filter(({ key, state }) => (state === 'open' || state === 'paused') && moved.includes(key))
  const [day] = live.flatMap(({ why }) => why.cap?.day ?? []).sort()
  return day === undefined ? undefined : { field, day }
}

/** A request for a day that nobody can grant. */
export function wantedFaults(ledger: Ledger, duties: Duty[], name: string, said: Data): Fault[] {
  const last = lastWanted(ledger, duties, name)
  const wanted = last && said[last.field]
  return last && typeof wanted === 'string' && wanted > last.day ? [capFault(last.field, last.day)] : []
}
