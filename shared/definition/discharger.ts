import type { Ledger, Transition } from './ledger.ts'

/**
 * The transition that a duty waits for: of those that discharge it, one that its holder takes before one that is another's, then one possible in the
 * present state before one that is not yet, then the one of its own name, then one that goes on before one that hands the record back, then what need
 * not be confirmed before what must, then what answers this alone before what answers more with it, then the one that brings it nearest to being done,
 * then the first declared.
 */
export function dischargerOf(ledger: Ledger, state: string, duty: string): string | undefined {
  const fits = Object.entries(ledger.transitions).filter(([, rule]) => rule.discharges?.includes(duty))
  const holder = ledger.duties[duty]?.holder ?? []
  const rank = ([key, rule]: (typeof fits)[number]) =>
    (rule.by.some((word) => word === 'holder' || holder.some((each) => sameSeat(each, word))) ? 0 : 16000) +
    (rule.from.includes(state) ? 0 : 8000) +
    (key === duty ? 0 : 4000) +
    (handsBack(ledger, state, rule.to) ? 2000 : 0) +
    (rule.confirm ? 1000 : 0) +
    ((rule.discharges?.length ?? 0) > 1 ? 500 : 0) +
    stepsToDone(ledger, rule.to ?? (rule.from.includes(state) ? state : (rule.from[0] ?? state)))
  return fits.sort((a, b) => rank(a) - rank(b))[0]?.[0]
}

/** True when two words can mean one office: a desk sits in the county office, and an owner is the county or a township. */
function sameSeat(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((word) => word.split(':')[0])
  const places = ['county', 'township']
  return a === b || (a === 'owner' && places.includes(b)) || (b === 'owner' && places.includes(a))
}

/** True when the next step that somebody takes from there leads to the present state again; what the system takes back hands nothing back. */
export function handsBack(ledger: Ledger, state: string, to: string | undefined): boolean {
  const taken = ({ by }: Transition) => by.some((word) => word !== 'system')
  return to !== undefined && to !== state && nextOf(ledger, to, taken).includes(state)
}

/** True for an act of the office that a field names, after which somebody has to name another there: it hands the item back without asking. */
export function returnsStraight({ transitions }: Ledger, key: string): boolean {
  const { by = [], opens = [] } = transitions[key] ?? {}
  const opened = opens.map((one) => (typeof one === 'string' ? one : one.duty))
  const fields = by.filter((word) => word.startsWith('@')).map((word) => word.slice(1))
  return Object.values(transitions).some(
    ({ discharges = [], asks = [] }) => opened.some((duty) => discharges.includes(duty)) && fields.some((field) => asks.includes(field)),
  )
}

/** True for an act that asks others to move the day of this duty: it opens what they discharge by moving it. */
export function asksForTime({ transitions }: Ledger, key: string, duty: string): boolean {
  const asked = (transitions[key]?.opens ?? []).map((one) => (typeof one === 'string' ? one : one.duty))
  return Object.values(transitions).some(
    ({ discharges = [], moves = [] }) => discharges.some((one) => asked.includes(one)) && moves.some((each) => each.duty === duty),
  )
}

/** Fewest transitions from a state to one of the phase done; 999 when there is no way. */
export function stepsToDone(ledger: Ledger, start: string): number {
  let reached = [start]
  const seen = new Set(reached)
  for (let steps = 0; reached.length > 0; steps += 1) {
    if (reached.some((state) => ledger.states[state]?.phase === 'done')) return steps
    reached = reached.flatMap((state) => nextOf(ledger, state)).filter((state) => !seen.has(state))
    for (const state of reached) seen.add(state)
  }
  return 999
}

function nextOf({ transitions }: Ledger, state: string, which: (rule: Transition) => boolean = () => true): string[] {
  const from = Object.values(transitions).filter((rule) => rule.from.includes(state) && which(rule))
  return from.flatMap((rule) => [rule, ...(rule.branches ?? [])]).flatMap(({ to }) => to ?? [])
}

/** True for what is done on its very day, and not before it: what takes place on that day, as a meeting and a vote at one do. */
export function onItsDay({ duties, meets, transitions }: Ledger, key: string): boolean {
  const due = duties[key]?.due
  const days = !due ? [] : 'first' in due ? due.first : [due]
  const takesPlace = (on: string) => meets?.day === on || Object.values(transitions).some(({ notBefore }) => notBefore === on)
  return days.every((each) => 'on' in each) && days.some((each) => 'on' in each && takesPlace(each.on))
}
