import { NEAR } from '../../shared/tally.ts'
import type { OwedDuty } from './duties.ts'

export type Groups = { now: OwedDuty[]; next: OwedDuty[]; later: OwedDuty[] }

/** Duties by how soon: overdue and due today; within fifteen days; later or without a day. By day, then by ledger. */
export function groupDuties(duties: OwedDuty[]): Groups {
  const sorted = [...duties].sort(
    (a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.record.ledger.localeCompare(b.record.ledger),
  )
  const left = (duty: OwedDuty) => duty.daysLeft ?? Number.POSITIVE_INFINITY
  return {
    now: sorted.filter((duty) => left(duty) <= 0),
    next: sorted.filter((duty) => left(duty) > 0 && left(duty) <= NEAR),
    later: sorted.filter((duty) => left(duty) > NEAR),
  }
}

/** How many items these duties stand on: one that owes two things is one item. */
export function itemsOf(duties: OwedDuty[]): number {
  return new Set(duties.map(({ record: { ledger, id } }) => `${ledger}#${id}`)).size
}

/** How many of these items are late. */
export function lateOf(duties: OwedDuty[]): number {
  return itemsOf(duties.filter((duty) => duty.overdue))
}

/** Of one group: its duties by ledger, the ledger with the most urgent one first, and how many of each stand open at the beginning. */
export type Pile = { ledger: string; duties: OwedDuty[]; open: number }
/** What fits on a page that is read at a glance; the rest of a pile is one line with its number. */
const [WHOLE, PILES, ROWS, NAMED] = [6, 2, 3, 3]

/**
 * A short group stands there whole; of a long one the first piles show their first rows, the others only their name and number. First comes the most urgent
 * pile or, where nothing burns, the largest: the work of most days.
 */
export function pilesOf(duties: OwedDuty[], first: 'urgent' | 'large' = 'urgent'): Pile[] {
  const ledgers = [...new Set(duties.map(({ record }) => record.ledger))]
  const piles = ledgers.map((ledger) => ({ ledger, own: duties.filter(({ record }) => record.ledger === ledger) }))
  if (first === 'large') piles.sort((a, b) => b.own.length - a.own.length)
  return piles.map(({ ledger, own }, at) => {
    return { ledger, duties: own, open: duties.length <= WHOLE ? own.length : at < PILES ? Math.min(ROWS, own.length) : 0 }
  })
}

/** Of piles that are folded the first few go by name, in their order; the rest is one line with its number, unless it is only one more. */
export function namedOf(folded: Pile[], all: boolean): { named: Pile[]; rest: { ledgers: number; duties: number } | undefined } {
  if (all || folded.length <= NAMED + 1) return { named: folded, rest: undefined }
  const rest = folded.slice(NAMED)
  return { named: folded.slice(0, NAMED), rest: { ledgers: rest.length, duties: itemsOf(rest.flatMap(({ duties }) => duties)) } }
}
