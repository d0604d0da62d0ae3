import type { Ledger } from '../definition/ledger.ts'
import { closedOffice } from '../engine/values.ts'
import type { Label } from '../names.ts'
import type { LedgerRecord, Value } from '../record.ts'
import { headerWords } from '../words/sheets.ts'
import type { World } from '../world.ts'

type Named = { path: string; kind: string; id: string; label: Label }

/**
 * Closed offices that a row newly names, or under which it newly opens a duty, with the sentence of the form: nobody would do what the item still asks.
 * An item of which nothing is owed any more (done or void, or every duty that the row tells of done) may name whoever did it then. `before` is what stood
 * there, absent when the record is new.
 */
export function closedFaults(
  ledger: Ledger,
  before: LedgerRecord | undefined,
  after: LedgerRecord,
  world: World,
): { path: string; message: Label }[] {
  if (isOver(ledger, after)) return []
  const stood = before ? named(ledger, before) : []
  const owing = (record: LedgerRecord | undefined) =>
    (record?.duties ?? []).filter(isLive).map(({ key, holder }) => `${key} ${holder.kind} ${holder.id}`)
  const fresh = owing(after).filter((duty) => !owing(before).includes(duty))
  return named(ledger, after).flatMap(({ path, kind, id, label }) => {
    const office = world.offices.find((each) => each.kind === kind && each.id === id)
    const isNew = !stood.some((each) => each.path === path && each.id === id) || fresh.some((duty) => duty.endsWith(` ${kind} ${id}`))
    return office?.closed && isNew ? [{ path, message: closedOffice(label, office, world) }] : []
  })
}

function isOver(ledger: Ledger, { state, duties }: LedgerRecord): boolean {
  const phase = ledger.states[state]?.phase
  const told = duties.filter((duty) => duty.state !== 'void')
  return phase === 'done' || phase === 'void' || (told.length > 0 && !told.some(isLive))
}

const isLive = ({ state }: LedgerRecord['duties'][number]): boolean => state === 'open' || state === 'paused'

function named(ledger: Ledger, { township, data }: LedgerRecord): Named[] {
  const own = township === null ? [] : [{ path: 'township', kind: 'township', id: township, label: headerWords.township }]
  const others = Object.entries(ledger.fields).flatMap(([path, field]): Named[] =>
    field.kind === 'office' || field.kind === 'offices'
      ? ids(data[path]).map((id) => ({ path, kind: field.of, id, label: field.label }))
      : [],
  )
  return [...own, ...others]
}

function ids(value: Value | undefined): string[] {
  return [value].flat().filter((each) => typeof each === 'string')
}
