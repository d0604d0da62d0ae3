import { livesIn } from '../../engine/owed.ts'
import type { GateFault } from '../gate.ts'
import type { Effects, Ledger } from '../ledger.ts'

/** An item on its way, as far as a definition tells: its state, and which duties are open. */
type Place = { state: string; open: string[] }
/** Beyond so many places nothing is judged. The longest of ours has a tenth of them. */
const MOST = 20_000

/**
 * What should be looked at: no item lies in an open state where nobody owes the next step, unless the engine itself takes it on, or the definition says in `rests` why. Judged in
 * favour of the definition: what opens a duty on a condition opens it.
 */
export function idleFaults(ledger: Ledger): GateFault[] {
  const idle = places(ledger).filter(({ state, open }) => open.length === 0 && mustGoOn(ledger, state))
  return [...new Set(idle.map(({ state }) => state))].map((state) => ({
    path: `states.${state}`,
    message: 'an item can lie here without anybody owing the next step: open a duty, or say in `rests` why nothing is owed',
  }))
}

function mustGoOn({ states, transitions }: Ledger, state: string): boolean {
  const here = states[state]
  if (here?.phase !== 'open' || here.rests !== undefined) return false
  return !Object.values(transitions).some(({ from, by }) => from.includes(state) && by.includes('system'))
}

/** Every place that an item can come to, beginning with its birth. */
function places(ledger: Ledger): Place[] {
  const found = new Map<string, Place>()
  const todo: Place[] = []
  const reach = (state: string, duties: string[]): void => {
    const open = [...new Set(duties)].filter((key) => livesIn(ledger, key, state)).sort()
    const name = [state, ...open].join(' ')
    if (found.has(name) || found.size >= MOST) return
    const place = { state, open }
    found.set(name, place)
    todo.push(place)
  }
  reach(ledger.born?.to ?? ledger.initial, opened(ledger.born))
  for (let at = todo.pop(); at; at = todo.pop()) for (const { to = at.state, open } of steps(ledger, at)) reach(to, open)
  return found.size < MOST ? [...found.values()] : []
}

/** Where each step, and each branch of one, leads from here. */
function steps({ transitions }: Ledger, { state, open }: Place): { to?: string; open: string[] }[] {
  const fits = ({ when = [] }: { when?: object[] }) =>
    when.every((each) => !('duty' in each && 'open' in each) || open.includes(String(each.duty)) === each.open)
  return Object.values(transitions)
    .filter(({ from, by, discharges, ...move }) => {
      const owing = by.every((word) => word === 'holder') && discharges !== undefined
      return from.includes(state) && fits(move) && (!owing || discharges.some((key) => open.includes(key)))
    })
    .flatMap((move) =>
      [move, ...(move.branches ?? []).filter(fits)].map((effects) => {
        const done = [...(move.discharges ?? []), ...(effects.discharges ?? [])]
        const left = open.filter((key) => !done.includes(key))
        return { ...(effects.to ? { to: effects.to } : {}), open: [...left, ...opened(effects)] }
      }),
    )
}

const opened = (effects: Effects | undefined): string[] =>
  (effects?.opens ?? []).map((each) => (typeof each === 'string' ? each : each.duty))
