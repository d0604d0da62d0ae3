import type { Ledger } from '../definition/ledger.ts'
import { boundFaults } from '../engine/bounds.ts'
import { creatable } from '../engine/creation.ts'
import { kept } from '../engine/kept.ts'
import { blankRecord, type Moved } from '../engine/moved.ts'
import { hiddenFields } from '../engine/readers.ts'
import { yetToCome } from '../engine/values.ts'
import { isDay, type Label, labelled } from '../names.ts'
import type { Data, LedgerRecord, Value } from '../record.ts'
import { bringsHistory, type Scope } from '../scope.ts'
import { blank, cannotMove, changedSince, isDeleted, notYours, otherNumber } from '../words/rows.ts'
import type { World } from '../world.ts'
import { arrive, type Faults } from './arrival.ts'
import { changeByHand, createByHand } from './by-hand.ts'
import { overtaken } from './merge.ts'
import type { ImportRow } from './read-rows.ts'
import { update } from './update.ts'

/** What stands where a row wants to stand: the record, or that it is out of the caller's sight. */
export type Standing = { record: LedgerRecord } | { hidden: true } | undefined
export type Outcome = { before?: LedgerRecord; moved: Moved } | Faults | null

/**
 * What one row does to what stands there: nothing (null), a change, a new record, or its faults. The county's desk for registers brings everything, in every state;
 * anybody else what he could do by hand. Fields hidden from the caller are neither written nor compared.
 */
export function judge(ledger: Ledger, row: ImportRow, present: Standing, scope: Scope, today: string, world: World): Outcome {
  const number = row.number ?? row.id ?? ''
  const byCounty = bringsHistory(scope)
  const fault = (path: string, message: Label): Outcome => ({ faults: [{ path, message }] })
  const said = keptData(ledger, row.data)
  const wrong = (outcome: Outcome, before: Data): Outcome => (byCounty ? withBounds(ledger, outcome, before) : outcome)
  const ahead = byCounty ? factsAhead(ledger, said, present && 'record' in present ? present.record.data : {}, today) : []
  if (!present) {
    const moved = (byCounty ? arrive : createByHand)(ledger, { ...row, id: row.id ?? '', data: said }, scope, today, world)
    return wrong(withFaults('faults' in moved ? moved : { moved }, ahead), {})
  }
  if ('hidden' in present) return fault('number', notYours(number))
  const { record } = present
  if (record.deleted) return fault('number', isDeleted(number))
  if (row.township !== undefined && row.led === undefined && row.township !== record.township) return fault('township', cannotMove(number))
  if (!byCounty && row.number !== undefined && row.number !== record.number) return fault('number', otherNumber(number))
  const late = overtaken(ledger, said, row.stood ?? {}, record.data)
  if (late.length) return { faults: late.map((path) => ({ path, message: changedSince(labelled(ledger.fields[path]?.label, path)) })) }
  const moved = (byCounty ? update : changeByHand)(ledger, record, said, scope, today, world)
  return wrong(withFaults(moved === null || 'faults' in moved ? moved : { before: record, moved }, ahead), record.data)
}

/** Facts that a row newly tells of days that are yet to come. What a form would refuse, `create` and `edit` refuse for everybody else. */
function factsAhead(ledger: Ledger, said: Data, before: Data, today: string): Faults['faults'] {
  return Object.entries(said).flatMap(([key, value]) => {
    const field = ledger.fields[key]
    const ahead = field?.kind === 'date' && field.past && isDay(value) && value > today && value !== before[key]
    return ahead ? [yetToCome(field.label, key, today)] : []
  })
}

/** What the row brings must keep the ledger's bounds, and take away nothing that a record must have. What comes by hand is judged by `create` and `edit`. */
function withBounds(ledger: Ledger, outcome: Outcome, before: Data): Outcome {
  if (outcome === null || 'faults' in outcome) return outcome
  const after = outcome.moved.record.data
  const bounds = boundFaults(ledger, before, after, 'data').map(({ path, message }) => ({ path: path.slice(5), message }))
  const faults = [...emptied(ledger, before, after), ...bounds]
  return faults.length > 0 ? { faults } : outcome
}

/** Fields that a record must have, and had until now: an old register may lack them from the beginning. */
function emptied({ fields }: Ledger, before: Data, after: Data): Faults['faults'] {
  return Object.entries(fields).flatMap(([path, { required, only, label }]) =>
    required && !only && isTold(before[path]) && !isTold(after[path]) ? [{ path, message: blank(label) }] : [],
  )
}

const isTold = (value: Value | undefined): boolean => value !== undefined && value !== null && value !== '' && [value].flat().length > 0

function withFaults(outcome: Outcome, more: Faults['faults']): Outcome {
  if (more.length === 0) return outcome
  return { faults: [...(outcome && 'faults' in outcome ? outcome.faults : []), ...more] }
}

/** The fields of a row that the caller does not see on what stands there, so that an import by the county leaves them as they are. */
export function unseen(ledger: Ledger, row: ImportRow, present: Standing, scope: Scope, world: World): string[] {
  if (!present || 'hidden' in present || !bringsHistory(scope)) return []
  return hiddenFields(ledger, present.record, scope, world).filter((key) => Object.hasOwn(row.data, key))
}

/** The fields that a new row of this caller may fill. */
export function broughtBy(ledger: Ledger, scope: Scope, today: string, world: World): string[] {
  if (bringsHistory(scope)) return Object.keys(ledger.fields)
  const township = scope.office.kind === 'township' ? scope.office.id : null
  const known = { id: '', township, state: ledger.initial, year: 0, data: {} }
  return creatable(ledger, blankRecord({ ledger, scope, today, world }, today, known), scope, world)
}

/** The fields that he would not see on the new record that a row makes: by these nothing that stands there is found. */
export function unseenOfNew(ledger: Ledger, row: ImportRow, scope: Scope, today: string, world: World): string[] {
  const known = { id: '', township: row.township ?? null, state: ledger.initial, year: 0, data: row.data }
  return hiddenFields(ledger, blankRecord({ ledger, scope, today, world }, today, known), scope, world)
}

function keptData(ledger: Ledger, data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const field = ledger.fields[key]
      return field ? [[key, kept(field, value)]] : []
    }),
  )
}
