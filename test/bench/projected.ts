import { gains } from '../../functions/store/counter-rows.ts'
import { listItems, nameOf } from '../../functions/store/lists.ts'
import { stepOf } from '../../functions/store/standings.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import type { Item } from '../../functions/store/table.ts'
import { rounded } from '../../shared/figures/figures.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'

/**
 * What follows from records, without the stream: `of` some of them what lists hold and what stands projected; when all have been told, the counters and rows of
 * figures that they add up to (`rest`).
 */
export function projected() {
  const scope = systemScope()
  const sums = new Map<string, Item>()
  const add = (name: string, gained: Record<string, number>, at?: string) => {
    const [pk, sk] = [name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1)]
    const sum = sums.get(name) ?? ({ pk, sk } as Item)
    for (const [cell, n] of Object.entries(gained)) sum[cell] = rounded(((sum[cell] as number | undefined) ?? 0) + n)
    if (at !== undefined && at > String(sum.at ?? '')) sum.at = at
    sums.set(nameOf({ pk, sk }), sum)
  }
  return {
    of: (records: LedgerRecord[]): Item[] =>
      records.flatMap((record) => {
        const items = listItems(scope, suggestions, record)
        const step = stepOf(scope, suggestions, record, undefined, items)
        if (!step || !('put' in step.mark)) return items
        for (const { counter, day, by } of step.counters) add(counter, gains([{ day, by }]))
        for (const { row, cells, at } of step.rows) add(row, { ...cells, rev: 1 }, at)
        return [...items, step.mark.put]
      }),
    rest: () => [...sums.values()],
  }
}
