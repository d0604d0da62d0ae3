import { daysBetween } from '../../shared/deadline/calendar.ts'
import type { Ledger, Transition } from '../../shared/definition/ledger.ts'
import type { Label } from '../../shared/names.ts'
import type { Data } from '../../shared/record.ts'
import { barred } from './barred.ts'

export type Step = { transition: string; from: string; to: string }
export type RoadNode = { key: string; label: Label; past: boolean; present: boolean; on?: string; days?: number }
type Took = Record<string, { on: string }>

/** The way of a ledger: from its initial state to a done one, as it is meant. Empty for a register, where only a confirmed act ends anything. */
export function road(ledger: Ledger): Step[] {
  return roadThrough(ledger, ledger.initial).ahead
}

/**
 * The way of a record in this state: how it came here, by the acts that were taken, and how it goes on to a done state. Shortest, but rather through
 * acts that people take on purpose: what the system may do by itself, a pause or a step back is a detour, what asks for confirmation a longer one; among
 * equals the way that answers duties, then the order declared. With a record's `data` no act that it will never take. Empty in a void state.
 */
export function roadThrough(ledger: Ledger, state: string, took: Took = {}, data?: Data): { past: Step[]; ahead: Step[] } {
  const none = { past: [], ahead: [] }
  if (ledger.states[state]?.phase === 'void') return none
  const past = taken(ledger, state, took) ?? way(ledger, ledger.initial, (at) => at === state) ?? []
  const behind = past.map((step) => step.from)
  const never = data ? barred(ledger, data) : () => false
  const ahead = way(
    ledger,
    state,
    (at) => ledger.states[at]?.phase === 'done',
    (step) => (never(step) ? Number.POSITIVE_INFINITY : behind.includes(step.to) ? DETOUR : 0),
  )
  const meant = [...past, ...(ahead ?? [])].some((step) => !ledger.transitions[step.transition]?.confirm && !pauses(ledger, step))
  return ahead && meant ? { past, ahead } : none
}

const DETOUR = 10
const LESSER = 12

function way(
  ledger: Ledger,
  from: string,
  arrived: (state: string) => boolean,
  extra: (step: Step) => number = () => 0,
): Step[] | undefined {
  const ways: Record<string, { cost: number; steps: Step[] }> = { [from]: { cost: 0, steps: [] } }
  const open = new Set([from])
  while (open.size > 0) {
    const state = [...open].reduce((best, each) => ((ways[each]?.cost ?? 0) < (ways[best]?.cost ?? 0) ? each : best))
    const { cost, steps } = ways[state] ?? { cost: 0, steps: [] }
    if (arrived(state)) return steps
    open.delete(state)
    for (const step of stepsFrom(ledger, state)) {
      const sum = cost + 1 + detour(ledger, step) + extra(step)
      if (sum >= (ways[step.to]?.cost ?? Number.POSITIVE_INFINITY)) continue
      ways[step.to] = { cost: sum, steps: [...steps, step] }
      open.add(step.to)
    }
  }
  return undefined
}

/** The longest way from the initial state that only uses acts that were taken, each once and no state twice. */
function taken(ledger: Ledger, state: string, took: Took): Step[] | undefined {
  let longest: Step[] | undefined
  const go = (steps: Step[], at: string) => {
    if (at === state && steps.length > (longest?.length ?? -1)) longest = steps
    for (const step of stepsFrom(ledger, at)) {
      const again = step.to === ledger.initial || steps.some(({ transition, to }) => transition === step.transition || to === step.to)
      if (took[step.transition] && !again) go([...steps, step], step.to)
    }
  }
  go([], ledger.initial)
  return longest
}

function stepsFrom(ledger: Ledger, state: string): Step[] {
  return Object.entries(ledger.transitions)
    .filter(([, rule]) => rule.from.includes(state))
    .flatMap(([transition, rule]) => targets(rule).map((to) => ({ transition, from: state, to })))
    .filter(({ to }) => to !== state && ledger.states[to]?.phase !== 'void')
}

function detour(ledger: Ledger, step: Step): number {
  const rule = ledger.transitions[step.transition]
  if (!rule) return 0
  const times = [rule.by.includes('system'), pauses(ledger, step), rule.confirm, rule.confirm].filter(Boolean).length
  return times * DETOUR + (isLesser(ledger, step.to) ? LESSER : 0) + (owed(ledger, rule, step.from).length > 0 ? 0 : 0.1)
}

/** The end that a ledger is meant for is the first that it declares. */
function isLesser({ states }: Ledger, state: string): boolean {
  const end = Object.keys(states).find((each) => states[each]?.phase === 'done')
  return states[state]?.phase === 'done' && state !== end
}

/** The duties of a state that an act answers. */
export function owed(ledger: Ledger, rule: Transition, state: string): string[] {
  return (rule.discharges ?? []).filter((duty) => ledger.duties[duty]?.during?.includes(state) ?? true)
}

function pauses(ledger: Ledger, { to }: Step): boolean {
  return ledger.states[to]?.phase === 'paused'
}

/** States that a transition may lead to, its own and its branches'. */
export function targets(rule: Transition): string[] {
  return [rule.to, ...(rule.branches ?? []).map((branch) => branch.to)].filter((to): to is string => to !== undefined)
}

/**
 * The road as it is drawn: the acts taken with their days, the present state with its days, the acts to come and the end. Empty when there is none
 * (cancelled). `took` are the last days of each transition, `today` the day it is drawn.
 */
export function roadNodes(ledger: Ledger, state: string, took: Took, today: string, data?: Data): RoadNode[] {
  const { past, ahead } = roadThrough(ledger, state, took, data)
  if (past.length + ahead.length === 0) return []
  const act = ({ transition, from }: Step, past: boolean): RoadNode => {
    const on = took[transition]?.on
    return {
      key: `${from}-${transition}-${past}`,
      label: ledger.transitions[transition]?.label ?? same(transition),
      past,
      present: false,
      ...(past && on ? { on } : {}),
    }
  }
  const stand = (key: string, present: boolean): RoadNode => ({ key, label: ledger.states[key]?.label ?? same(key), past: false, present })
  const done = ahead.length === 0
  const entered = enteredOn(ledger, state, took)
  const here = { ...stand(state, true), ...(entered ? (done ? { on: entered } : { days: daysBetween(entered, today) + 1 }) : {}) }
  return [
    ...(done ? past : past.slice(0, -1)).map((step) => act(step, true)),
    here,
    ...ahead.map((step) => act(step, false)),
    ...ahead.slice(-1).map(({ to }) => stand(to, false)),
  ]
}

/** The number of the present step, and of all: the state that it began in is one of them, also once it is left, so that no way grows shorter by being gone. */
export function placeOn({ initial }: Ledger, state: string, nodes: RoadNode[]): { at: number; of: number } {
  const left = state === initial ? 0 : 1
  return { at: nodes.findIndex(({ present }) => present) + 1 + left, of: nodes.length + left }
}

/** The day on which the record came into its present state, as far as the last days of the transitions tell. */
export function enteredOn(ledger: Ledger, state: string, took: Took): string | undefined {
  return Object.entries(ledger.transitions)
    .filter(([, rule]) => targets(rule).includes(state))
    .map(([key]) => took[key]?.on)
    .filter((on): on is string => on !== undefined)
    .sort()
    .at(-1)
}

const same = (key: string): Label => ({ zh: key, en: key })
