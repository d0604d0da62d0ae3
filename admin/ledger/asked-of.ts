import { dischargerOf } from '../../shared/definition/discharger.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { seats, sits } from '../../shared/engine/seats.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import type { Shown, ShownDuty } from '../data.ts'
import { waysOf } from '../today/ways.ts'

/**
 * The act by which a deputy answers himself what an office owes in his stead: every way of being done with it that leads on is his to take as well.
 * Where an office has ways that he has not, the choice is the office's. `takes`: whether he takes an act. Undefined for whoever is no deputy: an
 * office has its own duties.
 */
export function actAsked(
  ledger: Ledger,
  state: string,
  duty: string,
  scope: Scope,
  takes: (act: string, by: string[]) => boolean,
): string | undefined {
  if (scope.office.kind !== 'deputy') return undefined
  const ways = waysOf(ledger, state, duty)
  const all = ways.length > 0 && ways.every((key) => takes(key, ledger.transitions[key]?.by ?? []))
  const meant = dischargerOf(ledger, state, duty)
  return all ? (ways.find((key) => key === meant) ?? ways[0]) : undefined
}

/** The same of a duty on an item as lists show it, without what may be done with it. */
export function isAsked(
  ledger: Ledger,
  record: Pick<Shown, 'state' | 'township' | 'createdBy' | 'data' | 'duties'>,
  duty: Pick<ShownDuty, 'key' | 'state'>,
  scope: Scope,
  world: World,
): boolean {
  const takes = (_: string, by: string[]) => seats(ledger, record, by, world).some((seat) => sits(scope, seat))
  return duty.state === 'open' && actAsked(ledger, record.state, duty.key, scope, takes) !== undefined
}
