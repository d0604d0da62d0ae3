import { openOf, useManyCounts } from '../county/figures.ts'
import { type Filter, openStates } from '../county/links.ts'
import { usePanel } from '../panel.ts'
import type { Account } from './accounts.ts'

/** How many items the office of an account is working on; undefined until all ledgers have answered. */
export function useOpenItems({ office }: Account, wanted: boolean): number | undefined {
  const { ledgers } = usePanel()
  const filter: Filter | null = office.kind === 'unit' ? { unit: office.id } : office.kind === 'township' ? { township: office.id } : null
  const asked =
    wanted && filter
      ? ledgers
          .map((ledger) => ({ ledger: ledger.key, filter: { ...filter, state: openStates(ledger).join(',') } }))
          .filter(({ filter: { state } }) => state !== '')
      : []
  const counts = useManyCounts(asked)
  if (!wanted || filter === null) return filter === null ? 0 : undefined
  if (counts.some(({ isPending }) => isPending)) return undefined
  return asked.reduce((sum, { ledger: key }, at) => {
    const ledger = ledgers.find((each) => each.key === key)
    const data = counts[at]?.data
    return ledger && data ? sum + openOf(ledger, data) : sum
  }, 0)
}
