import type { Ledger } from '../../shared/definition/ledger.ts'
import { afterwards } from '../afterwards.ts'
import { definitions } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { closeOutbox, openOutbox, readOutbox } from '../store/outbox.ts'
import { project } from '../store/projection.ts'
import { systemScope } from '../store/system-scope.ts'
import type { Key } from '../store/table.ts'
import { finish } from './finish.ts'
import type { Left } from './leave.ts'

/** So long after a transaction what follows from it is surely overdue. */
const OVERDUE = 15 * 60_000

/**
 * Does what lies in the outbox under these keys: all records projected together, then what their transactions had no room for. Two may be at it at once:
 * it comes to the same.
 */
export async function relay(keys: Key[], clock: Clock): Promise<void> {
  const open = await openOutbox<Left>(keys)
  const changed = open.flatMap(({ refs }) => refs)
  await project(systemScope(), await ledgers(), changed)
  for (const { work } of open) if (work) await finish(work, clock)
  await closeOutbox(open)
}

/**
 * Does everything that lies there since before an instant, as when a process ended in between. Answers how much there was, and how much could not be done now
 * either.
 */
export async function relayOverdue(
  clock: Clock,
  before = new Date(clock.now.getTime() - OVERDUE),
): Promise<{ finished: number; unfinished: number }> {
  const count = { finished: 0, unfinished: 0 }
  for await (const { pk, sk } of readOutbox(systemScope(), before))
    count[(await afterwards('outbox', relay([{ pk, sk }], clock))) ? 'finished' : 'unfinished'] += 1
  return count
}

/** As they are in force now: a ledger that was published a moment ago has records already. */
async function ledgers(): Promise<Map<string, Ledger>> {
  return new Map((await definitions(systemScope(), 'now')).map(({ ledger }) => [ledger.key, ledger]))
}
