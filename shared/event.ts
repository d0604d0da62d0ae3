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
  /** One of the names in `written`, or a transition of the ledger. */
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
  /** What was said and stands nowhere else: event-only fields, and answers that stood in the record before they were given. */
  said: Data
  opened: Pick<Duty, 'id' | 'key' | 'holder' | 'dueOn'>[]
  discharged: string[]
  voided: string[]
  moved: { id: string; from: string | null; to: string | null }[]
  created: { ledger: string; id: string }[]
  prev: string
  hash: string
}

type Written = {
  /** What it did is not taken back by `undo`, and neither is what was done before it. */
  final?: true
  /** Nobody hears of it by what his office owes: `nobody` at all, or he is told in a way of its own. */
  told?: 'nobody' | 'apart'
  /** The name was taken after the first release: a county's ledger may bear it still, and none may come to. */
  later?: true
}

/** Events that no step of a ledger stands for, by the name in the place of its transition: something was written down, and the matter has not moved on. */
const written: Record<string, Written> = {
  create: {},
  edit: {},
  delete: {},
  restore: { final: true },
  import: { final: true, told: 'nobody' },
  undo: { told: 'apart', later: true },
  succession: { final: true, told: 'nobody', later: true },
  calendar: { final: true, told: 'apart', later: true },
  paper: { final: true, told: 'nobody', later: true },
  scan: { final: true, told: 'nobody', later: true },
}

const own = (name: string): Written | undefined => (Object.hasOwn(written, name) ? written[name] : undefined)

/** True when the event is a step of its ledger, and not only something written down. */
export function isStep({ transition }: Pick<LedgerEvent, 'transition'>): boolean {
  return own(transition) === undefined
}

/** True when an event ends the time in which the last act can be taken back. */
export function isFinal({ transition }: Pick<LedgerEvent, 'transition'>): boolean {
  return own(transition)?.final === true
}

/**
 * Whom the mails about an event leave out: everybody (a file brings thousands at once, and so do an office's end and papers), or those who are told in a way of
 * its own.
 */
export function untold({ transition, file }: Pick<LedgerEvent, 'transition' | 'file'>): Written['told'] {
  return file ? 'nobody' : own(transition)?.told
}

/** The names that no transition may bear: from the first release on, and since a `later` one. */
export const takenNames = {
  first: Object.keys(written).filter((name) => !written[name]?.later),
  later: Object.keys(written).filter((name) => written[name]?.later),
}
