import { createHash } from 'node:crypto'
import { canonical } from '../shared/canonical.ts'
import type { Definition, Ledger } from '../shared/definition/ledger.ts'
import type { Json } from '../shared/definition/patch.ts'
import type { Scope } from '../shared/scope.ts'
import {
  indexedBy,
  markIndexed,
  type Published,
  publishedVersions,
  readDefinitions,
  type StoredDefinition,
  storeDefinition,
} from './store/definitions.ts'
import { TOLD } from './store/form.ts'
import { prefix } from './store/keys.ts'

/** Who only reads learns of what another process published within so many seconds; who acts goes by what is in force when he does. */
const SECONDS = 5
/**
 * Definitions by their keys. One of ours is read when its `ledger` is first asked for, so that whoever needs one looks it up and walks through none.
 */
export type Catalogue = ReadonlyMap<string, Definition>
/** Definitions as read and judged, with the versions that they follow from. */
type Known = { published: Published; catalogue: Catalogue }
const kept = new Map<string, { known: Promise<Known>; until: number }>()
// Read while the table answers: most of what a start would otherwise wait for.
const shippedLedgers = async () => (await import('./shipped.ts')).shipped

/** The definition in force of a ledger; null when there is none of that key: one that was not known is looked for once more. */
export async function definition(scope: Scope, key: string): Promise<Definition | null> {
  return (await catalogue(scope)).get(key) ?? (await catalogue(scope, 'now')).get(key) ?? null
}

/** Every definition in force: ours, ours as the county amended them, and the county's own; `now`: as published up to this call, by whatever process. */
export async function definitions(scope: Scope, when?: 'now'): Promise<Definition[]> {
  return [...(await catalogue(scope, when)).values()]
}

/**
 * Stores a new version of the county's own ledger, or of its amendment (a merge patch) to one of ours. False when that version is taken. What
 * follows from records by the definition before is written anew by night (`refreshChanged`).
 */
export async function saveDefinition(scope: Scope, stored: StoredDefinition, now: Date): Promise<boolean> {
  const before = (await definition(scope, stored.key))?.ledger
  if (before && (await indexedBy(scope, stored.key)) === null) await markIndexed(scope, stored.key, fingerprint(before))
  const saved = await storeDefinition(scope, stored, now)
  for (const each of kept.values()) each.until = 0
  return saved
}

/** A hash of a definition, and of what this release makes of records by it: tells whether what was stored follows from the one in force. */
export function fingerprint(ledger: Ledger): string {
  return createHash('sha256')
    .update(`${TOLD} ${canonical(ledger)}`)
    .digest('hex')
}

/** The definitions in force by their keys; `now` as for `definitions`. */
export async function catalogue(scope: Scope, when?: 'now'): Promise<Catalogue> {
  const name = `${process.env.TABLE}#${prefix(scope)}`
  const last = kept.get(name)
  if (last && !when && last.until > performance.now()) return (await last.known).catalogue
  const known = learn(scope, last?.known)
  kept.set(name, { known, until: performance.now() + SECONDS * 1000 })
  known.catch(() => kept.delete(name))
  return (await known).catalogue
}

/** What is in force now: of what was known, only what has another version is read and judged again. */
async function learn(scope: Scope, before?: Promise<Known>): Promise<Known> {
  const [published, was, ours] = await Promise.all([publishedVersions(scope), before, shippedLedgers()])
  const changed = [...published].filter(([key, version]) => was?.published.get(key) !== version)
  if (was && changed.length === 0) return was
  const catalogue = new Map(was ? was.catalogue : [...ours].map(([key, read]) => [key, shipped(read)]))
  for (const stored of await readDefinitions(scope, changed)) {
    const found = await inPlace(scope, stored, ours)
    if (found) catalogue.set(stored.key, found)
  }
  return { published, catalogue }
}

const shipped = (read: () => Ledger, version = 1): Definition => ({
  origin: 'ours',
  version,
  get ledger() {
    return read()
  },
})

/**
 * The definition that a version published last puts in force. An amendment that fitted when it was published may not fit what we ship later: the county
 * goes on with the latest that does, and the log says so. The version is the last one all the same: the next to be published comes after it.
 */
async function inPlace(scope: Scope, last: StoredDefinition, ours: ReadonlyMap<string, () => Ledger>): Promise<Definition | null> {
  const { key, version } = last
  for (let stored: StoredDefinition | undefined = last; stored; [stored] = await readDefinitions(scope, [[key, stored.version - 1]])) {
    const ledger = await fitted(stored, ours.get(key)?.())
    if (ledger) return { origin: ours.has(key) ? 'amended' : 'county', version, ledger }
  }
  const own = ours.get(key)
  return own ? shipped(own, version) : null
}

async function fitted(stored: StoredDefinition, own: Ledger | undefined): Promise<Ledger | null> {
  // The gate, and what amends, are needed by counties that have published something only.
  const [{ publishedLedger }, { amended }] = await Promise.all([
    import('../shared/definition/gate.ts'),
    import('../shared/definition/patch.ts'),
  ])
  const parsed = publishedLedger('patch' in stored ? amended(json(own ?? {}), stored) : stored.ledger)
  if ('ledger' in parsed && parsed.ledger.key === stored.key) return parsed.ledger
  const faults = 'faults' in parsed ? parsed.faults : [{ path: 'key', message: 'another ledger' }]
  console.error(JSON.stringify({ problem: 'A definition of the county does not fit', ledger: stored.key, version: stored.version, faults }))
  return null
}

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value))
