import type { Ledger } from '../definition/ledger.ts'
import type { Paper } from '../definition/paper.ts'
import { holds } from '../engine/holds.ts'
import type { LedgerRecord } from '../record.ts'
import { fits, presses } from './fill.ts'
import type { Source } from './source.ts'

/** In a list each item is judged by itself. */
export const alone: Source['kin'] = { children: [], named: [], phases: () => undefined }

/** The records that stand in a list of this kind; where it counts them, as the county's figures do, no drafts and nothing called off unless it names states. */
export function fittingOf(paper: Paper, ledger: Ledger, records: LedgerRecord[], today: string): LedgerRecord[] {
  const { states } = ledger
  const { urges } = paper
  const counts = paper.blocks.some(({ as }) => as === 'figures' || as === 'groups')
  const stands = (state: string) => paper.in?.includes(state) ?? !(counts && ['draft', 'void'].includes(states[state]?.phase ?? ''))
  return records
    .filter(({ state, took }) => stands(state) && (paper.after?.some((step) => took[step]) ?? true))
    .filter((record) => urges === undefined || presses(urges, ledger, record, today))
    .filter((record) => holds(paper.when, { record, data: record.data, kin: alone, today, person: '' }))
}

/** True where a paper can be made of some of these records: of one of them by itself, or of a list of those that stand in it. */
export function makeable(
  paper: Paper,
  ledger: Ledger,
  records: LedgerRecord[],
  around: Pick<Source, 'kin' | 'today' | 'scope' | 'world'>,
): boolean {
  if (paper.of === undefined) return records.some((record) => fits(paper, ledger, record, around))
  return fittingOf(paper, ledger, records, around.today).length > 0
}
