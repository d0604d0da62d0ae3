import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Moved } from '../../shared/engine/moved.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { afterwards } from '../afterwards.ts'
import type { Clock } from '../clock.ts'
import { show } from '../store/lists.ts'
import { jitter } from '../store/table.ts'
import { transactItems, type Write } from '../store/transaction.ts'
import { finishNow } from './finish.ts'
import { leave } from './leave.ts'
import { apply, begin, fitsSoFar, store, type Work } from './work.ts'

/** A row of an import as the engine made it: the record before (none when new), its move, and the number it brings along. */
export type RowMove = { before?: LedgerRecord; moved: Moved; number?: string }
export type RowResult = 'stored' | 'stale' | 'number' | 'once'

const ATTEMPTS = 60

/**
 * Stores many independent rows, as many together as one transaction holds. `stale`: the record was changed since it was read, or exists already;
 * `number`: another record bears the number; `once`: another record holds what may stand once. `also` is written when all are done. Rows cascade into nothing and create nothing elsewhere.
 */
export async function storeRows(scope: Scope, ledger: Ledger, rows: RowMove[], clock: Clock, also: Write[] = []): Promise<RowResult[]> {
  const results: RowResult[] = rows.map(() => 'stored')
  let waiting = rows.map((_, at) => at)
  for (let tries = 0; waiting.length > 0; ) {
    const { work, taken } = await pack(scope, ledger, rows, waiting, clock)
    const outbox = leave(work)
    const unstored = await store(work)
    if (!unstored) {
      await afterwards('lists', show(work.scope, [...work.changes.values()]))
      await finishNow(outbox, clock)
    }
    const failed = new Set<number>()
    for (const { what, change } of unstored ?? []) {
      const at = change === undefined ? undefined : taken[change]
      if (at === undefined || !(what === 'stale' || what === 'once' || (what === 'number' && rows[at]?.number !== undefined))) continue
      results[at] = what
      failed.add(at)
    }
    waiting = waiting.filter((at) => (unstored ? !failed.has(at) : !taken.includes(at)))
    tries = unstored && failed.size === 0 ? tries + 1 : 0
    if (tries > ATTEMPTS) throw new Error(`Given up after ${ATTEMPTS} attempts to number the rows of ${ledger.key}`)
    if (tries > 0) await jitter(Math.min(tries, 4))
  }
  if (also.length > 0) await transactItems(also)
  return results
}

/** As many of the waiting rows as one transaction holds, at least one. */
async function pack(
  scope: Scope,
  ledger: Ledger,
  rows: RowMove[],
  waiting: number[],
  clock: Clock,
): Promise<{ work: Work; taken: number[] }> {
  const work = await begin(scope, clock)
  const taken: number[] = []
  for (const at of waiting) {
    const { before, moved, number } = rows[at] as RowMove
    const sequences = new Map([...work.sequences].map(([key, sequence]) => [key, { ...sequence }]))
    const changes = new Map(work.changes)
    const record = number === undefined ? moved.record : { ...moved.record, number }
    // Two of the same in one transaction would be no transaction: the second waits, and finds the first.
    if (record.once !== undefined && taken.some((other) => rows[other]?.moved.record.once === record.once)) return { work, taken }
    await apply(work, ledger, before, { ...moved, record, numbers: moved.numbers && number === undefined })
    if (taken.length > 0 && !fitsSoFar(work)) return { work: { ...work, changes, sequences }, taken }
    taken.push(at)
  }
  return { work, taken }
}
