import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Holder } from '../../shared/duty.ts'
import type { Scope } from '../../shared/scope.ts'
import { countyHere } from './county.ts'
import type { Key } from './expressions.ts'

/**
 * Every key of the table begins with the scope's county, so that a province of counties can share one. Throws for a scope of another county than the present
 * work is for.
 */
export function prefix({ county }: Pick<Scope, 'county'>): string {
  const here = countyHere()
  if (county !== undefined && county !== here) throw new Error(`A scope of ${county} has no business in ${here}`)
  return here
}

/**
 * Keys of what lies in the table. Ids, ledgers and offices never hold `#` (shared/names.ts); numbers, persons' keys and e-mail addresses
 * come last in their key, so that nothing can be read twice.
 */
export const keys = {
  record: (scope: Scope, ledger: string, id: string): Key => ({ pk: `${prefix(scope)}#R#${ledger}#${id}`, sk: 'A' }),
  event: (scope: Scope, ledger: string, id: string, seq: number): Key => ({
    pk: keys.record(scope, ledger, id).pk,
    sk: `E#${String(seq).padStart(6, '0')}`,
  }),
  outbox: (scope: Scope, shard: number, told: boolean): string => `${prefix(scope)}#${told ? 'OUTBOX' : 'UNTOLD'}#${shard}`,
  projection: (scope: Scope, { ledger, id }: Ref): Key => ({ pk: `${prefix(scope)}#PROJECTION#${ledger}#${id}`, sk: 'A' }),
  entries: (scope: Scope, ledger: string, part: string): string => `${prefix(scope)}#L#${ledger}#${part}`,
  entriesAcross: (scope: Scope, part: string): string => `${prefix(scope)}#LA#${part}`,
  freshLines: (scope: Scope): string => `${prefix(scope)}#LFRESH`,
  copies: (scope: Scope, ledger: string): Key => ({ pk: `${prefix(scope)}#LCOPIES#${ledger}`, sk: 'A' }),
  stretches: (scope: Scope, ledger: string): string => `${prefix(scope)}#LCOPY#${ledger}`,
  words: (scope: Scope, owner: string): string => `${prefix(scope)}#Q#${owner}`,
  fresh: (scope: Scope): string => `${prefix(scope)}#QFRESH`,
  packs: (scope: Scope): Key => ({ pk: `${prefix(scope)}#QPACKS`, sk: 'A' }),
  pack: (scope: Scope, pack: string): string => `${prefix(scope)}#QPACK#${pack}`,
  kin: (scope: Scope, ledger: string, id: string): Key => ({ pk: `${prefix(scope)}#K#${ledger}#${id}`, sk: 'A' }),
  naming: (scope: Scope, named: Ref, by: Ref): Key => ({ pk: keys.kin(scope, named.ledger, named.id).pk, sk: `F#${by.ledger}#${by.id}` }),
  child: (scope: Scope, parent: Ref, child: Ref): Key => ({
    pk: keys.kin(scope, parent.ledger, parent.id).pk,
    sk: `C#${child.ledger}#${child.id}`,
  }),
  // After the children and whoever names: no range of theirs comes by it.
  followers: ({ pk }: Pick<Key, 'pk'>): Key => ({ pk, sk: 'N' }),
  number: (scope: Scope, ledger: string, number: string): Key => ({ pk: `${prefix(scope)}#NO#${ledger}#${number}`, sk: 'A' }),
  once: (scope: Scope, ledger: string, claim: string): Key => ({
    pk: `${prefix(scope)}#ONCE#${ledger}#${createHash('sha256').update(claim).digest('hex')}`,
    sk: 'A',
  }),
  sequence: (scope: Scope, ledger: string, per: string): Key => ({ pk: `${prefix(scope)}#SEQ#${ledger}#${per}`, sk: 'A' }),
  idempotency: (scope: Scope, key: string): Key => ({ pk: `${prefix(scope)}#IDEM#${scope.person}#${key}`, sk: 'A' }),
  counters: (scope: Scope, part: string): string => `${prefix(scope)}#N#${part}`,
  figures: (scope: Scope, ledger: string): string => `${prefix(scope)}#FIGURES#${ledger}`,
  holder: (scope: Scope, holder: Pick<Holder, 'kind' | 'id'>): string => `${prefix(scope)}#HOLD#${holder.kind}#${holder.id}`,
  indexed: (scope: Scope, ledger: string): Key => ({ pk: `${prefix(scope)}#INDEXED#${ledger}`, sk: 'A' }),
  form: (scope: Scope): Key => ({ pk: `${prefix(scope)}#FORM`, sk: 'A' }),
  ledgers: (scope: Scope): string => `${prefix(scope)}#LEDGERS`,
  published: (scope: Scope): Key => ({ pk: `${prefix(scope)}#PUBLISHED`, sk: 'A' }),
}

export type Ref = { ledger: string; id: string }

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
let last = { at: 0, count: 0 }

/** A new id: the prefix, the instant, a count within it and chance, so that ids sort by the time they were made. */
export function newId(letter: string, now: Date): string {
  const at = Math.max(now.getTime(), last.at)
  last = { at, count: at === last.at ? last.count + 1 : 0 }
  const chance = [...randomBytes(10)].map((byte) => letters[byte % 32]).join('')
  return `${letter}${digits(at, 10)}${digits(last.count, 4)}${chance}`
}

/** The id of a record that a move creates elsewhere: the same identity always gives the same id, so nothing is created twice (rule 15). */
export function idOf(letter: string, identity: string): string {
  return spelled(letter, createHash('sha256').update(identity).digest())
}

/**
 * The id of what is known by what it says, values that somebody may not see among them: the same under the same secret, and nobody can try values without it.
 */
export function keyedIdOf(letter: string, identity: string, secret: string): string {
  return spelled(letter, createHmac('sha256', secret).update(identity).digest())
}

function spelled(letter: string, hash: Buffer): string {
  return `${letter}${[...hash.subarray(0, 24)].map((byte) => letters[byte % 32]).join('')}`
}

function digits(value: number, width: number): string {
  return width === 0 ? '' : digits(Math.floor(value / 32), width - 1) + (letters[value % 32] ?? '0')
}
