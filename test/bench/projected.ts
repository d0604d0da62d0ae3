import { countedBy, gains } from '../../functions/store/counter-rows.ts'
import { keys } from '../../functions/store/keys.ts'
import { listItems } from '../../functions/store/lists.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import type { Item } from '../../functions/store/table.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'

/** What follows from records: `of` some of them what lists hold and what stands counted, the counters when all have been told (`rest`). */
export function projected() {
  const scope = systemScope()
  const counters = new Map<string, Item>()
  const count = (item: Item): [string, string][] => {
    if (typeof item.g6sk !== 'string') return []
    const { pk, sk, day } = countedBy({ pk: item.pk, g6sk: item.g6sk })
    const counter = counters.get(`${pk} ${sk}`) ?? ({ pk, sk } as Item)
    for (const [name, n] of Object.entries(gains([{ day, by: 1 }]))) counter[name] = ((counter[name] as number) ?? 0) + n
    counters.set(`${pk} ${sk}`, counter)
    return [[`${pk} ${sk}`, day]]
  }
  return {
    of: (records: LedgerRecord[]): Item[] =>
      records.flatMap((record) => {
        const items = listItems(scope, suggestions, record)
        return [...items, { ...keys.projection(scope, record), rev: 1, counted: items.flatMap(count) }]
      }),
    rest: () => [...counters.values()],
  }
}
