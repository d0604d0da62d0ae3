import type { Context } from 'hono'
import type * as z from 'zod'
import { actorOf } from '../../shared/engine/moved.ts'
import type { RowFault } from '../../shared/importing/read-rows.ts'
import { readFaults } from '../sheets/faults.ts'
import { readLeft } from '../sheets/left.ts'
import type { LeftRow } from '../sheets/take-back.ts'
import { type ImportJob, isOwn } from '../store/imports.ts'
import type { Env } from './area.ts'
import type { Result } from './import-shapes.ts'

/** Lambda answers 6 MB at most. */
const MOST_FAULTS = 10_000
type Told = z.infer<typeof Result>

/** An import as it stands, with its faults and with what was left when it was taken back. What cells say is told to the office that sent them. */
export async function toldWhole(job: ImportJob, c: Context<Env>): Promise<Told> {
  const [faults, left] = await Promise.all([isOwn(c.var.scope, job) ? readFaults(job) : [], readLeft(job)])
  return told(job, faults, c, left)
}

/** An import as it stands, with these faults of its rows. */
export function told(job: ImportJob, rejected: RowFault[], c: Context<Env>, left: LeftRow[] = []): Told {
  const { id, ledger, dryRun, state, progress, counts, ignored, refusal } = job
  const read = isOwn(c.var.scope, job) ? job.read : undefined
  const { rows, repeats = 0, created, updated, unchanged, rejected: wrong } = counts
  const whole = refusal ? (refusal.faults ?? [{ path: 'file', message: refusal.sentence }]).map((fault) => ({ row: 1, ...fault })) : []
  const { lang } = c.var
  const spoken = ({ message, conflict, left: _, ...fault }: RowFault) => ({
    ...fault,
    message: message[lang],
    ...(conflict ? { conflict: { ...conflict, base: conflict.base[lang], theirs: conflict.theirs[lang], mine: conflict.mine[lang] } } : {}),
  })
  const faults = [...whole, ...rejected].slice(0, MOST_FAULTS).map(spoken)
  const { sheets, passed, remarks, answered } = read ?? { sheets: [], passed: [], remarks: [], answered: {} }
  return {
    id,
    ledger,
    dryRun,
    state,
    progress,
    rows,
    repeats,
    created,
    updated,
    unchanged,
    wrong,
    rejected: faults,
    sheets: sheets.map(({ first: _, columns: __, top: ___, ...sheet }) => sheet),
    ignored: read?.ignored ?? ignored ?? [],
    passed,
    remarks: remarks.map(spoken),
    // Imports of earlier versions have none.
    answered: answered ?? {},
    ...toldUndo(job, c, left),
  }
}

function toldUndo({ undo }: ImportJob, c: Context<Env>, left: LeftRow[]): Pick<Told, 'undone' | 'left' | 'undo'> {
  if (!undo) return {}
  const { undone, state, at, by, progress } = undo
  const rows = left.slice(0, MOST_FAULTS).map(({ why, ...row }) => ({ ...row, why: why[c.var.lang] }))
  return { undone, left: rows, undo: { state, at, by: actorOf(by), progress } }
}
