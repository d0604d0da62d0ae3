import { countedBy, gains } from '../../functions/store/counter-rows.ts'
import { entryItems } from '../../functions/store/entries.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import type { Item } from '../../functions/store/table.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'

/** What the table's stream would have projected from records: `of` some of them at once, the `rest` when all have been told. */
export function projected() {
  const counters = new Map<string, Item>()
  return {
    of(records: LedgerRecord[]): Item[] {
      for (const record of records)
        for (const item of entryItems(systemScope(), suggestions, record)) {
          const { pk, sk, day } = countedBy(item as never)
          const counter = counters.get(`${pk} ${sk}`) ?? ({ pk, sk } as Item)
          for (const [name, n] of Object.entries(gains([{ day, by: 1 }]))) counter[name] = ((counter[name] as number) ?? 0) + n
          counters.set(`${pk} ${sk}`, counter)
        }
      return []
    },
    rest: () => [...counters.values()],
  }
}
