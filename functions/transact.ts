import type { Ledger } from '../shared/definition/ledger.ts'
import { layPages } from '../shared/engine/come-back.ts'
import { create } from '../shared/engine/creation.ts'
import type { Entered } from '../shared/engine/day.ts'
import { edit, remove, restore } from '../shared/engine/edit.ts'
import type { Moved } from '../shared/engine/moved.ts'
import { transition } from '../shared/engine/transition.ts'
import type { LedgerRecord } from '../shared/record.ts'
import { type Fault, isRefusal, type Refusal, refuse, refuseInput } from '../shared/refusal.ts'
import type { Scope } from '../shared/scope.ts'
import { manyLines } from '../shared/text.ts'
import type { Kin, World } from '../shared/world.ts'
import type { Clock } from './clock.ts'
import type { Change } from './store/commit.ts'
import { newId, type Ref } from './store/keys.ts'
import { readRecord } from './store/records.ts'
import type { Outcome } from './transact/attempt.ts'
import { cascade } from './transact/cascade.ts'
import { asksChildren } from './transact/conditions.ts'
import { through } from './transact/finish.ts'
import { hangingOn, namedRecords } from './transact/hanging.ts'
import { familyOf, kinOf } from './transact/kin.ts'
import { move } from './transact/move.ts'
import { takeBack } from './transact/undo.ts'
import { begin, type Done, movedIn, type Work } from './transact/work.ts'

export type { Clock } from './clock.ts'
export type { Outcome } from './transact/attempt.ts'
export { takeDueSteps } from './transact/system.ts'

/** What comes with a change: the key under which it happens once however often it is asked (store/idempotency.ts), and the files that it puts on the record. */
export type Along = { key?: string; files?: Files }
/** What is wrong with the files that are given, and holding them for the record just before it is stored: nothing held is ever without a link. */
export type Files = {
  faults: (present: LedgerRecord | null) => Promise<Fault[]>
  hold: (record: Ref, present: LedgerRecord | null) => Promise<void>
}

type Step = { transition: string; given: Record<string, unknown>; for?: string } & Happened
/** The day on which it happened (default: the clock's), and why it is told so late. */
type Happened = { on?: string; reason?: string }

/**
 * Takes a transition. Null: absent or out of scope (404); then refusals in their order: 403, stale (412, when `version` is not the present one),
 * 409, 422. `for` says on whose behalf. All that follows from it, on whatever record, happens on its day too.
 */
export async function take(
  scope: Scope,
  ledger: string,
  id: string,
  step: Step,
  version: number | undefined,
  clock: Clock,
  along: Along = {},
): Promise<Outcome> {
  const { acting, then, run } = stepping(scope, step, clock)
  return change(acting, { ledger, id }, version, then.clock, run, { ...along, given: step.given, asked: { act: 'take', ...step } })
}

/** What taking a transition would change, on every record that follows it, without storing anything. Answers and refuses as `take`. */
export async function tryOut(scope: Scope, ledger: string, id: string, step: Step, clock: Clock): Promise<Change[] | Refusal | null> {
  const { acting, then, run } = stepping(scope, step, clock)
  const work = await begin(acting, then.clock)
  const judged = await judging({ ledger, id }, undefined, run, { given: step.given })(acting)(work)
  if (judged === null || isRefusal(judged)) return judged
  if ('moved' in judged && judged.moved) await cascade(work, judged.around)
  return [...work.changes.values()]
}

function stepping(scope: Scope, step: Step, clock: Clock) {
  const acting = step.for === undefined ? scope : { ...scope, for: step.for }
  const then = happened(clock, step)
  const run: Run = (rules, record, kin, world) =>
    transition(rules, record, step.transition, step.given, acting, then.clock.today, world, kin, then.entered)
  return { acting, then, run }
}

/**
 * Takes back the last act on a record, by whoever took it or the county, for three working days and until somebody else has acted on it. An event of its
 * own tells of it and why. Answers and refuses as `take`.
 */
export async function undoRecord(
  scope: Scope,
  ledger: string,
  id: string,
  reason: string,
  version: number | undefined,
  clock: Clock,
  { key }: Pick<Along, 'key'> = {},
): Promise<Outcome> {
  const judged = async (work: Work) => {
    const record = work.ledgers.has(ledger) ? await readRecord(scope, ledger, id) : null
    if (!record) return null
    const done = await takeBack(work, record, scope, { on: clock.today, reason: manyLines(reason) })
    if (isRefusal(done) && done.status === 403) return done
    if (version !== undefined && version !== record.version) return { stale: record }
    // What stood before was at rest: nothing follows from it but the days of those that hang on it.
    return isRefusal(done) ? done : { moved: done, around: await hangingOn(work, done.record) }
  }
  return through<Outcome>(scope, clock, judged, key === undefined ? undefined : { key, body: { ledger, id, act: 'undo', reason } })
}

/** Changes fields, where state and role allow; nothing is stored when they are as given already. Answers and refuses as `take`. */
export async function editRecord(
  scope: Scope,
  ledger: string,
  id: string,
  data: Record<string, unknown>,
  version: number | undefined,
  clock: Clock,
  along: Along = {},
): Promise<Outcome> {
  const run: Run = (rules, record, kin, world) => edit(rules, record, data, scope, clock.today, world, kin)
  return change(scope, { ledger, id }, version, clock, run, { ...along, given: data, asked: { act: 'edit', data } })
}

