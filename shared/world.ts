import type { Calendar } from './deadline/calendar.ts'
import type { Label } from './names.ts'
import type { LedgerRecord } from './record.ts'
import type { Sitting } from './sitting.ts'

export type Office = { id: string; kind: 'county' | 'township' | 'unit' | 'deputy'; name: Label; township?: string; closed?: true }

/** What the engine knows of the county beside the record: the calendar, its offices, and the sessions of its congress, earliest first. */
export type World = { calendar: Calendar; offices: Office[]; sittings?: Sitting[] }

/** Records beside the one that moves: its parent and its children, as far as conditions ask for them. */
export type Kin = {
  parent?: LedgerRecord
  children: LedgerRecord[]
  phases: (ledger: string, state: string) => 'draft' | 'open' | 'paused' | 'done' | 'void' | undefined
}
