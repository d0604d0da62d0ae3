import { parseLedger } from '../shared/gate.ts'
import type { Definition, Ledger } from '../shared/ledger.ts'
import { ledgers } from '../shared/ledgers/index.ts'
import type { Scope } from '../shared/scope.ts'
import { readDefinitions, type StoredDefinition, storeDefinition } from './store/definitions.ts'
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

/** Stores a new version of the county's own ledger, or of its amendment (a merge patch) to one of ours. False when that version is taken. */
export async function saveDefinition(scope: Scope, stored: StoredDefinition, now: Date): Promise<boolean> {
  const saved = await storeDefinition(scope, stored, now)
  forgetDefinitions()
  return saved
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
  for (const stored of await readDefinitions(scope)) {
    const ours = catalogue.get(stored.key)?.ledger
    const made = 'patch' in stored ? merged(ours ?? {}, stored.patch) : stored.ledger
    catalogue.set(stored.key, { origin: ours ? 'amended' : 'county', version: stored.version, ledger: judged(stored, made) })
  }
  return catalogue
}

// A definition that no longer fits stops the house rather than being left out: records would be read by rules that nobody published.
function judged(stored: StoredDefinition, made: unknown): Ledger {
  const parsed = parseLedger(made)
  if ('ledger' in parsed && parsed.ledger.key === stored.key) return parsed.ledger
  const faults = 'faults' in parsed ? parsed.faults.map(({ path, message }) => `${path}: ${message}`).join('; ') : 'its key is another one'
  throw new Error(`The county's definition ${stored.key}, version ${stored.version}, does not fit: ${faults}`)
}

/** RFC 7396: null removes, objects merge, everything else replaces. */
function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const kept = isObject(target) ? target : {}
  const changed = Object.entries(patch).map(([key, value]) => [key, value === null ? undefined : merged(kept[key], value)])
  return Object.fromEntries(Object.entries({ ...kept, ...Object.fromEntries(changed) }).filter(([, value]) => value !== undefined))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
