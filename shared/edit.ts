import { refresh } from './computed.ts'
import { sortGiven } from './given.ts'
import type { Ledger } from './ledger.ts'
import { actorOf, changesBetween, compact, type EventDraft, type Moved, stampSet } from './moved.ts'
import { followAnchors, type Owed, owing } from './owed.ts'
import { readers } from './readers.ts'
import type { Data, LedgerRecord } from './record.ts'
import { type Refusal, refuse } from './refusal.ts'
import { editable } from './rights.ts'
import type { Scope } from './scope.ts'
import type { World } from './world.ts'

/**
 * Changes fields of a record, where `may.edit` allows it for this office in this state. Refusals: 403 when the office never may, 409 when it may
 * in another state, 422 with every fault (a field that may not be changed here is one). Null clears; a required field cannot be cleared.
 */
export function edit(
  ledger: Ledger,
  record: LedgerRecord,
  patch: Record<string, unknown>,
  scope: Scope,
  today: string,
  world: World,
): Moved | Refusal {
  const allowed = mayEdit(ledger, record, scope, world)
  if ('refused' in allowed) return allowed
  const asks = allowed.fields
    .filter((key) => !ledger.fields[key]?.required || Object.hasOwn(patch, key))
    .map((key) => (ledger.fields[key]?.required ? key : `${key}?`))
  const sorted = sortGiven(ledger, asks, patch, record.data, 'data', world)
  if (sorted.faults.length) {
    const count = sorted.faults.length
    return refuse('input', { zh: `有 ${count} 处要改。`, en: count === 1 ? 'One thing to fix.' : `${count} things to fix.` }, sorted.faults)
  }
  const data = compact(refresh(ledger, compact({ ...record.data, ...sorted.data })))
  const owed = followAnchors(owing(record.duties), data, today, world.calendar)
  return plain(ledger, record, { ...record, data }, 'edit', sorted.said, owed, scope, today, world)
}

/** Deletes a draft; it can be restored. What is registered is cancelled by a transition, never deleted (409). */
export function remove(ledger: Ledger, record: LedgerRecord, scope: Scope, today: string, world: World): Moved | Refusal {
  const allowed = mayEdit(ledger, record, scope, world)
  if ('refused' in allowed && allowed.refused === 'role') return allowed
  if (ledger.states[record.state]?.phase !== 'draft') {
    return refuse('state', {
      zh: '草稿才能删除；已登记的请用“取消”。',
      en: 'Only a draft can be deleted; what is registered is cancelled.',
    })
  }
  return plain(ledger, record, { ...record, deleted: true }, 'delete', {}, owing(record.duties), scope, today, world)
}

/** Brings a deleted draft back. */
export function restore(ledger: Ledger, record: LedgerRecord, scope: Scope, today: string, world: World): Moved | Refusal {
  const allowed = mayEdit(ledger, record, scope, world)
  if ('refused' in allowed) return allowed
  if (!record.deleted) return refuse('state', { zh: '这件没有删除，不用恢复。', en: 'It is not deleted; there is nothing to restore.' })
  const { deleted: _, ...back } = record
  return plain(ledger, record, back, 'restore', {}, owing(record.duties), scope, today, world)
}

function mayEdit(ledger: Ledger, record: LedgerRecord, scope: Scope, world: World): { fields: string[] } | Refusal {
  const { now, ever } = editable(ledger, record, scope, world)
  if (now.length) return { fields: now }
  if (!ever) return refuse('role', { zh: '您的账号不能修改这件事项。', en: 'Your account cannot change this item.' })
  const state = ledger.states[record.state]?.label
  return refuse('state', { zh: `这件现在是“${state?.zh}”，不能再修改。`, en: `It is now “${state?.en}” and can no longer be changed.` })
}

function plain(
  ledger: Ledger,
  before: LedgerRecord,
  after: LedgerRecord,
  name: EventDraft['transition'],
  said: Data,
  owed: Owed,
  scope: Scope,
  today: string,
  world: World,
): Moved {
  const changes = changesBetween(before.data, after.data)
  const setOn = stampSet(ledger, before.setOn, changes, today)
  const record: LedgerRecord = { ...after, version: before.version + 1, duties: owed.duties, ...(setOn ? { setOn } : {}) }
  const own = readers(ledger, record, world)
  const throughParent = ledger.may.read.some(
    (access) => access === 'parent' || (typeof access !== 'string' && access.who.includes('parent')),
  )
  record.readers = throughParent ? [...new Set([...own, ...before.readers])].sort() : own
  return {
    record,
    event: {
      form: 1,
      on: today,
      by: actorOf(scope),
      transition: name,
      from: before.state,
      to: after.state,
      changes,
      said,
      opened: [],
      discharged: [],
      voided: owed.voided,
      moved: owed.moved,
      created: [],
    },
    creates: [],
    numbers: false,
    opened: [],
  }
}
