import type { Ledger } from '../../shared/definition/ledger.ts'
import { definitions, fingerprint } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { indexedBy, markIndexed } from '../store/definitions.ts'
import { eachRef } from '../store/each.ts'
import type { Ref } from '../store/keys.ts'
import { systemScope } from '../store/system-scope.ts'
import { refresh } from './refresh.ts'

const AT_ONCE = 8

/** Refreshes every record of a ledger whose definition is another than the one its records were indexed by. Answers how many records. */
export async function refreshChanged(clock: Clock): Promise<number> {
  let count = 0
  for (const { ledger } of await definitions(systemScope())) {
    const before = await indexedBy(systemScope(), ledger.key)
    if (before === fingerprint(ledger)) continue
    if (before !== null) count += await refreshAll(ledger, clock)
    await markIndexed(systemScope(), ledger.key, fingerprint(ledger))
  }
  return count
}

async function refreshAll(ledger: Ledger, clock: Clock): Promise<number> {
  const all: Ref[] = []
  for await (const { id } of eachRef(systemScope(), ledger, {}, clock.today)) all.push({ ledger: ledger.key, id })
  const waiting = [...all]
  const work = async () => {
    for (let ref = waiting.pop(); ref; ref = waiting.pop()) await refresh(ref, clock)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return all.length
}
