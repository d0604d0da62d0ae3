import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Clock } from '../clock.ts'
import { readPart } from '../store/import-parts.ts'
import { type ImportJob, isOpen, writeImport } from '../store/imports.ts'
import { lowerSequence } from '../store/sequences.ts'
import { LEASE_MS } from '../work/hold.ts'
import { world } from '../world.ts'
import { keepLeft } from './left.ts'
import { type Touched, takeRowsBack } from './take-back.ts'

const CHUNK = 200

/** Takes an import back from where that stands, chunk by chunk, and writes its progress. Whoever calls holds the lease. */
export async function undoNow(job: ImportJob, ledger: Ledger, clock: () => Clock, end: number): Promise<ImportJob> {
  const part = await readPart(job, 'DID')
  const rows: Touched[] = part ? JSON.parse(part.toString()) : []
  let now = job
  for (let done = job.undo?.progress.done ?? 0; done < rows.length; done = now.undo?.progress.done ?? rows.length) {
    if (performance.now() > end) return written({ ...now, lease: clock().now.getTime() })
    now = await undoSome(now, ledger, rows.slice(done, done + CHUNK), clock)
    if (isOpen(now)) await written(now)
  }
  if (now.undo?.left === 0) for (const raised of job.raised ?? []) await lowerSequence(job.scope, job.ledger, raised)
  return written({ ...now, ...(now.undo ? { undo: { ...now.undo, state: 'done' } } : {}), lease: 0 })
}

async function undoSome(job: ImportJob, ledger: Ledger, rows: Touched[], clock: () => Clock): Promise<ImportJob> {
  const { undo } = job
  if (!undo) return job
  const file = { import: job.id, name: job.name }
  const { undone, left } = await takeRowsBack({ ledger, file, scope: undo.by, clock: clock(), world: await world() }, rows)
  if (left.length > 0) await keepLeft(job, left)
  const progress = { ...undo.progress, done: undo.progress.done + rows.length }
  return {
    ...job,
    undo: { ...undo, progress, undone: undo.undone + undone, left: undo.left + left.length },
    lease: clock().now.getTime() + LEASE_MS,
  }
}

async function written(job: ImportJob): Promise<ImportJob> {
  await writeImport(job)
  return job
}
