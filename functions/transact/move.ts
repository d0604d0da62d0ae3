import type { Ledger } from '../../shared/definition/ledger.ts'
import { create } from '../../shared/engine/creation.ts'
import type { Creation, Moved } from '../../shared/engine/moved.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse, refuseInput } from '../../shared/refusal.ts'
import { idOf, type Ref } from '../store/keys.ts'
import { nextNumber } from '../store/numbers.ts'
import { areThere, readRecord } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { namedRecords } from './hanging.ts'
import { enteredTwice, onceOnly } from './once.ts'
import { references } from './references.ts'
import { apply, type Done, fitsSoFar, name, type Work } from './work.ts'

type Run = (record: LedgerRecord) => Moved | Refusal
/** `before`: what stood there already, when its creation was taken back. */
type Child = { creation: Creation; ledger: Ledger; moved: Moved; before?: LedgerRecord }

/**
 * Takes one move into the work, with all that it creates elsewhere (rule 15). A child that cannot be created refuses the whole, and the work is as
 * before. `run` is run again when the step gives a number and creates records, so that these can bear it.
 */
export async function move(
  work: Work,
  ledger: Ledger,
  before: LedgerRecord | undefined,
  run: Run,
  cause?: LedgerEvent['cause'],
): Promise<Done | Refusal> {
  const undo = mark(work)
  const moved = await ran(work, ledger, before, run)
  if (isRefusal(moved)) return moved
  const unasked = savesFilters(ledger) ? (await import('./sweep.ts')).filterFaults(work, ledger, moved.event) : []
  if (unasked.length > 0) return refuseInput(unasked)
  const wrong = (await references(work, ledger, moved, cause !== undefined)) ?? (await onceOnly(work, ledger, before, moved))
  if (wrong) return wrong
  const children = await newborn(work, moved.record, moved.creates)
  if (isRefusal(children)) {
    undo()
    return children
  }
  const created = children.map(({ moved: { record } }) => ({ ledger: record.ledger, id: record.id }))
  const done = await apply(work, ledger, before, { ...moved, event: { ...moved.event, created } }, cause)
  if (moved.sweeps) sweepLater(work, done)
  const born = await bear(work, children, { ledger: ledger.key, id: done.record.id, seq: done.event.seq })
  if (!isRefusal(born)) return done
  undo()
  return born
}

function savesFilters({ fields }: Ledger): boolean {
  return Object.values(fields).some(({ kind }) => kind === 'query')
}

function sweepLater(work: Work, { record, event }: Done): void {
  const { transition, branch, seq, on } = event
  const parent = { ledger: record.ledger, id: record.id }
  work.left.sweeps = [...(work.left.sweeps ?? []), { parent, seq, step: transition, ...(branch === undefined ? {} : { branch }), on }]
}

/** Takes newborn records into the work, as many as it holds; the others are left to the next transaction. */
export async function bear(work: Work, children: Child[], cause: Ref & { seq: number }): Promise<Done[] | Refusal> {
  const born: Done[] = []
  for (const [at, { creation, ledger, moved, before }] of children.entries()) {
    const undo = mark(work)
    const done = await move(work, ledger, before, () => moved, cause)
    if (isRefusal(done)) return refuseChild(ledger, creation, done)
    if (fitsSoFar(work)) born.push(done)
    else {
      undo()
      const parent = { ledger: cause.ledger, id: cause.id }
      const on = work.clock.today
      work.left.creations.push(...children.slice(at).map((child) => ({ parent, seq: cause.seq, on, creation: child.creation })))
      break
    }
  }
  return born
}

/** The records to create that are not there yet, each as the engine makes it. */
export async function newborn(work: Work, parent: LedgerRecord, creations: Creation[]): Promise<Child[] | Refusal> {
  // Most steps make nothing about deputies.
  const isAbout = creations.some(({ ledger }) => work.ledgers.get(ledger)?.whose)
  const placed = isAbout ? await (await import('./whose.ts')).whosePlaces(work, parent, creations) : creations
  const ids = placed.map(({ identity }) => idOf('r', identity))
  const there = await areThere(
    work.scope,
    placed.map(({ ledger }, at) => ({ ledger, id: ids[at] as string })),
  )
  const children: Child[] = []
  for (const [at, creation] of placed.entries()) {
    const before = there[at] ? await undoneAt(work, creation, ids[at] as string) : undefined
    if (there[at] && !before) continue
    const ledger = work.ledgers.get(creation.ledger)
    if (!ledger) throw new Error(`${parent.ledger} creates on ${creation.ledger}, which is no ledger`)
    const { township, data } = creation
    const born = { id: ids[at] as string, township, data, parent: { ledger: parent.ledger, id: parent.id }, bySystem: true as const }
    const named = await namedRecords(work, ledger, data)
    const moved = create(ledger, born, work.scope, work.clock.today, work.world, { parent, named })
    if (isRefusal(moved)) return refuseChild(ledger, creation, moved)
    // Before any is born: those that do not fit into this transaction could no longer refuse it.
    const twice = await enteredTwice(work, ledger, moved, parent, children)
    if (twice && creation.unlessThere) continue
    if (twice) return refuseChild(ledger, creation, twice)
    children.push({ creation, ledger, ...(before ? { before, moved: again(before, moved) } : { moved }) })
  }
  return children
}

/** The record of that identity, when its creation was taken back: the step that is taken anew brings it back. */
async function undoneAt(work: Work, { ledger }: Creation, id: string): Promise<LedgerRecord | undefined> {
  const record = await readRecord(systemScope(), ledger, id, { deleted: true })
  return record?.undone ? (work.changes.get(name(record))?.after ?? record) : undefined
}

/** Born once more: in its own chain, with the number that it had. */
function again({ version, createdAt, number }: LedgerRecord, moved: Moved): Moved {
  const record = { ...moved.record, version: version + 1, createdAt, ...(number === undefined ? {} : { number }) }
  return { ...moved, record, numbers: moved.numbers && number === undefined }
}

async function ran(work: Work, ledger: Ledger, before: LedgerRecord | undefined, run: Run): Promise<Moved | Refusal> {
  const moved = run(before as LedgerRecord)
  if (isRefusal(moved) || !before || !moved.numbers || moved.creates.length === 0) return moved
  return run({ ...before, number: await nextNumber(work.scope, ledger, moved.record, work.sequences) })
}

/** The work as it is now; the answer takes it back to that. */
export function mark(work: Work): () => void {
  const changes = new Map(work.changes)
  const sequences = new Map([...work.sequences].map(([key, sequence]) => [key, { ...sequence }]))
  const left = { ...work.left, creations: [...work.left.creations], tries: [...work.left.tries], heirs: [...work.left.heirs] }
  const watched = { families: new Map(work.families), hung: new Map(work.hung), looked: new Map(work.looked) }
  return () => {
    Object.assign(work, watched)
    work.left = left
    work.changes = changes
    work.sequences = sequences
  }
}

function refuseChild(ledger: Ledger, creation: Creation, refusal: Refusal): Refusal {
  const { zh, en } = refusal.sentence
  const sentence = { zh: `不能生成${ledger.label.zh}：${zh}`, en: `${ledger.label.en} cannot be created: ${en}` }
  const faults = (refusal.faults ?? []).map(({ code, message }) => ({ path: creation.path, code, message }))
  return refuse('children', sentence, faults.length > 0 ? faults : [{ path: creation.path, code: 'bad', message: sentence }])
}
