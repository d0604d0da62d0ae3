import type { Ledger } from '../definition/ledger.ts'
import type { Access } from '../definition/who.ts'
import type { Holder } from '../duty.ts'
import type { Data, LedgerRecord } from '../record.ts'
import { type Scope, sees } from '../scope.ts'
import type { World } from '../world.ts'
import { livingHolder } from './heir.ts'
import { namedSeats } from './seats.ts'

/**
 * The tokens that may read a record in its present state (rule 19), from `may.read`. `parent` takes the parent's own readers.
 * Sorted, repeats once, so that equal rights give equal lists.
 */
export function readers(ledger: Ledger, record: LedgerRecord, world: World, parent?: LedgerRecord): string[] {
  return [...new Set(ledger.may.read.flatMap((access) => accessTokens(ledger, record, access, world, parent)))].sort()
}

function accessTokens(ledger: Ledger, record: LedgerRecord, access: Access, world: World, parent?: LedgerRecord): string[] {
  if (typeof access !== 'string') {
    if (access.in && !access.in.includes(record.state)) return []
    if (access.level && record.township !== null) return []
    return access.who.flatMap((word) => wordTokens(ledger, record, word, world, parent))
  }
  return wordTokens(ledger, record, access, world, parent)
}

function wordTokens(ledger: Ledger, record: LedgerRecord, word: string, world: World, parent?: LedgerRecord): string[] {
  if (word === 'anyTownship' || word === 'anyUnit' || word === 'anyDeputy' || word === 'public') return [word]
  if (word === 'parent') return parent?.readers ?? []
  const named = word === 'holder' ? record.duties.map((duty) => duty.holder) : namedSeats(ledger, record, [word], world)
  // Whoever took over an office that ended reads what it read, whether or not that was handed over.
  const there = named.filter(({ kind, id }) => kind !== 'township' || !record.left?.includes(id))
  return there.flatMap((holder) => [holder, livingHolder(world, holder)]).map(holderToken)
}

/** The token of a seat: `county`, `county:personnel`, `township:xinan`, `unit:water`, `deputy:…`, `person:…`. */
export function holderToken(holder: Holder): string {
  if (holder.kind === 'county') return holder.desk ? `county:${holder.desk}` : 'county'
  return `${holder.kind}:${holder.id}`
}

/** The fields of the ledger that this scope may not see on this record (rule 20): hidden everywhere, in the record, its events, search, export and mail. */
export function hiddenFields(ledger: Ledger, record: LedgerRecord, scope: Scope, world: World): string[] {
  return Object.entries(ledger.fields)
    .filter(
      ([, field]) =>
        field.seenBy &&
        !sees(
          scope,
          field.seenBy.flatMap((access) => accessTokens(ledger, record, access, world)),
        ),
    )
    .map(([key]) => key)
}

/** Data without the hidden fields. */
export function without(data: Data, hidden: string[]): Data {
  return hidden.length === 0 ? data : Object.fromEntries(Object.entries(data).filter(([key]) => !hidden.includes(key)))
}
