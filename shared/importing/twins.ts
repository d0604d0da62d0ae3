import type { Ledger } from '../definition/ledger.ts'
import { basicFields } from '../engine/rights.ts'
import { fold } from '../fold.ts'
import { namingField } from '../heading.ts'
import type { Data, Value } from '../record.ts'
import { withTitle } from './arrival.ts'
import { cellFields } from './meanings.ts'

/** By what a piece is called, folded as searches are; undefined where the ledger's pieces have no text for a name, or this one has none. */
export function nameOf(ledger: Ledger, data: Data): string | undefined {
  const key = namingField(ledger)
  const name = key !== undefined && ledger.fields[key]?.kind === 'text' ? withTitle(ledger, data)[key] : undefined
  return (typeof name === 'string' && fold(name)) || undefined
}

/**
 * Tells of two pieces that are called the same whether they look like one: the same people lead, the same units, and the same days are told, as far as both tell them, and one at least of people
 * and units where the ledger has such.
 */
export function likeOne(ledger: Ledger): (one: Data, other: Data) => boolean {
  const basic = new Set(basicFields(ledger))
  const fields = Object.entries(cellFields(ledger))
  const who = fields.flatMap(([key, { kind }]) => (['deputies', 'names', 'office'].includes(kind) ? [key] : []))
  const days = fields.flatMap(([key, { kind }]) => (kind === 'date' && basic.has(key) ? [key] : []))
  return (one, other) => {
    const both = (keys: string[]) => keys.map((key) => [first(one[key]), first(other[key])]).filter((pair) => pair.every(Boolean))
    const [people, times] = [both(who), both(days)]
    return [...people, ...times].every(([a, b]) => a === b) && (people.length > 0 || who.length === 0)
  }
}

const first = (value: Value | undefined): string | undefined => {
  const [name] = [value ?? []].flat()
  return typeof name === 'string' && name !== '' ? fold(name) : undefined
}
