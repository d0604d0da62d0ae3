import type { Condition } from '../condition.ts'
import type { Field } from '../field.ts'
import type { Ledger } from '../ledger.ts'
import { optionsOf } from '../options.ts'

export type Say = (path: string, message: string) => void

/** Every key names a state. */
export function states(ledger: Ledger, keys: string[], path: string, say: Say): void {
  for (const key of keys) if (!Object.hasOwn(ledger.states, key)) say(path, `no such state: ${key}`)
}

/** Every `@field` names offices, persons or deputies. */
export function words(ledger: Ledger, list: string[], path: string, say: Say): void {
  const kinds: Field['kind'][] = ['office', 'offices', 'person', 'deputies']
  for (const word of list) {
    if (word.startsWith('county:@') && ledger.fields[word.slice(8)]?.kind !== 'choice') say(path, `${word} names no choice of desks`)
    if (!word.startsWith('@')) continue
    const field = ledger.fields[word.slice(1)]
    if (!field) say(path, `no such field: ${word}`)
    else if (!kinds.includes(field.kind)) say(path, `${word} names no office, person or deputy`)
  }
}

/** Every condition asks something, of fields, duties and transitions that exist, with options that they have. */
export function conditions(ledger: Ledger, list: Condition[] | undefined, path: string, say: Say): void {
  for (const [at, condition] of (list ?? []).entries()) {
    const here = `${path}.${at}`
    if ('any' in condition) conditions(ledger, condition.any, `${here}.any`, say)
    else if ('duty' in condition) {
      if (!Object.hasOwn(ledger.duties, condition.duty)) say(here, `no such duty: ${condition.duty}`)
    } else if ('notBy' in condition) {
      if (!Object.hasOwn(ledger.transitions, condition.notBy)) say(here, `no such transition: ${condition.notBy}`)
    } else if ('parentTook' in condition) {
      const { kind = '' } = ledger.fields[condition.parentTook.slice(1)] ?? {}
      if (!['text', 'choice'].includes(kind)) say(here, `${condition.parentTook} is no text field`)
    } else if ('newer' in condition) {
      for (const key of condition.newer) if (!Object.hasOwn(ledger.fields, key)) say(here, `no such field: ${key}`)
    } else if ('named' in condition) {
      if (!namesOne(ledger, condition.named)) say(here, `${condition.named} names no single record`)
    } else if ('field' in condition) fieldCondition(ledger, condition, here, say)
  }
}

/** True for a field that names one record, of a ledger that is known. */
export function namesOne(ledger: Ledger, key: string): boolean {
  const field = ledger.fields[key]
  return field?.kind === 'records' && field.max === 1 && field.of !== undefined
}

function fieldCondition(ledger: Ledger, condition: Extract<Condition, { field: string }>, path: string, say: Say): void {
  const field = ledger.fields[condition.field]
  if (!field) {
    say(path, `no such field: ${condition.field}`)
    return
  }
  if (Object.keys(condition).every((key) => key === 'field' || key === 'why')) say(path, 'a condition that asks nothing')
  const options = optionsOf(field, ledger.fields)
  const wanted = [condition.is, condition.not].flatMap((each) => (each === undefined ? [] : Array.isArray(each) ? each : [each]))
  for (const option of wanted)
    if (options && option !== null && !Object.hasOwn(options, String(option))) say(path, `no such option: ${option}`)
  for (const bound of [condition.atLeast, condition.atMost, condition.above, condition.below]) {
    if (typeof bound === 'string' && !Object.hasOwn(ledger.fields, bound.slice(1))) say(path, `no such field: ${bound}`)
  }
  if ((condition.past !== undefined || condition.reached !== undefined) && field.kind !== 'date')
    say(path, 'past and reached need a date field')
}
