import { targets } from '../definition/gate/flow.ts'
import type { Ledger, Transition } from '../definition/ledger.ts'
import { cellFields } from './meanings.ts'

/** A field that steps ask for only when a day on which a duty was done stands already, or with it. */
export type NeededDay = { field: string; day: string }

/**
 * The fields of a register that tell of what came after a duty was done, each with the day that says so: an item with a result and no day of its answer goes on being urged.
 */
export function neededDays(ledger: Ledger): NeededDay[] {
  const days = [...new Set((ledger.import?.duties ?? []).flatMap(({ done }) => done?.slice(1) ?? []))]
  return days.flatMap((day) => {
    const told = statesWith(ledger, day)
    // What is over is corrected without it.
    const stands = (state: string): boolean => told.has(state) || ledger.states[state]?.phase === 'done'
    const steps = Object.values(ledger.transitions)
    const asking = (field: string): Transition[] => steps.filter(({ asks = [] }) => asks.some((ask) => ask.replace('?', '') === field))
    return Object.keys(cellFields(ledger)).flatMap((field) => {
      const own = field === day ? [] : asking(field)
      return own.length > 0 && own.every((step) => writes(step, day) || step.from.every(stands)) ? [{ field, day }] : []
    })
  })
}

/** The states that no item reaches by its steps before this day is written down. */
function statesWith({ states, initial, born, transitions }: Ledger, day: string): Set<string> {
  const told = new Set(Object.keys(states).filter((state) => state !== initial && state !== born?.to))
  for (let size = -1; size !== told.size; ) {
    size = told.size
    for (const step of Object.values(transitions))
      for (const from of step.from)
        if (clears(step, day) || (!writes(step, day) && !told.has(from))) for (const to of targets(step, from)) told.delete(to)
  }
  return told
}

const putsOf = (step: Transition, day: string) => [step, ...(step.branches ?? [])].flatMap(({ sets }) => sets?.[day] ?? [])
const writes = (step: Transition, day: string): boolean => putsOf(step, day).some((put) => 'stamp' in put && put.stamp === 'today')
const clears = (step: Transition, day: string): boolean => putsOf(step, day).some((put) => 'put' in put && put.put === null)
