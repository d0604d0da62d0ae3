import { same } from '../canonical.ts'
import type { Field } from '../definition/field.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Data, Row, Value } from '../record.ts'
import type { Fault } from '../refusal.ts'
import type { World } from '../world.ts'
import { empty } from './holds.ts'
import { kept } from './kept.ts'
import { missing, valueFaults } from './values.ts'

/** What was given, sorted: `data` goes into the record, `said` into the event only. A null clears. */
export type Sorted = { data: Data; said: Data; faults: Fault[] }

/**
 * Judges what was given against the fields that may be written (rule 5): not asked, required but empty, and wrong are all reported at once.
 * `asks` are field names, `?` marking optional ones; `path` begins the faults' paths (`given` or `data`). Facts are judged by `today`, where it is given; one that
 * stands in the record already stays.
 */
export function sortGiven(
  ledger: Ledger,
  asks: string[],
  given: Record<string, unknown>,
  before: Data,
  path: string,
  world: World,
  today?: string,
): Sorted {
  const asked = new Map(asks.map((ask) => [ask.replace('?', ''), ask.endsWith('?')]))
  const faults: Fault[] = Object.keys(given)
    .filter((key) => !asked.has(key))
    .map((key) => ({ path: `${path}.${key}`, code: 'unasked', message: unaskedMessage(ledger, key) }))
  const data: Data = {}
  const said: Data = {}
  for (const [key, optional] of asked) {
    const field = ledger.fields[key]
    if (!field) continue
    const present = Object.hasOwn(given, key)
    const value = kept(field, field.kind === 'items' ? keepIds(given[key], before[key]) : given[key])
    if (!present || (empty(value) && !isListForOne(field, value))) {
      if (!optional) faults.push(missing(field, `${path}.${key}`))
      else if (present && field.only !== 'event') data[key] = null
      continue
    }
    const wrong = valueFaults(
      roomFor(field, value, before[key]),
      value,
      `${path}.${key}`,
      world,
      same(value, before[key]) ? undefined : today,
    )
    faults.push(...wrong)
    if (wrong.length) continue
    if (field.only === 'event') said[key] = value
    else data[key] = value
  }
  return { data, said, faults }
}

const ones: Field['kind'][] = ['text', 'number', 'date', 'yesno', 'choice', 'office', 'person', 'query']

/** An empty list clears what holds many; of one value it is of the wrong kind. */
const isListForOne = ({ kind }: Field, value: Value): boolean => Array.isArray(value) && ones.includes(kind)

/** A field of files takes so many at once: what the record holds already does not count. */
function roomFor(field: Field, value: Value, before: Value | undefined): Field {
  if (field.kind !== 'files' || field.max === undefined || !Array.isArray(value) || !Array.isArray(before)) return field
  const held = (before as Value[]).filter((id) => (value as Value[]).includes(id)).length
  return { ...field, max: field.max + held }
}

function unaskedMessage(ledger: Ledger, key: string) {
  const label = Object.hasOwn(ledger.fields, key) ? ledger.fields[key]?.label : undefined
  if (label) return { zh: `这一步不填“${label.zh}”。`, en: `“${label.en}” is not asked here.` }
  return { zh: `没有“${key}”这一项。`, en: `There is no field “${key}”.` }
}

/** Rows keep the id that they came with when the record knows it; a new row's is above all of them, since what a row created is found by its id. */
function keepIds(value: unknown, before: Value | undefined): unknown {
  if (!Array.isArray(value)) return value
  const known = Array.isArray(before) ? (before as Row[]).map((row) => row.id) : []
  let next = Math.max(0, ...known.map((id) => Number(id.slice(1)) || 0))
  return value.map((row) => {
    if (!isRow(row) || known.includes(String(row.id))) return row
    next += 1
    return { ...row, id: `i${next}` }
  })
}

function isRow(row: unknown): row is Record<string, unknown> {
  return typeof row === 'object' && row !== null && !Array.isArray(row)
}
