import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Values } from '../../shared/importing/instead.ts'
import { FILE_DAYS } from '../../shared/importing/keeping.ts'
import type { Answers } from '../../shared/importing/meanings.ts'
import type { Choices, RowFault } from '../../shared/importing/read-rows.ts'
import type { HeadingRows } from '../../shared/importing/register.ts'
import type { Scope } from '../../shared/scope.ts'
import { fileName } from '../../shared/text.ts'
import type { Clock } from '../clock.ts'
import { keepPart } from '../store/import-parts.ts'
import { type ImportJob, newImportId, writeImport } from '../store/imports.ts'
import { readCountySettings } from '../store/settings.ts'
import { LEASE_MS } from '../work/hold.ts'
import { world } from '../world.ts'
import { carryOn } from './carry-on.ts'
import { check } from './check.ts'
import { isFault, type SheetFault } from './fault.ts'
import { readFaults } from './faults.ts'
import { finished } from './finish.ts'
import { readSheets } from './read.ts'

/** What came of a file: the import as it stands (perhaps still going on) with its faults, or why the file cannot be read. */
export type Imported = { job: ImportJob; rejected: RowFault[] } | SheetFault
/** `answers` say what headings mean that the ledger does not know, `headings` in which row of a tab they stand, `choices` what to take where both sides changed a cell,
 * `values` what is meant by what cells say. */
export type Sent = {
  ledger: Ledger
  name: string
  dryRun: boolean
  answers?: Answers
  choices?: Choices
  headings?: HeadingRows
  values?: Values
}

/** More rows than these are checked and stored behind the request, which may last 29 seconds. */
const inline = { dryRun: 12_000, real: 3_000 }
const INLINE_MS = 14_000

/**
 * Takes a file that came with a request. Checked as a whole before anything is written; small ones are stored before this returns, longer work is
 * carried on by the importer. `clock` is asked again as time goes by.
 */
export async function importBytes(sent: Sent, bytes: Uint8Array, scope: Scope, clock: () => Clock): Promise<Imported> {
  const started = performance.now()
  const sheets = await readSheets(bytes, sent.name)
  if (isFault(sheets)) return sheets
  const job = await newJob(sent, scope, clock())
  if (sheets.reduce((sum, { rows }) => sum + rows.length, 0) > (sent.dryRun ? inline.dryRun : inline.real)) {
    await keepPart(job, 'FILE', bytes)
    await writeImport(job)
    return { job, rejected: [] }
  }
  const checked = await check(sent.ledger, sheets, scope, clock(), await world(), sent.answers, sent.choices, sent.headings, sent.values)
  if (isFault(checked)) return checked
  if (checked.rejected.length > 0 || !sent.dryRun) await keepPart(job, 'FILE', bytes)
  const next = await finished(job, checked, clock().now.getTime() + LEASE_MS)
  if (next.state !== 'storing') return { job: next, rejected: checked.rejected }
  const stored = await carryOn(next, clock, INLINE_MS - (performance.now() - started))
  return { job: stored, rejected: await readFaults(stored) }
}

/** Takes a file that lies in the bucket: checked and stored by the importer. */
export async function importUploaded(sent: Sent, file: string, scope: Scope, clock: Clock): Promise<ImportJob> {
  const job = { ...(await newJob(sent, scope, clock)), file }
  await writeImport(job)
  return job
}

async function newJob(
  { ledger, name, dryRun, answers, choices, headings, values }: Sent,
  scope: Scope,
  { now }: Clock,
): Promise<ImportJob> {
  const { fileDays = FILE_DAYS } = await readCountySettings()
  return {
    id: newImportId(now),
    ledger: ledger.key,
    scope,
    dryRun,
    state: 'checking',
    createdAt: now.toISOString(),
    name: fileName(name).slice(0, 200),
    progress: { done: 0, of: 0 },
    counts: { rows: 0, repeats: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 },
    ...(answers ? { answers } : {}),
    ...(choices ? { choices } : {}),
    ...(headings ? { headings } : {}),
    ...(values ? { values } : {}),
    fileDays: dryRun ? 1 : fileDays,
    traced: true,
    lease: now.getTime(),
  }
}
