import type { Label } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import { takeLease, underway } from './long-work.ts'
import { getItem, putItem } from './table.ts'

/**
 * Papers of many records on their way into packages: of which records, as they were found when it began, and how far it is. `by` is whoever asked; `files`: the
 * packages that lie ready, with how many papers each; `left`: records that gave none. `lease` is the instant (ms) until which somebody is at work on it.
 */
export type PaperJob = {
  id: string
  ledger: string
  paper: string
  label: Label
  as: 'files' | 'one'
  ids: string[]
  by: Scope
  at: string
  today: string
  state: 'running' | 'done'
  /** So many are in packages, and so many were looked at. */
  done: number
  seen: number
  left: number
  files: { name: string; type: string; key: string; papers: number }[]
  lease: number
  failures?: number
}

/** The packages lie in the bucket for a day, and so does what tells of them. */
const SECONDS_KEPT = 86_400

/** Stores how far it is. */
export async function writePaperJob({ lease, ...job }: PaperJob): Promise<void> {
  await putItem({
    ...keyOf(job.id),
    job,
    lease,
    ttl: Math.floor(Date.parse(job.at) / 1000) + SECONDS_KEPT,
    ...(job.state === 'running' ? underway({ kind: 'papers', id: job.id }, job.failures) : {}),
  })
}

/** The job by its id; whether somebody may know of it is judged by who asks. */
export async function readPaperJob(id: string): Promise<PaperJob | null> {
  const item = await getItem<{ job: Omit<PaperJob, 'lease'>; lease: number }>(keyOf(id))
  return item ? { ...item.job, lease: item.lease } : null
}

/** Takes the work until an instant (ms); null when somebody else has it or it is finished. */
export async function leasePaperJob(id: string, now: number, until: number): Promise<PaperJob | null> {
  const item = await takeLease<{ job: Omit<PaperJob, 'lease'> }>(keyOf(id), now, until)
  return item ? { ...item.job, lease: item.lease } : null
}

/** Where a job lies. */
export const keyOf = (id: string) => ({ pk: at('PAPERJOB', id), sk: 'A' })
