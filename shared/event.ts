import type { Duty, OfficeKind } from './duty.ts'
import type { Actor, Data, Value } from './record.ts'

/** What happened to a record. Appended, never changed; `hash` covers everything else in it, `prev` chains it to the event before (store/seal.ts). */
export type LedgerEvent = {
  /** What `hash` is taken over: 1 the values themselves, as earlier releases did; 2 commitments to them, which tell nothing of what is hidden. */
  form: 1 | 2
  /** The first of form 2 on a record that began in form 1. */
  bridge?: true
  seq: number
  at: string
  /** The day it happened, Asia/Shanghai. */
  on: string
  /** The day on which it was entered, where that is a later one; `at` is the instant. */
  entered?: string
  by: Actor
  /** The office on whose behalf. */
  for?: string
  /** `create`, `edit`, `delete`, `restore`, `import`, `undo`, `succession`, `calendar`, `paper`, `scan`, or a transition of the ledger. */
  transition: string
  branch?: number
  /** Why it was entered so late, or taken back. */
  reason?: string
  /** An office that ended, and who took its place (`succession`); with `part` it stays open, and this item went to another. */
  handed?: { kind: OfficeKind; from: string; to: string; part?: true }
  /** An `undo` takes back every event from this seq on that stood until then. */
  undoes?: number
  /** What made the system act: the record and seq of another event. */
  cause?: { ledger: string; id: string; seq: number }
  /** A paper that was sent out: by which rule, under which number, and the hash of its file (`paper`). */
  paper?: { key: string; word: string; year: number; no: number; edition: number; hash: string }
  /** The file of an import that it came from, or that was taken back. */
  file?: { import: string; name: string }
  from: string | null
  to: string
  changes: { [field: string]: { old: Value; new: Value } }
  /** Event-only fields: what was said and stands nowhere else. */
  said: Data
  opened: Pick<Duty, 'id' | 'key' | 'holder' | 'dueOn'>[]
  discharged: string[]
  voided: string[]
  moved: { id: string; from: string | null; to: string | null }[]
  created: { ledger: string; id: string }[]
  prev: string
  hash: string
}
