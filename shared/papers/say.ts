import { daysBetween } from '../deadline/calendar.ts'
import type { Column, Field } from '../definition/field.ts'
import { partsOf, type Slot } from '../definition/slots.ts'
import type { Duty } from '../duty.ts'
import { hiddenFields } from '../engine/readers.ts'
import { heading, namingField } from '../heading.ts'
import type { LedgerRecord, Row, Value } from '../record.ts'
import { sittingName } from '../sitting.ts'
import { periodOf } from './period.ts'
import { yearOf } from './sections.ts'
import type { Source } from './source.ts'
import { committeeOf, dayOf, officeOf, placeOf, written } from './written.ts'

/** Where there is nothing to say and somebody is to write. */
const LINE = '＿＿＿＿'

/**
 * A sentence with its slots filled in; null when one of them has nothing to say and is no place to write. `how`: it is the title of a paper; the `heading` of
 * this one cannot be left out, and all of its slots are places to write.
 */
export function said(text: string, source: Source, how?: 'title' | 'heading'): string | null {
  const parts = partsOf(text).map((part) => {
    if (typeof part === 'string') return part
    if (part === null) return ''
    return slotText(part, source, how !== undefined) || (part.open || how === 'heading' ? LINE : null)
  })
  return parts.includes(null) ? null : joined(parts as string[], how !== undefined)
}

/**
 * Texts and slots by turns. What is called 关于…的报告 stands in another 关于 as what it is about, without 《》: 关于…报告的审议意见. `title`: so it does in a title
 * wherever 关于 stands before it, or where the title goes on with it; in a sentence only right behind 关于.
 */
function joined(parts: string[], title: boolean): string {
  const [first = '', ...rest] = parts
  let text = first
  for (let at = 0; at < rest.length; at += 2) {
    const [filled = '', given = ''] = rest.slice(at)
    const slot = withoutLead(filled, parts[at] === '的' ? [parts[at - 2]] : [parts[at]])
    // What is called a decision is decided as one: 关于…的决定, not 关于…决定的决议.
    const next = given.replace(/^的(决议|决定)/, `的${/的(决议|决定)$/.exec(slot)?.[1] ?? '$1'}`)
    // What somebody called by its kind alone stands so too: 关于预算执行情况报告的审议意见.
    if (text.endsWith('关于') && next.startsWith('的') && slot && !slot.startsWith('关于')) {
      text += about(`关于${slot}`, next) + next
      continue
    }
    const stands = title ? text.includes('关于') || /^[^》”]/.test(next) : text.endsWith('关于')
    if (!stands || !slot.startsWith('关于')) {
      // What people wrote ends as a sentence does, and the paper ends it itself.
      text += (/^[，。；、]/.test(next) ? once(slot, next).replace(/[，。；、]+$/, '') : once(slot, next)) + behind(slot, next)
      continue
    }
    const marked = /[《“]$/.test(text) && /^[》”]/.test(next)
    const after = marked ? next.slice(1) : next
    text = `${marked ? text.slice(0, -1) : text}${about(slot, after)}${after}`
  }
  return text
}

/** What stands in a slot, without the word that leads to it: 免去张三的 before 免去县审计局局长. */
function withoutLead(slot: string, before: (string | undefined)[]): string {
  const word = before.find((each) => each && /^(?!关于)\p{Script=Han}{2,4}$/u.test(each) && slot.startsWith(each))
  return word === undefined || slot === word ? slot : slot.slice(word.length)
}

/** What 关于…的报告 is about, as it stands in a longer title. */
function about(title: string, after: string): string {
  const shown = once(title, after)
  if (shown !== title) return shown.slice(2).replace(/的$/, '')
  const [, matter, kind] = /^关于(.+)的([^的《》“”]{2,6})$/.exec(title) ?? []
  return matter === undefined ? title.slice(2) : `${matter}${kind}`
}

/** What stands in a slot, without the word with which the text goes on: 修路的请示 before 的请示. */
function once(slot: string, after: string): string {
  const of = after.startsWith('的') ? 1 : 0
  for (let end = of + 6; end > of + 1; end--) {
    const word = after.slice(of, end)
    const rest = slot.slice(0, -word.length)
    if (/^\p{Script=Han}{2,}$/u.test(word) && slot.endsWith(word) && !/^(关于)?的?$/.test(rest)) return of ? rest.replace(/的$/, '') : rest
  }
  return slot
}

/** How a text goes on behind a title in marks, without the word with which that ends: 《修路的议案》 and no 议案 behind it. */
function behind(slot: string, next: string): string {
  if (!/^[》”]/.test(next)) return next
  for (let end = 7; end > 2; end--) {
    const word = next.slice(1, end)
    if (/^\p{Script=Han}{2,}$/u.test(word) && slot.endsWith(word)) return `${next[0]}${next.slice(end)}`
  }
  return next
}

/** The value of a field as the paper says it, or of the one before it that it took the place of; of what is said only in events, the last. Empty for what the maker may not see. */
export function fieldText(source: Source, record: LedgerRecord, key: string): string {
  const [before] = Object.entries(source.ledger.fields).find(([, { retired }]) => retired === key) ?? []
  return ownText(source, record, key) || (before === undefined ? '' : ownText(source, record, before))
}

