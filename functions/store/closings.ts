import { canonical } from '../../shared/canonical.ts'
import type { Succession } from '../../shared/engine/hand-over.ts'
import type { Label } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import { idOf, type Ref } from './keys.ts'
import { takeLease, underway } from './long-work.ts'
import { closingWrite, type StoredOffice } from './offices.ts'
import { getItem } from './table.ts'
import { transactItems } from './transaction.ts'

/** What goes of an office that stays open: items named one by one, or all that a saved filter finds (`key?state=open`, without a key of every ledger). */
export type Chosen = { items: Ref[] } | { query: string }

/**
 * An office on its way out, or a part of its work that goes to another (`chosen`). `by` is the administrator who said so; `lease` the instant (ms) until which
 * somebody is at work on it. One for each office, and one for each part.
 */
export type Closing = {
  id: string
  kind: 'township' | 'unit'
  office: string
  into?: string
  chosen?: Chosen
  reason: string
  by: Scope
  at: string
  state: 'running' | 'done'
  progress: { done: number; of: number }
  lease: number
  failures?: number
  /** Records that could not be handed over, and why: somebody has to see to each. Asked again, the closing tries them again. */
  left?: (Ref & { why: Label })[]
}

/** Under what the end of an office is kept. */
export const closingId = (kind: string, office: string): string => `${kind}-${office}`

/** The same part of the same office's work, to the same office and for the same reason, has the same id. */
export function partId(part: Pick<Closing, 'kind' | 'office' | 'into' | 'chosen' | 'reason'>): string {
  return idOf('h', canonical([part.kind, part.office, part.into, part.chosen, part.reason]))
}

/** The office, its successor and why, as the engine hands a record over. */
export function successionOf({ kind, office, into, reason, chosen }: Closing): Succession | null {
  return into === undefined ? null : { kind, from: office, to: into, reason, ...(chosen ? { part: true as const } : {}) }
}

/** Closes the office and begins to hand its work over, both or neither. */
export async function beginClosing(closing: Closing, office: StoredOffice): Promise<void> {
  const { into: successor } = closing
  await transactItems([closingWrite({ ...office, ...(successor === undefined ? {} : { successor }) }), { put: itemOf(closing) }])
}

/** The end of an office as far as it has come; null where none was begun. */
export async function readClosing(id: string): Promise<Closing | null> {
  const item = await getItem<{ closing: Omit<Closing, 'lease'>; lease: number }>(keyOf(id))
  return item ? { ...item.closing, lease: item.lease } : null
}

/** Takes the work until an instant (ms); null when somebody else has it or it is finished. */
export async function leaseClosing(id: string, now: number, until: number): Promise<Closing | null> {
  const item = await takeLease<{ closing: Omit<Closing, 'lease'> }>(keyOf(id), now, until)
  return item ? { ...item.closing, lease: item.lease } : null
}

/** Writes how far it is. */
export async function writeClosing(closing: Closing): Promise<Closing> {
  await transactItems([{ put: itemOf(closing) }])
  return closing
}

function itemOf({ lease, ...closing }: Closing) {
  const { id, state, failures } = closing
  return { ...keyOf(id), closing, lease, ...(state === 'running' ? underway({ kind: 'closing', id }, failures) : {}) }
}

/** Where a closing lies. */
export const keyOf = (id: string) => ({ pk: at('CLOSING', id), sk: 'A' })
