import { anchors } from '../../deadline/deadline.ts'
import { hangingFields, hangings, namesFrom } from '../../engine/around.ts'
import type { GateFault } from '../gate.ts'
import type { Effects, Ledger } from '../ledger.ts'

/**
 * What a ledger looks up on other records is there, of the right kind and hidden from nobody: days that duties count from, values that fields take, states
 * that conditions wait for. Of the ledgers that a record can belong to, one at least must have what its parent is asked for.
 */
export function hangingFaults(ledger: Ledger, ledgers: Ledger[]): GateFault[] {
  return [...valueFaults(ledger, ledgers), ...stateFaults(ledger, ledgers)]
}

function valueFaults(ledger: Ledger, ledgers: Ledger[]): GateFault[] {
  return hangings(ledger).flatMap(({ name, via, field }) => {
    const path = `${ledger.key}.${pathOf(ledger, name)}`
    const others = via === 'parent' ? parents(ledger, ledgers) : named(ledger, via, ledgers)
    const having = others.filter((other) => Object.hasOwn(other.fields, field))
    if (having.length === 0)
      return [
        {
          path,
          message:
            others.length > 0
              ? `${name}: ${others.map(({ key }) => key).join(', ')} has no such field`
              : `${name}: its records belong to no other`,
        },
      ]
    return having.flatMap((other) => {
      const there = other.fields[field]
      const wanted = kindsWanted(ledger, name)
      if (wanted.some((kind) => kind !== there?.kind)) return [{ path, message: `${other.key}.${field} is no ${wanted.join(' or ')}` }]
      return there?.seenBy ? [{ path, message: `tells ${other.key}.${field} to those who may not see it` }] : []
    })
  })
}

/** A day for duties; what a field takes is of its own kind. */
function kindsWanted(ledger: Ledger, name: string): string[] {
  const taken = Object.values(ledger.fields).flatMap((field) => (namesFrom(field).includes(name) ? [field.kind] : []))
  const counted = Object.values(ledger.duties).some(({ due }) => anchors(due, true).includes(name))
  const made = effects(ledger).some(({ creates }) => creates?.some((each) => each.for?.replace('@', '') === name))
  return [...new Set([...taken, ...(counted ? ['date'] : []), ...(made ? ['items'] : [])])]
}

function pathOf(ledger: Ledger, name: string): string {
  const [field] = Object.entries(ledger.fields).find(([, own]) => namesFrom(own).includes(name)) ?? []
  const [duty] = Object.entries(ledger.duties).find(([, { due }]) => anchors(due, true).includes(name)) ?? []
  if (field !== undefined) return `fields.${field}.from`
  return duty === undefined ? 'transitions' : `duties.${duty}.due`
}

function stateFaults(ledger: Ledger, ledgers: Ledger[]): GateFault[] {
  return hangingFields(ledger).flatMap((via) =>
    named(ledger, via, ledgers).flatMap((other) =>
      wantedStates([ledger.born, ledger.transitions], via)
        .filter((state) => !Object.hasOwn(other.states, state))
        .map((state) => ({ path: `${ledger.key}.transitions`, message: `${other.key} has no state ${state}` })),
    ),
  )
}

function wantedStates(rule: unknown, via: string): string[] {
  if (typeof rule !== 'object' || rule === null) return []
  const own = 'named' in rule && rule.named === via && 'in' in rule && Array.isArray(rule.in) ? (rule.in as string[]) : []
  return [...own, ...Object.values(rule).flatMap((each) => wantedStates(each, via))]
}

function named(ledger: Ledger, via: string, ledgers: Ledger[]): Ledger[] {
  const field = ledger.fields[via]
  return field?.kind === 'records' ? ledgers.filter(({ key }) => key === field.of) : []
}

/** The ledgers whose records a record of this one can belong to: they create it, or it joins them. */
function parents(ledger: Ledger, ledgers: Ledger[]): Ledger[] {
  const joined = effects(ledger).flatMap(({ joins }) => (joins ? named(ledger, joins.slice(1), ledgers) : []))
  return ledgers.filter(
    (other) => joined.includes(other) || effects(other).some(({ creates }) => creates?.some((each) => each.ledger === ledger.key)),
  )
}

function effects(ledger: Ledger): Effects[] {
  return [ledger.born ?? {}, ...Object.values(ledger.transitions).flatMap((move) => [move, ...(move.branches ?? [])])]
}
