import { createHash } from 'node:crypto'
import { canonical } from '../shared/canonical.ts'
import { type Json, mergePatch } from '../shared/definition/amend.ts'
import { parseLedger } from '../shared/definition/gate.ts'
import type { Definition, Ledger } from '../shared/definition/ledger.ts'
import { ledgers } from '../shared/ledgers/index.ts'
import type { Scope } from '../shared/scope.ts'
import { indexedBy, markIndexed, readDefinitions, type StoredDefinition, storeDefinition } from './store/definitions.ts'
import { prefix } from './store/keys.ts'

const SECONDS = 5
type Catalogue = Map<string, Definition>
const known = new Map<string, { catalogue: Promise<Catalogue>; until: number }>()

/** The definition in force of a ledger; null when there is none of that key. */
export async function definition(scope: Scope, key: string): Promise<Definition | null> {
  return (await inForce(scope)).get(key) ?? null
}

/** Every definition in force: ours, ours as the county amended them, and the county's own. */
export async function definitions(scope: Scope): Promise<Definition[]> {
  return [...(await inForce(scope)).values()]
}

/**
 * Stores a new version of the county's own ledger, or of its amendment (a merge patch) to one of ours. False when that version is taken. What
 * follows from records by the definition before is written anew by night (`refreshChanged`).
 */
export async function saveDefinition(scope: Scope, stored: StoredDefinition, now: Date): Promise<boolean> {
  const before = (await definition(scope, stored.key))?.ledger
  if (before && (await indexedBy(scope, stored.key)) === null) await markIndexed(scope, stored.key, fingerprint(before))
  const saved = await storeDefinition(scope, stored, now)
  forgetDefinitions()
  return saved
}

/** A hash of a definition: tells whether what was stored follows from the one in force. */
export function fingerprint(ledger: Ledger): string {
  return createHash('sha256').update(canonical(ledger)).digest('hex')
}

/** Definitions have changed: read them again next time. Other processes learn it within seconds. */
export function forgetDefinitions(): void {
  known.clear()
}

async function inForce(scope: Scope): Promise<Catalogue> {
  const name = `${process.env.TABLE}#${prefix(scope)}`
  const kept = known.get(name)
  if (kept && kept.until > performance.now()) return kept.catalogue
  const catalogue = assemble(scope)
  known.set(name, { catalogue, until: performance.now() + SECONDS * 1000 })
  catalogue.catch(() => known.delete(name))
  return catalogue
}

async function assemble(scope: Scope): Promise<Catalogue> {
  const catalogue: Catalogue = new Map(ledgers.map((ledger) => [ledger.key, { origin: 'ours', version: 1, ledger }]))
  for (const [key, versions] of await readDefinitions(scope)) {
    const ours = catalogue.get(key)
    const found = latestFitting(versions, ours?.ledger)
    // The version is the last one published even where an earlier one is in force: the next to be published comes after it.
    const version = versions[0]?.version ?? 1
    if (found) catalogue.set(key, { origin: ours ? 'amended' : 'county', version, ledger: found })
    else if (ours) catalogue.set(key, { ...ours, version })
  }
  return catalogue
}

function latestFitting(versions: StoredDefinition[], ours: Ledger | undefined): Ledger | null {
  for (const stored of versions) {
    const found = fitted(stored, ours)
    if (found) return found
  }
  return null
}

// An amendment that fitted when it was published may not fit what we ship later. The county goes on with the latest that does, and the log says so.
function fitted(stored: StoredDefinition, ours: Ledger | undefined): Ledger | null {
  const parsed = parseLedger('patch' in stored ? mergePatch(json(ours ?? {}), json(stored.patch)) : stored.ledger)
  if ('ledger' in parsed && parsed.ledger.key === stored.key) return parsed.ledger
  const faults = 'faults' in parsed ? parsed.faults : [{ path: 'key', message: 'another ledger' }]
  console.error(JSON.stringify({ problem: 'A definition of the county does not fit', ledger: stored.key, version: stored.version, faults }))
  return null
}

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value))
