import type { Ledger } from '../shared/definition/ledger.ts'
import { create } from '../shared/engine/creation.ts'
import { edit, remove, restore } from '../shared/engine/edit.ts'
import type { Moved } from '../shared/engine/moved.ts'
import { transition } from '../shared/engine/transition.ts'
import type { LedgerRecord } from '../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../shared/refusal.ts'
import type { Scope } from '../shared/scope.ts'
import type { Kin } from '../shared/world.ts'
import type { Clock } from './clock.ts'
import { keyWrite, usedKey } from './store/idempotency.ts'
import { newId, type Ref } from './store/keys.ts'
import { readRecord, readWhole } from './store/records.ts'
import { attempt, type Outcome } from './transact/attempt.ts'
import { move } from './transact/move.ts'
import { type begin, type Done, kinOf } from './transact/work.ts'

export type { Clock } from './clock.ts'
export type { Outcome } from './transact/attempt.ts'
export { storeRows } from './transact/rows.ts'
export { takeDueSteps } from './transact/system.ts'

/**
 * Takes a transition. Null: absent or out of scope (404); then refusals in their order: 403, stale (412, when `version` is not the present one),
 * 409, 422. `given.for` says on whose behalf.
 */
export async function take(
  scope: Scope,
  ledger: string,
  id: string,
  { transition: step, given, for: principal }: { transition: string; given: Record<string, unknown>; for?: string },
  version: number | undefined,
  clock: Clock,
): Promise<Outcome> {
  const acting = principal === undefined ? scope : { ...scope, for: principal }
  return change(acting, ledger, id, version, clock, (rules, record, kin, world) =>
    transition(rules, record, step, given, acting, clock.today, world, kin),
  )
}

/** Changes fields, where state and role allow; nothing is stored when they are as given already. Answers and refuses as `take`. */
export async function editRecord(
  scope: Scope,
  ledger: string,
  id: string,
  data: Record<string, unknown>,
  version: number | undefined,
  clock: Clock,
): Promise<Outcome> {
  return change(scope, ledger, id, version, clock, (rules, record, kin, world) => edit(rules, record, data, scope, clock.today, world, kin))
}

/** Deletes a draft, so that it can be restored. Answers and refuses as `take`. */
export async function removeRecord(scope: Scope, ledger: string, id: string, version: number | undefined, clock: Clock): Promise<Outcome> {
  return change(scope, ledger, id, version, clock, (rules, record, kin, world) => remove(rules, record, scope, clock.today, world, kin))
}

/** Brings a deleted draft back. Answers and refuses as `take`. */
export async function restoreRecord(scope: Scope, ledger: string, id: string, version: number | undefined, clock: Clock): Promise<Outcome> {
  const run: Run = (rules, record, kin, world) => restore(rules, record, scope, clock.today, world, kin)
  return change(scope, ledger, id, version, clock, run, { deleted: true })
}

/**
 * Creates a record. Null: no such ledger. `idempotencyKey`: the same key and body answer the record created before; `mismatch` when the body is another.
 */
export async function createRecord(
  scope: Scope,
  ledger: string,
  body: { township?: string | null; data: Record<string, unknown>; parent?: Ref },
  { idempotencyKey }: { idempotencyKey?: string },
  clock: Clock,
): Promise<Outcome | { mismatch: true }> {
  return attempt<Outcome | { mismatch: true }>(scope, clock, async (work) => {
    const rules = work.ledgers.get(ledger)
    if (!rules) return null
    const used = idempotencyKey === undefined ? null : await usedKey(scope, idempotencyKey, { ledger, ...body })
    if (used === 'mismatch') return { mismatch: true }
    if (used) return created(scope, used)
    const parent = body.parent ? await readRecord(scope, body.parent.ledger, body.parent.id) : null
    if (body.parent && !parent) return noParent()
    const id = newId('r', clock.now)
    const { data, township } = body
    const born = { id, data, ...(township === undefined ? {} : { township }), ...(body.parent ? { parent: body.parent } : {}) }
    const run = () => create(rules, born, scope, clock.today, work.world, parent ? { parent } : {})
    const moved = await move(work, rules, undefined, run)
    if (isRefusal(moved)) return moved
    if (idempotencyKey !== undefined) work.also.push(keyWrite(scope, idempotencyKey, { ledger, ...body }, { ledger, id }, clock.now))
    return { moved, around: [moved.record, ...moved.event.created] }
  })
}

type World = Awaited<ReturnType<typeof begin>>['world']
type Run = (ledger: Ledger, record: LedgerRecord, kin: Kin, world: World) => Moved | Refusal

async function change(
  scope: Scope,
  key: string,
  id: string,
  version: number | undefined,
  clock: Clock,
  run: Run,
  options: { deleted?: true } = {},
): Promise<Outcome> {
  return attempt<Outcome>(scope, clock, async (work) => {
    const ledger = work.ledgers.get(key)
    const record = ledger ? await readRecord(scope, key, id, options) : null
    if (!ledger || !record) return null
    const kin = await kinOf(work, ledger, record)
    const moved = await move(work, ledger, record, (on) => run(ledger, on, kin, work.world))
    if (isRefusal(moved) && (moved.status === 403 || moved.status === 404)) return moved
    if (version !== undefined && version !== record.version) return { stale: record }
    if (isRefusal(moved)) return moved
    return isIdle(moved) ? { record, event: moved.event } : { moved, around: [moved.record, ...moved.event.created] }
  })
}

/** True for an edit that sets what is there already: nothing happened, so no event tells of it and the version stays. */
function isIdle({ event }: Done): boolean {
  return event.transition === 'edit' && Object.keys(event.changes).length === 0 && Object.keys(event.said).length === 0
}

async function created(scope: Scope, ref: Ref): Promise<Outcome> {
  const whole = await readWhole(scope, ref.ledger, ref.id)
  const event = whole?.events[0]
  return whole && event ? { record: whole.record, event } : null
}

function noParent(): Refusal {
  const message = { zh: '找不到上级事项，或不在您的范围内。', en: 'The item that this belongs to is not there, or not in your scope.' }
  return refuse('input', message, [{ path: 'parent', code: 'bad', message }])
}
