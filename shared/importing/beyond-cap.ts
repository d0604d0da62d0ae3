import { computeDue } from '../deadline/derivation.ts'
import type { Ledger } from '../definition/ledger.ts'
import { isDay } from '../names.ts'
import type { Data } from '../record.ts'
import type { World } from '../world.ts'

/** A day that a row sets for a duty, beyond what the duty's rule allows at most: the fields that name it and where it counts from. */
export type Beyond = { duty: string; due: string; opened: string }

/** The days in these data beyond what is allowed, other than those that stood there (`before`). */
export function beyondCap(ledger: Ledger, data: Data, before: Data, world: World): Beyond[] {
  return (ledger.import?.duties ?? []).flatMap(({ duty, due, opened }) => {
    const rule = ledger.duties[duty]
    const [openedOn, given] = [data[opened.slice(1)], due === undefined ? undefined : data[due.slice(1)]]
    if (!rule || due === undefined || !isDay(openedOn) || !isDay(given) || before[due.slice(1)] === given) return []
    return computeDue(rule, { openedOn, data }, world.calendar).over === undefined
      ? []
      : [{ duty, due: due.slice(1), opened: opened.slice(1) }]
  })
}
