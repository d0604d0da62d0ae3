import { randomBytes } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Standing } from '../../shared/importing/judge.ts'
import type { Answers } from '../../shared/importing/meanings.ts'
import type { ReadFrom } from '../../shared/importing/read-rows.ts'
import type { Label } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import { keys, prefix } from './keys.ts'
import { deleteItems, getItem, getItems, type Key, putItem, query, updateItem } from './table.ts'

/** A file on its way into a ledger. `scope` is whoever sent it; `lease` the instant (ms) until which somebody is at work on it. */
export type ImportJob = {
  id: string
  ledger: string
  scope: Scope
  dryRun: boolean
  state: 'checking' | 'storing' | 'done' | 'refused'
  createdAt: string
  name: string
  progress: { done: number; of: number }
  counts: { rows: number; repeats?: number; created: number; updated: number; unchanged: number; rejected: number }
  /** What was read of the file, once it was. Imports of earlier versions kept `ignored` alone. */
  read?: ReadFrom
  ignored?: string[]
  /** What the sender said that headings mean. */
  answers?: Answers
  lease: number
  /** How often work on it failed, as when the table was out of reach. */
  failures?: number
  /** The uploaded file, when it was not sent with the request. */
  file?: string
  /** Why the file as a whole was refused. */
  refusal?: { status: number; sentence: Label; faults?: { path: string; message: Label }[] }
}
type Part = 'FILE' | 'ROWS' | 'FAULTS'

const DAYS_KEPT = 30
const PIECE = 350_000

/** An import's id, sortable by its instant. */
export function newImportId(now: Date): string {
  return `i${now.getTime().toString(36)}${randomBytes(6).toString('hex')}`
}

/** True while there is work to do. */
export function isOpen({ state }: ImportJob): boolean {
  return state === 'checking' || state === 'storing'
}

/** Begins an import, or writes it anew. */
export async function writeImport(job: ImportJob): Promise<void> {
  const { lease, ...rest } = job
  await putItem({ ...itemOf(job), job: rest, lease })
}

/** An import that the caller's office sent; null when there is none. */
export async function readImport(scope: Scope, id: string): Promise<ImportJob | null> {
  const job = await jobOf(scope, id)
  return job && job.scope.office.kind === scope.office.kind && job.scope.office.id === scope.office.id ? job : null
}

/** The import itself, for those who carry it on. */
export async function jobOf(scope: Scope, id: string): Promise<ImportJob | null> {
  const item = await getItem<{ job: ImportJob; lease: number }>(keyOf(scope, id))
  return item ? { ...item.job, lease: item.lease } : null
}

/** Takes the work on an import until an instant (ms); null when somebody else has it or it is finished. */
export async function leaseImport(scope: Scope, id: string, now: number, until: number): Promise<ImportJob | null> {
  const when = { text: 'lease <= :now AND attribute_exists(unfinished)', values: { ':now': now } }
  const item = await updateItem<{ job: ImportJob; lease: number }>(keyOf(scope, id), { set: { lease: until }, when })
  return item ? { ...item.job, lease: item.lease } : null
}

/** Wakes an import at which nobody is at work: a change without meaning, so that the stream tells of it again. An equal write would not be told. */
export async function stirImport(job: ImportJob): Promise<void> {
  const { failures: _, lease, ...calm } = job
  const when = { text: 'lease = :seen AND attribute_exists(unfinished)', values: { ':seen': lease } }
  await updateItem(keyOf(job.scope, job.id), { set: { job: calm }, add: { stirred: 1 }, when })
}

/** Keeps something large of an import beside it, compressed and in pieces: the file, its rows, its faults. */
export async function keepPart(job: ImportJob, part: Part, content: Uint8Array): Promise<void> {
  const packed = gzipSync(content)
  for (let at = 0; at * PIECE < Math.max(1, packed.length); at += 1) {
    await putItem({ ...partKey(job, part, at), z: packed.subarray(at * PIECE, (at + 1) * PIECE), ttl: ttlOf(job) })
  }
}

/** What was kept; null when nothing was. */
export async function readPart(job: ImportJob, part: Part): Promise<Buffer | null> {
  const pieces: Uint8Array[] = []
  for await (const { z } of query<{ z: Uint8Array }>({ pk: keyOf(job.scope, job.id).pk, begins: `${part}#` })) pieces.push(z)
  return pieces.length ? gunzipSync(Buffer.concat(pieces)) : null
}

export async function dropPart(job: ImportJob, part: Part): Promise<void> {
  const found: Key[] = []
  for await (const { pk, sk } of query<Key>({ pk: keyOf(job.scope, job.id).pk, begins: `${part}#` })) found.push({ pk, sk })
  await deleteItems(found)
}

/** The records that rows speak of, by number, else by id, in the order asked. Deleted ones too. */
export async function standing(
  scope: Scope,
  ledger: string,
  rows: { id?: string | undefined; number?: string | undefined }[],
): Promise<Standing[]> {
  const owners = await getItems<{ id: string }>(
    rows.flatMap(({ number }) => (number === undefined ? [] : [keys.number(scope, ledger, number)])),
  )
  const numbered = rows.flatMap(({ number }) => number ?? [])
  const byNumber = new Map(numbered.map((number, at) => [number, owners[at]?.id]))
  const ids = rows.map(({ id, number }) => (number === undefined ? undefined : byNumber.get(number)) ?? id)
  const records = await getItems<{ record: LedgerRecord }>(ids.flatMap((id) => (id === undefined ? [] : [keys.record(scope, ledger, id)])))
  const byId = new Map(ids.flatMap((id) => id ?? []).map((id, at) => [id, records[at]?.record]))
  return ids.map((id) => {
    const record = id === undefined ? undefined : byId.get(id)
    return record && (sees(scope, record.readers) ? { record } : { hidden: true })
  })
}

/** Raises a sequence to at least `n`, so that new numbers continue after those of a register. */
export async function raiseSequence(scope: Scope, ledger: string, per: string, n: number): Promise<void> {
  await updateItem(keys.sequence(scope, ledger, per), {
    set: { n },
    when: { text: 'attribute_not_exists(n) OR n < :least', values: { ':least': n } },
  })
}

function itemOf(job: ImportJob) {
  return { ...keyOf(job.scope, job.id), ...(isOpen(job) ? { unfinished: 1 } : {}), ttl: ttlOf(job) }
}

function keyOf(scope: Scope, id: string): Key {
  return { pk: `${prefix(scope)}#I#${id}`, sk: 'A' }
}

function partKey(job: ImportJob, part: Part, at: number): Key {
  return { pk: keyOf(job.scope, job.id).pk, sk: `${part}#${String(at).padStart(4, '0')}` }
}

function ttlOf(job: ImportJob): number {
  return Math.floor(Date.parse(job.createdAt) / 1000) + DAYS_KEPT * 86_400
}
