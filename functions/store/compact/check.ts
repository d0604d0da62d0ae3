import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Scope } from '../../../shared/scope.ts'
import { readCounter } from '../counter-rows.ts'
import type { Item } from '../expressions.ts'
import { keys } from '../keys.ts'
import { EVERYBODY } from '../parts.ts'
import { LAST } from '../rows.ts'
import { query } from '../table.ts'
import { readCopy } from './copy.ts'
import { forget } from './keep.ts'

/**
 * Forgets the compact copy of each ledger of which it does not tell as many in every state, year and day as the counters, so that it is begun anew; what is
 * being written at that moment may look so too. Answers of which ledgers. Reads in proportion to the copies.
 */
export async function forgetDrifted(scope: Scope, ledgers: Ledger[], now: () => Date): Promise<string[]> {
  const counted = await entriesCounted(scope)
  const drifted: string[] = []
  for (const ledger of ledgers) {
    const copy = await readCopy(scope, ledger)
    if (!copy) continue
    const left = new Map(counted.get(ledger.key))
    for await (const entries of copy) for (const { year, state, dueOn } of entries) count(left, `${year} ${state} ${dueOn ?? LAST}`, -1)
    if ([...left.values()].every((n) => n === 0)) continue
    if (await forget(scope, ledger.key, now)) drifted.push(ledger.key)
  }
  return drifted
}

/** How many entries everybody's partition has of each year, state and day, by ledger. */
async function entriesCounted(scope: Scope): Promise<Map<string, Map<string, number>>> {
  const found = new Map<string, Map<string, number>>()
  for await (const item of query<Item>({ pk: keys.counters(scope, EVERYBODY) })) {
    const { ledger, year, state, days } = readCounter(item)
    const own = found.get(ledger) ?? new Map<string, number>()
    found.set(ledger, own)
    for (const [day, n] of days) count(own, `${year} ${state} ${day}`, n)
  }
  return found
}

const count = (tally: Map<string, number>, name: string, by: number): void => void tally.set(name, (tally.get(name) ?? 0) + by)
