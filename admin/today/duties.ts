import { tallyOf } from '../../shared/tally.ts'
import { useEvery } from '../api.ts'
import type { Shown, ShownDuty } from '../data.ts'
import { usePanel } from '../panel.ts'
import { itemsOf } from './groups.ts'

/** An open duty of my office, with the record that it stands on and the transition that discharges it. */
export type OwedDuty = ShownDuty & {
  transition?: string | null
  record: {
    ledger: string
    id: string
    number?: string
    heading: string
    township: string | null
    state: string
    version?: number
    took?: Shown['took']
    /** What it is a part of. */
    partOf?: string
  }
}

/** Every duty: what a count leaves out nobody looks for. */
export const ownDuties = '/duties?holder=me&state=open&limit=100'
/** More than any office owes; what never ends is cut here. */
const PAGES = 20

/** What my office owes, soonest first. It serves the menu and Today. */
export function useDuties() {
  const { me } = usePanel()
  return useEvery<OwedDuty>(me.role === 'leader' ? null : ownDuties, {
    enough: (_, pages) => pages >= PAGES,
    refetchOnWindowFocus: true,
    staleTime: 30_000,
  })
}

/** One row for what one step on one item does: of two days for it, the nearer. Soonest first. */
export function eachOnce(duties: OwedDuty[]): OwedDuty[] {
  const [sooner, seen] = [[...duties].sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')), new Set<string>()]
  return sooner.filter(({ record, transition, key, holder }) => {
    const name = `${record.ledger}/${record.id}/${transition ?? key}/${holder.kind}/${holder.id}`
    return !seen.has(name) && seen.add(name)
  })
}

/** Counts for the menu, in items: all by ledger; what is late, and what else is due within fifteen days, are two numbers. */
export function owedCounts(duties: OwedDuty[], on: string): { byLedger: Record<string, number>; late: number; soon: number } {
  const of = (ledger: string) => itemsOf(duties.filter(({ record }) => record.ledger === ledger))
  const byLedger = Object.fromEntries([...new Set(duties.map(({ record }) => record.ledger))].map((ledger) => [ledger, of(ledger)]))
  const { late, today, soon } = tallyOf(duties, on)
  return { byLedger, late, soon: today + soon }
}

/** The same of my office. */
export function useOwed(): ReturnType<typeof owedCounts> {
  const { today } = usePanel()
  const { data } = useDuties()
  return owedCounts(data ?? [], today)
}
