import type { Amendment } from '../../shared/definition/patch.ts'
import type { Scope } from '../../shared/scope.ts'
import { keys } from './keys.ts'
import { getItem, getItems, type Item, type Key, putItem, query, updateItem } from './table.ts'
import { transactItems } from './transaction.ts'

/** A county's own ledger, or its amendment of one of ours. Versions count from 1 and are never written over. */
export type StoredDefinition = { key: string; version: number } & ({ ledger: unknown } | Amendment)

/** The version published last of each definition that the county has stored. */
export type Published = Map<string, number>

const MARK = 'v:'
const seen = new Map<string, unknown>()

/** How often offices or settings of the county have changed, as this process heard last with what is published: another answer is another world. */
export function worldSeen(scope: Scope): unknown {
  return seen.get(keys.published(scope).pk)
}

/** Notes that offices or settings have changed, beside what is published: whoever acts next hears of it with that. */
export async function noteWorld(scope: Scope): Promise<void> {
  // The marker must know what a release without one has stored, before anything is added to it.
  await publishedVersions(scope)
  await updateItem(keys.published(scope), { add: { world: 1 } })
}

/** Which versions are in force, in one small read: who has read these definitions once need not read them again while it says the same. */
export async function publishedVersions(scope: Scope): Promise<Published> {
  const marker = await getItem(keys.published(scope))
  if (!marker) return firstMarked(scope)
  seen.set(marker.pk, marker.world)
  return marked(marker)
}

/** These versions of definitions, in the order asked; versions that nobody stored are left out. */
export async function readDefinitions(scope: Scope, versions: [key: string, version: number][]): Promise<StoredDefinition[]> {
  const items = await getItems<{ text: string }>(versions.map(([key, version]) => versionKey(scope, key, version)))
  return items.flatMap((item) => (item ? [JSON.parse(item.text) as StoredDefinition] : []))
}

/** Stores a version; false when it is taken. As text: a map of DynamoDB forgets the order in which fields and steps were declared. */
export async function storeDefinition(scope: Scope, stored: StoredDefinition, now: Date): Promise<boolean> {
  const { key, version } = stored
  // Its marker must know what a release without one has stored, before this version is added to it.
  await publishedVersions(scope)
  const put = { ...versionKey(scope, key, version), key, text: JSON.stringify(stored), savedAt: now.toISOString(), savedBy: scope.person }
  const failed = await transactItems([
    { put, absent: true },
    { update: keys.published(scope), set: { [`${MARK}${key}`]: version } },
  ])
  return failed === null
}

/** The hash of the definition that a ledger's records were last indexed by; null when none is noted. */
export async function indexedBy(scope: Scope, key: string): Promise<string | null> {
  return (await getItem<{ hash: string }>(keys.indexed(scope, key)))?.hash ?? null
}

/** Notes the definition that a ledger's records are now indexed by. */
export async function markIndexed(scope: Scope, key: string, hash: string): Promise<void> {
  await putItem({ ...keys.indexed(scope, key), hash })
}

function versionKey(scope: Scope, key: string, version: number): Key {
  return { pk: keys.ledgers(scope), sk: `${key}#${String(version).padStart(6, '0')}` }
}

function marked(marker: Item): Published {
  const versions = Object.entries(marker).filter(([name]) => name.startsWith(MARK))
  return new Map(versions.map(([name, version]) => [name.slice(MARK.length), Number(version)]))
}

/** Writes the marker where there is none yet; who meanwhile wrote another one knows as much. */
async function firstMarked(scope: Scope): Promise<Published> {
  const published: Published = new Map()
  for await (const { key, sk } of query<{ key: string; sk: string }>({ pk: keys.ledgers(scope) }))
    published.set(key, Number(sk.slice(key.length + 1)))
  const marks = Object.fromEntries([...published].map(([key, version]) => [`${MARK}${key}`, version]))
  if (await putItem({ ...keys.published(scope), ...marks }, { absent: true })) return published
  return publishedVersions(scope)
}
