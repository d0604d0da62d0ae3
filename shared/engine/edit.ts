import { whoWords } from '../definition/describe.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Label } from '../names.ts'
import type { LedgerRecord } from '../record.ts'
import { type Refusal, refuse, refuseInput } from '../refusal.ts'
import type { Scope } from '../scope.ts'
import { isNow } from '../words/verbs.ts'
import type { Kin, World } from '../world.ts'
import { around, bound, withTaken } from './around.ts'
import { boundFaults } from './bounds.ts'
import { refresh } from './computed.ts'
import { sortGiven } from './given.ts'
import { compact, type Moved, moved } from './moved.ts'
import { followAnchors, owing } from './owed.ts'
import { ownFaults } from './own.ts'
import { editable, isOtherDeputys } from './rights.ts'

/**
 * Changes fields of a record, where `may.edit` allows it for this office in this state. Refusals: 403 when the office never may, 409 when it may
 * in another state, 422 with every fault (a field that may not be changed here is one). Null clears; a required field cannot be cleared. An office that
 * the record names already may stay when it is closed by now. `parent` is `unread` when it is not at hand: whoever reads through it goes on.
 */
export function edit(
  ledger: Ledger,
  record: LedgerRecord,
  patch: Record<string, unknown>,
  scope: Scope,
  today: string,
  world: World,
  kin: { parent?: LedgerRecord | 'unread' } & Pick<Kin, 'named'> = {},
): Moved | Refusal {
  const turn = { ledger, scope, today, world }
  const allowed = mayEdit(ledger, record, scope, world)
  if ('refused' in allowed) return allowed
  const asks = allowed.fields
    .filter((key) => !ledger.fields[key]?.required || Object.hasOwn(patch, key))
    .map((key) => (ledger.fields[key]?.required ? key : `${key}?`))
  const near = kin.parent === 'unread' ? { named: kin.named ?? [] } : { ...kin, parent: kin.parent }
  const taken = withTaken(ledger, [], patch, record.data, near, 'data')
  const sorted = sortGiven(ledger, asks, patch, record.data, 'data', stillOpen(record, ledger, world), today)
  const data = compact(refresh(ledger, compact(bound(ledger, { ...record.data, ...sorted.data }, near))))
  const faults = [
    ...sorted.faults,
    ...ownFaults(ledger, sorted.data, scope, world, 'data'),
    ...taken.faults,
    ...boundFaults(ledger, record.data, { ...data, ...sorted.said }, 'data'),
  ]
  if (faults.length) return refuseInput(faults)
  const owed = followAnchors(owing(record.duties), around(ledger, data, near), today, world.calendar)
  return moved(turn, record, { ...record, data }, owed, { transition: 'edit', said: sorted.said, parent: kin.parent })
}

/** Deletes a draft; it can be restored. What is registered is cancelled by a transition, never deleted (409). */
export function remove(
  ledger: Ledger,
  record: LedgerRecord,
  scope: Scope,
  today: string,
  world: World,
  kin: Pick<Kin, 'parent'> = {},
): Moved | Refusal {
  const allowed = mayEdit(ledger, record, scope, world)
  if ('refused' in allowed && allowed.refused === 'role') return allowed
  if (ledger.states[record.state]?.phase !== 'draft') {
    return refuse('state', {
      zh: '草稿才能删除；已登记的请用“取消”。',
      en: 'Only a draft can be deleted; what is registered is cancelled.',
    })
  }
  if ('refused' in allowed) return allowed
  if (isOtherDeputys(record, scope))
    return refuse('role', { zh: '代表写的草稿，由代表本人删除。', en: 'A deputy’s draft is deleted by the deputy alone.' })
  return moved({ ledger, scope, today, world }, record, { ...record, deleted: true }, owing(record.duties), {
    transition: 'delete',
    parent: kin.parent,
  })
}

/** Brings a deleted draft back. */
export function restore(
  ledger: Ledger,
  record: LedgerRecord,
  scope: Scope,
  today: string,
  world: World,
  kin: Pick<Kin, 'parent'> = {},
): Moved | Refusal {
  const allowed = mayEdit(ledger, record, scope, world)
  if ('refused' in allowed) return allowed
  if (!record.deleted) return refuse('state', { zh: '这件没有删除，不用恢复。', en: 'It is not deleted; there is nothing to restore.' })
  if (record.withdrawn)
    return refuse('state', {
      zh: '这件随撤销的导入一起删除，不能单独恢复。请重新导入。',
      en: 'It went with an import that was taken back and does not come back alone. Import it again.',
    })
  const { deleted: _, undone: __, ...back } = record
  return moved({ ledger, scope, today, world }, record, back, owing(record.duties), { transition: 'restore', parent: kin.parent })
}

function mayEdit(ledger: Ledger, record: LedgerRecord, scope: Scope, world: World): { fields: string[] } | Refusal {
  const { now, ever } = editable(ledger, record, scope, world)
  if (now.length) return { fields: now }
  if (!ever) return refuse('role', { zh: '您的账号不能修改这件事项。', en: 'Your account cannot change this item.' })
  return refuse('state', notNow(ledger, record))
}

/** Why it cannot be changed as it stands, who can, and what to do then. */
function notNow(ledger: Ledger, { state: key }: LedgerRecord): Label {
  const { label: state, phase } = ledger.states[key] ?? { label: { zh: key, en: key } }
  const by = ledger.may.edit.flatMap((access) =>
    typeof access === 'string' ? [access] : !access.in || access.in.includes(key) ? access.who : [],
  )
  const who = whoWords(ledger, by)
  if (by.length === 0) return { zh: `这件${isNow(state.zh)}，不能再修改。`, en: `It is now “${state.en}” and can no longer be changed.` }
  if (phase === 'draft')
    return {
      zh: `这件还是“${state.zh}”，由${who.zh}修改。等交上来再改，或者请他们现在改好。`,
      en: `It is still “${state.en}” and is changed by ${who.en}. Wait until it is handed in, or ask them to change it.`,
    }
  return {
    zh: `这件${isNow(state.zh)}，由${who.zh}修改。要改什么，请告诉他们。`,
    en: `It is now “${state.en}” and is changed by ${who.en}. Tell them what is to be changed.`,
  }
}

/** The county as it was when the record was written: what an office field names already counts as open. */
function stillOpen({ data }: LedgerRecord, ledger: Ledger, world: World): World {
  const named = Object.entries(ledger.fields).flatMap(([key, field]) =>
    field.kind === 'office' || field.kind === 'offices' ? [data[key] ?? []].flat().map((id) => `${field.of}:${id}`) : [],
  )
  const open = ({ closed: _, ...office }: World['offices'][number]) => office
  return { ...world, offices: world.offices.map((office) => (named.includes(`${office.kind}:${office.id}`) ? open(office) : office)) }
}
