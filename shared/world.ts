import type { Calendar } from './deadline/calendar.ts'
import type { Label } from './names.ts'
import type { LedgerRecord, Row } from './record.ts'
import type { Sitting } from './sitting.ts'

export type Office = {
  id: string
  kind: 'county' | 'township' | 'unit' | 'deputy'
  name: Label
  township?: string
  closed?: true
  successor?: string
}

/** How late something may be entered: after so many working days with a reason, after so many days by the county's administrator alone. */
export type EntryLimits = { workdays: number; days?: number }

/** What the engine knows of the county beside the record: the calendar, its offices, the sessions of its congress, earliest first, and how late one may enter. */
export type World = { calendar: Calendar; offices: Office[]; sittings?: Sitting[]; entry?: EntryLimits }

/** Records beside the one that moves: its parent and its children, as far as conditions ask for them. */
export type Kin = {
  parent?: LedgerRecord
  children: LedgerRecord[]
  /** The other records under the same parent, as far as conditions ask for them. */
  siblings?: LedgerRecord[]
  /** Records that its fields name; without `data` where only their state is known. */
  named?: (Pick<LedgerRecord, 'ledger' | 'id' | 'state'> & Partial<Pick<LedgerRecord, 'data'>>)[]
  /** For a field that stands for many records, some of them, as rows. */
  found?: { [field: string]: Row[] }
  phases: (ledger: string, state: string) => 'draft' | 'open' | 'paused' | 'done' | 'void' | undefined
  /** How a state of another ledger is called, how far it lies from that ledger's first one, and what counts its items: for sentences. */
  stands?: (ledger: string, state: string) => { label: Label; depth: number; kind?: Label; measure?: string | undefined } | undefined
}
