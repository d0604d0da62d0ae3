import { namingField } from '../../heading.ts'
import { headers } from '../../names.ts'
import type { Due } from '../due.ts'
import type { Field } from '../field.ts'
import type { Ledger } from '../ledger.ts'
import type { Access } from '../who.ts'
import { conditions, namesOne, type Say, states, words } from './words.ts'

/** References outside the transitions: the initial state, rights, fields, list, report and import. */
export function others(ledger: Ledger, say: Say): void {
  if (!Object.hasOwn(ledger.states, ledger.initial)) say('initial', 'no such state')
  if (ledger.year && ledger.fields[ledger.year.slice(1)]?.kind !== 'date') say('year', 'not a date field')
  for (const word of ledger.may.create)
    if (!/^(county(:.*)?|any.*)$/.test(word)) say('may.create', `${word} means nothing before there is a record`)
  for (const key of ['read', 'edit'] as const) {
    for (const [at, access] of ledger.may[key].entries()) {
      const path = `may.${key}.${at}`
      const { who, in: inside, fields } = normal(access)
      words(ledger, who, path, say)
      states(ledger, inside ?? [], `${path}.in`, say)
      if (fields && key === 'read') say(`${path}.fields`, 'fields belong to edit')
      for (const field of fields ?? []) if (!Object.hasOwn(ledger.fields, field)) say(`${path}.fields`, `no such field: ${field}`)
    }
  }
  for (const [key, field] of Object.entries(ledger.fields)) {
    for (const ref of [field.from ?? []].flat()) elsewhere(ledger, ref, `fields.${key}.from`, say)
    if (field.from && (field.kind === 'computed' || field.only === 'event'))
      say(`fields.${key}.from`, 'is not stored, so that it takes nothing')
    conditions(ledger, field.shownWhen, `fields.${key}.shownWhen`, say)
    for (const access of field.seenBy ?? []) words(ledger, typeof access === 'string' ? [access] : access.who, `fields.${key}.seenBy`, say)
    if (field.kind === 'poll' && ledger.fields[field.seats.slice(1)]?.kind !== 'number') say(`fields.${key}.seats`, 'not a number field')
    if (field.kind === 'offices' && field.apart) {
      const other = ledger.fields[field.apart.slice(1)]
      if (other?.kind !== 'office' || other.of !== field.of) say(`fields.${key}.apart`, 'names no office of the same kind')
    }
    if (field.kind === 'computed') computed(ledger, key, field, say)
    if (field.kind === 'ballot' && field.of.startsWith('@') && ledger.fields[field.of.slice(1)]?.kind !== 'choice')
      say(`fields.${key}.of`, 'not a choice field')
    if (field.kind === 'ballot' && 'by' in field.over)
      choiceTable(ledger, field.over.by.slice(1), Object.keys(field.over.is), `fields.${key}.over`, say)
  }
  const shown = [
    ...ledger.list.columns,
    ...(ledger.list.filters ?? []),
    ...(ledger.list.search ?? []),
    (ledger.list.sort ?? '-createdAt').replace('-', ''),
  ]
  for (const column of shown)
    if (!Object.hasOwn(ledger.fields, column) && !headers.some((header) => header === column)) say('list', `no such field: ${column}`)
  if (ledger.spoken?.heads) heads(ledger, ledger.spoken.heads, say)
  if (ledger.tells && ledger.fields[ledger.tells]?.kind !== 'text') say('tells', 'not a text field')
  for (const key of ['register', 'whose'] as const) {
    const named = ledger[key]?.replace('@', '')
    const field = named !== undefined && Object.hasOwn(ledger.fields, named) ? ledger.fields[named] : undefined
    if (named !== undefined && (field?.kind !== 'deputies' || field.max !== 1 || !field.required || field.only || field.seenBy))
      say(key, 'not a required field of the record that names one deputy and everybody sees')
  }
  if (ledger.meets) {
    if (ledger.fields[ledger.meets.day.slice(1)]?.kind !== 'date') say('meets.day', 'not a date field')
    states(ledger, ledger.meets.in, 'meets.in', say)
  }
  const report = ledger.report
  if (report?.duty && !Object.hasOwn(ledger.duties, report.duty)) say('report.duty', 'no such duty')
  for (const field of [...(report?.counts ?? []), ...(report?.sums ?? [])])
    if (!Object.hasOwn(ledger.fields, field)) say('report', `no such field: ${field}`)
  for (const by of report?.by ?? []) if (by !== 'township' && !Object.hasOwn(ledger.fields, by)) say('report.by', `no such field: ${by}`)
  for (const [key, rate] of Object.entries(report?.rates ?? {})) {
    conditions(ledger, rate.of, `report.rates.${key}.of`, say)
    conditions(ledger, rate.over, `report.rates.${key}.over`, say)
  }
  for (const [at, land] of (ledger.import?.lands ?? []).entries()) {
    states(ledger, [land.in], `import.lands.${at}.in`, say)
    conditions(ledger, land.when, `import.lands.${at}.when`, say)
  }
  for (const [at, each] of (ledger.import?.duties ?? []).entries()) {
    if (!Object.hasOwn(ledger.duties, each.duty)) say(`import.duties.${at}.duty`, 'no such duty')
    for (const ref of [each.opened, each.due, each.done])
      if (ref && ledger.fields[ref.slice(1)]?.kind !== 'date') say(`import.duties.${at}`, `${ref} is no date field`)
  }
  for (const key of ['field', 'from'] as const)
    if (ledger.import?.titled && ledger.fields[ledger.import.titled[key]]?.kind !== 'text') say(`import.titled.${key}`, 'not a text field')
}

