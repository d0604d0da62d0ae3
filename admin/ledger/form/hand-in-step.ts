import type { Ledger } from '../../../shared/definition/ledger.ts'
import { standing } from '../../../shared/engine/seats.ts'
import type { Data } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { World } from '../../../shared/world.ts'
import { blankOf, defaultsOf } from './filling.ts'

/**
 * The step by which its creator takes a new record out of its draft at once: the first that asks nothing and is his. `chosen`: the township of an item of
 * the county's making.
 */
export function handInStep(ledger: Ledger, scope: Scope, world: World, chosen?: string): string | undefined {
  const { states, initial, transitions } = ledger
  if (states[initial]?.phase !== 'draft') return undefined
  const blank = blankOf(ledger, scope)
  // On a ledger of the townships it will be one's, which the county has yet to choose.
  const township = blank.township ?? chosen ?? (ledger.level === 'township' ? '' : null)
  const record = { ...blank, township, data: defaultsOf(ledger, scope) as Data }
  return Object.entries(transitions).find(
    ([, { from, asks = [], to, by, inPerson = false }]) =>
      from.includes(initial) &&
      asks.every((ask) => ask.endsWith('?')) &&
      to !== undefined &&
      states[to]?.phase !== 'void' &&
      standing(ledger, record, by, [], inPerson, scope, world),
  )?.[0]
}

/** True where a new record stays its creator's own until he hands it in; where somebody owes something by its birth already, it is no draft. */
export function isKept({ states, initial, born }: Ledger): boolean {
  return states[initial]?.phase === 'draft' && !(born?.opens ?? []).some((one) => typeof one === 'string')
}
