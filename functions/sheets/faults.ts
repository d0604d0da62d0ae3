import type { Faults } from '../../shared/importing/arrival.ts'
import type { ImportRow, RowFault } from '../../shared/importing/read-rows.ts'
import type { Label } from '../../shared/names.ts'
import { keepPart, readPart } from '../store/import-parts.ts'
import type { ImportJob } from '../store/imports.ts'

/** A planned row that what happened since the check has made impossible, with the reasons. */
export type Overtaken = { row: ImportRow & { fresh?: true } } & Faults

/** The faults of an import's rows, as they were kept beside it. */
export async function readFaults(job: ImportJob): Promise<RowFault[]> {
  const part = job.counts.rejected > 0 ? await readPart(job, 'FAULTS') : null
  return part ? JSON.parse(part.toString()) : []
}

/** Tells of rows that were overtaken: they count as rejected. The counts are written with the progress, so that a chunk which is stored again is told anew. */
export async function tellOvertaken(job: ImportJob, overtaken: Overtaken[]): Promise<ImportJob> {
  if (overtaken.length === 0) return job
  const isTold = (fault: RowFault) =>
    overtaken.some(({ row }) => row.row === fault.row && row.sheet === fault.sheet && row.left === fault.left)
  const others = (await readFaults(job)).filter((fault) => !isTold(fault))
  const faults = [...others, ...overtaken.flatMap(({ row, faults: why }) => why.map((fault) => placed(row, fault)))]
  await keepPart(job, 'FAULTS', Buffer.from(JSON.stringify(faults)))
  const fresh = overtaken.filter(({ row }) => row.fresh).length
  const { created, updated, rejected } = job.counts
  const now = { created: created - fresh, updated: updated - (overtaken.length - fresh), rejected: rejected + overtaken.length }
  return { ...job, counts: { ...job.counts, ...now } }
}

/** A fault at its place in the file. */
export function placed({ row, sheet, left }: ImportRow, fault: { path: string; message: Label }): RowFault {
  return { row, ...fault, ...(sheet === undefined ? {} : { sheet }), ...(left === undefined ? {} : { left }) }
}
