import type { Ledger } from '../../shared/definition/ledger.ts'
import { bounds, conditionsOf, flat, inEffects, remembered } from './conditions.ts'

/** What an answer can change about the way: fields that conditions read, what these are computed from, and days. */
export const matters = remembered((ledger: Ledger) => {
  const read = new Set([...fieldsRead(ledger), ...handed(ledger)])
  for (const [key, field] of Object.entries(ledger.fields).reverse()) {
    if (field.kind !== 'computed' || !read.has(key)) continue
    const { value } = field
    if (value.as !== 'days') read.add(value.of)
  }
  return (key: string) => read.has(key) || ledger.fields[key]?.kind === 'date'
})

/** Offices between which work can pass. */
function handed(ledger: Ledger): string[] {
  const effects = Object.values(ledger.transitions).flatMap((move) => [move, ...(move.branches ?? [])])
  const swaps = effects.flatMap(({ sets }) => Object.values(sets ?? {}).flatMap((set) => ('swap' in set ? [set.swap] : [])))
  return [...swaps, ...effects.flatMap(({ hands }) => hands ?? [])].map((ref) => ref.slice(1))
}

/** The fields on which conditions look, and those with which they compare them. */
export function fieldsRead(ledger: Ledger): string[] {
  const all = [...inEffects(ledger.born ?? {}).flatMap(flat), ...Object.values(ledger.transitions).flatMap(conditionsOf)]
  const seats = Object.values(ledger.fields).flatMap((field) => (field.kind === 'poll' ? [field.seats.slice(1)] : []))
  return [...seats, ...new Set(all.flatMap((each) => ('field' in each ? [each.field, ...bounds(each)] : [])))]
}
