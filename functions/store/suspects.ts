import type { Scope } from '../../shared/scope.ts'
import { countedBy, readCounter } from './counter-rows.ts'
import type { Entry } from './entries.ts'
import { keys } from './keys.ts'
import { type Item, query } from './table.ts'

/**
 * The ledgers whose counters do not agree with the entries of a partition, as the indexes across all ledgers tell it: two reads for a partition, not two
 * for each of its ledgers. Indexes run a moment behind, so a suspect is still to be counted for certain.
 */
export async function suspects(scope: Scope, part: string): Promise<Set<string>> {
  const differences = new Map<string, number>()
  const count = (pk: string, sk: string, day: string, by: number) => {
    const name = `${pk.split('#')[2]} ${sk} ${day}`
    differences.set(name, (differences.get(name) ?? 0) + by)
  }
  for await (const entry of query<Entry & Item>({ pk: keys.entriesAcross(scope, part), index: 'g5' })) {
    const { pk, sk, day } = countedBy(entry)
    count(pk, sk, day, 1)
  }
  for await (const item of query<Item>({ pk: keys.countersAcross(scope, part), index: 'g5' })) {
    for (const [day, n] of readCounter(item).days) count(item.pk, item.sk, day, -n)
  }
  return new Set([...differences].flatMap(([name, by]) => (by === 0 ? [] : [name.slice(0, name.indexOf(' '))])))
}
