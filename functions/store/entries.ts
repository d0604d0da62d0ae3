import { shanghaiDay } from '../../shared/deadline/days.ts'
import { deskFields } from '../../shared/definition/desk-fields.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { soonestDay } from '../../shared/duty.ts'
import { type Facts, factsOf } from '../../shared/figures/facts.ts'
import type { Data, LedgerRecord, Value } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { markOf } from './audience.ts'
import type { Item } from './expressions.ts'
import { keys } from './keys.ts'
import { EVERYBODY, isOwners, partsOf } from './parts.ts'
import { dueKey, LAST, type Row, readDueKey } from './rows.ts'

/** What a list, a count and the figures know of a record without opening it, in one of its partitions. */
export type Entry = Row & {
  township: string | null
  number?: string
  updatedAt: string
  /** Units named in office fields now. */
  units: string[]
  /** Fields that lists filter by and reports group by. */
  by: Data
  /** What the figures count of it; null while it does not count. */
  facts: Facts | null
}

/**
 * One item for each reading partition, by creation; what its keys tell is not told again. Indexes carry keys only: by number (g1), soonest day (g2; everybody's
 * partition alone, others read g6), state and there soonest day (g3), year (g4); across all ledgers by creation (g5) and soonest day (g6). Readers
 * from outside have short partitions and need no g1 and g4.
 */
export function entryItems(scope: Scope, ledger: Ledger, record: LedgerRecord): Item[] {
  const { id, createdAt, updatedAt, township, readers, state, year } = record
  const { number, units, by, dueOn } = entryOf(ledger, record)
  const facts = factsOf(ledger, record, shanghaiDay(updatedAt))
  const sk = `${createdAt}#${id}`
  return partsOf(record, units).map((part) => {
    const pk = keys.entries(scope, record.ledger, part)
    const across = keys.entriesAcross(scope, part)
    const due = dueKey(record, dueOn, markOf(part, { township, readers, units }))
    return {
      pk,
      sk,
      ...(isOwners(part) ? { g1pk: pk, g1sk: `${number ?? LAST}#${id}` } : {}),
      ...(part === EVERYBODY ? { g2pk: pk, g2sk: due } : {}),
      g3pk: `${pk}#${state}`,
      g3sk: due,
      ...(isOwners(part) ? { g4pk: `${pk}#${year}`, g4sk: sk } : {}),
      g5pk: across,
      g5sk: sk,
      g6pk: across,
      g6sk: due,
      updatedAt,
      ...(township === null ? {} : { township }),
      ...(number ? { number } : {}),
      ...(units.length > 0 ? { units } : {}),
      ...(Object.keys(by).length > 0 ? { by } : {}),
      ...(facts ? { facts } : {}),
    }
  })
}

/** What all entries of a record tell alike. */
export function entryOf(ledger: Ledger, record: LedgerRecord): Omit<Entry, 'part' | 'audience' | 'concerned' | 'facts'> {
  const { id, state, year, term, session, createdAt, updatedAt, township, number } = record
  const dueOn = soonestDay(record.duties)
  return {
    ledger: record.ledger,
    id,
    state,
    year,
    ...(term === undefined ? {} : { term }),
    ...(session === undefined ? {} : { session }),
    createdAt,
    updatedAt,
    township,
    ...(number ? { number } : {}),
    ...(dueOn ? { dueOn } : {}),
    units: unitsOf(ledger, record),
    by: picked(record, groupable(ledger)),
  }
}

/** An entry as it lies in the table. */
export function readEntry({ pk, g6sk, updatedAt, township, number, units, by, facts }: Item): Entry {
  return {
    ...readDueKey(pk, g6sk as string),
    updatedAt: updatedAt as string,
    township: (township as string | undefined) ?? null,
    ...(number === undefined ? {} : { number: number as string }),
    units: (units as string[] | undefined) ?? [],
    by: (by as Data | undefined) ?? {},
    facts: (facts as Facts | undefined) ?? null,
  }
}

/** Fields by which a ledger's lists may be filtered and its figures grouped: those that its `list.filters` and `report` name, and the desk in charge. */
export function groupable(ledger: Ledger): string[] {
  const named = [...(ledger.list.filters ?? []), ...(ledger.report?.by ?? []), ...(ledger.report?.counts ?? []), ...deskFields(ledger)]
  return [...new Set(named)].filter((key) => Object.hasOwn(ledger.fields, key) && !ledger.fields[key]?.seenBy)
}

function unitsOf(ledger: Ledger, record: LedgerRecord): string[] {
  const named = Object.entries(ledger.fields).flatMap(([key, field]) =>
    (field.kind === 'office' || field.kind === 'offices') && field.of === 'unit' ? texts(record.data[key]) : [],
  )
  return [...new Set(named)]
}

function picked(record: LedgerRecord, fields: string[]): Data {
  return Object.fromEntries(fields.flatMap((key) => (record.data[key] === undefined ? [] : [[key, record.data[key]]])))
}

function texts(value: Value | undefined): string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string')
  return typeof value === 'string' ? [value] : []
}
