import type { ReadFrom } from '../../shared/importing/read-rows.ts'
import { keepHeadings } from '../store/headings.ts'
import { keepPart } from '../store/import-parts.ts'
import { type ImportJob, writeImport } from '../store/imports.ts'
import type { Checked, PlannedRow } from './check.ts'
import type { SheetFault } from './fault.ts'
import type { Touched } from './take-back.ts'

/** Writes down what the check found: refused, done (a dry run, or nothing to change), or storing with its plan beside it. */
export async function finished(job: ImportJob, checked: Checked, lease: number): Promise<ImportJob> {
  const { counts, rejected, read, plan } = checked
  const of = plan.rows.length
  const refused = rejected.length > 0 && !job.dryRun
  const told = refused ? { ...counts, created: 0, updated: 0 } : counts
  const state = refused ? 'refused' : job.dryRun || of === 0 ? 'done' : 'storing'
  const next: ImportJob = {
    ...job,
    state,
    counts: told,
    read: kept(read),
    progress: { done: state === 'storing' || refused ? 0 : of, of },
    lease: state === 'storing' ? lease : 0,
  }
  await keepPart(job, 'SEEN', Buffer.from(JSON.stringify(read.sheets.slice(0, 5))))
  if (rejected.length > 0) await keepPart(job, 'FAULTS', Buffer.from(JSON.stringify(rejected)))
  // The plan lies ready before the import says that it is storing: whoever takes over finds it.
  if (state === 'storing') {
    await keepPart(job, 'ROWS', Buffer.from(JSON.stringify(plan)))
    await keepPart(job, 'DID', Buffer.from(JSON.stringify(plan.rows.map(touched))))
  }
  if (!refused && !job.dryRun && job.answers) await keepHeadings(job.scope, job.ledger, job.answers)
  await writeImport(next)
  return next
}

/** What of a row it takes to find again what came of it. */
function touched({ id, row, sheet }: PlannedRow): Touched {
  return { id, row, ...(sheet === undefined ? {} : { sheet }) }
}

/** Writes down that the file as a whole cannot be taken. */
export async function refusedWhole(job: ImportJob, { status, sentence, faults, sheets }: SheetFault): Promise<ImportJob> {
  const next: ImportJob = {
    ...job,
    state: 'refused',
    refusal: { status, sentence, ...(faults ? { faults } : {}), ...(sheets ? { sheets } : {}) },
    lease: 0,
  }
  await writeImport(next)
  return next
}

/** What an item of the table has room for. */
function kept({ sheets, ignored, passed, remarks, answered }: ReadFrom): ReadFrom {
  const brief = (text: string): string => text.slice(0, 200)
  return {
    sheets: sheets.slice(0, 200).map((sheet) => ({ ...sheet, first: [], columns: [] })),
    ignored: ignored.slice(0, 200).map(brief),
    passed: passed.slice(0, 200).map((each) => ({ ...each, text: brief(each.text) })),
    remarks: remarks.slice(0, 300),
    answered: Object.fromEntries(Object.entries(answered).slice(0, 100)),
  }
}