/** A table stands beside a choice: it has a value for each of the options, and for nothing else. */
function choiceTable(ledger: Ledger, key: string, keys: string[], path: string, say: Say): void {
  const field = ledger.fields[key]
  if (field?.kind !== 'choice') {
    say(path, `${key} is no choice field`)
    return
  }
  for (const option of Object.keys(field.options)) if (!keys.includes(option)) say(path, `nothing for option ${option}`)
  for (const option of keys) if (!Object.hasOwn(field.options, option)) say(path, `no such option: ${option}`)
}

/** What stands around a heading is chosen where everybody sees it, as the heading is: a field that some may not see would be told by it. */
function heads(ledger: Ledger, { by, as }: { by: string; as: Record<string, string> }, say: Say): void {
  const naming = namingField(ledger)
  if (naming === undefined || ledger.fields[naming]?.kind !== 'text') say('spoken.heads', 'around no text that names the record')
  const field = ledger.fields[by]
  if (field?.kind !== 'choice' || field.only || field.seenBy) {
    say('spoken.heads.by', `${by} is no choice of the record that everybody sees`)
    return
  }
  for (const option of Object.keys(as)) if (!Object.hasOwn(field.options, option)) say('spoken.heads.as', `no such option: ${option}`)
}

const normal = (access: Access) => (typeof access === 'string' ? { who: [access], in: undefined, fields: undefined } : access)

function computed(ledger: Ledger, key: string, field: Extract<Field, { kind: 'computed' }>, say: Say): void {
  const { value } = field
  const order = Object.keys(ledger.fields)
  const named = [value.as === 'days' ? value.from : value.of, value.as === 'days' ? value.to : value.as === 'rate' ? value.over : undefined]
  for (const name of named.filter((each) => each !== undefined)) {
    const source = ledger.fields[name]
    if (!source) say(`fields.${key}.value`, `no such field: ${name}`)
    else if (source.kind === 'computed' && order.indexOf(name) >= order.indexOf(key))
      say(`fields.${key}.value`, `${name} is computed later`)
  }
  const source = value.as === 'days' ? undefined : ledger.fields[value.of]
  if ((value.as === 'ballot' || value.as === 'share') && source && source.kind !== 'ballot')
    say(`fields.${key}.value.of`, 'not a ballot field')
  if (value.as === 'table') {
    if (value.under) choiceTable(ledger, value.under, Object.keys(value.table), `fields.${key}.value.table`, say)
    for (const entry of Object.values(value.table))
      if ((typeof entry === 'object') !== (value.under !== undefined))
        say(`fields.${key}.value.table`, value.under ? 'one table for each option' : 'one number for each option')
  }
  if (value.as === 'sum' && source?.kind === 'items' && !Object.hasOwn(source.columns, value.column))
    say(`fields.${key}.value.column`, 'no such column')
}

/** A value on another record is reached through the parent, or through a field that names one record. What stands there is for the gate between ledgers. */
export function elsewhere(ledger: Ledger, ref: string, path: string, say: Say): void {
  const [via = ''] = ref.replace('@', '').split('.')
  if (via !== 'parent' && !namesOne(ledger, via)) say(path, `${ref}: ${via} names no single record`)
}

/** A rule for a day names date fields as anchors and number fields as amounts, and counts in one direction. */
export function due(ledger: Ledger, rule: Due, path: string, say: Say): void {
  if ('first' in rule || 'earliest' in rule) {
    const rules = 'first' in rule ? rule.first : rule.earliest
    for (const [at, each] of rules.entries()) due(ledger, each, `${path}.${at}`, say)
    return
  }
  if ('after' in rule && 'before' in rule && rule.after && rule.before) say(path, 'both after and before')
  const anchors = ['on' in rule ? rule.on : undefined, 'after' in rule ? rule.after : undefined, 'before' in rule ? rule.before : undefined]
  for (const ref of anchors) {
    if (!ref) continue
    if (ref.includes('.')) elsewhere(ledger, ref, path, say)
    else if (ledger.fields[ref.slice(1)]?.kind !== 'date') say(path, `${ref} is no date field`)
  }
  const amounts = ['workdays' in rule ? rule.workdays : 0, 'days' in rule ? rule.days : 0, 'months' in rule ? rule.months : 0]
  for (const amount of amounts)
    if (typeof amount === 'string' && ledger.fields[amount.slice(1)]?.kind !== 'number') say(path, `${amount} is no number field`)
}
