import { same } from '../canonical.ts'
import type { Ledger } from '../definition/ledger.ts'
import { create } from '../engine/creation.ts'
import { edit } from '../engine/edit.ts'
import type { Moved } from '../engine/moved.ts'
import { hiddenFields } from '../engine/readers.ts'
import { editable } from '../engine/rights.ts'
import { type Label, labelled } from '../names.ts'
import type { LedgerRecord } from '../record.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import type { Scope } from '../scope.ts'
import { forRegisters, notToBring, notToChange } from '../words/rows.ts'
import type { World } from '../world.ts'
import { type Arrival, type Faults, withTitle } from './arrival.ts'
import { differing } from './update.ts'

/**
 * A new record out of a row of somebody who brings no history in: what `create` would make of it, where `create` would leave it, with the same refusals
 * at the row's cells. What only others fill in (an answer, an assignment, a satisfaction) is refused with a sentence.
 */
export function createByHand(ledger: Ledger, arrival: Arrival, scope: Scope, today: string, world: World): Moved | Faults {
  const { number, ...born } = arrival
  const made = create(ledger, { ...born, data: withTitle(ledger, arrival.data) }, scope, today, world)
  if (isRefusal(made))
    return faultsOf(made, (field) =>
      scope.office.kind === 'county' ? forRegisters(labelOf(ledger, field)) : notToBring(labelOf(ledger, field)),
    )
  const record = number === undefined ? made.record : { ...made.record, number }
  return imported({ ...made, record, numbers: made.numbers && number === undefined })
}

/**
 * What a row of somebody who is not the county changes of a record: what `edit` would, null when nothing. Cells that say what stands there already change
 * nothing, whoever wrote it; any other cell must be his to edit in the present state. A field hidden from him is refused whatever its cell says.
 */
export function changeByHand(
  ledger: Ledger,
  record: LedgerRecord,
  said: Arrival['data'],
  scope: Scope,
  today: string,
  world: World,
): Moved | Faults | null {
  const hidden = hiddenFields(ledger, record, scope, world)
  const { now } = editable(ledger, record, scope, world)
  const unseen = Object.keys(said).filter((key) => hidden.includes(key))
  const changes = differing(ledger, record.data, Object.fromEntries(Object.entries(said).filter(([key]) => !hidden.includes(key))))
  const barred = Object.keys(changes).filter((key) => !now.includes(key))
  const faults = [
    ...unseen.map((path) => ({ path, message: notToBring(labelOf(ledger, path)) })),
    ...barred.map((path) => ({ path, message: notToChange(labelOf(ledger, path), ledger.states[record.state]?.label) })),
  ]
  if (faults.length) return { faults }
  if (Object.entries(changes).every(([key, value]) => same(record.data[key], value))) return null
  const edited = edit(ledger, record, changes, scope, today, world, { parent: 'unread' })
  return isRefusal(edited)
    ? faultsOf(edited, (field) => notToChange(labelOf(ledger, field), ledger.states[record.state]?.label))
    : imported(edited)
}

const imported = (moved: Moved): Moved => ({ ...moved, event: { ...moved.event, transition: 'import' } })

const labelOf = (ledger: Ledger, field: string): Label => labelled(ledger.fields[field]?.label, field)

/** The faults of a refusal at the cells of the row; a refusal of the whole row stands at its number. */
function faultsOf(refusal: Refusal, unasked: (field: string) => Label): Faults {
  const all = (refusal.faults ?? []).map(({ path, code, message }) => {
    const [, field = path] = path.split('.')
    return { path: field, message: code === 'unasked' ? unasked(field) : message }
  })
  return { faults: all.length > 0 ? all : [{ path: 'number', message: refusal.sentence }] }
}
