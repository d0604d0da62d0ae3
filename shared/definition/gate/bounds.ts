import type { Field } from '../field.ts'
import type { GateFault } from '../gate.ts'
import type { Ledger } from '../ledger.ts'
import { conditions } from './words.ts'

const lists: Field['kind'][] = ['items', 'choices', 'offices', 'deputies', 'names', 'records', 'files']

/** A bound compares two fields of one measure (numbers, days, or lists by their length) that are hidden from nobody: a refusal tells both. */
export function boundsFaults(ledger: Ledger): GateFault[] {
  const faults: GateFault[] = []
  for (const [at, { field, atMost, atLeast, unless }] of (ledger.bounds ?? []).entries()) {
    const path = `bounds.${at}`
    const say = (where: string, message: string) => void faults.push({ path: where, message })
    const other = (atMost ?? atLeast ?? '').slice(1)
    const [one, two] = [field, other].map((key) => measured(ledger, key))
    if (one === undefined) say(`${path}.field`, `no such field, or nothing to compare: ${field}`)
    else if (two === undefined) say(path, `no such field, or nothing to compare: ${other}`)
    else if (one !== two) say(path, `${field} and ${other} are of different measures`)
    for (const key of [field, other]) if (ledger.fields[key]?.seenBy) say(path, `${key} is hidden from some, and a refusal would tell it`)
    conditions(ledger, unless, `${path}.unless`, say)
  }
  return faults
}

function measured(ledger: Ledger, key: string): 'number' | 'date' | undefined {
  const field = ledger.fields[key]
  if (field?.kind === 'number' || field?.kind === 'date') return field.kind
  return field && lists.includes(field.kind) ? 'number' : undefined
}
