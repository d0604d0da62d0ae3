import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'

/** The partition of records that belong to the county itself. No township may be called so. */
export const COUNTY_PART = 'county'

/**
 * The reading partitions that a record stands in: that of its owner, and one for each office, deputy or kind of office that may read it from
 * outside. So whoever asks reads his own partition and little else (rule 19).
 */
export function partsOf(record: Pick<LedgerRecord, 'township' | 'readers'>): string[] {
  const owner = record.township ?? COUNTY_PART
  const outside = record.readers.filter((token) => token !== `township:${record.township}` && !isCounty(token))
  return [owner, ...outside.map((token) => `~${token}`)]
}

/** Tokens of the county office and its desks: the county reads the owners' partitions. */
export function isCounty(token: string): boolean {
  return token === 'county' || token.startsWith('county:')
}

/**
 * The partitions that hold everything a scope may read of a ledger. The county and its leader: every owner's. A township: its own, and what other owners
 * let it read. A unit or deputy: its own token's. Kinds of offices (`anyUnit`, `public` …) only where the ledger lets them read.
 */
export function partsFor(scope: Scope, ledger: Ledger, world: World): string[] {
  if (readsAll(scope)) return [...townships(world), COUNTY_PART]
  const { kind, id } = scope.office
  const words = new Set(ledger.may.read.flatMap((access) => (typeof access === 'string' ? [access] : access.who)))
  const any = { township: 'anyTownship', unit: 'anyUnit', deputy: 'anyDeputy', county: '' }[kind]
  const open = ledger.may.read.some((access) => access === 'parent') ? [any, 'public'] : [any, 'public'].filter((word) => words.has(word))
  const persons = Object.entries(ledger.fields).some(
    ([key, field]) => field.kind === 'person' && (words.has(`@${key}`) || words.has('holder')),
  )
  return [
    ...(kind === 'township' ? [id] : []),
    `~${kind}:${id}`,
    ...open.filter((word) => word !== '').map((word) => `~${word}`),
    ...(persons ? [`~person:${scope.person}`] : []),
  ]
}

/** True for those who read the owners' partitions: the county office, its leader, jobs. What they may not see is left out row by row. */
export function readsAll(scope: Scope): boolean {
  return scope.office.kind === 'county'
}

export function townships(world: World): string[] {
  return world.offices.filter((office) => office.kind === 'township').map((office) => office.id)
}

/** True when every record that names a unit in an office field lets that unit read it, so that the unit's partition answers `unit=`. */
export function unitsRead(ledger: Ledger): boolean {
  return Object.entries(ledger.fields)
    .filter(([, field]) => (field.kind === 'office' || field.kind === 'offices') && field.of === 'unit')
    .every(([key]) => ledger.may.read.includes(`@${key}`))
}