/** Lays pages that came back on paper to a record, whatever its version: nothing is replaced. Answers and refuses as `take`. */
export async function laidPages(scope: Scope, { ledger, id }: Ref, files: string[], clock: Clock, along: Along): Promise<Outcome> {
  const run: Run = (rules, record, _, world) => layPages(rules, record, files, scope, clock.today, world)
  return change(scope, { ledger, id }, undefined, clock, run, { ...along, asked: { act: 'scan', files } })
}

/** Deletes a draft, so that it can be restored. Answers and refuses as `take`. */
export async function removeRecord(
  scope: Scope,
  ledger: string,
  id: string,
  version: number | undefined,
  clock: Clock,
  along: Along = {},
): Promise<Outcome> {
  const run: Run = (rules, record, kin, world) => remove(rules, record, scope, clock.today, world, kin)
  return change(scope, { ledger, id }, version, clock, run, { ...along, asked: { act: 'remove' } })
}

/** Brings a deleted draft back. Answers and refuses as `take`. */
export async function restoreRecord(
  scope: Scope,
  ledger: string,
  id: string,
  version: number | undefined,
  clock: Clock,
  along: Along = {},
): Promise<Outcome> {
  const run: Run = (rules, record, kin, world) => restore(rules, record, scope, clock.today, world, kin)
  return change(scope, { ledger, id }, version, clock, run, { ...along, asked: { act: 'restore' }, deleted: true })
}

/** Creates a record. Null: no such ledger. With a key, the same key and body answer the record created before; `mismatch` when the body is another. */
export async function createRecord(
  scope: Scope,
  ledger: string,
  body: { township?: string | null; data: Record<string, unknown>; parent?: Ref } & Happened,
  { key, files }: Along,
  clock: Clock,
): Promise<Outcome> {
  const id = newId('r', clock.now)
  const then = happened(clock, body)
  const begun = async (work: Work) => {
    const rules = work.ledgers.get(ledger)
    if (!rules) return null
    const parent = body.parent ? await readRecord(scope, body.parent.ledger, body.parent.id) : null
    if (body.parent && !parent) return noParent()
    const { data, township } = body
    const born = { id, data, ...(township === undefined ? {} : { township }), ...(body.parent ? { parent: body.parent } : {}) }
    const kin = { ...(parent ? { parent } : {}), named: await namedRecords(work, rules, data) }
    const run = () => create(rules, born, scope, then.clock.today, work.world, kin, then.entered)
    const moved = await held(files, null, { ledger, id }, await move(work, rules, undefined, run))
    return isRefusal(moved) ? moved : { moved, around: movedIn(work, moved) }
  }
  return through<Outcome>(scope, then.clock, begun, key === undefined ? undefined : { key, body: { ledger, ...body } })
}

/** The clock of the day on which something happened, and how it is told. */
function happened(clock: Clock, { on, reason }: Happened): { clock: Clock; entered: Entered } {
  const entered = { on: clock.today, ...(on === undefined ? {} : { said: true }), ...(reason ? { reason: manyLines(reason) } : {}) }
  return { clock: { ...clock, today: on ?? clock.today }, entered }
}

type Run = (ledger: Ledger, record: LedgerRecord, kin: Kin, world: World) => Moved | Refusal

async function change(
  scope: Scope,
  ref: Ref,
  version: number | undefined,
  clock: Clock,
  run: Run,
  { key, asked, ...along }: Along & Judging & { asked: object },
): Promise<Outcome> {
  const judged = judging(ref, version, run, along)(scope)
  return through<Outcome>(scope, clock, judged, key === undefined ? undefined : { key, body: { ...ref, ...asked } })
}

type Judging = { files?: Files; given?: Record<string, unknown>; deleted?: true }

/** Reads the record and judges the move on it, as part of a work. */
function judging(ref: Ref, version: number | undefined, run: Run, { files, given = {}, deleted }: Judging) {
  return (scope: Scope) => async (work: Work) => {
    const ledger = work.ledgers.get(ref.ledger)
    if (!ledger) return null
    // Side by side: children are found by the record's id alone.
    const [record] = await Promise.all([
      readRecord(scope, ref.ledger, ref.id, deleted ? { deleted } : {}),
      asksChildren(ledger) ? familyOf(work, ref) : null,
    ])
    if (!record) return null
    const kin = await kinOf(work, ledger, record, given)
    const moved = await move(work, ledger, record, (on) => run(ledger, on, kin, work.world))
    if (isRefusal(moved) && (moved.status === 403 || moved.status === 404)) return moved
    if (version !== undefined && version !== record.version) return { stale: record }
    const done = await held(files, record, ref, moved)
    if (isRefusal(done)) return done
    return isIdle(done) ? { record, event: done.event } : { moved: done, around: movedIn(work, done) }
  }
}

/** The move with its files held for the record; or the refusal of what is wrong with them, beside every other fault of the input. */
async function held(files: Files | undefined, present: LedgerRecord | null, ref: Ref, moved: Done | Refusal): Promise<Done | Refusal> {
  if (!files || (isRefusal(moved) && moved.status !== 422)) return moved
  const faults = await files.faults(present)
  if (faults.length > 0) return refuseInput([...(isRefusal(moved) ? (moved.faults ?? []) : []), ...faults])
  if (!isRefusal(moved)) await files.hold(ref, present)
  return moved
}

/** True for an edit that sets what is there already: nothing happened, so no event tells of it and the version stays. */
function isIdle({ event }: Done): boolean {
  return event.transition === 'edit' && Object.keys(event.changes).length === 0 && Object.keys(event.said).length === 0
}

function noParent(): Refusal {
  const message = { zh: '找不到上级事项，或不在您的范围内。', en: 'The item that this belongs to is not there, or not in your scope.' }
  return refuse('input', message, [{ path: 'parent', code: 'bad', message }])
}