function ownText(source: Source, record: LedgerRecord, key: string): string {
  const { ledger, names, scope, world } = source
  const field = ledger.fields[key]
  if (!field || hiddenFields(ledger, record, scope, world).includes(key)) return ''
  const value: Value | undefined =
    field.only === 'event' ? source.events.findLast((event) => event.said[key] !== undefined)?.said[key] : record.data[key]
  return written(field, ledger.fields, value, names)
}

function slotText(slot: Slot, source: Source, title: boolean): string {
  const { records, world, today, no, addressee = '' } = source
  const [record] = records
  switch (slot.of) {
    case 'today':
      return dayOf(today)
    case 'office':
      return source.office
    case 'county':
      return source.county
    case 'congress':
      return committeeOf(source.county)
    case 'committee':
      return committeeOf(source.county)
        .replace(/人大(?=常委会$)/, '人民代表大会')
        .replace(/常委会$/, '常务委员会')
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
    case 'kind':
      return source.ledger.label.zh
    case 'called':
      return calledAs(record, source, title)
    case 'township':
      return placeOf(source, record)
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
    case 'besides':
      return besides(source, record, slot.key).join('、')
    case 'organ':
      return organsIn(source, record, slot.key).join('、')
    case 'under': {
      const organs = organsIn(source, record, slot.key)
      return [...new Set([...officesIn(source, record, slot.key), ...besides(source, record, slot.key)])]
        .filter((name) => !organs.includes(name))
        .join('、')
    }
    case 'due':
      return dutyDay(record, [slot.key])
    case 'ahead':
    case 'late': {
      // Who has done it is neither asked to nor late.
      const day = soonestOf(meantBy(record, [slot.key]).filter(({ state }) => state !== 'done'))
      if (day === undefined) return ''
      const passed = daysBetween(day, today)
      if (slot.of === 'ahead') return passed > 0 ? '' : dayOf(day)
      return passed > 0 ? String(passed) : ''
    }
    case 'holder':
      return [...new Set(meantBy(record, [slot.key]).flatMap(({ holder }) => officeOf(world.offices, holder.kind, holder.id) ?? []))].join(
        '、',
      )
    default:
      return ''
  }
}

/** An item as a sentence tells of it, behind what it is a part of: 审议意见审议2026-02《…》的督办步骤“交办”. */
function calledAs(record: LedgerRecord, { ledger, ledgers, kin: { parent } }: Source, title: boolean): string {
  const name = heading(ledger, record)
  const { number = '' } = record
  const naming = namingField(ledger)
  if (naming !== undefined && ledger.fields[naming]?.kind !== 'text')
    return number === '' || number === name ? name : `${name}（${number}）`
  const marks = ledger.spoken?.title ? '《〈〉》' : '“‘’”'
  const [open = '', inside = '', within = '', end = ''] = marks
  const kind = ledger.label.zh
  const [word = ''] = /^\D*/.exec(number) ?? []
  const before = title && name !== number ? kind : `${kind.includes(word) ? kind.replace(word, '') : kind}${number}`
  const own = `${before}${name === number ? '' : `${open}${name.replaceAll(open, inside).replaceAll(end, within)}${end}`}`
  const above = ledger.part && parent ? ledgers.get(parent.ledger) : undefined
  if (!above || !parent || name.includes(heading(above, parent))) return own
  return `${calledAs(parent, { ledger: above, ledgers, kin: {} } as Source, title)}的${own}`
}

/** The offices that a record names besides those in a field, in its lists too, as far as everybody may see it. */
function besides({ ledger, world }: Source, { data }: LedgerRecord, key: string): string[] {
  const named = (columns: Record<string, Field | Column>, row: Row | LedgerRecord['data']): string[] =>
    Object.entries(columns).flatMap(([name, column]) => {
      const value = row[name]
      if (column.kind === 'items')
        return ('seenBy' in column && column.seenBy) || !Array.isArray(value)
          ? []
          : (value as Row[]).flatMap((each) => named(column.columns, each))
      if (('seenBy' in column && column.seenBy) || (column.kind !== 'office' && column.kind !== 'offices')) return []
      return [value ?? []].flat().flatMap((id) => officeOf(world.offices, column.of, String(id)) ?? [])
    })
  const field = ledger.fields[key]
  const own = field ? named({ [key]: field }, data) : []
  return [...new Set(named(ledger.fields, data))].filter((name) => !own.includes(name))
}

/** The offices that stand in a field, as far as the maker may see it. */
const officesIn = (source: Source, record: LedgerRecord, key: string): string[] =>
  fieldText(source, record, key).split('、').filter(Boolean)

/** Those who answer to the congress for the offices in a field: courts, procuratorates and commissions of supervision themselves, for all others the government. */
function organsIn(source: Source, record: LedgerRecord, key: string): string[] {
  const government = `${source.county.replace(/人(大|民代表大会).*$/, '')}人民政府`
  return [...new Set(officesIn(source, record, key).map((name) => (/法院|检察院|监察委|监委/.test(name) ? name : government)))]
}

/** The day of the duties of these names that are owed, else of the last that was done; empty when it has none. */
export function dutyDay(record: LedgerRecord, keys: string[]): string {
  const day = soonestOf(meantBy(record, keys))
  return day === undefined ? '' : dayOf(day)
}

/** The duties of those names that are not done, else the last that was. */
function meantBy({ duties }: LedgerRecord, keys: string[]): Duty[] {
  const own = duties.filter((duty) => keys.includes(duty.key) && duty.state !== 'void')
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
