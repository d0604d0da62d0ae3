import { gunzipSync, gzipSync } from 'node:zlib'
import { DAYS_KEPT, endOf, type ImportJob, keyOf } from './imports.ts'
import { deleteItems, type Key, putItem, query } from './table.ts'

/**
 * What is large of an import: the file, what its first tabs look like (`SEEN`), the rows to store, their faults, what it touched (`DID`: ids and row numbers, nothing of what the cells say), and what could
 * not be taken back (`LEFT`).
 */
export type Part = 'FILE' | 'SEEN' | 'ROWS' | 'FAULTS' | 'DID' | 'LEFT'

const PIECE = 350_000

/** Keeps something large of an import beside it, compressed and in pieces. What shows cells goes with the file, after so many days. */
export async function keepPart(job: ImportJob, part: Part, content: Uint8Array): Promise<void> {
  const packed = gzipSync(content)
  const ttl = part === 'DID' || part === 'LEFT' ? endOf(job, DAYS_KEPT) : endOf(job, job.fileDays ?? 30)
  for (let at = 0; at * PIECE < Math.max(1, packed.length); at += 1) {
    await putItem({ ...partKey(job, part, at), z: packed.subarray(at * PIECE, (at + 1) * PIECE), ttl })
  }
}

/** What was kept; null when nothing was. */
export async function readPart(job: ImportJob, part: Part): Promise<Buffer | null> {
  const pieces: Uint8Array[] = []
  for await (const { z } of query<{ z: Uint8Array }>({ pk: keyOf(job.scope, job.id).pk, begins: `${part}#` })) pieces.push(z)
  return pieces.length ? gunzipSync(Buffer.concat(pieces)) : null
}

/** Deletes a part of an import that has been done. */
export async function dropPart(job: ImportJob, part: Part): Promise<void> {
  const found: Key[] = []
  for await (const { pk, sk } of query<Key>({ pk: keyOf(job.scope, job.id).pk, begins: `${part}#` })) found.push({ pk, sk })
  await deleteItems(found)
}

function partKey(job: ImportJob, part: Part, at: number): Key {
  return { pk: keyOf(job.scope, job.id).pk, sk: `${part}#${String(at).padStart(4, '0')}` }
}
