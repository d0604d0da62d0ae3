import { addDays } from '../shared/deadline/calendar.ts'
import type { Ledger } from '../shared/definition/ledger.ts'
import { seatDuties, standing } from '../shared/engine/seats.ts'
import { transition } from '../shared/engine/transition.ts'
import type { LedgerRecord } from '../shared/record.ts'
import { isRefusal } from '../shared/refusal.ts'
import type { Scope } from '../shared/scope.ts'
import type { Kin, World } from '../shared/world.ts'
import { everybody } from './cast.ts'
import { come, givens } from './sample.ts'
import { nodeKey } from './walk/nodes.ts'

export type Step = { by: Scope; transition: string; given: Record<string, unknown>; for?: string }

/** A step, and the node (walk/nodes.ts) that it leads to. */
export type Ahead = { step: Step; leads: string }

/**
 * A shortest way from where a record stands to a done state, as `everybody` could take it, or else to where a vote over a list decides; empty when there is
 * none, or none is needed. Children are taken
 * as closed: whoever takes a step that waits for them closes them first; a step of the engine comes by itself with that.
 */
export function wayOn(ledger: Ledger, record: LedgerRecord, today: string, world: World): Ahead[] {
  const seen = new Set<string>()
  const queue: { record: LedgerRecord; way: Ahead[] }[] = [{ record, way: [] }]
  const kin = closed(ledger)
  let voted: Ahead[] | undefined
  for (let at = queue.shift(); at; at = queue.shift()) {
    if (ledger.states[at.record.state]?.phase === 'done') return at.way
    if (isVotedOn(ledger, at.record.state)) voted ??= at.way
    for (const { step, record: next } of steps(ledger, at.record, today, world, kin)) {
      const key = nodeKey(next)
      if (seen.has(key) || ledger.states[next.state]?.phase === 'void') continue
      seen.add(key)
      queue.push({ record: next, way: [...at.way, { step, leads: key }] })
    }
  }
  return voted ?? []
}

/** True where only the outcome of a vote over a list leads on. */
export function isVotedOn(ledger: Ledger, state: string): boolean {
  return Object.values(ledger.transitions).some(({ from, when = [] }) => from.includes(state) && when.some((each) => 'polled' in each))
}

function* steps(
  ledger: Ledger,
  record: LedgerRecord,
  today: string,
  world: World,
  kin: Kin,
): Generator<{ step: Step; record: LedgerRecord }> {
  for (const [name, rule] of Object.entries(ledger.transitions)) {
    if (!rule.from.includes(record.state)) continue
    for (const scope of [...everybody, ...clerkOf(record)]) {
      const stand = standing(ledger, record, rule.by, seatDuties(rule), rule.inPerson ?? false, scope, world)
      if (!stand) continue
      const principal = stand.own ? undefined : stand.principals[0]?.id
      const acting = principal === undefined ? scope : { ...scope, for: principal }
      for (const given of givens(rule.asks ?? [], come(ledger), today, addDays(today, 1), undefined)) {
        const moved = transition(ledger, record, name, given, acting, today, world, kin)
        if (isRefusal(moved)) continue
        const step = { by: scope, transition: name, given, ...(principal === undefined ? {} : { for: principal }) }
        yield { step, record: { ...moved.record, ...(moved.numbers ? { number: 'n' } : {}) } }
      }
      // Two in one seat fare alike, unless a step must not be taken by whoever took another.
      if (!JSON.stringify(rule.when ?? []).includes('"notBy"')) break
    }
  }
}

/** The office of the record's own township, where it is none of the small cast's. */
function clerkOf({ township }: LedgerRecord): Scope[] {
  if (township === null || everybody.some(({ office }) => office.id === township)) return []
  return [{ person: `p-${township}`, name: township, role: 'clerk', office: { kind: 'township', id: township }, township }]
}

/** Kin as conditions wish them: a closed child of every ledger, no parent. */
function closed(ledger: Ledger): Kin {
  const children = [...JSON.stringify(ledger.transitions).matchAll(/"children":"([^"]+)"/g)].map(([, key]) => ({
    ledger: key,
    state: 'closed',
    data: Object.fromEntries([...JSON.stringify(ledger.transitions).matchAll(/"sum":"([^"]+)"/g)].map(([, sum]) => [sum, 1_000_000])),
  }))
  const named = [...JSON.stringify(ledger.transitions).matchAll(/"named":"[^"]+","in":\["([^"]+)"/g)].map(([, state = '']) => ({
    ledger: '',
    id: 'r9',
    state,
  }))
  return { children: children as unknown as LedgerRecord[], phases: () => 'done', named }
}
