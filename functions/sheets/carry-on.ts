import type { Ledger } from '../../shared/definition/ledger.ts'
import { fileWords } from '../../shared/words/file-faults.ts'
import { definition } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { readBytes } from '../files/bucket.ts'
import { packAfterwards } from '../packing.ts'
import { dropPart, keepPart, readPart } from '../store/import-parts.ts'
import { type ImportJob, writeImport } from '../store/imports.ts'
import { raiseSequence, sequenceAt } from '../store/sequences.ts'
import { LEASE_MS } from '../work/hold.ts'
import { world } from '../world.ts'
import type { Plan } from './check.ts'
import { isFault } from './fault.ts'
import { tellUnplanned } from './faults.ts'
import { finished, refusedWhole } from './finish.ts'
import type { Paper } from './papers.ts'
import { storePlanned } from './storing.ts'

const CHUNK = 200

/**
 * Carries an import on from where it stands, for about `budget` milliseconds: checks it, stores its rows chunk by chunk or takes them back, and writes its
 * progress.
 * Whoever calls holds the lease; it is given back when time is up.
 */
export async function carryOn(job: ImportJob, clock: () => Clock, budget: number): Promise<ImportJob> {
  const end = performance.now() + budget
  const found = await definition(job.scope, job.ledger)
  if (!found) return refusedWhole(job, { status: 422, sentence: fileWords.empty })
  if (job.undo) return (await import('./undo.ts')).undoNow(job, found.ledger, clock, end)
  const checked = job.state === 'checking' ? await checkNow(job, found.ledger, clock) : job
  return checked.state === 'storing' ? storeNow(checked, found.ledger, clock, end) : checked
}

async function checkNow(job: ImportJob, ledger: Ledger, clock: () => Clock): Promise<ImportJob> {
  const bytes = await bytesOf(job)
  // Kept beside the import before it is read: the form that brought it stays valid for minutes, and the file goes when the county says.
  if (bytes && job.file !== undefined && !job.dryRun) await keepPart(job, 'FILE', bytes)
  // An import that is only stored further reads no file.
  const [{ check }, { readSheets }] = await Promise.all([import('./check.ts'), import('./read.ts')])
  const sheets = bytes ? await readSheets(bytes, job.name) : { status: 422 as const, sentence: fileWords.absent }
  const checked = isFault(sheets)
    ? sheets
    : await check(ledger, sheets, job.scope, clock(), await world(), job.answers, job.choices, job.headings, job.values)
  return isFault(checked) ? refusedWhole(job, checked) : finished(job, checked, clock().now.getTime() + LEASE_MS)
}

/** The file of an import, from beside it, or as it was uploaded; null when it never arrived, or is no longer kept. */
export async function bytesOf(job: ImportJob): Promise<Uint8Array | null> {
  return (await readPart(job, 'FILE')) ?? (job.file === undefined ? null : readBytes(job.file))
}

/** The file of an import as it was sent; null when it is no longer kept. */
export async function originalOf(job: ImportJob): Promise<Paper | null> {
  const bytes = await bytesOf(job)
  return bytes && { name: job.name, type: 'application/octet-stream', bytes: Buffer.from(bytes) }
}

async function storeNow(job: ImportJob, ledger: Ledger, clock: () => Clock, end: number): Promise<ImportJob> {
  const part = await readPart(job, 'ROWS')
  const file = { import: job.id, name: job.name }
  const { rows, sequences }: Plan = part ? JSON.parse(part.toString()) : { rows: [], sequences: {} }
  let now = await raised(job, sequences)
  for (let done = job.progress.done; done < rows.length; done = now.progress.done) {
    if (performance.now() > end) return written({ ...now, lease: clock().now.getTime() })
    now = await tellUnplanned(now, await storePlanned(ledger, rows.slice(done, done + CHUNK), job.scope, clock(), await world(), file))
    const progress = { done: Math.min(done + CHUNK, rows.length), of: rows.length }
    if (progress.done < rows.length) now = await written({ ...now, progress, lease: clock().now.getTime() + LEASE_MS })
    else now = { ...now, progress }
  }
  await dropPart(job, 'ROWS')
  // A whole register of new texts would have to be read one by one.
  await packAfterwards(() => clock().now)
  return written({ ...now, state: 'done', progress: { done: rows.length, of: rows.length }, lease: 0 })
}

/** Raises the sequences by the numbers that the rows bring, having written down first where they stood. */
async function raised(job: ImportJob, sequences: Plan['sequences']): Promise<ImportJob> {
  if (job.progress.done > 0) return job
  const now = job.raised ? job : await written({ ...job, raised: await toRaise(job, sequences) })
  for (const { per, to } of now.raised ?? []) await raiseSequence(job.scope, job.ledger, per, to)
  return now
}

async function toRaise({ scope, ledger }: ImportJob, sequences: Plan['sequences']): Promise<NonNullable<ImportJob['raised']>> {
  const stood = Object.entries(sequences).map(async ([per, to]) => ({ per, from: await sequenceAt(scope, ledger, per), to }))
  return (await Promise.all(stood)).filter(({ from, to }) => (from ?? 0) < to)
}

async function written(job: ImportJob): Promise<ImportJob> {
  await writeImport(job)
  return job
}
