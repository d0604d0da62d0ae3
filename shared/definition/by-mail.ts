import type { Condition } from './condition.ts'
import { depth } from './depth.ts'
import { returnsStraight } from './discharger.ts'
import type { Ledger, Transition } from './ledger.ts'
import { isOneLine } from './lines.ts'

/**
 * The questions of a transition that a page of its own can ask whoever comes from a mail, required ones first; null for an act that has to be done on the
 * record's page: one that asks for offices, people, papers or tables, one whose text becomes part of the record, one that is done in person.
 */
export function askedByMail(ledger: Ledger, transition: string): { key: string; optional: boolean }[] | null {
  const rule = ledger.transitions[transition]
  if (!rule || rule.inPerson) return null
  const asks = (rule.asks ?? []).map((ask) => ({ key: ask.replace('?', ''), optional: ask.endsWith('?') }))
  if (asks.some(({ key, optional }) => !optional && !isShort(ledger, key))) return null
  const shown = asks.filter(({ key }) => isShort(ledger, key))
  return [...shown.filter(({ optional }) => !optional), ...shown.filter(({ optional }) => optional)]
}

/** The reason that a form insists on, and by which answers: what leads back to where the item came from, as 不满意 does, says why. */
export function insistsOn(ledger: Ledger, transition: string): { key: string; when: { field: string; is: string[] } }[] {
  const { transitions, fields } = ledger
  const rule = transitions[transition]
  if (!rule) return []
  const reason = (rule.asks ?? []).find((ask) => {
    const field = ask.endsWith('?') ? fields[ask.slice(0, -1)] : undefined
    return field?.kind === 'text' && field.only === 'event'
  })
  const isBack = (to: string) =>
    ['open', 'draft'].includes(ledger.states[to]?.phase ?? '') &&
    rule.from.every((state) => to !== state && depth(ledger, to) <= depth(ledger, state))
  const back = (rule.branches ?? []).filter(({ to }) => to !== undefined && isBack(to))
  return back.flatMap(({ when }) => {
    const [answer, another] = when.filter(
      (each): each is Condition & { field: string; is: unknown } => 'field' in each && each.is !== undefined,
    )
    const is = [answer?.is].flat().filter((each) => typeof each === 'string')
    return reason && answer && !another && is.length > 0 ? [{ key: reason.slice(0, -1), when: { field: answer.field, is } }] : []
  })
}

/** True when a question is answered in a moment: a word, a number, a day, a choice, or what is only said. */
function isShort({ fields }: Ledger, key: string): boolean {
  const field = fields[key]
  if (!field) return false
  if (field.kind === 'text') return field.only === 'event' || isOneLine(field)
  return ['number', 'date', 'yesno', 'choice', 'choices'].includes(field.kind)
}

/**
 * What the holder of a duty may do instead of doing it: hand the item back, and the steps that open what holds its reminders back, such as asking for more
 * days. Whoever can hand it back himself is not offered to ask for that. `possible`: of the steps, those that their conditions let through.
 */
export function requestsAbout(ledger: Ledger, state: string, duty: string, possible: (step: string) => boolean = () => true): string[] {
  const rule = ledger.duties[duty]
  const holds = rule?.heldBy ?? []
  const asks = ({ opens = [] }: Transition) => opens.some((each) => holds.includes(typeof each === 'string' ? each : each.duty))
  const his = Object.entries(ledger.transitions).filter(
    ([key, { from, by, owing }]) =>
      from.includes(state) && possible(key) && (owing ? owing.includes(duty) : by.some((word) => rule?.holder.includes(word))),
  )
  const straight = his.flatMap(([key]) => (returnsStraight(ledger, key) ? [key] : []))
  const asked = his.flatMap(([key, each]) => (asks(each) && !straight.includes(key) ? [key] : []))
  return [...straight, ...asked.filter((key) => straight.length === 0 || key !== 'askReturn')]
}
