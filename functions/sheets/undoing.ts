import type { Label } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { noUndo } from '../../shared/words/undo.ts'
import type { Clock } from '../clock.ts'
import { beginUndo, type ImportJob } from '../store/imports.ts'
import { LEASE_MS } from '../work/hold.ts'

/** Why an import cannot be taken back by the caller: 403 for who neither sent it nor administers the county, 409 for what did nothing or cannot. Null when it can. */
export function undoRefused(job: ImportJob, scope: Scope): { status: 403 | 409; sentence: Label } | null {
  if (scope.role !== 'admin' && scope.person !== job.scope.person) return { status: 403, sentence: noUndo.notYours }
  if (job.dryRun) return { status: 409, sentence: noUndo.dryRun }
  if (job.state === 'refused') return { status: 409, sentence: noUndo.refused }
  if (job.state !== 'done') return { status: 409, sentence: noUndo.running }
  return job.traced ? null : { status: 409, sentence: noUndo.untraced }
}

/** The import as it stands once its taking back has begun: now, or before. Whoever answers carries it on, and after him the importer. */
export async function undoBegun(job: ImportJob, scope: Scope, { now }: Clock): Promise<{ job: ImportJob; mine: boolean }> {
  if (job.undo) return { job, mine: false }
  const undo = {
    by: scope,
    at: now.toISOString(),
    state: 'running' as const,
    progress: { done: 0, of: job.progress.of },
    undone: 0,
    left: 0,
  }
  const begun: ImportJob = { ...job, undo, failures: 0, lease: now.getTime() + LEASE_MS }
  return { job: begun, mine: await beginUndo(begun) }
}
