import { sameHolder } from '../../../shared/engine/seats.ts'
import { standingEvents } from '../../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import type { ShownDuty } from '../../data.ts'

/** Duties as the page shows them: mine, then overdue, then soonest; over: done ones latest first, then those that are no longer owed. */
export function inOrder(duties: ShownDuty[], mine: (duty: ShownDuty) => boolean): { live: ShownDuty[]; over: ShownDuty[] } {
  const live = duties.filter((duty) => duty.state === 'open' || duty.state === 'paused')
  const over = duties.filter((duty) => duty.state === 'done' || duty.state === 'void')
  const rank = (duty: ShownDuty) => `${mine(duty) ? 0 : 1}${duty.overdue ? 0 : 1}${duty.dueOn ?? '9999'}`
  return {
    live: live.sort((a, b) => rank(a).localeCompare(rank(b))),
    over: over.sort((a, b) => Number(a.state === 'void') - Number(b.state === 'void') || (b.doneOn ?? '').localeCompare(a.doneOn ?? '')),
  }
}

/**
 * Who did what a duty asked for, where that was not the office that owed it: a deputy himself, or whoever stood in; nobody where it was the office,
 * or the system.
 */
export function doneBy({ id, holder }: Pick<ShownDuty, 'id' | 'holder'>, events: LedgerEvent[]): LedgerEvent['by'] | undefined {
  const by = standingEvents(events).findLast(({ discharged }) => discharged.includes(id))?.by
  if (!by || by.office.kind === 'system') return undefined
  const own =
    holder.kind === 'person'
      ? by.id === holder.id
      : sameHolder({ kind: by.office.kind, id: by.office.id }, { kind: holder.kind, id: holder.id })
  return own ? undefined : by
}
