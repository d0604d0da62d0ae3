import { same } from '../canonical.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Duty } from '../duty.ts'
import { refresh } from '../engine/computed.ts'
import { kept } from '../engine/kept.ts'
import { compact, type Moved, moved } from '../engine/moved.ts'
import { type Owed, owing, voidOutside } from '../engine/owed.ts'
import { hiddenFields, without } from '../engine/readers.ts'
import { sameHolder } from '../engine/seats.ts'
import type { Data, LedgerRecord, Value } from '../record.ts'
import type { Scope } from '../scope.ts'
import type { World } from '../world.ts'
import { arrivalFaults, type Faults, standIn } from './arrival.ts'
import { closedFaults } from './closed.ts'
import { type ImportDuty, type Landed, landedDuties, landing, toldOn } from './landing.ts'

/**
 * What a row changes of a record that the county has: null when nothing. A blank cell says nothing and changes nothing. When the row's facts would
 * land the record elsewhere than its present facts do, it moves there; duties follow the days and offices that changed. What is hidden from the scope is
 * neither written nor compared.
 */
export function update(ledger: Ledger, record: LedgerRecord, said: Data, scope: Scope, today: string, world: World): Moved | Faults | null {
  const seen = without(said, hiddenFields(ledger, record, scope, world))
  const data = compact(refresh(ledger, compact({ ...record.data, ...differing(ledger, record.data, seen) })))
  if (same(data, record.data)) return null
  const cancelled = ledger.states[record.state]?.phase === 'void'
  const landed = landing(ledger, data, today)
  const before = landing(ledger, record.data, today)
  // What is over by its word, or by what was done here, is not begun anew by a fact that its register lacked.
  const over = before !== record.state && ledger.states[record.state]?.phase === 'done' && ledger.states[landed]?.phase !== 'done'
  const state = cancelled || over || landed === before ? record.state : landed
  const next: LedgerRecord = { ...record, data, state }
  const owed = cancelled ? owing(record.duties) : settled(ledger, record, next, world)
  const faults = [...arrivalFaults(ledger, next, world), ...closedFaults(ledger, record, { ...next, duties: owed.duties }, world)]
  if (faults.length) return { faults }
  return moved({ ledger, scope, today, world }, record, next, owed, {
    transition: 'import',
    counted: toldOn(ledger, data, today),
    parent: 'unread',
  })
}

/** The fields that a row would change: whose cells say something else than what stands there. */
export function differing(ledger: Ledger, present: Data, said: Data): Data {
  const stands = (key: string, value: Value): boolean => {
    const field = ledger.fields[key]
    return field !== undefined && same(kept(field, present[key]), value)
  }
  const rule = ledger.import?.titled
  const [source, old] = [rule && said[rule.from], rule && present[rule.from]]
  // A title that only stands in for a missing one goes with the words that it stands for.
  const follows =
    rule && said[rule.field] === undefined && typeof source === 'string' && typeof old === 'string' && present[rule.field] === standIn(old)
  const all: [string, Value][] = follows ? [...Object.entries(said), [rule.field, standIn(source)]] : Object.entries(said)
  return Object.fromEntries(all.filter(([key, value]) => !stands(key, value)))
}

function settled(ledger: Ledger, before: LedgerRecord, after: LedgerRecord, world: World): Owed {
  const rules = (ledger.import?.duties ?? []).filter((rule) => touched(ledger, rule, before, after))
  const facts = rules.reduce((owed, rule) => follow(owed, rule.duty, landedDuties(ledger, rule, after, world)), owing(before.duties))
  return voidOutside(facts, ledger, after.state)
}

/** True when the row changed a day or an office on which the duty rests, or the state in which it lives. */
function touched(ledger: Ledger, rule: ImportDuty, before: LedgerRecord, after: LedgerRecord): boolean {
  const holders = (ledger.duties[rule.duty]?.holder ?? []).filter((word) => word.startsWith('@'))
  const refs = [rule.opened, rule.due, rule.done, ...holders].flatMap((ref) => ref?.slice(1) ?? [])
  return before.state !== after.state || refs.some((ref) => !same(before.data[ref], after.data[ref]))
}

/** Brings the instances of one duty to what the row says: changed, opened, or void where the row knows none. */
function follow(owed: Owed, key: string, wanted: Landed[]): Owed {
  const mine = owed.duties.filter((duty) => duty.key === key && duty.state !== 'void')
  let next = owed
  for (const duty of mine.filter((each) => !wanted.some((want) => sameHolder(want.holder, each.holder)))) {
    next = { ...next, duties: replaced(next.duties, { ...duty, state: 'void' }), voided: [...next.voided, duty.id] }
  }
  for (const want of wanted) {
    const present = mine.findLast((duty) => sameHolder(duty.holder, want.holder))
    next = present ? changed(next, present, want) : opened(next, want)
  }
  return next
}

function changed(owed: Owed, present: Duty, want: Landed): Owed {
  const { doneOn: _, pausedOn: __, ...rest } = present
  // A day moved by decision stays until the register itself names another.
  const kept =
    present.why.extensions.length > 0 && same(want.why.anchor ?? null, present.why.anchor ?? null)
      ? { dueOn: present.dueOn, why: present.why }
      : { dueOn: want.dueOn, why: want.why }
  const duty: Duty = { ...rest, ...want, ...kept, id: present.id }
  return {
    ...owed,
    duties: replaced(owed.duties, duty),
    discharged: duty.state === 'done' && present.state !== 'done' ? [...owed.discharged, duty.id] : owed.discharged,
    moved: duty.dueOn === present.dueOn ? owed.moved : [...owed.moved, { id: duty.id, from: present.dueOn, to: duty.dueOn }],
  }
}

function opened(owed: Owed, want: Landed): Owed {
  const duty: Duty = { ...want, id: `d${owed.duties.length + 1}` }
  return {
    ...owed,
    duties: [...owed.duties, duty],
    opened: [...owed.opened, duty],
    discharged: duty.state === 'done' ? [...owed.discharged, duty.id] : owed.discharged,
  }
}

function replaced(duties: Duty[], by: Duty): Duty[] {
  return duties.map((duty) => (duty.id === by.id ? by : duty))
}
