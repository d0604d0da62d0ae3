import type { Ledger } from '../../shared/ledger.ts'
import type { Moved } from '../../shared/moved.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import type { Clock } from '../clock.ts'
import { type Change, commit, fits, writesOf } from '../store/commit.ts'
import { standing } from '../store/imports.ts'
import { nextNumber, type Sequences, sequenceWrites } from '../store/numbers.ts'
import { seal } from '../store/seal.ts'
import type { Write } from '../store/transaction.ts'
import { judge, type PlannedRow } from './check.ts'

const ATTEMPTS = 8
const AT_ONCE = 4

/**
 * Stores planned rows, many to a transaction. May run twice: each row is judged again on what stands now, and a row that is already stored changes
 * nothing. Rows that met another writer are judged anew.
 */
export async function storeRows(ledger: Ledger, rows: PlannedRow[], scope: Scope, clock: Clock, world: World): Promise<void> {
  let left = rows
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw new Error(`${left.length} rows of an import meet other writers again and again`)
    left = await storeOnce(ledger, left, scope, clock, world)
  }
}

async function storeOnce(ledger: Ledger, rows: PlannedRow[], scope: Scope, clock: Clock, world: World): Promise<PlannedRow[]> {
  const present = await standing(scope, ledger.key, rows)
  const steps = rows.flatMap((row, at) => {
    const outcome = judge(ledger, row, present[at], scope, clock.today, world)
    return outcome === null || 'faults' in outcome ? [] : [{ row, ...outcome }]
  })
  const failed: PlannedRow[] = []
  const packs = packed(scope, steps.filter(({ moved }) => !moved.numbers).map(step => ({ row: step.row, change: completed(ledger, step.before, step.moved, clock) })))
  const lines = Array.from({ length: AT_ONCE }, async () => {
    for (let pack = packs.shift(); pack; pack = packs.shift()) {
      if (await commit(scope, pack.map(({ change }) => change))) failed.push(...pack.map(({ row }) => row))
    }
  })
  await Promise.all(lines)
  for (const step of steps.filter(({ moved }) => moved.numbers)) if (!(await storeNumbered(ledger, step, scope, clock))) failed.push(step.row)
  return failed
}

type Step = { row: PlannedRow; before?: LedgerRecord; moved: Moved }

/** One record that gets its number from the sequence, in the transaction that steps it. */
async function storeNumbered(ledger: Ledger, step: Step, scope: Scope, clock: Clock): Promise<boolean> {
  const sequences: Sequences = new Map()
  const number = await nextNumber(scope, ledger, step.moved.record, sequences)
  const change = completed(ledger, step.before, { ...step.moved, record: { ...step.moved.record, number } }, clock)
  return (await commit(scope, [change], sequenceWrites(scope, sequences))) === null
}

function completed(ledger: Ledger, before: LedgerRecord | undefined, moved: Moved, clock: Clock): Change {
  const event = seal(moved.event, moved.record.version, clock.now, before?.head ?? '')
  const at = clock.now.toISOString()
  const after: LedgerRecord = { ...moved.record, createdAt: before?.createdAt ?? at, updatedAt: at, head: event.hash }
  return { ledger, ...(before ? { before } : {}), after, events: [event] }
}

type Packed = { row: PlannedRow; change: Change }

/** As many records to a transaction as it holds. */
function packed(scope: Scope, changes: Packed[]): Packed[][] {
  const packs: Packed[][] = []
  let writes: Write[] = []
  for (const each of changes) {
    const more = writesOf(scope, each.change)
    const last = packs.at(-1)
    if (last && fits([...writes, ...more])) {
      last.push(each)
      writes.push(...more)
    } else {
      packs.push([each])
      writes = more
    }
  }
  return packs
}
