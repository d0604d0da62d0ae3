import { daysBetween } from '../deadline/calendar.ts'
import { partsOf, type Slot } from '../definition/slots.ts'
import type { Duty } from '../duty.ts'
import { hiddenFields } from '../engine/readers.ts'
import { heading } from '../heading.ts'
import type { LedgerRecord, Value } from '../record.ts'
import { sittingName } from '../sitting.ts'
import { periodOf } from './period.ts'
import { yearOf } from './sections.ts'
import type { Source } from './source.ts'
import { dayOf, officeOf, written } from './written.ts'

/** Where there is nothing to say and somebody is to write. */
const LINE = '＿＿＿＿'

/** A sentence with its slots filled in; null when one of them has nothing to say and is no place to write. `whole`: it cannot be left out, and all of them are. */
export function said(text: string, source: Source, whole = false): string | null {
  const parts = partsOf(text).map((part) => {
    if (typeof part === 'string') return part
    if (part === null) return ''
    return slotText(part, source) || (part.open || whole ? LINE : null)
  })
  return parts.includes(null) ? null : parts.reduce<string>((before, part) => before + undoubled(before, part ?? ''), '')
}

/** A title begins with 关于 as often as what stands before it ends so. */
function undoubled(before: string, part: string): string {
  return before.endsWith('关于') && part.startsWith('关于') ? part.slice(2) : part
}

/** The value of a field as the paper says it: of what is said only in events, the last. Empty for what the maker may not see. */
export function fieldText(source: Source, record: LedgerRecord, key: string): string {
  const { ledger, names, scope, world } = source
  const field = ledger.fields[key]
  if (!field || hiddenFields(ledger, record, scope, world).includes(key)) return ''
  const value: Value | undefined =
    field.only === 'event' ? source.events.findLast((event) => event.said[key] !== undefined)?.said[key] : record.data[key]
  return written(field, ledger.fields, value, names)
}

function slotText(slot: Slot, source: Source): string {
  const { records, world, today, no, addressee = '' } = source
  const [record] = records
  switch (slot.of) {
    case 'today':
      return dayOf(today)
    case 'office':
      return source.office
    case 'county':
      return source.county
    case 'addressee':
      return addressee
    case 'count':
      return String(records.length)
    case 'no':
      return no === undefined ? '＿＿' : String(no)
    case 'year':
      return String(yearOf(source))
    case 'month':
    case 'quarter':
    case 'half':
    case 'annual':
      return periodOf(slot.of, today)
    default:
      break
  }
  if (!record) return ''
  switch (slot.of) {
    case 'field':
      return fieldText(source, record, slot.key)
    case 'elsewhere':
      return elsewhere(slot.ref, record, source)
    case 'number':
      return record.number ?? ''
    case 'heading':
      return heading(source.ledger, record)
    case 'township':
      return record.township === null ? source.county : (officeOf(world.offices, 'township', record.township) ?? '')
    case 'state':
      return source.ledger.states[record.state]?.label.zh ?? ''
    case 'sitting':
      return record.term === undefined || record.session === undefined
        ? ''
        : sittingName({ term: record.term, session: record.session }, 'zh')
    case 'took': {
      const on = record.took[slot.key]?.on
      return on === undefined ? '' : dayOf(on)
    }
    case 'by': {
      const event = source.events.findLast(({ transition }) => transition === slot.key)
      const { kind, id } = event?.by.office ?? { kind: '', id: '' }
      if (event?.for === undefined) return officeOf(world.offices, kind, id) ?? ''
      return world.offices.find((office) => office.id === event.for)?.name.zh ?? ''
    }
    case 'due': {
      const day = soonestOf(meantBy(record, slot.key))
      return day === undefined ? '' : dayOf(day)
    }
    case 'ahead':
    case 'late': {
      // Who has done it is neither asked to nor late.
      const day = soonestOf(meantBy(record, slot.key).filter(({ state }) => state !== 'done'))
      if (day === undefined) return ''
      const passed = daysBetween(day, today)
      if (slot.of === 'ahead') return passed > 0 ? '' : dayOf(day)
      return passed > 0 ? String(passed) : ''
    }
    case 'holder':
      return [...new Set(meantBy(record, slot.key).flatMap(({ holder }) => officeOf(world.offices, holder.kind, holder.id) ?? []))].join(
        '、',
      )
    default:
      return ''
  }
}

/** The duties of that name that are not done, else the last that was. */
function meantBy({ duties }: LedgerRecord, key: string): Duty[] {
  const own = duties.filter((duty) => duty.key === key && duty.state !== 'void')
  const open = own.filter(({ state }) => state !== 'done')
  return open.length > 0 ? open : own.slice(-1)
}

const soonestOf = (duties: Duty[]): string | undefined => duties.flatMap(({ dueOn }) => dueOn ?? []).sort()[0]

/** A value on the parent, or on the record that a field names. */
function elsewhere(ref: string, record: LedgerRecord, source: Source): string {
  const [via = '', key = ''] = ref.replace('@', '').split('.')
  const id = via === 'parent' ? undefined : [record.data[via]].flat()[0]
  const other = via === 'parent' ? source.kin.parent : source.kin.named.find((each) => each.id === id)
  const ledger = other && source.ledgers.get(other.ledger)
  const hidden = via !== 'parent' && hiddenFields(source.ledger, record, source.scope, source.world).includes(via)
  if (!other || !ledger || hidden) return ''
  return fieldText({ ...source, ledger, events: [] }, other, key)
}
