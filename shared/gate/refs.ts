import type { Condition } from '../condition.ts'
import type { Due } from '../due.ts'
import type { Field } from '../field.ts'
import type { GateFault } from '../gate.ts'
import type { Effects, Ledger } from '../ledger.ts'
import { headers } from '../names.ts'

type Say = (path: string, message: string) => void

/** Every reference to a field, state or duty names one, and one of the right kind. */
export function refFaults(ledger: Ledger): GateFault[] {
  const faults: GateFault[] = []
  const say: Say = (path, message) => void faults.push({ path, message })
  for (const [key, move] of Object.entries(ledger.transitions)) {
    const path = `transitions.${key}`
    states(ledger, move.from, `${path}.from`, say)
    words(ledger, move.by, `${path}.by`, say)
    for (const [at, ask] of (move.asks ?? []).entries()) {
      const field = ledger.fields[ask.replace('?', '')]
      if (!field) say(`${path}.asks.${at}`, 'no such field')
      else if (field.kind === 'computed') say(`${path}.asks.${at}`, 'a computed field cannot be asked')
    }
    if (new Set((move.asks ?? []).map((ask) => ask.replace('?', ''))).size !== (move.asks ?? []).length)
      say(`${path}.asks`, 'a field is asked twice')
    conditions(ledger, move.when, `${path}.when`, say)
    effects(ledger, move, path, say)
    move.branches?.forEach((branch, at) => {
      conditions(ledger, branch.when, `${path}.branches.${at}.when`, say)
      effects(ledger, branch, `${path}.branches.${at}`, say)
    })
    if (move.by.includes('holder') && !move.discharges) say(`${path}.by`, 'holder needs discharges')
    if (move.by.includes('system') && !move.when) say(`${path}.by`, 'system needs when')
    if (move.by.includes('system') && move.asks?.some((ask) => !ask.endsWith('?')))
      say(`${path}.asks`, 'system cannot answer a required question')
    for (const word of ['public', 'parent']) if (move.by.includes(word)) say(`${path}.by`, `${word} cannot act`)
  }
  if (ledger.born) effects(ledger, ledger.born, 'born', say)
  for (const [key, rule] of Object.entries(ledger.duties)) {
    const path = `duties.${key}`
    words(ledger, rule.holder, `${path}.holder`, say)
    for (const word of rule.holder) if (/^(holder|public|system|parent|any)/.test(word)) say(`${path}.holder`, `${word} cannot hold a duty`)
    if (rule.during) states(ledger, rule.during, `${path}.during`, say)
    due(ledger, rule.due, `${path}.due`, say)
    for (const other of rule.heldBy ?? []) if (!Object.hasOwn(ledger.duties, other)) say(`${path}.heldBy`, `no such duty: ${other}`)
  }
  others(ledger, say)
  return faults
}

