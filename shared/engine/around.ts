import { same } from '../canonical.ts'
import { anchorName, anchors } from '../deadline/deadline.ts'
import type { Field } from '../definition/field.ts'
import type { Effects, Ledger } from '../definition/ledger.ts'
import { linksIn } from '../definition/links.ts'
import { labelled } from '../names.ts'
import type { Data, LedgerRecord, Value } from '../record.ts'
import type { Fault } from '../refusal.ts'
import type { Kin } from '../world.ts'
import { empty } from './holds.ts'
import { remembered } from './remembered.ts'

/** A value on another record that a ledger's rules name: `via` a field that names that record, or its parent. */
type Hanging = { name: string; via: string; field: string }

/** Every value on other records on which records of the ledger hang: days that duties count from, fields that take their value from there. */
export const hangings = remembered((ledger: Ledger): Hanging[] => {
  const dues = Object.values(ledger.duties).flatMap(({ due }) => anchors(due, true))
  const from = Object.values(ledger.fields).flatMap(namesFrom)
  const made = effectsOf(ledger).flatMap(({ creates }) =>
    (creates ?? []).flatMap((each) => (each.for?.includes('.') ? [anchorName(each.for)] : [])),
  )
  return [...new Set([...dues, ...from, ...made])].filter((name) => name.includes('.')).map((name) => hanging(name))
})

function effectsOf(ledger: Ledger): Effects[] {
  return [ledger.born ?? {}, ...Object.values(ledger.transitions).flatMap((move) => [move, ...(move.branches ?? [])])]
}

/** The fields by which records of the ledger hang on others: through which its days, values and conditions look at records that they name. */
export const hangingFields = remembered((ledger: Ledger): string[] => {
  const vias = hangings(ledger).map(({ via }) => via)
  return [...new Set([...vias, ...namedIn([ledger.born, ledger.transitions])])].filter((via) => via !== 'parent')
})

function namedIn(rule: unknown): string[] {
  if (typeof rule !== 'object' || rule === null) return []
  const own = 'named' in rule && typeof rule.named === 'string' ? [rule.named] : []
  return [...own, ...Object.values(rule).flatMap(namedIn)]
}

function hanging(name: string): Hanging {
  const [via = '', field = ''] = name.split('.')
  return { name, via, field }
}

/** The record's own values, and beside them those that its rules name on other records, as far as these are at hand. */
export function around(ledger: Ledger, data: Data, kin: Pick<Kin, 'parent' | 'named'>): Data {
  const found = hangings(ledger).flatMap(({ name, via, field }): [string, Value][] => {
    const other = named(ledger, data, kin, via)
    if (other) return [[name, other.data[field] ?? null]]
    return via !== 'parent' && empty(data[via]) ? [[name, null]] : []
  })
  return found.length === 0 ? data : { ...data, ...Object.fromEntries(found) }
}

/** The values on other records from which a field takes its own, the first that there is. */
export const namesFrom = ({ from }: Pick<Field, 'from'>): string[] => [from ?? []].flat().map(anchorName)

/** The record's values with those that it takes from other records as they are there now. What names no other record keeps its own. */
export function bound(ledger: Ledger, data: Data, kin: Pick<Kin, 'parent' | 'named'>): Data {
  const taken = taking(ledger).flatMap(([key, ways]): [string, Value][] => {
    const there = valueThere(ledger, data, kin, ways)
    return there ? [[key, there.value]] : []
  })
  return taken.length === 0 ? data : { ...data, ...Object.fromEntries(taken) }
}

/** What is given, with the values that come from the records that it names, and a fault for each that says something else than is there. */
export function withTaken(
  ledger: Ledger,
  asks: string[],
  given: Record<string, unknown>,
  before: Data,
  kin: Pick<Kin, 'parent' | 'named'>,
  path: string,
): { given: Record<string, unknown>; faults: Fault[] } {
  const data = { ...before, ...(given as Data) }
  const asked = new Set(asks.map((ask) => ask.replace('?', '')))
  const faults: Fault[] = []
  const more = taking(ledger).flatMap(([key, ways]): [string, unknown][] => {
    const there = valueThere(ledger, data, kin, ways)
    if (!there || there.value === null) return []
    if (Object.hasOwn(given, key) && !same(given[key], there.value)) faults.push(fromThere(ledger, key, there, `${path}.${key}`))
    return asked.has(key) && !Object.hasOwn(given, key) ? [[key, there.value]] : []
  })
  return { given: more.length === 0 ? given : { ...given, ...Object.fromEntries(more) }, faults }
}

const taking = remembered((ledger: Ledger): [string, Hanging[]][] =>
  Object.entries(ledger.fields).flatMap(([key, field]) => (field.from ? [[key, namesFrom(field).map(hanging)]] : [])),
)

type There = { via: string; value: Value }

/** The value of the first of these ways that has one; null where all that are at hand have none, undefined where none is at hand. */
function valueThere(ledger: Ledger, data: Data, kin: Pick<Kin, 'parent' | 'named'>, ways: Hanging[]): There | undefined {
  const there = ways.flatMap(({ via, field }): There[] => {
    const other = named(ledger, data, kin, via)
    return other ? [{ via, value: other.data[field] ?? null }] : []
  })
  return there.find(({ value }) => !empty(value)) ?? there[0]
}

type Other = Pick<LedgerRecord, 'ledger' | 'id'> & { data: Data }

function named(ledger: Ledger, data: Data, { parent, named: known = [] }: Pick<Kin, 'parent' | 'named'>, via: string): Other | undefined {
  if (via === 'parent') return parent
  const field = ledger.fields[via]
  const [link] = field?.kind === 'records' ? linksIn(field, data[via]) : []
  const other = known.find((each) => each.ledger === link?.ledger && each.id === link?.id)
  return other?.data ? { ...other, data: other.data } : undefined
}

function fromThere(ledger: Ledger, key: string, { via, value }: There, path: string): Fault {
  const label = labelled(ledger.fields[key]?.label, key)
  const other = ledger.fields[via]?.label ?? { zh: '上级事项', en: 'the parent item' }
  const message = {
    zh: `${label.zh}由“${other.zh}”决定，那里是 ${value}；要改请到那一件去改。`,
    en: `${label.en} comes from “${other.en}”, where it is ${value}; change it there.`,
  }
  return { path, code: 'bad', message }
}
