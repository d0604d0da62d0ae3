import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { addDays } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { systemGroups } from '../../shared/definition/systems.ts'
import { isDay } from '../../shared/names.ts'
import { usePanel } from '../panel.ts'
import type { Filter } from './links.ts'

export type Asked = {
  /** Absent: all ledgers. */
  ledger?: Ledger
  /** '' means all years. */
  year: string
  asOf: string
  live: boolean
  by?: string
  ask: (change: Record<string, string | null>) => void
}

export const ALL = 'all'

/** What the counts of all ledgers can be divided by, beside the kinds of work. */
export const divisions = ['township', 'unit', 'desk'] as const

/** The question that all numbers of the page over all ledgers come from, divided as its table is. */
export function countedAs({ year, by }: Pick<Asked, 'year' | 'by'>): Filter {
  const divided = divisions.find((each) => each === by)
  return { ...(year ? { year } : {}), ...(divided ? { by: divided } : {}) }
}

/** What the address asks: ledger, year, day and grouping. Without a word: all ledgers, this year, today. */
export function useAsked(): Asked {
  const { ledgers, today } = usePanel()
  const [params, setParams] = useSearchParams()
  return useMemo(() => {
    const asked = params.get('ledger')
    const ledger = ledgers.find(({ key }) => key === asked)
    const day = params.get('asOf') ?? ''
    const asOf = isDay(day) && day < today ? day : today
    const year = params.get('year')
    const by = params.get('by')
    return {
      ...(ledger ? { ledger } : {}),
      year: year === ALL ? '' : /^\d{4}$/.test(year ?? '') ? (year ?? '') : asOf.slice(0, 4),
      asOf,
      live: asOf === today,
      ...(by ? { by } : {}),
      ask: (change) =>
        setParams((now) => {
          const next = new URLSearchParams(now)
          for (const [key, value] of Object.entries(change)) value === null ? next.delete(key) : next.set(key, value)
          return next
        }),
    }
  }, [params, setParams, ledgers, today])
}

/** Ledgers in the order of the menu; those that report on a deadline first, parts of others last. */
export function reporting(ledgers: Ledger[]): Ledger[] {
  const order = systemGroups.flatMap(({ systems }) => systems.map(({ number }) => number))
  const place = ({ system }: Ledger) => (order.includes(system) ? order.indexOf(system) : order.length)
  const weight = (ledger: Ledger) => Number(ledger.part ?? false) * 2 + Number(ledger.report?.duty === undefined)
  return [...ledgers].sort((a, b) => weight(a) - weight(b) || place(a) - place(b))
}

/** The last day of the month before. */
export function endOfLastMonth(day: string): string {
  return addDays(`${day.slice(0, 8)}01`, -1)
}

/** How many months a trend goes back: twelve, of one year only those since its January. */
export function monthsBack({ year, asOf }: Pick<Asked, 'year' | 'asOf'>): number {
  return year === asOf.slice(0, 4) ? Number(asOf.slice(5, 7)) : 12
}
