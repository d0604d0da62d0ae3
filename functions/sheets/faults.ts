import type { Faults } from '../../shared/importing/arrival.ts'
import type { ImportRow, RowFault } from '../../shared/importing/read-rows.ts'
import type { Label } from '../../shared/names.ts'
import { keepPart, readPart } from '../store/import-parts.ts'
import type { ImportJob } from '../store/imports.ts'
import type { Touched } from './take-back.ts'

type Planned = ImportRow & { fresh?: true }
/** A planned row that what happened since the check has made impossible, with the reasons. */
export type Overtaken = { row: Planned } & Faults
/** A planned row of which something else came than the plan said, because somebody was quicker with it; `id`: the record that it met. */
export type Otherwise = { row: Planned; as: 'created' | 'updated' | 'unchanged'; id: string }
/** What of planned rows did not come as planned. */
export type Unplanned = { overtaken: Overtaken[]; otherwise: Otherwise[] }

/** The faults of an import's rows, as they were kept beside it. */
export async function readFaults(job: ImportJob): Promise<RowFault[]> {
  const part = job.counts.rejected > 0 ? await readPart(job, 'FAULTS') : null
  return part ? JSON.parse(part.toString()) : []
}

/**
 * Tells of rows that did not come as planned: those that were overtaken count as rejected, the others as what came of them. The counts are written with the
 * progress, so that a chunk which is stored again is told anew.
 */
export async function tellUnplanned(job: ImportJob, { overtaken, otherwise }: Unplanned): Promise<ImportJob> {
  if (overtaken.length > 0) {
    const isTold = (fault: RowFault) =>
      overtaken.some(({ row }) => row.row === fault.row && row.sheet === fault.sheet && row.left === fault.left)
    const others = (await readFaults(job)).filter((fault) => !isTold(fault))
    const faults = [...others, ...overtaken.flatMap(({ row, faults: why }) => why.map((fault) => placed(row, fault)))]
    await keepPart(job, 'FAULTS', Buffer.from(JSON.stringify(faults)))
  }
  const elsewhere = otherwise.filter(({ row, as, id }) => as === 'updated' && row.id !== id)
  if (elsewhere.length > 0) await keepTouched(job, elsewhere)
  const counts = { ...job.counts }
  for (const { row, as } of [...overtaken.map(({ row }) => ({ row, as: 'rejected' as const })), ...otherwise]) {
    counts[row.fresh ? 'created' : 'updated'] -= 1
    counts[as] += 1
  }
  return { ...job, counts }
}

/** Which records an import touched is known by its plan; those that rows met instead take their places, so that they too are taken back. */
async function keepTouched(job: ImportJob, elsewhere: Otherwise[]): Promise<void> {
  const met = new Map(elsewhere.flatMap(({ row, id }) => (row.id === undefined ? [] : [[row.id, id] as const])))
  const part = await readPart(job, 'DID')
  const rows: Touched[] = part ? JSON.parse(part.toString()) : []
  await keepPart(job, 'DID', Buffer.from(JSON.stringify(rows.map((row) => ({ ...row, id: met.get(row.id) ?? row.id })))))
}

/** A fault at its place in the file. */
export function placed({ row, sheet, left }: ImportRow, fault: { path: string; message: Label }): RowFault {
  return { row, ...fault, ...(sheet === undefined ? {} : { sheet }), ...(left === undefined ? {} : { left }) }
}
