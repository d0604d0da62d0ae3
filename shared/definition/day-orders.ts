import { isDay } from '../names.ts'
import type { Data } from '../record.ts'
import type { Due } from './due.ts'
import { targets } from './gate/flow.ts'
import type { Effects, Ledger } from './ledger.ts'

/** Two days of an item, of which the later never lies before the earlier. */
export type DayOrder = { earlier: string; later: string }

/**
 * The orders of days that a definition knows, beyond what its bounds refuse: what a duty is due on does not lie before the step that opens it, what a step writes down not before the
 * day that it waits for, nor before what only earlier steps write down.
 */
export function dayOrders(ledger: Ledger): DayOrder[] {
  const isOwn = (key: string): boolean => ledger.fields[key]?.kind === 'date' && ledger.fields[key]?.only === undefined
  const refused = (ledger.bounds ?? []).map(({ field, atMost, atLeast }) =>
    atLeast ? `${atLeast.slice(1)} ${field}` : `${field} ${atMost?.slice(1)}`,
  )
  const all = [...dueAfterStart(ledger), ...waitedFor(ledger), ...stepsApart(ledger)].filter(
    ({ earlier, later }) => earlier !== later && isOwn(earlier) && isOwn(later) && !refused.includes(`${earlier} ${later}`),
  )
  return [...new Map(all.map((order) => [`${order.earlier} ${order.later}`, order])).values()]
}

/** The orders that these days do not keep. */
export function reversedDays(orders: DayOrder[], data: Data): DayOrder[] {
  return orders.filter(({ earlier, later }) => {
    const [start, end] = [data[earlier], data[later]]
    return isDay(start) && isDay(end) && end < start
  })
}

type Step = {
  stamps: string[]
  opens: string[]
  moves: { duty: string; to: string }[]
  from: string[]
  to: string[]
  waits?: string | undefined
}

function stepsOf({ transitions, born, initial }: Ledger): Step[] {
  const does = (all: (Effects | undefined)[]) => ({
    stamps: all.flatMap((one) =>
      Object.entries(one?.sets ?? {}).flatMap(([key, put]) => ('stamp' in put && put.stamp === 'today' ? [key] : [])),
    ),
    opens: all.flatMap((one) => (one?.opens ?? []).map((each) => (typeof each === 'string' ? each : each.duty))),
    moves: all.flatMap((one) => one?.moves ?? []),
  })
  return [
    { ...does([born]), from: [], to: [born?.to ?? initial] },
    ...Object.values(transitions).map((step) => ({
      ...does([step, ...(step.branches ?? [])]),
      from: step.from,
      to: step.from.flatMap((from) => targets(step, from)),
      waits: step.notBefore?.slice(1),
    })),
  ]
}

function dueAfterStart(ledger: Ledger): DayOrder[] {
  const steps = stepsOf(ledger)
  return Object.entries(ledger.duties).flatMap(([duty, { due }]) => {
    const opening = steps.filter(({ opens }) => opens.includes(duty))
    const starts = (opening[0]?.stamps ?? []).filter((key) => opening.every(({ stamps }) => stamps.includes(key)))
    const told = (ledger.import?.duties ?? []).filter((rule) => rule.duty === duty).map(({ opened }) => opened.slice(1))
    const moved = steps.flatMap(({ moves }) => moves.flatMap((move) => (move.duty === duty ? [move.to.slice(1)] : [])))
    return [...starts, ...told].flatMap((earlier) => [...namedIn(due), ...moved].map((later) => ({ earlier, later })))
  })
}

/** The fields that a due rule takes for the day itself. */
function namedIn(due: Due): string[] {
  if ('first' in due) return due.first.flatMap(namedIn)
  return 'on' in due && due.on.startsWith('@') ? [due.on.slice(1)] : []
}

function waitedFor(ledger: Ledger): DayOrder[] {
  const steps = stepsOf(ledger)
  return [...new Set(steps.flatMap(({ stamps }) => stamps))].flatMap((later) => {
    const [first, ...others] = steps.filter(({ stamps }) => stamps.includes(later))
    const earlier = first?.waits
    return earlier !== undefined && others.every(({ waits }) => waits === earlier) ? [{ earlier, later }] : []
  })
}

/** Days that steps write down, and nobody else: one that can come after another and never before it. */
function stepsApart(ledger: Ledger): DayOrder[] {
  const steps = stepsOf(ledger)
  const asked = new Set(Object.values(ledger.transitions).flatMap(({ asks = [] }) => asks.map((ask) => ask.replace('?', ''))))
  const days = [...new Set(steps.flatMap(({ stamps }) => stamps))].filter((key) => !asked.has(key))
  const writing = (key: string): Step[] => steps.filter(({ stamps }) => stamps.includes(key))
  const comesAfter = (one: string, other: string): boolean =>
    writing(other).some(({ to }) => {
      const states = reachedFrom(steps, to)
      return writing(one).some(({ from }) => from.some((state) => states.has(state)))
    })
  return days.flatMap((later) =>
    days
      .filter((earlier) => earlier !== later && comesAfter(later, earlier) && !comesAfter(earlier, later))
      .map((earlier) => ({ earlier, later })),
  )
}

function reachedFrom(steps: Step[], first: string[]): Set<string> {
  const reached = new Set(first)
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const { from, to } of steps) if (from.some((state) => reached.has(state))) for (const state of to) reached.add(state)
  }
  return reached
}
