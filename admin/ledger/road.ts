import { daysBetween } from '../../shared/calendar.ts'
import type { Ledger, Transition } from '../../shared/ledger.ts'
import type { Label } from '../../shared/names.ts'

export type Step = { transition: string; from: string; to: string }
export type RoadNode = { key: string; label: Label; past: boolean; present: boolean; on?: string; days?: number }

/** The shortest way of transitions from the initial state to a done one; loops and void states left out, ties by the order declared. Empty when there is none. */
export function road(ledger: Ledger): Step[] {
  const ways: Record<string, Step[]> = { [ledger.initial]: [] }
  const queue = [ledger.initial]
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    const way = ways[state] ?? []
    if (ledger.states[state]?.phase === 'done') return way
    for (const [transition, rule] of Object.entries(ledger.transitions)) {
      if (!rule.from.includes(state)) continue
      for (const to of targets(rule)) {
        if (ways[to] || ledger.states[to]?.phase === 'void') continue
        ways[to] = [...way, { transition, from: state, to }]
        queue.push(to)
      }
    }
  }
  return []
}

/** States that a transition may lead to, its own and its branches'. */
export function targets(rule: Transition): string[] {
  return [rule.to, ...(rule.branches ?? []).map((branch) => branch.to)].filter((to): to is string => to !== undefined)
}

/**
 * The road as it is drawn: the acts taken with their days, the present state with its days, the acts to come and the end. Empty when the present state
 * does not lie on the road (cancelled, on a side way). `took` are the last days of each transition, `today` the day it is drawn.
 */
export function roadNodes(ledger: Ledger, state: string, took: Record<string, { on: string }>, today: string): RoadNode[] {
  const steps = road(ledger)
  const states = [ledger.initial, ...steps.map((step) => step.to)]
  const at = states.indexOf(state)
  if (steps.length === 0 || at === -1) return []
  const act = ({ transition, from }: Step, past: boolean): RoadNode => {
    const on = took[transition]?.on
    return {
      key: `${from}-${transition}`,
      label: ledger.transitions[transition]?.label ?? same(transition),
      past,
      present: false,
      ...(past && on ? { on } : {}),
    }
  }
  const stand = (key: string, present: boolean): RoadNode => ({ key, label: ledger.states[key]?.label ?? same(key), past: false, present })
  const end = states[states.length - 1] ?? state
  const done = at === states.length - 1
  const entered = enteredOn(ledger, state, took)
  const past = steps.slice(0, done ? at : Math.max(0, at - 1)).map((step) => act(step, true))
  const here = { ...stand(state, true), ...(entered ? (done ? { on: entered } : { days: daysBetween(entered, today) + 1 }) : {}) }
  return [...past, here, ...steps.slice(at).map((step) => act(step, false)), ...(done ? [] : [stand(end, false)])]
}

/** The day on which the record came into its present state, as far as the last days of the transitions tell. */
export function enteredOn(ledger: Ledger, state: string, took: Record<string, { on: string }>): string | undefined {
  return Object.entries(ledger.transitions)
    .filter(([, rule]) => targets(rule).includes(state))
    .map(([key]) => took[key]?.on)
    .filter((on): on is string => on !== undefined)
    .sort()
    .at(-1)
}

const same = (key: string): Label => ({ zh: key, en: key })
