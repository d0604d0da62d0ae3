import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { judge } from '../../shared/importing/judge.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import type { Clock } from '../clock.ts'
import { standing } from '../store/imports.ts'
import { type RowMove, storeRows } from '../transact/rows.ts'
import type { PlannedRow } from './check.ts'
import type { Overtaken } from './faults.ts'
import { enteredAgain } from './once.ts'

const ATTEMPTS = 8

/**
 * Stores planned rows, many to a transaction. May run twice: each row is judged again on what stands now, and a row that is already stored changes
 * nothing. Rows that met another writer are judged anew. What was not there when the file was checked is first stored unread: the transaction
 * itself refuses what is there by now. Answers the rows that became impossible meanwhile. Each event tells the
 * `file` that it came from.
 */
export async function storePlanned(
  ledger: Ledger,
  rows: PlannedRow[],
  scope: Scope,
  clock: Clock,
  world: World,
  file?: LedgerEvent['file'],
): Promise<Overtaken[]> {
  const overtaken: Overtaken[] = []
  let left = rows
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw new Error(`${left.length} rows of an import meet other writers again and again`)
    left = await storeOnce(ledger, left, scope, clock, world, file, attempt === 0, overtaken)
  }
  return overtaken
}

/** The rows that somebody else was quicker with; those that are impossible by now join `overtaken`. */
async function storeOnce(
  ledger: Ledger,
  rows: PlannedRow[],
  scope: Scope,
  clock: Clock,
  world: World,
  file: LedgerEvent['file'],
  first: boolean,
  overtaken: Overtaken[],
): Promise<PlannedRow[]> {
  const asked = rows.filter(({ fresh }) => !(first && fresh))
  const found = await standing(scope, ledger.key, asked)
  const present = new Map(asked.map((row, at) => [row, found[at]]))
  const steps = rows.flatMap((row) => {
    const outcome = judge(ledger, row, present.get(row), scope, clock.today, world)
    if (outcome === null) return []
    if (!('faults' in outcome))
      return [{ row, move: { ...from(outcome, file), ...(row.number === undefined ? {} : { number: row.number }) } }]
    overtaken.push({ row, faults: outcome.faults })
    return []
  })
  const results = await storeRows(
    scope,
    ledger,
    steps.map(({ move }) => move),
    clock,
  )
  const again = await enteredAgain(
    ledger,
    steps.map(({ row }) => row),
    steps.map(({ move }, at) => (results[at] === 'once' ? move : null)),
    new Map(),
    scope,
    world,
  )
  for (const [at, { row }] of steps.entries()) if (again[at]) overtaken.push({ row, faults: [again[at]] })
  return steps.filter((_, at) => results[at] !== 'stored' && !again[at]).map(({ row }) => row)
}

/** The event of a row tells the file that it came from. */
function from({ moved, ...move }: RowMove, file: LedgerEvent['file']): RowMove {
  return { ...move, moved: { ...moved, event: { ...moved.event, ...(file ? { file } : {}) } } }
}
