import type { Scope } from '../../shared/scope.ts'
import { countedBy, readCounter } from './counter-rows.ts'
import { keys } from './keys.ts'
import { dropZeros } from './recount-figures.ts'
import { type Item, keysPage, query, type Range } from './table.ts'

/**
 * The ledgers whose counters do not agree with the entries of a partition, as the index across all ledgers tells it: two reads for a partition, not two
 * for each of its ledgers. Days of a counter on which nothing is due any more are dropped on the way. Indexes run a moment behind, so a suspect is still to be counted for certain.
 */
export async function suspects(scope: Scope, part: string): Promise<Set<string>> {
  const differences = new Map<string, number>()
  const count = (sk: string, day: string, by: number) => differences.set(`${sk} ${day}`, (differences.get(`${sk} ${day}`) ?? 0) + by)
  let after: Range['after']
  do {
    const page = await keysPage<Item & { g6sk: string }>({ pk: keys.entriesAcross(scope, part), index: 'g6', ...(after ? { after } : {}) })
    for (const item of page.items) {
      const { sk, day } = countedBy(item)
      count(sk, day, 1)
    }
    after = page.next
  } while (after)
  for await (const item of query<Item>({ pk: keys.counters(scope, part) })) {
    const { days, rev } = readCounter(item)
    for (const [day, n] of days) count(item.sk, day, -n)
    const dated = Object.entries(item).filter((each): each is [string, number] => each[0].startsWith('d:'))
    await dropZeros(item, Object.fromEntries(dated), rev)
  }
  return new Set([...differences].flatMap(([name, by]) => (by === 0 ? [] : [name.slice(0, name.indexOf('#'))])))
}
