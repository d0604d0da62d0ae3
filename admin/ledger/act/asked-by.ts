import type { Ledger } from '../../../shared/definition/ledger.ts'
import { broughtBy } from '../../../shared/engine/attachments.ts'
import { standingEvents } from '../../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import type { Value } from '../../../shared/record.ts'
import type { Act } from '../../data.ts'
import { isEmpty } from '../sections.ts'

/** What somebody said with the step that asks for another one: its answers, and the papers laid to it. */
export type Said = { event: LedgerEvent; answers: [string, Value][]; files: string[] }

/**
 * The step that is to be answered by an act, with all that was said in it: that which opened the duty, else that which brought the record here. An answer
 * is judged in sight of the answer, a request in sight of its reason. Undefined where nothing was said.
 */
export function askedBy(ledger: Ledger, state: string, act: Pick<Act, 'discharges'>, events: LedgerEvent[]): Said | undefined {
  const event = requestOf(act, events) ?? standingEvents(events).findLast(({ from, to }) => to === state && from !== state)
  if (!event) return undefined
  const answers = answersIn(ledger, event).filter(([key]) => ledger.fields[key]?.kind !== 'files')
  const files = Object.values(broughtBy(ledger, event)).flat()
  return answers.length + files.length > 0 ? { event, answers, files } : undefined
}

/** The step that opened what an act discharges; undefined where none did. */
export function requestOf(act: Pick<Act, 'discharges'>, events: LedgerEvent[]): LedgerEvent | undefined {
  return standingEvents(events).findLast(({ opened }) => opened.some(({ id }) => act.discharges?.includes(id)))
}

/** What was answered to the questions of a step, in their order. */
export function answersIn(ledger: Ledger, event: LedgerEvent): [string, Value][] {
  const asks = (ledger.transitions[event.transition]?.asks ?? []).map((ask) => ask.replace('?', ''))
  return asks.flatMap((key): [string, Value][] => {
    const value = event.said[key] ?? event.changes[key]?.new
    return value === undefined || isEmpty(value) ? [] : [[key, value]]
  })
}
