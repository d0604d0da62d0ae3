import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Duty } from '../../../shared/duty.ts'
import { lastWanted } from '../../../shared/engine/wanted.ts'
import type { ActWords } from '../../words/act.ts'

type Days = { now: string[]; last?: string }

/** Of a step that asks for another day: the last one that can be granted. */
const asked = (ledger: Ledger, duties: Duty[], transition: string, field: string): Days | undefined => {
  const last = lastWanted(ledger, duties, transition)
  return last?.field === field ? { now: [], last: last.day } : undefined
}

/**
 * The days on which the duties lie that a step moves to what is asked in a field, and the last one to which all of them may be moved; undefined for a field
 * that moves none and asks for none.
 */
export function daysNow(ledger: Ledger, duties: Duty[], transition: string, field: string): Days | undefined {
  const rule = ledger.transitions[transition]
  const moves = rule ? [rule, ...(rule.branches ?? [])].flatMap((each) => each.moves ?? []) : []
  const moved = duties.filter(
    ({ key, state }) => (state === 'open' || state === 'paused') && moves.some((move) => move.duty === key && move.to === `@${field}`),
  )
  const days = (each: (duty: Duty) => string | null | undefined) => [...new Set(moved.flatMap((duty) => each(duty) ?? []))].sort()
  const now = days(({ dueOn }) => dueOn)
  const [last] = days(({ why }) => why.cap?.day)
  return now.length > 0 || last ? { now, ...(last ? { last } : {}) } : asked(ledger, duties, transition, field)
}

/** So many days are told one by one. */
const EACH = 3

/** The same in words, for one item or for many at once; of many days the first and the last. */
export function daysNote(
  ledger: Ledger,
  records: { duties: Duty[] }[],
  transition: string,
  field: string,
  write: (day: string) => string,
  { act, common }: { act: Pick<ActWords['act'], 'daysNow' | 'fromTo'>; common: { and: string } },
): string | undefined {
  const found = daysNow(
    ledger,
    records.flatMap(({ duties }) => duties),
    transition,
    field,
  )
  if (!found) return undefined
  const { now, last } = found
  const [first = '', end = ''] = [now[0], now.at(-1)]
  const told = now.length > EACH ? act.fromTo(write(first), write(end)) : now.map(write).join(common.and)
  return act.daysNow(told, last && write(last))
}
