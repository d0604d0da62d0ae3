import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { judge, type Standing } from '../../shared/importing/judge.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import type { Clock } from '../clock.ts'
import { standing } from '../store/imports.ts'
import { readLast } from '../store/last-events.ts'
import { readWhole } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { jitter } from '../store/table.ts'
import { type RowMove, storeRows } from '../transact/rows.ts'
import type { PlannedRow } from './check.ts'
import type { Otherwise, Unplanned } from './faults.ts'
import { enteredAgain } from './once.ts'

const ATTEMPTS = 30

/**
 * Stores planned rows, many to a transaction. May run twice: each row is judged again on what stands now, and a row that is already stored changes
 * nothing. Rows that met another writer are judged anew. What was not there when the file was checked is first stored unread: the transaction
 * itself refuses what is there by now. Answers what did not come as planned: the rows that became impossible meanwhile, and those that somebody else
 * was quicker with. Each event tells the `file` that it came from.
 */
export async function storePlanned(
  ledger: Ledger,
  rows: PlannedRow[],
  scope: Scope,
  clock: Clock,
  world: World,
  file?: LedgerEvent['file'],
): Promise<Unplanned> {
  const told: Unplanned = { overtaken: [], otherwise: [] }
  const same: Same[] = []
  let left = rows
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt > 1) await jitter(Math.min(attempt, 4))
    if (attempt === ATTEMPTS) throw new Error(`${left.length} rows of an import meet other writers again and again`)
    left = await storeOnce(ledger, left, scope, clock, world, file, attempt === 0, told, same)
  }
  const came = [...told.otherwise, ...(await whose(ledger, same, file))]
  return { ...told, otherwise: came.filter(({ row, as, id }) => as !== (row.fresh ? 'created' : 'updated') || id !== row.id) }
}

/** A row of which all stands there by now. */
type Same = { row: PlannedRow; present: Standing }

/** Of rows of which all stands there: stored by this very file before it was cut off, or by somebody else. */
async function whose(ledger: Ledger, same: Same[], file: LedgerEvent['file']): Promise<Otherwise[]> {
  const ids = same.map(({ row, present }) => (present && 'record' in present ? present.record.id : row.id))
  const last = ids.length > 0 ? await readLast(systemScope(), ledger.key, ids) : []
  const isOwn = (event: LedgerEvent): boolean => file !== undefined && event.file?.import === file.import
  return Promise.all(
    same.map(async ({ row }, at): Promise<Otherwise> => {
      const { record, event } = last[at] ?? {}
      const id = ids[at] ?? row.id
      if (!record || !event) return { row, as: 'unchanged', id }
      const events =
        isOwn(event) || record.version === 1 ? [event] : ((await readWhole(systemScope(), ledger.key, record.id))?.events ?? [])
      const own = events.find(isOwn)
      return { row, as: own ? (own.from === null ? 'created' : 'updated') : 'unchanged', id }
    }),
  )
}

/** The rows that somebody else was quicker with; what comes of the others joins `told`, and `same` where there was nothing to do. */
async function storeOnce(
  ledger: Ledger,
  rows: PlannedRow[],
  scope: Scope,
  clock: Clock,
  world: World,
  file: LedgerEvent['file'],
  first: boolean,
  told: Unplanned,
  same: Same[],
): Promise<PlannedRow[]> {
  const asked = rows.filter(({ fresh }) => !(first && fresh))
  const found = await standing(scope, ledger.key, asked)
  const present = new Map(asked.map((row, at) => [row, found[at]]))
  const steps = rows.flatMap((row) => {
    const outcome = judge(ledger, row, present.get(row), scope, clock.today, world)
    if (outcome === null) {
      same.push({ row, present: present.get(row) })
      return []
    }
    if (!('faults' in outcome))
      return [{ row, move: { ...from(outcome, file), ...(row.number === undefined ? {} : { number: row.number }) } }]
    told.overtaken.push({ row, faults: outcome.faults })
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
  for (const [at, { row, move }] of steps.entries()) {
    if (again[at]) told.overtaken.push({ row, faults: [again[at]] })
    else if (results[at] === 'stored') told.otherwise.push({ row, as: move.before ? 'updated' : 'created', id: move.moved.record.id })
  }
  return steps.filter((_, at) => results[at] !== 'stored' && !again[at]).map(({ row }) => row)
}

/** The event of a row tells the file that it came from. */
function from({ moved, ...move }: RowMove, file: LedgerEvent['file']): RowMove {
  return { ...move, moved: { ...moved, event: { ...moved.event, ...(file ? { file } : {}) } } }
}
