import type { Effects, Ledger } from '../definition/ledger.ts'
import { textIn } from '../definition/lines.ts'
import type { LedgerRecord, Row, Value } from '../record.ts'
import type { World } from '../world.ts'
import { holds, type Judged } from './holds.ts'
import type { Creation } from './moved.ts'

type Rule = NonNullable<Effects['creates']>[number]
type Element = { id: string; value: Value | Row; township?: string }

/**
 * The records that a move creates elsewhere (rule 15): one, one per township, or one per element of a list field. Each carries an identity
 * made of parent, transition, ledger and element, so that taking the move again creates nothing twice of what the record keeps: rows, townships, offices.
 * What belongs to its event alone, a single record or a list that is only said, is created each time.
 */
export function creations(record: LedgerRecord, name: string, rules: Rule[], judged: Judged, today: string, world: World): Creation[] {
  return rules
    .filter((rule) => holds(rule.when, judged))
    .flatMap((rule) =>
      elements(rule, judged, world).map((element, at) => ({
        identity: `${record.ledger}/${record.id}/${name}/${rule.ledger}/${element.id}${nth(rules, rule)}${isOfEvent(rule, record) ? `/${record.version}` : ''}`,
        ledger: rule.ledger,
        township: townshipOf(rule, record, element),
        data: Object.fromEntries(
          Object.entries(rule.fill ?? {}).flatMap(([key, fill]) => filled(key, fill, record, judged, element, today)),
        ),
        path: rule.for?.startsWith('@') ? `given.${rule.for.slice(1)}.${at}` : 'given',
        ...(rule.unlessThere ? { unlessThere: true as const } : {}),
      })),
    )
}

/** True for what is made for each record of a list that may be long: it is looked up, and made in as many transactions as it takes. */
export function isSwept(ledger: Ledger, rule: Rule): boolean {
  const field = rule.for?.startsWith('@') ? ledger.fields[rule.for.slice(1)] : undefined
  return field?.kind === 'query' || (field?.kind === 'records' && field.of === undefined)
}

/** Of several single records that one step makes on a ledger, each is its own. */
function nth(rules: Rule[], rule: Rule): string {
  const before = rules.slice(0, rules.indexOf(rule)).filter((other) => other.ledger === rule.ledger && other.for === undefined).length
  return rule.for === undefined && before > 0 ? `.${before}` : ''
}

function isOfEvent(rule: Rule, { data }: LedgerRecord): boolean {
  return rule.for === undefined || (rule.for.startsWith('@') && !Object.hasOwn(data, rule.for.slice(1)))
}

function elements(rule: Rule, judged: Judged, world: World): Element[] {
  if (rule.for === undefined) return [{ id: 'one', value: null }]
  if (rule.for === 'townships') {
    return world.offices.filter((office) => office.kind === 'township' && !office.closed).map(({ id }) => ({ id, value: id, township: id }))
  }
  const list = judged.kin.found?.[rule.for.slice(1)] ?? judged.data[rule.for.slice(1)]
  if (typeof list === 'string' && list !== '') return [{ id: list, value: list }]
  if (!Array.isArray(list)) return []
  return list.map((each) => (typeof each === 'string' ? { id: each, value: each } : { id: each.id, value: each }))
}

function townshipOf(rule: Rule, record: LedgerRecord, element: Element): string | null {
  if (rule.township === 'county') return null
  if (rule.township === 'each') return typeof element.value === 'string' ? element.value : null
  if (rule.township?.startsWith('each.')) return text(column(element, rule.township.slice(5)))
  return element.township ?? record.township
}

type Fill = NonNullable<Rule['fill']>[string]

function filled(key: string, fill: Fill, record: LedgerRecord, judged: Judged, element: Element, today: string): [string, unknown][] {
  const value =
    typeof fill === 'string'
      ? source(fill, record, judged, element, today)
      : 'put' in fill
        ? fill.put
        : 'words' in fill
          ? worded(fill.words, judged)
          : fill.texts.flatMap((ref) => written(judged.data[ref.slice(1)]))
  return value === null || value === undefined ? [] : [[key, value]]
}

function source(fill: string, record: LedgerRecord, judged: Judged, element: Element, today: string): unknown {
  if (fill.startsWith('@')) return judged.data[fill.slice(1)]
  if (fill === 'each') return element.value
  if (fill.startsWith('each.')) return column(element, fill.slice(5))
  if (fill === 'number') return record.number ?? record.id
  if (fill === 'id') return record.id
  if (fill === 'today') return today
  if (fill === 'township') return record.township
  return record.createdBy.name
}

/** Nothing where there is no text to stand among the words. */
function worded(words: string, { data }: Judged): string | null {
  const texts = [...words.matchAll(textIn)].map(([, key = '']) => text(data[key]))
  return texts.includes(null) ? null : words.replace(textIn, () => texts.shift() ?? '')
}

/** A text, or the rows of a list as numbered lines. */
function written(value: Value | undefined): string[] {
  if (!Array.isArray(value)) return typeof value === 'string' && value !== '' ? [value] : []
  const lines = value.map((row) =>
    typeof row === 'string'
      ? row
      : Object.entries(row)
          .flatMap(([key, cell]) => (key === 'id' ? [] : [cell]))
          .join('，'),
  )
  return lines.length > 0 ? [lines.map((line, at) => `${at + 1}. ${line}`).join('\n')] : []
}

function column(element: Element, name: string): unknown {
  return typeof element.value === 'object' && element.value !== null && !Array.isArray(element.value)
    ? (element.value as Row)[name]
    : undefined
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
