import type { Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import { newId, type Ref } from './keys.ts'
import { getItem, getItems, type Item, putItem, updateItem } from './table.ts'

/** What is known of an uploaded file; the bytes lie in the bucket under its id. `links`: records that were to hold it, which may have let it go. */
export type StoredFile = { id: string; name: string; type: string; size: number; by: string; byName: string; at: string; links: Ref[] }

const LINK = 'link:'
const fileKey = (id: string) => ({ pk: at('F', id), sk: 'A' })

/** Registers a file of the caller before its bytes arrive. */
export async function addFile(scope: Scope, file: Pick<StoredFile, 'name' | 'type' | 'size'>, now: Date): Promise<StoredFile> {
  const stored = { id: newId('f', now), ...file, by: scope.person, byName: scope.name, at: now.toISOString() }
  await putItem({ ...fileKey(stored.id), ...stored })
  return { ...stored, links: [] }
}

/** What is known of a file. Whether the caller may have its bytes is judged by the records that hold it: see `files/readable.ts`. */
export async function fileById(_scope: Scope, id: string): Promise<StoredFile | null> {
  return read(await getItem(fileKey(id)))
}

/** Several files in the order asked; unknown ones are left out. */
export async function filesByIds(_scope: Scope, ids: string[]): Promise<StoredFile[]> {
  return (await getItems(ids.map(fileKey))).flatMap((item) => read(item) ?? [])
}

/** Notes that a record holds (or is about to hold) a file. Noting it twice changes nothing. */
export async function linkFile(id: string, { ledger, id: record }: Ref): Promise<void> {
  await updateItem(fileKey(id), { set: { [`${LINK}${ledger}:${record}`]: 1 }, when: { text: 'attribute_exists(pk)' } })
}

function read(item: Item | undefined): StoredFile | null {
  if (!item) return null
  const { pk, sk, ...rest } = item
  const links = Object.keys(rest).flatMap((name) => {
    const [ledger = '', id = ''] = name.slice(LINK.length).split(':')
    return name.startsWith(LINK) ? [{ ledger, id }] : []
  })
  const { id, name, type, size, by, byName, at } = rest as unknown as StoredFile
  return { id, name, type, size, by, byName, at, links }
}
