import type { Field, FieldOf } from '../field.ts'
import type { GateFault } from '../gate.ts'
import type { Ledger } from '../ledger.ts'
import type { Access } from '../who.ts'

/**
 * What follows by itself from a field that only some may see tells it to everybody else: a grade the score, a day owed the day that it hangs on, a figure
 * what it counts. So a computed field is seen by nobody who may not see what it is computed from, and what everybody is told does not rest on a hidden
 * field. The result of a ballot is free of this: it is announced, whoever may see the tally.
 */
export function hiddenFaults(ledger: Ledger): GateFault[] {
  const hidden = (key: string) => ledger.fields[key]?.seenBy !== undefined
  const computed = Object.entries(ledger.fields).flatMap(([key, field]) => {
    const wider = field.kind === 'computed' ? sources(field).filter((source) => !covers(ledger.fields[source], field)) : []
    return wider.map((source) => ({ path: `fields.${key}.seenBy`, message: `seen by more than ${source}, which it tells` }))
  })
  const told = open(ledger).filter(({ key }) => hidden(key))
  return [...computed, ...told.map(({ path, key }) => ({ path, message: `tells ${key} to those who may not see it` }))]
}

/** The fields that a computed value tells. */
function sources({ value }: FieldOf<'computed'>): string[] {
  if (value.as === 'ballot') return []
  if (value.as === 'days') return [value.from, value.to]
  const also = value.as === 'rate' ? [value.over] : value.as === 'table' ? [value.under, value.times] : []
  return [value.of, ...also.flatMap((key) => key ?? [])]
}

/** True when whoever sees the one may see the other too; of `one` only who sees it counts. */
export function covers(other: Field | undefined, one: Pick<Field, 'seenBy'>): boolean {
  if (!other?.seenBy) return true
  const seen = other.seenBy.flatMap(pairs)
  const asked = one.seenBy?.flatMap(pairs)
  return asked?.every(({ word, states }) => seen.some((each) => holds(each.word, word) && within(states, each.states))) ?? false
}

type Pair = { word: string; states: string[] | undefined }
const pairs = (access: Access): Pair[] =>
  typeof access === 'string' ? [{ word: access, states: undefined }] : access.who.map((word) => ({ word, states: access.in }))
/** A desk of an office sees what the office sees. */
const holds = (wide: string, word: string): boolean => wide === word || word.startsWith(`${wide}:`)
const within = (states: string[] | undefined, wide: string[] | undefined): boolean =>
  wide === undefined || (states?.every((state) => wide.includes(state)) ?? false)

/** Fields on which rests what everybody is told who may read the record: its year, number, title, days owed and figures. */
function open(ledger: Ledger): { path: string; key: string }[] {
  const { report, year, number } = ledger
  const listed = (path: string, keys: string[] | undefined) => (keys ?? []).map((key, at) => ({ path: `${path}.${at}`, key }))
  const named = (path: string, rule: unknown) => references(rule).map((key) => ({ path, key }))
  const effects = Object.entries(ledger.transitions).flatMap(([key, move]) =>
    [move, ...(move.branches ?? [])].flatMap(({ moves }) => named(`transitions.${key}.moves`, moves)),
  )
  const rates = Object.entries(report?.rates ?? {}).flatMap(([key, rate]) =>
    asked([rate.of, rate.over]).map((field) => ({ path: `report.rates.${key}`, key: field })),
  )
  return [
    ...named('year', year),
    ...named('number.per', number?.per),
    ...(ledger.import?.titled ? [{ path: 'import.titled', key: ledger.import.titled.from }] : []),
    ...Object.entries(ledger.duties).flatMap(([key, { due, cap, holder }]) => [
      ...named(`duties.${key}.due`, [due, cap]),
      ...named(`duties.${key}.holder`, holder),
    ]),
    ...effects,
    ...listed('report.by', report?.by),
    ...listed('report.counts', report?.counts),
    ...listed('report.sums', report?.sums),
    ...rates,
  ]
}

/** Every `@field` in a rule, however deep. */
function references(rule: unknown): string[] {
  if (typeof rule === 'string') return rule.startsWith('@') ? [rule.slice(1)] : []
  return typeof rule === 'object' && rule !== null ? Object.values(rule).flatMap(references) : []
}

/** Every field that some condition asks about, however deep. */
function asked(rule: unknown): string[] {
  if (typeof rule !== 'object' || rule === null) return []
  const own = 'field' in rule && typeof rule.field === 'string' ? [rule.field] : []
  return [...own, ...references(Object.values(rule).filter((each) => typeof each === 'string')), ...Object.values(rule).flatMap(asked)]
}
