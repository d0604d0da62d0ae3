import { openOf, useAllCounts } from '../county/figures.ts'
import type { Filter } from '../county/links.ts'
import { usePanel } from '../panel.ts'
import type { Account } from './accounts.ts'

/** How many items the office of an account is working on; undefined until they are counted. */
export function useOpenItems({ office }: Account, wanted: boolean): number | undefined {
  const { ledgers } = usePanel()
  const filter: Filter | null = office.kind === 'unit' ? { unit: office.id } : office.kind === 'township' ? { township: office.id } : null
  const countsOf = useAllCounts(filter ?? {}, wanted && filter !== null)
  if (filter === null) return 0
  const open = ledgers.map((ledger) => {
    const counts = countsOf(ledger.key)
    return counts && openOf(ledger, counts)
  })
  return wanted && open.every((n) => n !== undefined) ? open.reduce((sum, n) => sum + n, 0) : undefined
}
