import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Outcome, Standing } from '../../shared/importing/judge.ts'
import { landedBy, landing } from '../../shared/importing/landing.ts'
import type { ImportRow } from '../../shared/importing/read-rows.ts'

/**
 * A row that says a state (`text`), and where it stands after the import: as it says against its other cells (`taken`), as these tell (`facts`), in its
 * draft (`begun`), or where its record stood (`stands`).
 */
export type SaidState = {
  row: ImportRow
  text: string
  said: string
  now: string
  /** The fields that decided it, filled and empty. */
  by: { has: string[]; lacks: string[] }
  how: 'taken' | 'facts' | 'begun' | 'stands'
}

/** Tells of a row whose word for its state is not what its other cells tell, or not what comes of it; nothing where all agree. */
export function saidState({ row, outcome, present }: Judged, ledger: Ledger, today: string): SaidState[] {
  const { said } = row
  const record = outcome === null ? present && 'record' in present && present.record : !('faults' in outcome) && outcome.moved.record
  if (!said || !record) return []
  const isNew = outcome !== null && !('faults' in outcome) && !outcome.before
  const facts = landing(ledger, record.data, today)
  const told = { row, text: said.text, said: said.state, now: record.state, by: landedBy(ledger, record.data, said.state, today) }
  if (record.state === said.state) return isNew && facts !== said.state ? [{ ...told, how: 'taken' }] : []
  const isDraft = ledger.states[record.state]?.phase === 'draft'
  if (isNew) return [{ ...told, how: isDraft ? 'begun' : 'facts' }]
  const isMoved = present && 'record' in present && present.record.state !== record.state
  return said.written ? [] : [{ ...told, how: isMoved ? 'facts' : 'stands' }]
}
type Judged = { row: ImportRow; outcome: Outcome; present: Standing }
