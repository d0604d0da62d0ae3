import type { Ledger } from '../../shared/definition/ledger.ts'
import { wholeCalled } from '../../shared/heading.ts'
import type { Shown } from '../data.ts'

/** What an item on a page of several kinds is a part of, as far as the reader may see it. */
export function partOf({ ledger: key, heading, refs }: Shown, ledgers: Ledger[]): string | undefined {
  const ledger = ledgers.find((each) => each.key === key)
  return (
    ledger &&
    wholeCalled(
      ledger,
      { heading },
      refs.find(({ as }) => as === 'parent'),
    )
  )
}
