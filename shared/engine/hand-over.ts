import type { Ledger } from '../definition/ledger.ts'
import type { Duty, Holder, OfficeKind } from '../duty.ts'
import type { Data, LedgerRecord, Row, Value } from '../record.ts'
import type { Scope } from '../scope.ts'
import type { World } from '../world.ts'
import { heldApart } from './apart.ts'
import { voidApart } from './hand.ts'
import { compact, type Moved, moved } from './moved.ts'
import { live, type Owed, owing } from './owed.ts'
import { sameHolder } from './seats.ts'

/** An office that ends, and who takes its place; or that gives a part of its work away and stays (`part`). Both of one kind. */
export type Succession = { kind: OfficeKind; from: string; to: string; part?: true; reason?: string }

/** True while something can still happen to the record by its own rules: what is over keeps the names of its time. */
function isUnfinished(ledger: Ledger, { state, deleted }: LedgerRecord): boolean {
  const phase = ledger.states[state]?.phase
  return !deleted && phase !== 'done' && phase !== 'void'
}

/**
 * Hands a record over from an office that ends, or gives it away, to its successor, with an event: open duties as they stand, their days and what is known of
 * them with them;
 * of what is unfinished also the fields that name the office, and the township that it belongs to. Null where there is nothing to hand over.
 */
export function handOver(
  ledger: Ledger,
  record: LedgerRecord,
  { kind, from, to, part, reason }: Succession,
  scope: Scope,
  today: string,
  world: World,
  parent?: LedgerRecord | 'unread',
): Moved | null {
  const open = isUnfinished(ledger, record)
  const data = open ? compact(renamed(ledger, record.data, kind, from, to)) : record.data
  const moves = open && kind === 'township' && record.township === from
  const after: LedgerRecord = {
    ...record,
    township: moves ? to : record.township,
    ...(moves && part ? { left: [...(record.left ?? []).filter((id) => id !== to), from] } : {}),
    data: heldApart(ledger, data),
  }
  const owed = voidApart(ledger, passed(owing(record.duties), kind, from, to), data, after.data)
  const named = Object.keys(after.data).some((key) => after.data[key] !== record.data[key])
  if (owed.opened.length + owed.voided.length === 0 && after.township === record.township && !named) return null
  return moved({ ledger, scope, today, world }, record, after, owed, {
    transition: 'succession',
    parent,
    handed: { kind, from, to, ...(part ? { part } : {}) },
    ...(reason ? { reason } : {}),
  })
}

function passed(owed: Owed, kind: OfficeKind, from: string, to: string): Owed {
  return owed.duties.reduce((next, duty) => passOne(next, duty, { kind, from, to }), owed)
}

/** The successor's instance in the place of the old one, unless he has one of the same already. */
function passOne(owed: Owed, duty: Duty, { kind, from, to }: Succession): Owed {
  const mine = (holder: Holder | undefined) => holder?.kind === kind && holder.id === from
  if (!live(duty) || !(mine(duty.holder) || mine(duty.asker))) return owed
  const { asker, ...rest } = duty
  const heir = (holder: Holder): Holder => (mine(holder) ? { ...holder, id: to } : holder)
  const duties = owed.duties.map((each) => (each === duty ? { ...duty, state: 'void' as const } : each))
  const voided = [...owed.voided, duty.id]
  const same = (each: Duty) => each !== duty && live(each) && each.key === duty.key && sameHolder(each.holder, heir(duty.holder))
  if (mine(duty.holder) && owed.duties.some(same)) return { ...owed, duties, voided }
  const taken: Duty = { ...rest, id: `d${duties.length + 1}`, holder: heir(duty.holder), ...(asker ? { asker: heir(asker) } : {}) }
  return { ...owed, duties: [...duties, taken], voided, opened: [...owed.opened, taken] }
}

function renamed({ fields }: Ledger, data: Data, kind: OfficeKind, from: string, to: string): Data {
  const heir = <V>(value: V): V | string => (value === from ? to : value)
  return Object.fromEntries(
    Object.entries(data).map(([key, value]): [string, Value] => {
      const field = fields[key]
      if (field?.kind === 'office' && field.of === kind) return [key, heir(value) as Value]
      if (field?.kind === 'offices' && field.of === kind && holds(value, from)) return [key, [...new Set((value as string[]).map(heir))]]
      if (field?.kind !== 'items') return [key, value]
      const columns = Object.entries(field.columns).flatMap(([name, column]) =>
        column.kind === 'office' && column.of === kind ? [name] : [],
      )
      const rows = value as Row[]
      if (!rows.some((row) => columns.some((name) => row[name] === from))) return [key, value]
      return [key, rows.map((row) => ({ ...row, ...Object.fromEntries(columns.map((name) => [name, heir(row[name] ?? null)])) }))]
    }),
  )
}

const holds = (value: Value, id: string): boolean => Array.isArray(value) && (value as unknown[]).includes(id)
