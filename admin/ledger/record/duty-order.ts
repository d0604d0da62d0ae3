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
