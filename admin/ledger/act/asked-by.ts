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
  const standing = standingEvents(events)
  const opened = standing.findLast(({ opened: duties }) => duties.some(({ id }) => act.discharges?.includes(id)))
  const event = opened ?? standing.findLast(({ from, to }) => to === state && from !== state)
  if (!event) return undefined
  const asks = (ledger.transitions[event.transition]?.asks ?? []).map((ask) => ask.replace('?', ''))
  const answers = asks.flatMap((key): [string, Value][] => {
    const value = event.said[key] ?? event.changes[key]?.new
    return value === undefined || isEmpty(value) || ledger.fields[key]?.kind === 'files' ? [] : [[key, value]]
  })
  const files = Object.values(broughtBy(ledger, event)).flat()
  return answers.length + files.length > 0 ? { event, answers, files } : undefined
}
