import type { Condition } from '../condition.ts'
import type { Field } from '../field.ts'
import type { GateFault } from '../gate.ts'
import type { Effects, Ledger } from '../ledger.ts'
import { longest, textIn } from '../lines.ts'
import { birthFault } from './births.ts'
import { unfilled } from './filled.ts'
import { hangingFaults } from './hanging.ts'
import { paperTableFaults } from './paper-tables.ts'

/** Faults between ledgers that stand in one county: what creates, waits for, refers to and fills what. Paths begin with the ledger's key. */
export function crossCheck(ledgers: Ledger[]): GateFault[] {
  const byKey = new Map(ledgers.map((ledger) => [ledger.key, ledger]))
  const faults = ledgers.flatMap((ledger) => [
    ...createFaults(ledger, byKey),
    ...childFaults(ledger, byKey),
    ...recordFaults(ledger, byKey),
    ...hangingFaults(ledger, ledgers),
    ...pollFaults(ledger, byKey),
    ...paperTableFaults(ledger, byKey),
  ])
  const made = new Set(
    ledgers.flatMap((ledger) => everyEffect(ledger).flatMap(({ effects }) => (effects.creates ?? []).map((each) => each.ledger))),
  )
  for (const ledger of ledgers)
    if (ledger.part && !made.has(ledger.key)) faults.push({ path: `${ledger.key}.part`, message: 'a part that nothing creates' })
  return [...faults, ...unfilledFaults(ledgers), ...circleFaults(ledgers, byKey)]
}

function everyEffect(ledger: Ledger): { path: string; effects: Effects }[] {
  const moves = Object.entries(ledger.transitions).flatMap(([key, move]) => [
    { path: `${ledger.key}.transitions.${key}`, effects: move },
    ...(move.branches ?? []).map((branch, at) => ({ path: `${ledger.key}.transitions.${key}.branches.${at}`, effects: branch })),
  ])
  return ledger.born ? [{ path: `${ledger.key}.born`, effects: ledger.born }, ...moves] : moves
}

/** A field that nobody can ever fill asks for nothing and answers a refusal to everybody who tries: neither here nor by what creates records here. */
function unfilledFaults(ledgers: Ledger[]): GateFault[] {
  const creates = ledgers.flatMap((ledger) => everyEffect(ledger).flatMap(({ effects }) => effects.creates ?? []))
  const fills = new Set(creates.flatMap(({ ledger, fill }) => Object.keys(fill ?? {}).map((key) => `${ledger}.${key}`)))
  return ledgers.flatMap((ledger) =>
    unfilled(ledger)
      .filter((key) => !fills.has(`${ledger.key}.${key}`))
      .map((key) => ({ path: `${ledger.key}.fields.${key}`, message: 'nobody can ever fill it: no form, no step and no creation does' })),
  )
}

function createFaults(ledger: Ledger, byKey: Map<string, Ledger>): GateFault[] {
  return everyEffect(ledger).flatMap(({ path, effects }) =>
    (effects.creates ?? []).flatMap((create, at): GateFault[] => {
      const here = `${path}.creates.${at}`
      const child = byKey.get(create.ledger)
      if (!child) return [{ path: here, message: `no such ledger: ${create.ledger}` }]
      const faults: GateFault[] = []
      for (const [key, fill] of Object.entries(create.fill ?? {})) {
        const message = Object.hasOwn(child.fields, key) ? wordsFault(ledger, child.fields[key], fill) : `${child.key} has no such field`
        if (message) faults.push({ path: `${here}.fill.${key}`, message })
      }
      for (const [key, field] of Object.entries(child.fields)) {
        if (field.required && !create.fill?.[key] && !('default' in field && field.default !== undefined))
          faults.push({ path: here, message: `required field of ${child.key} not filled: ${key}` })
      }
      return [...faults, ...levelFaults(ledger, child, create, here), ...birthFault(child, here)]
    }),
  )
}

/** Words that are put around a text must fit where they go, however long the text is: else the step that creates would be refused to whoever takes it. */
function wordsFault({ fields }: Ledger, field: Field | undefined, fill: Fill): string | undefined {
  if (typeof fill === 'string' || !('words' in fill)) return undefined
  if (field?.kind !== 'text') return 'words fill a text alone'
  let most = fill.words.replace(textIn, '').length
  for (const [, key = ''] of fill.words.matchAll(textIn)) {
    const text = fields[key]
    if (text && text.kind !== 'text') return `@${key} is no text that could stand among words`
    most += text ? longest(text) : 0
  }
  return most > longest(field) ? `words of up to ${most} characters do not fit into ${longest(field)}` : undefined
}
type Fill = NonNullable<NonNullable<Effects['creates']>[number]['fill']>[string]

