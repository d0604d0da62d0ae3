import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Entry } from '../entries.ts'
import { isWorth, readCopy, type Way } from './copy.ts'
import { glanceAtCopies } from './stretches.ts'

/** The compact copies of some ledgers, and the ledgers that have none. */
export type Several = { copies: AsyncGenerator<Entry[]>[]; without: Ledger[] }

/** The compact copies that there are of some ledgers: which, one request tells where they are several; of these each begins to be read a little at a time. */
export async function copiesOf(scope: Scope, ledgers: Ledger[], way?: Way): Promise<Several> {
  const found: Several = { copies: [], without: [] }
  const keys = ledgers.map(({ key }) => key)
  const known = keys.length > 1 ? await glanceAtCopies(scope, keys) : undefined
  const each = known ? { newest: true, ...way, few: true } : way
  const opened = await Promise.all(ledgers.map((ledger, at) => (known && !isWorth(known[at]) ? null : readCopy(scope, ledger, each))))
  for (const [at, ledger] of ledgers.entries()) {
    const copy = opened[at]
    if (copy) found.copies.push(copy)
    else found.without.push(ledger)
  }
  return found
}
