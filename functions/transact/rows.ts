import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Moved } from '../../shared/engine/moved.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { afterwards } from '../afterwards.ts'
import type { Clock } from '../clock.ts'
import type { Change } from '../store/commit.ts'
import { show } from '../store/lists.ts'
import { closeOutbox, type Outbox } from '../store/outbox.ts'
import { projectStored } from '../store/projection.ts'
import { systemScope } from '../store/system-scope.ts'
import { jitter } from '../store/table.ts'
import { finishNow } from './finish.ts'
import { type Left, leave } from './leave.ts'
import { apply, begin, fitsSoFar, store, type Work } from './work.ts'

/** A row of an import as the engine made it: the record before (none when new), its move, and the number it brings along. */
export type RowMove = { before?: LedgerRecord; moved: Moved; number?: string }
export type RowResult = 'stored' | 'stale' | 'number' | 'once'

const ATTEMPTS = 60
const AT_ONCE = 4

/** What one transaction stored. */
type Stored = { changes: Change[]; outbox: Outbox<Left> }

/**
 * Stores many independent rows, as many together as one transaction holds, and counts them before it answers. `stale`: the record was changed since it was
 * read, or exists already; `number`: another record bears the number; `once`: another record holds what may stand once. Rows cascade into nothing and create
 * nothing elsewhere.
 */
export async function storeRows(scope: Scope, ledger: Ledger, rows: RowMove[], clock: Clock): Promise<RowResult[]> {
  const size = Math.ceil(rows.length / AT_ONCE)
  const lines = Array.from({ length: AT_ONCE }, (_, at) => rows.slice(at * size, (at + 1) * size)).filter((line) => line.length > 0)
  const stored: Stored[] = []
  // Each line comes to its end before this does: nothing is stored behind the back of whoever is told of a failure.
  const results = await Promise.allSettled(lines.map((line) => storeLine(scope, ledger, line, clock, stored)))
  // The outbox would do it too, but not as cheaply, and whoever imports a register looks at its totals next.
  await afterwards('counters', count(stored, new Map([[ledger.key, ledger]])))
  return results.flatMap((line) => {
    if (line.status === 'rejected') throw line.reason
    return line.value
  })
}

async function count(stored: Stored[], ledgers: Map<string, Ledger>): Promise<void> {
  await projectStored(
    systemScope(),
    ledgers,
    stored.flatMap(({ changes }) => changes),
  )
  await closeOutbox(stored.flatMap(({ outbox }) => (outbox.work ? [] : [outbox])))
}

async function storeLine(scope: Scope, ledger: Ledger, rows: RowMove[], clock: Clock, stored: Stored[]): Promise<RowResult[]> {
  const results: RowResult[] = rows.map(() => 'stored')
  let waiting = rows.map((_, at) => at)
  for (let tries = 0; waiting.length > 0; ) {
    const { work, taken } = await pack(scope, ledger, rows, waiting, clock)
    const outbox = leave(work, { told: false })
    const unstored = await store(work)
    if (!unstored) {
      const changes = [...work.changes.values()]
      // What is new is counted without being read again, so it is shown here; what has moved is shown where it is counted.
      const born = changes.filter(({ before }) => !before)
      if (await afterwards('lists', show(work.scope, born))) stored.push({ changes, outbox })
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