function levelFaults(ledger: Ledger, child: Ledger, create: NonNullable<Effects['creates']>[number], path: string): GateFault[] {
  const placed = create.for === 'townships' || create.township?.startsWith('each')
  if (child.level === 'county' && (placed || (ledger.level === 'township' && create.township !== 'county')))
    return [{ path, message: 'a county-level child created in a township' }]
  if (child.level === 'township' && ((ledger.level === 'county' && !placed) || create.township === 'county'))
    return [{ path, message: 'a township-level child needs a township' }]
  return []
}

function childFaults(ledger: Ledger, byKey: Map<string, Ledger>): GateFault[] {
  const made = new Set(everyEffect(ledger).flatMap(({ effects }) => (effects.creates ?? []).map((each) => each.ledger)))
  return everyCondition(ledger).flatMap(({ path, condition }): GateFault[] => {
    if (!('children' in condition)) return []
    const child = byKey.get(condition.children)
    if (!child) return [{ path, message: `no such ledger: ${condition.children}` }]
    const faults: GateFault[] = made.has(child.key) ? [] : [{ path, message: `waits for ${child.key}, which nothing here creates` }]
    const wanted = condition.in === 'closed' ? [] : condition.in
    for (const field of [...(condition.where ?? []).map((each) => each.field), ...(condition.sum ? [condition.sum] : [])])
      if (!Object.hasOwn(child.fields, field)) faults.push({ path, message: `${child.key} has no field ${field}` })
    for (const state of wanted)
      if (!Object.hasOwn(child.states, state)) faults.push({ path, message: `${child.key} has no state ${state}` })
    return faults
  })
}

function everyCondition(ledger: Ledger): { path: string; condition: Condition }[] {
  const flat = (path: string, list: Condition[] | undefined): { path: string; condition: Condition }[] =>
    (list ?? []).flatMap((condition, at) =>
      'any' in condition ? flat(`${path}.${at}.any`, condition.any) : [{ path: `${path}.${at}`, condition }],
    )
  return Object.entries(ledger.transitions).flatMap(([key, move]) => {
    const path = `${ledger.key}.transitions.${key}`
    const parts = [move, ...(move.branches ?? [])].flatMap((each) => [
      ...(each.when ? flat(`${path}.when`, each.when) : []),
      ...(each.opens ?? []).flatMap((open) => (typeof open === 'string' ? [] : flat(`${path}.opens`, open.when))),
      ...(each.creates ?? []).flatMap((create) => flat(`${path}.creates`, create.when)),
    ])
    return parts
  })
}

function recordFaults(ledger: Ledger, byKey: Map<string, Ledger>): GateFault[] {
  return Object.entries(ledger.fields).flatMap(([key, field]) =>
    field.kind === 'records' && field.of !== undefined && !byKey.has(field.of)
      ? [{ path: `${ledger.key}.fields.${key}.of`, message: `no such ledger: ${field.of}` }]
      : [],
  )
}

/** Who stands in a vote over a list belongs to the record that holds it. */
function pollFaults(ledger: Ledger, byKey: Map<string, Ledger>): GateFault[] {
  return Object.entries(ledger.fields).flatMap(([key, field]) => {
    if (field.kind !== 'poll') return []
    const other = byKey.get(field.candidates)
    const stands = other && everyEffect(other).some(({ effects }) => effects.joins && joinedBy(other, effects.joins) === ledger.key)
    return stands ? [] : [{ path: `${ledger.key}.fields.${key}.candidates`, message: `${field.candidates} never joins it` }]
  })
}

function joinedBy(ledger: Ledger, joins: string): string | undefined {
  const field = ledger.fields[joins.slice(1)]
  return field?.kind === 'records' ? field.of : undefined
}

/** Records that bring forth records by themselves, at birth or by the engine's own steps, must come to an end. */
function circleFaults(ledgers: Ledger[], byKey: Map<string, Ledger>): GateFault[] {
  const unasked = (ledger: Ledger): string[] => {
    const steps = Object.values(ledger.transitions).filter(({ by }) => by.includes('system'))
    const all: Effects[] = [ledger.born ?? {}, ...steps.flatMap((step) => [step, ...(step.branches ?? [])])]
    return all.flatMap(({ creates }) => (creates ?? []).map((create) => create.ledger))
  }
  const leadsTo = (from: string, to: string, seen: Set<string>): boolean => {
    const ledger = byKey.get(from)
    const next = ledger ? unasked(ledger).filter((key) => !seen.has(key)) : []
    return next.some((key) => key === to || leadsTo(key, to, seen.add(key)))
  }
  return ledgers
    .filter(({ key }) => leadsTo(key, key, new Set()))
    .map(({ key }) => ({ path: key, message: 'its records would bring forth their own kind for ever' }))
}
