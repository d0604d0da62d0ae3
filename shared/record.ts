import type { Duty, OfficeKind } from './duty.ts'

export type Cell = string | number | boolean | null
/** A row of an `items` field; `id` is stable for the life of the record. */
export type Row = { id: string } & { [column: string]: Cell }
export type Ballot = { all: number; present: number; issued: number; collected: number; valid: number } & { [option: string]: number }
/** A vote over a list: each candidate's votes and what became of it. */
export type PollRow = { id: string; for: number; outcome: 'elected' | 'tied' | 'lost' }
export type Poll = { all: number; present: number; issued: number; collected: number; valid: number; rows: PollRow[] }
export type Value = Cell | string[] | Row[] | Ballot | Poll
export type Data = { [field: string]: Value }

/** Who did something, as it stands in events for ever. */
export type Actor = {
  id: string
  name: string
  office: { kind: OfficeKind | 'system'; id: string }
  /** With a link of a mail. */
  via?: 'mail'
}

/** A file linked to a record: metadata only, the bytes lie in the bucket. */
export type FileLink = { id: string; name: string; type: string; size: number }

/** One item on a ledger. `township` is null for the county's own. Version 1 is its creation; each event adds one, so `seq` of the last event = version. */
export type LedgerRecord = {
  id: string
  ledger: string
  number?: string
  township: string | null
  parent?: { ledger: string; id: string }
  state: string
  version: number
  year: number
  term?: number
  session?: number
  createdAt: string
  updatedAt: string
  createdBy: Actor
  data: Data
  duties: Duty[]
  /** The day of its last step (creation, transition), which no later one precedes; absent where an earlier release wrote it. */
  on?: string
  /** The day on which it began, which may lie before it was entered. */
  began?: string
  /** Last person and day of each transition: for four-eyes rules and the road of the record page. */
  took: { [transition: string]: { person: string; on: string } }
  /** Day on which a field that the report counts was last set. */
  setOn?: { [field: string]: string }
  /** What of it may stand on no other record of its ledger (`once`), in one text; absent while it claims nothing. */
  once?: string
  /** Hash of the last event. */
  head: string
  /** By which its events commit to their values. Never told; absent until the first event of form 2. */
  secret?: string
  /** Tokens that may read it (rule 19), recomputed on each write. */
  readers: string[]
  /** Townships that gave it away and go on: they read it no more. */
  left?: string[]
  deleted?: true
  /** Deleted with the import that made it, which was taken back: it comes back by no other way than a new import, as another record. */
  withdrawn?: true
  /** Its creation was taken back; where it bears a number it stays to be seen, as void. */
  undone?: true
}
