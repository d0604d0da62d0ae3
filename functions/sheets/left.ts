import { keepPart, readPart } from '../store/import-parts.ts'
import type { ImportJob } from '../store/imports.ts'
import type { LeftRow } from './take-back.ts'

/** The rows that were left, as they were kept beside the import. */
export async function readLeft(job: ImportJob): Promise<LeftRow[]> {
  const part = job.undo ? await readPart(job, 'LEFT') : null
  return part ? JSON.parse(part.toString()) : []
}

/** Keeps more of them. This comes before the progress is written: a chunk that is done again tells its rows anew. */
export async function keepLeft(job: ImportJob, left: LeftRow[]): Promise<void> {
  const again = new Set(left.map(place))
  const earlier = (await readLeft(job)).filter((row) => !again.has(place(row)))
  await keepPart(job, 'LEFT', Buffer.from(JSON.stringify([...earlier, ...left])))
}

const place = ({ row, sheet = '' }: LeftRow): string => `${row} ${sheet}`
