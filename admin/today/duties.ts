import { useQuery } from '@tanstack/react-query'
import type { Shown, ShownDuty } from '../data.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { groupDuties } from './groups.ts'

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
  }
}

export const dutiesKey = ['duties'] as const

/** What my office owes, soonest first. One request serves the menu and Today. */
export function useDuties() {
  const { me } = usePanel()
  return useQuery({
    queryKey: dutiesKey,
    queryFn: ({ signal }) => request<{ data: OwedDuty[] }>('/duties?holder=me&state=open', { signal }),
    enabled: me.role !== 'leader',
    refetchOnWindowFocus: true,
    staleTime: 30_000,
  })
}

/** Counts for the menu: all by ledger, and those due within fifteen days. */
export function useOwed(): { byLedger: Record<string, number>; now: number; late: boolean } {
  const { data } = useDuties()
  const byLedger: Record<string, number> = {}
  for (const { record } of data?.data ?? []) byLedger[record.ledger] = (byLedger[record.ledger] ?? 0) + 1
  const { now, next } = groupDuties(data?.data ?? [])
  return { byLedger, now: now.length + next.length, late: now.some((duty) => duty.overdue) }
}
