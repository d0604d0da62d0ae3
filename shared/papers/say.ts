import { partsOf, type Slot } from '../definition/slots.ts'
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
  return parts.includes(null) ? null : parts.join('')
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
    case 'due':
    case 'holder': {
      const duties = record.duties.filter(({ key, state }) => key === slot.key && state !== 'void')
      const meant =
        duties.filter(({ state }) => state !== 'done').length > 0 ? duties.filter(({ state }) => state !== 'done') : duties.slice(-1)
      if (slot.of === 'due')
        return meant
          .flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]))
          .sort()
          .slice(0, 1)
          .map(dayOf)
          .join('')
      return [...new Set(meant.flatMap(({ holder }) => officeOf(world.offices, holder.kind, holder.id) ?? []))].join('、')
    }
    default:
      return ''
  }
}

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
