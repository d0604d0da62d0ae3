import type { Ledger, Phase } from '../../shared/definition/ledger.ts'
import { type Facts, factsOf } from '../../shared/figures/facts.ts'
import { heading } from '../../shared/heading.ts'
import type { Data, LedgerRecord, Value } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Item } from './expressions.ts'
import { keys } from './keys.ts'
import { partsOf } from './parts.ts'

/** What a list, a count and the figures know of a record without opening it. */
export type Entry = {
  ledger: string
  id: string
  state: string
  phase: Phase
  township: string | null
  year: number
  term?: number
  session?: number
  number?: string
  heading: string
  readers: string[]
  createdAt: string
  updatedAt: string
  /** Day of the soonest open duty. */
  dueOn?: string
  /** Units named in office fields now. */
  units: string[]
  /** Fields that lists filter by and reports group by. */
  by: Data
  /** What the figures count of it; null while it does not count. */
  facts: Facts | null
}

/** Sort key of what has none: after every day, after every number. */
export const LAST = '\uFFFD'

/** The entry of a record as it stands on a day. */
function entryOf(ledger: Ledger, record: LedgerRecord, on: string): Entry {
  const dueOn = soonest(record)
  return {
    ledger: record.ledger,
    id: record.id,
    state: record.state,
    phase: ledger.states[record.state]?.phase ?? 'open',
    township: record.township,
    year: record.year,
    ...(record.term === undefined ? {} : { term: record.term }),
    ...(record.session === undefined ? {} : { session: record.session }),
    ...(record.number ? { number: record.number } : {}),
    heading: [...heading(ledger, record)].slice(0, 120).join(''),
    readers: record.readers,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    ...(dueOn ? { dueOn } : {}),
    units: unitsOf(ledger, record),
    by: picked(record, groupable(ledger)),
    facts: factsOf(ledger, record, on),
  }
}

/**
 * One item for each reading partition: by creation, by number (g1), by soonest day (g2), by state (g3), by year (g4);
 * across all ledgers by creation (g5) and by soonest day (g6).
 */
export function entryItems(scope: Scope, ledger: Ledger, record: LedgerRecord, on: string): Item[] {
  const entry = entryOf(ledger, record, on)
  const sk = `${record.createdAt}#${record.id}`
  return partsOf(record).map((part) => {
    const pk = keys.entries(scope, record.ledger, part)
    const across = keys.entriesAcross(scope, part)
    const due = `${entry.dueOn ?? LAST}#${record.id}`
    return {
      pk,
      sk,
      g1pk: pk,
      g1sk: `${entry.number ?? LAST}#${record.id}`,
      g2pk: pk,
      g2sk: due,
      g3pk: `${pk}#${entry.state}`,
      g3sk: sk,
      g4pk: `${pk}#${entry.year}`,
      g4sk: sk,
      g5pk: across,
      g5sk: sk,
      g6pk: across,
      g6sk: due,
      ...entry,
    }
  })
}

/** The soonest day of an open duty; a paused one has no day that runs. */
function soonest(record: Pick<LedgerRecord, 'duties'>): string | undefined {
  const days = record.duties.flatMap((duty) => (duty.state === 'open' && duty.dueOn ? [duty.dueOn] : []))
  return days.sort()[0]
}

/** Fields by which a ledger's lists may be filtered and its figures grouped: those that its `list.filters` and `report` name. */
export function groupable(ledger: Ledger): string[] {
  const named = [...(ledger.list.filters ?? []), ...(ledger.report?.by ?? []), ...(ledger.report?.counts ?? [])]
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