function others(ledger: Ledger, say: Say): void {
  if (!Object.hasOwn(ledger.states, ledger.initial)) say('initial', 'no such state')
  if (ledger.year && ledger.fields[ledger.year.slice(1)]?.kind !== 'date') say('year', 'not a date field')
  for (const word of ledger.may.create)
    if (!/^(county(:.*)?|any.*)$/.test(word)) say('may.create', `${word} means nothing before there is a record`)
  for (const key of ['read', 'edit'] as const) {
    ledger.may[key].forEach((access, at) => {
      const path = `may.${key}.${at}`
      if (typeof access === 'string') return words(ledger, [access], path, say)
      words(ledger, access.who, path, say)
      if (access.in) states(ledger, access.in, `${path}.in`, say)
      if (access.fields && key === 'read') say(`${path}.fields`, 'fields belong to edit')
      for (const field of access.fields ?? []) if (!Object.hasOwn(ledger.fields, field)) say(`${path}.fields`, `no such field: ${field}`)
    })
  }
  for (const [key, field] of Object.entries(ledger.fields)) {
    conditions(ledger, field.shownWhen, `fields.${key}.shownWhen`, say)
    for (const access of field.seenBy ?? []) words(ledger, typeof access === 'string' ? [access] : access.who, `fields.${key}.seenBy`, say)
    if (field.kind === 'computed') computed(ledger, key, field, say)
    if (field.kind === 'ballot' && field.of.startsWith('@') && ledger.fields[field.of.slice(1)]?.kind !== 'choice')
      say(`fields.${key}.of`, 'not a choice field')
  }
  const shown = [
    ...ledger.list.columns,
    ...(ledger.list.filters ?? []),
    ...(ledger.list.search ?? []),
    (ledger.list.sort ?? '-createdAt').replace('-', ''),
  ]
  for (const column of shown)
    if (!Object.hasOwn(ledger.fields, column) && !headers.some((header) => header === column)) say('list', `no such field: ${column}`)
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

function effects(ledger: Ledger, each: Effects, path: string, say: Say): void {
  if (each.to) {
    states(ledger, [each.to], `${path}.to`, say)
    if (ledger.states[each.to]?.retired) say(`${path}.to`, 'this state is retired')
  }
  for (const [key, set] of Object.entries(each.sets ?? {})) {
    const field = ledger.fields[key]
    if (!field) say(`${path}.sets.${key}`, 'no such field')
    else if (field.kind === 'computed') say(`${path}.sets.${key}`, 'a computed field cannot be set')
    else if ('add' in set && field.kind !== 'number') say(`${path}.sets.${key}`, 'only a number can be added to')
    if ('copy' in set && set.copy.startsWith('@') && !Object.hasOwn(ledger.fields, set.copy.slice(1)))
      say(`${path}.sets.${key}`, `no such field: ${set.copy}`)
  }
  for (const duty of each.discharges ?? []) if (!Object.hasOwn(ledger.duties, duty)) say(`${path}.discharges`, `no such duty: ${duty}`)
  for (const [at, open] of (each.opens ?? []).entries()) {
    const duty = typeof open === 'string' ? open : open.duty
    if (!Object.hasOwn(ledger.duties, duty)) say(`${path}.opens.${at}`, `no such duty: ${duty}`)
    if (typeof open !== 'string') conditions(ledger, open.when, `${path}.opens.${at}.when`, say)
  }
  for (const [at, move] of (each.moves ?? []).entries()) {
    if (!Object.hasOwn(ledger.duties, move.duty)) say(`${path}.moves.${at}`, `no such duty: ${move.duty}`)
    if (ledger.fields[move.to.slice(1)]?.kind !== 'date') say(`${path}.moves.${at}`, `${move.to} is no date field`)
  }
  for (const [at, create] of (each.creates ?? []).entries()) {
    const here = `${path}.creates.${at}`
    const listKinds: Field['kind'][] = ['items', 'choices', 'offices', 'deputies', 'names', 'records']
    if (create.for?.startsWith('@') && !listKinds.includes(ledger.fields[create.for.slice(1)]?.kind ?? 'text'))
      say(`${here}.for`, 'not a list field')
    for (const [key, fill] of Object.entries(create.fill ?? {})) {
      if (typeof fill === 'string' && fill.startsWith('@') && !Object.hasOwn(ledger.fields, fill.slice(1)))
        say(`${here}.fill.${key}`, `no such field: ${fill}`)
    }
    conditions(ledger, create.when, `${here}.when`, say)
  }
}

function states(ledger: Ledger, keys: string[], path: string, say: Say): void {
  for (const key of keys) if (!Object.hasOwn(ledger.states, key)) say(path, `no such state: ${key}`)
}

function words(ledger: Ledger, list: string[], path: string, say: Say): void {
  const kinds: Field['kind'][] = ['office', 'offices', 'person', 'deputies']
  for (const word of list) {
    if (!word.startsWith('@')) continue
    const field = ledger.fields[word.slice(1)]
    if (!field) say(path, `no such field: ${word}`)
    else if (!kinds.includes(field.kind)) say(path, `${word} names no office, person or deputy`)
  }
}

function conditions(ledger: Ledger, list: Condition[] | undefined, path: string, say: Say): void {
  for (const [at, condition] of (list ?? []).entries()) {
    const here = `${path}.${at}`
    if ('any' in condition) conditions(ledger, condition.any, `${here}.any`, say)
    else if ('duty' in condition) {
      if (!Object.hasOwn(ledger.duties, condition.duty)) say(here, `no such duty: ${condition.duty}`)
    } else if ('notBy' in condition) {
      if (!Object.hasOwn(ledger.transitions, condition.notBy)) say(here, `no such transition: ${condition.notBy}`)
    } else if ('field' in condition) fieldCondition(ledger, condition, here, say)
  }
}

function fieldCondition(ledger: Ledger, condition: Extract<Condition, { field: string }>, path: string, say: Say): void {
  const field = ledger.fields[condition.field]
  if (!field) return say(path, `no such field: ${condition.field}`)
  if (Object.keys(condition).length < 2) say(path, 'a condition that asks nothing')
  const options = optionsOf(ledger, field)
  const wanted = [condition.is, condition.not].flatMap((each) => (each === undefined ? [] : Array.isArray(each) ? each : [each]))
  for (const option of wanted) if (options && option !== null && !options.includes(String(option))) say(path, `no such option: ${option}`)
  for (const bound of [condition.atLeast, condition.atMost, condition.above, condition.below]) {
    if (typeof bound === 'string' && !Object.hasOwn(ledger.fields, bound.slice(1))) say(path, `no such field: ${bound}`)
  }
  if (condition.past !== undefined && field.kind !== 'date') say(path, 'past needs a date field')
}

function optionsOf(ledger: Ledger, field: Field): string[] | null {
  if (field.kind === 'choice' || field.kind === 'choices') return Object.keys(field.options)
  if (field.kind !== 'computed') return null
  if (field.value.as === 'grade') return field.value.steps.map((step) => step.is)
  const ballot = field.value.as === 'ballot' ? ledger.fields[field.value.of] : undefined
  return ballot?.kind === 'ballot' ? Object.keys(ballot.options) : null
}

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
  if (value.as === 'sum' && source?.kind === 'items' && !Object.hasOwn(source.columns, value.column))
    say(`fields.${key}.value.column`, 'no such column')
}

function due(ledger: Ledger, rule: Due, path: string, say: Say): void {
  if ('first' in rule || 'earliest' in rule) {
    const rules = 'first' in rule ? rule.first : rule.earliest
    return rules.forEach((each, at) => void due(ledger, each, `${path}.${at}`, say))
  }
  if ('after' in rule && 'before' in rule && rule.after && rule.before) say(path, 'both after and before')
  const anchors = ['on' in rule ? rule.on : undefined, 'after' in rule ? rule.after : undefined, 'before' in rule ? rule.before : undefined]
  for (const ref of anchors) if (ref && ledger.fields[ref.slice(1)]?.kind !== 'date') say(path, `${ref} is no date field`)
  const amounts = ['workdays' in rule ? rule.workdays : 0, 'days' in rule ? rule.days : 0, 'months' in rule ? rule.months : 0]
  for (const amount of amounts)
    if (typeof amount === 'string' && ledger.fields[amount.slice(1)]?.kind !== 'number') say(path, `${amount} is no number field`)
}
