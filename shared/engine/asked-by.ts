import type { Ledger, Transition } from '../definition/ledger.ts'
import type { LedgerEvent } from '../event.ts'
import type { LedgerRecord, Value } from '../record.ts'
import { broughtBy } from './attachments.ts'
import { standingEvents } from './undo.ts'

type Asking = { key: string; discharges?: string[] }
/** What somebody said with the step that asks for another one: its answers, and the papers laid to it; `event` where it is known when. */
export type Said = { step: string; event?: LedgerEvent; answers: [string, Value][]; files: string[] }

/**
 * The step that is to be answered by an act, with all that was said in it: that which opened the duty, else that which brought the record here. An answer
 * is judged in sight of the answer as it stands now, a request in sight of its reason. What came with a file, or was answered with another item, no step
 * said here: then what such a step says stands in the record. Undefined where nothing was said.
 */
export function askedBy(
  ledger: Ledger,
  { state, data }: Pick<LedgerRecord, 'state' | 'data'>,
  act: Asking,
  events: LedgerEvent[],
): Said | undefined {
  const event = requestOf(act, events) ?? standingEvents(events).findLast(({ from, to }) => to === state && from !== state)
  if (event) {
    const answers = answersIn(ledger, event).filter(([key]) => ledger.fields[key]?.kind !== 'files')
    const files = Object.values(broughtBy(ledger, event)).flat()
    const now = answers.map(([key, said]): [string, Value] => [key, ledger.fields[key]?.only === 'event' ? said : (data[key] ?? said)])
    if (answers.length + files.length > 0) return { step: event.transition, event, answers: now, files }
  }
  return inRecord(ledger, state, data, act)
}

/**
 * What others gave to the item since it came here, as a co-unit its opinion: what was written with steps that answered a duty and left it where it is. Whoever
 * takes it on from here builds on that; for a step that leaves it here there is none.
 */
export function givenTo(ledger: Ledger, { state }: Pick<LedgerRecord, 'state'>, { key }: Asking, events: LedgerEvent[]): LedgerEvent[] {
  const { to = state } = ledger.transitions[key] ?? {}
  if (to === state || ledger.states[to]?.phase === 'void') return []
  const stood = standingEvents(events)
  const came = stood.findLast(({ opened, from, to: there }) => from !== there && opened.length > 0)
  const isText = (field: string) => ledger.fields[field]?.kind === 'text' && ledger.fields[field]?.only === 'event'
  return stood.filter(
    ({ seq, from, to: there, discharged, opened, moved, said }) =>
      seq > (came?.seq ?? 0) &&
      from === there &&
      discharged.length > 0 &&
      opened.length + moved.length === 0 &&
      Object.keys(said).some(isText),
  )
}

/** What the step that asks for an act says, as far as it stands in the record. */
function inRecord(ledger: Ledger, state: string, data: LedgerRecord['data'], act: Asking): Said | undefined {
  const duties = ledger.transitions[act.key]?.discharges ?? []
  const opens = (rule: Transition) => [rule, ...(rule.branches ?? [])].flatMap((each) => each.opens ?? [])
  const asks = (rule: Transition) => opens(rule).some((one) => duties.includes(typeof one === 'string' ? one : one.duty))
  const steps = Object.entries(ledger.transitions).filter(([, rule]) => asks(rule) && rule.to === state)
  const told = steps.flatMap(([step, rule]): Said[] => {
    const kept = questions(rule).flatMap((key): [string, Value][] => (isFilled(data[key]) ? [[key, data[key]]] : []))
    const isFiles = ([key]: [string, Value]) => ledger.fields[key]?.kind === 'files'
    const files = kept.filter(isFiles).flatMap(([, ids]) => (Array.isArray(ids) ? ids.map(String) : []))
    const answers = kept.filter((each) => !isFiles(each))
    return answers.length > 0 ? [{ step, answers, files }] : []
  })
  return told.sort((a, b) => b.answers.length - a.answers.length)[0]
}

/** The step that opened what an act discharges; undefined where none did. */
export function requestOf({ discharges }: Pick<Asking, 'discharges'>, events: LedgerEvent[]): LedgerEvent | undefined {
  return standingEvents(events).findLast(({ opened }) => opened.some(({ id }) => discharges?.includes(id)))
}

/** What was answered to the questions of a step, in their order. */
export function answersIn(ledger: Ledger, event: LedgerEvent): [string, Value][] {
  const rule = ledger.transitions[event.transition]
  return (rule ? questions(rule) : []).flatMap((key): [string, Value][] => {
    const value = event.said[key] ?? event.changes[key]?.new
    return isFilled(value) ? [[key, value]] : []
  })
}

const questions = ({ asks = [] }: Transition): string[] => asks.map((ask) => ask.replace('?', ''))

const isFilled = (value: Value | undefined): value is Value =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
