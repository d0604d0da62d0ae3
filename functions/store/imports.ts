import { randomBytes } from 'node:crypto'
import type { Values } from '../../shared/importing/instead.ts'
import type { Standing } from '../../shared/importing/judge.ts'
import type { Answers } from '../../shared/importing/meanings.ts'
import type { Choices, ReadFrom } from '../../shared/importing/read-rows.ts'
import type { HeadingRows } from '../../shared/importing/register.ts'
import type { Seen } from '../../shared/importing/seen.ts'
import type { Label } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import { at } from './at.ts'
import { keys, prefix } from './keys.ts'
import { takeLease, underway } from './long-work.ts'
import { getItem, getItems, type Key, putItem } from './table.ts'

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
  /** In which rows he said that headings stand. */
  headings?: HeadingRows
  /** What he chose where both sides changed a cell. */
  choices?: Choices
  /** What he said that cells mean. */
  values?: Values
  lease: number
  /** How often work on it failed, as when the table was out of reach. */
  failures?: number
  /** The uploaded file, when it was not sent with the request. */
  file?: string
  /** How many days the file is kept, as the county had set when it came. Earlier versions kept it for 30. */
  fileDays?: number
  /** The events of its rows name it, so that it can be taken back. Imports of earlier versions cannot. */
  traced?: true
  /** How far it raised sequences of numbers: from where, to where. */
  raised?: { per: string; from: number | null; to: number }[]
  /** Its taking back: on whose behalf, since when, how far, how many records are as before. */
  undo?: { by: Scope; at: string; state: 'running' | 'done'; progress: { done: number; of: number }; undone: number; left: number }
  /** Why the file as a whole was refused. */
  refusal?: { status: number; sentence: Label; faults?: { path: string; message: Label }[]; sheets?: Seen[] }
}
/** How long it is known who sent a file and what it did, so that it can be taken back; what was only tried is known for a month. */
export const DAYS_KEPT = 3 * 365
const DAYS_DRY = 30

/** An import's id, sortable by its instant. */
export function newImportId(now: Date): string {
  return `i${now.getTime().toString(36)}${randomBytes(6).toString('hex')}`
}

/** True while there is work to do. */
export function isOpen({ state, undo }: ImportJob): boolean {
  return state === 'checking' || state === 'storing' || undo?.state === 'running'
}

/** Begins an import, or writes it anew. */
export async function writeImport(job: ImportJob): Promise<void> {
  const { lease, ...rest } = job
  await putItem({ ...itemOf(job), job: rest, lease })
}

/** Begins to take an import back; false when somebody else has, or is at work on it. */
export async function beginUndo(job: ImportJob): Promise<boolean> {
  const { lease, ...rest } = job
  return putItem({ ...itemOf(job), job: rest, lease }, { when: { text: 'attribute_not_exists(unfinished)' } })
}

/** An import that the caller's office sent, for the county's administrator also one that stored something; null when there is none. */
export async function readImport(scope: Scope, id: string): Promise<ImportJob | null> {
  const job = await jobOf(scope, id)
  return job && mayKnow(scope, job) ? job : null
}

/** True for the office that sent a file, and for the administrator once it has become part of the registers. */
export function mayKnow(scope: Scope, job: ImportJob): boolean {
  return isOwn(scope, job) || (scope.role === 'admin' && !job.dryRun && job.state === 'done')
}

/**
 * True when the caller's own office sent it: nobody else is told what its cells say. In the county office a file is of the desks at which its sender sits, at
 * every desk for an administrator: whoever sits at none of them reads it no more than what it became.
 */
export function isOwn({ office, person, role, desks = [] }: Scope, { scope }: ImportJob): boolean {
  if (scope.office.kind !== office.kind || scope.office.id !== office.id) return false
  if (office.kind !== 'county' || person === scope.person || role === 'admin' || role === 'leader') return true
  return scope.role !== 'admin' && (scope.desks ?? []).every((desk) => desks.includes(desk))
}

/** The import itself, for those who carry it on. */
export async function jobOf(scope: Scope, id: string): Promise<ImportJob | null> {
  const item = await getItem<{ job: ImportJob; lease: number }>(keyOf(scope, id))
  return item ? { ...item.job, lease: item.lease } : null
}

/** Takes the work on an import until an instant (ms); null when somebody else has it or it is finished. */
export async function leaseImport(scope: Scope, id: string, now: number, until: number): Promise<ImportJob | null> {
  const item = await takeLease<{ job: ImportJob }>(keyOf(scope, id), now, until)
  return item ? { ...item.job, lease: item.lease } : null
}

/** Forgets how often work on an import failed, at which nobody has been since it was read; false when somebody is again. */
export async function wakeImport(job: ImportJob, now: number): Promise<boolean> {
  const { failures: _, lease, ...calm } = job
  const when = { text: 'lease = :seen AND attribute_exists(unfinished)', values: { ':seen': lease } }
  return putItem({ ...itemOf({ ...calm, lease }), job: calm, lease: now }, { when })
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

function itemOf(job: ImportJob) {
  const { office } = job.scope
  const past = job.dryRun ? {} : { g1pk: at('IMPORTS', office.kind, office.id), g1sk: job.id, g2pk: at('IMPORTS'), g2sk: job.id }
  return {
    ...keyOf(job.scope, job.id),
    ...past,
    ...(isOpen(job) ? underway({ kind: 'import', id: job.id }, job.failures) : {}),
    ttl: endOf(job, job.dryRun ? DAYS_DRY : DAYS_KEPT),
  }
}

/** Where an import lies, and everything beside it. */
export function keyOf(scope: Scope, id: string): Key {
  return { pk: `${prefix(scope)}#I#${id}`, sk: 'A' }
}

/** The second in which something of an import is gone, so many days after it began. */
export function endOf({ createdAt }: ImportJob, days: number): number {
  return Math.floor(Date.parse(createdAt) / 1000) + days * 86_400
}
