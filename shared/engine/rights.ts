import type { Ledger } from '../definition/ledger.ts'
import type { Access } from '../definition/who.ts'
import type { LedgerRecord } from '../record.ts'
import type { Scope } from '../scope.ts'
import type { World } from '../world.ts'
import { hangingFields } from './around.ts'
import { seats, sits } from './seats.ts'

/** True when the scope's office is one that may create on the ledger. The county leader changes nothing. */
export function mayCreate(ledger: Ledger, scope: Scope): boolean {
  if (scope.role === 'leader') return false
  const words = { county: ['county'], township: ['anyTownship'], unit: ['anyUnit'], deputy: ['anyDeputy'] }[scope.office.kind]
  const desks = scope.office.kind === 'county' ? ledger.may.create.filter((word) => word.startsWith('county:')) : []
  const atDesk = desks.some((word) => scope.role === 'admin' || (scope.desks ?? []).includes(word.slice(7)))
  return atDesk || ledger.may.create.some((word) => words.includes(word))
}

/** True for who may import into the ledger: the county for anywhere, a township for itself, where they may create; nobody else. */
export function mayImport(ledger: Ledger, scope: Scope): boolean {
  return (scope.office.kind === 'county' || scope.office.kind === 'township') && mayCreate(ledger, scope)
}

/** The fields that this scope may change on the record: in its present state, and in any state (to tell 409 from 403). */
export function editable(ledger: Ledger, record: LedgerRecord, scope: Scope, world: World): { now: string[]; ever: boolean } {
  if (scope.role === 'leader') return { now: [], ever: false }
  const mine = ledger.may.edit.map(normal).filter((access) => access.who.some((word) => holdsWord(ledger, record, word, scope, world)))
  const now = mine
    .filter((access) => !access.in || access.in.includes(record.state))
    .flatMap((access) => access.fields ?? basicFields(ledger))
  return { now: [...new Set(now)], ever: mine.length > 0 }
}

/** A draft that a deputy wrote, and not this one: whoever may fill it in with him does not throw it away. */
export const isOtherDeputys = ({ createdBy: { office } }: Pick<LedgerRecord, 'createdBy'>, scope: Scope): boolean =>
  office.kind === 'deputy' && !(scope.office.kind === 'deputy' && scope.office.id === office.id)

/** The fields that a form of the ledger asks by itself: stored, entered by people, and asked or set by no transition. Papers come with the item too, since an act only adds to them, and so does what the item hangs on. */
export function basicFields(ledger: Ledger): string[] {
  // Handing work to another office changes a field that was filled before.
  const moves = Object.values(ledger.transitions).filter((move) => ![move, ...(move.branches ?? [])].some(({ hands }) => hands))
  const asked = new Set([
    ...moves.flatMap((move) => (move.asks ?? []).map((ask) => ask.replace('?', ''))),
    ...moves.flatMap((move) => [move, ...(move.branches ?? [])]).flatMap((each) => Object.keys(each.sets ?? {})),
  ])
  const hanging = hangingFields(ledger)
  return Object.entries(ledger.fields)
    .filter(
      ([key, field]) =>
        field.only !== 'event' &&
        field.kind !== 'computed' &&
        (field.required || field.kind === 'files' || hanging.includes(key) || !asked.has(key)),
    )
    .map(([key]) => key)
}

const normal = (access: Access) => (typeof access === 'string' ? { who: [access], in: undefined, fields: undefined } : access)

/** A word of `may.edit`. Whoever created a record keeps his hand on it, even where it belongs to another office. */
function holdsWord(ledger: Ledger, record: LedgerRecord, word: string, scope: Scope, world: World): boolean {
  const { kind, id } = scope.office
  if (word === 'creator' && record.createdBy.office.kind === kind && record.createdBy.office.id === id) return true
  if (word === 'anyTownship' || word === 'anyUnit' || word === 'anyDeputy') return word.slice(3).toLowerCase() === kind
  return seats(ledger, record, [word], world).some((holder) => sits(scope, holder))
}
