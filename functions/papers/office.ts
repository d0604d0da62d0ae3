import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Paper } from '../../shared/definition/paper.ts'
import type { FilledPaper } from '../../shared/papers/filled.ts'
import { concerns } from '../../shared/papers/whose.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Refusal, refuse, refuseInput } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { notForYou, paperWords } from '../../shared/words/papers.ts'
import { isFault, type SheetFault } from '../sheets/fault.ts'
import type { Maker } from './gather.ts'
import { type OfficeYear, papersOfOffice } from './make.ts'
import { organOf } from './organ.ts'
import { workOf } from './sections.ts'

/** The papers of an office's year, as they are asked for. */
export async function officePapers(
  maker: Maker,
  ledger: Ledger,
  paper: Paper,
  asked: { [filter: string]: unknown },
): Promise<FilledPaper[] | SheetFault | Refusal> {
  const of = officeYear(maker.scope, asked, maker.today)
  if ('refused' in of) return of
  if (!concerns(paper, { ...maker, ledger, record: undefined })) return refuse('role', notForYou(paper.label))
  const work = await workOf(maker, paper, of)
  return isFault(work) ? work : papersOfOffice(maker, ledger, paper, work, of)
}

/** The records of an office's year, for a report of it. */
export async function officeWork(maker: Maker, paper: Paper, of: OfficeYear): Promise<LedgerRecord[] | Refusal> {
  const work = await workOf(maker, paper, of)
  return isFault(work) ? refuse('input', work.sentence) : work
}

/**
 * Of which year and township: this year unless asked, and a township its own only. Refused: 403 for an office that is no organ of the congress, 422 for filters
 * that
 * a year has not.
 */
export function officeYear(scope: Scope, asked: { [filter: string]: unknown }, today: string): OfficeYear | Refusal {
  if (organOf(scope) === null) return refuse('role', paperWords.organsOnly)
  const others = Object.keys(asked).filter((key) => !['year', 'township', 'sort'].includes(key))
  const own = scope.office.kind === 'township' ? scope.office.id : undefined
  const foreign = own !== undefined && asked.township !== undefined && asked.township !== own
  const faults = [
    ...others.map((path) => ({ path, code: 'bad' as const, message: paperWords.yearOnly })),
    ...(foreign ? [{ path: 'township', code: 'bad' as const, message: paperWords.none }] : []),
  ]
  if (faults.length > 0) return refuseInput(faults)
  const township = own ?? (asked.township as string | undefined)
  return { year: (asked.year as number | undefined) ?? Number(today.slice(0, 4)), ...(township ? { township } : {}) }
}
