import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Scope, sees } from '../../shared/scope.ts'

/** The partition of everybody at the county: every record stands in it, and what one of them may not see is left out row by row. */
export const EVERYBODY = '*'

/** The partition of records that belong to the county itself. */
export const COUNTY_PART = 'county'

/** The partition of the owner of a record: its township, or the county itself. */
export function ownerOf(township: string | null): string {
  return township === null ? COUNTY_PART : `township:${township}`
}

/**
 * The reading partitions that a record stands in: everybody's at the county, its owner's, and one for each office, deputy, person or kind of office that
 * may read it from outside, named by its token. So whoever asks reads one partition, his own, and little else (rule 19). And that of each unit that it names,
 * since the county asks for what names one; the unit itself sees only what it may read.
 */
export function partsOf({ township, readers }: Pick<LedgerRecord, 'township' | 'readers'>, units: string[]): string[] {
  const named = units.map((id) => `unit:${id}`)
  return [...new Set([EVERYBODY, ownerOf(township), ...readers.filter((token) => !isCounty(token)), ...named])]
}

/** True for partitions whose entries stand in the indexes by number and year. */
export function isOwners(part: string): boolean {
  return part === EVERYBODY || part === COUNTY_PART || part.startsWith('township:')
}

/** Tokens of the county office and its desks. */
export function isCounty(token: string): boolean {
  return token === 'county' || token.startsWith('county:')
}

/**
 * The partitions that hold everything a scope may read of a ledger: the county's people read everybody's, others that of their own office; those of kinds of
 * offices (`anyUnit`, `public` …) and persons only where the ledger lets them read.
 */
export function partsFor(scope: Scope, ledger: Ledger): string[] {
  if (readsAll(scope)) return [EVERYBODY]
  const { kind, id } = scope.office
  const words = wordsOf(ledger)
  const any = { township: 'anyTownship', unit: 'anyUnit', deputy: 'anyDeputy', county: '' }[kind]
  const open = words.has('parent') ? [any, 'public'] : [any, 'public'].filter((word) => words.has(word))
  const persons = Object.entries(ledger.fields).some(
    ([key, field]) => field.kind === 'person' && (words.has(`@${key}`) || words.has('holder')),
  )
  return [`${kind}:${id}`, ...open.filter((word) => word !== ''), ...(persons ? [`person:${scope.person}`] : [])]
}

/** True for those who read everybody's partition: the county office, its leader, jobs. What they may not see is left out row by row. */
export function readsAll(scope: Scope): boolean {
  return scope.office.kind === 'county'
}

/** True when no row of a partition can be hidden from the scope, so that a key is enough to show it. */
export function seesWhole(scope: Scope, ledger: Ledger, part: string): boolean {
  if (scope.role === 'leader' || scope.system) return true
  const always = new Set(ledger.may.read.filter((access) => typeof access === 'string'))
  if (readsAll(scope)) return sees(scope, [...always].filter(isCounty))
  if (part.startsWith('township:')) return always.has('township') || always.has('owner') || always.has('anyTownship')
  if (part.startsWith('unit:')) return unitsRead(ledger)
  return part !== COUNTY_PART
}

/** True when every record that names a unit in an office field lets that unit read it, so that the unit sees all of its partition. */
function unitsRead(ledger: Ledger): boolean {
  return Object.entries(ledger.fields)
    .filter(([, field]) => (field.kind === 'office' || field.kind === 'offices') && field.of === 'unit')
    .every(([key]) => ledger.may.read.includes(`@${key}`))
}

function wordsOf(ledger: Ledger): Set<string> {
  return new Set(ledger.may.read.flatMap((access) => (typeof access === 'string' ? [access] : access.who)))
}
