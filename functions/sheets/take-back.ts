import type { Ledger } from '../../shared/definition/ledger.ts'
import { takeBack } from '../../shared/engine/back.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { heading } from '../../shared/heading.ts'
import type { Label } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import { left } from '../../shared/words/undo.ts'
import type { World } from '../../shared/world.ts'
import type { Clock } from '../clock.ts'
import { hasFollowers } from '../store/children.ts'
import { type Last, readLast } from '../store/last-events.ts'
import { readWhole } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { type RowMove, storeRows } from '../transact/rows.ts'

/** A row of an import with the record that came of it, or was to come. */
export type Touched = { id: string; row: number; sheet?: string }
/** A row that was left as it is, and why; its record is named to who may see it. */
export type LeftRow = Omit<Touched, 'id'> & { id?: string; number?: string; heading?: string; why: Label }
export type TakenBack = { undone: number; left: LeftRow[] }

type File = NonNullable<LedgerEvent['file']>
type Act = { ledger: Ledger; file: File; scope: Scope; clock: Clock; world: World }
/** What is to be done with a row: nothing (the import never touched it, or it is as before already), leave it, or store its move. */
type Step = { row: Touched } & ({ done: boolean } | { left: LeftRow } | { move: RowMove })

const ATTEMPTS = 8

/**
 * Takes back what an import did to the records of some rows, as far as nothing else happened to them since, many to a transaction. May run twice: what is taken back
 * already counts and stays. Who meets another writer is judged anew, and then left.
 */
export async function takeRowsBack(act: Act, rows: Touched[]): Promise<TakenBack> {
  const told: TakenBack = { undone: 0, left: [] }
  let waiting = rows
  for (let attempt = 0; waiting.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw new Error(`${waiting.length} rows of an import meet other writers again and again`)
    const steps = await judged(act, waiting)
    for (const step of steps) {
      if ('left' in step) told.left.push(step.left)
      else if ('done' in step && step.done) told.undone += 1
    }
    waiting = await stored(
      act,
      steps.flatMap((step) => ('move' in step ? [step] : [])),
      told,
    )
  }
  return told
}

/** Stores what is to be taken back; the rows that somebody else was quicker with. */
async function stored({ scope, ledger, clock }: Act, line: { row: Touched; move: RowMove }[], told: TakenBack): Promise<Touched[]> {
  const moves = line.map(({ move }) => move)
  const results = await storeRows(scope, ledger, moves, clock)
  return line.flatMap(({ row, move }, at) => {
    if (results[at] === 'stored') told.undone += 1
    else if (results[at] === 'stale') return [row]
    else told.left.push(named(ledger, row, move.before as LedgerRecord, scope, left.taken))
    return []
  })
}

async function judged(act: Act, rows: Touched[]): Promise<Step[]> {
  const found = await readLast(
    systemScope(),
    act.ledger.key,
    rows.map(({ id }) => id),
  )
  return Promise.all(rows.map((row, at) => judge(act, row, found[at])))
}

async function judge(act: Act, row: Touched, last: Last | undefined): Promise<Step> {
  const { ledger, file, scope, clock, world } = act
  if (!last) return { row, done: false }
  const { record, event, was } = last
  if (event.file?.import !== file.import) {
    const events = (await readWhole(systemScope(), ledger.key, row.id))?.events ?? []
    // A row that somebody was quicker with never came in.
    if (!record.deleted && !events.some((each) => each.file?.import === file.import)) return { row, done: false }
    const why = record.deleted ? left.deleted : left.touched(event.by.name, event.on)
    return { row, left: named(ledger, row, record, scope, why) }
  }
  if (event.transition === 'undo') return { row, done: true }
  const isNew = event.from === null
  if (isNew && (await hasFollowers(scope, { ledger: ledger.key, id: row.id })))
    return { row, left: named(ledger, row, record, scope, left.followed) }
  if (!isNew && !was) return { row, left: named(ledger, row, record, scope, left.untold) }
  const moved = takeBack(ledger, record, event, isNew ? undefined : was, scope, clock.today, world)
  return { row, move: { before: record, moved: { ...moved, event: { ...moved.event, file } } } }
}

function named(ledger: Ledger, { id, ...row }: Touched, record: LedgerRecord, scope: Scope, why: Label): LeftRow {
  if (!sees(scope, record.readers)) return { ...row, why: left.unseen }
  const { number } = record
  return { ...row, id, ...(number === undefined ? {} : { number }), heading: heading(ledger, record), why }
}
