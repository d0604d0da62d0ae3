import type { Ledger } from '../../shared/definition/ledger.ts'
import { workStates } from '../../shared/definition/open-states.ts'
import type { Value } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { type Counted, type Counts, counterKnows, readCountsOfAll, tally, zero } from './counters.ts'
import type { Entry } from './entries.ts'
import { desksOf, type ListQuery } from './list-query.ts'
import { readsAll } from './parts.ts'
import { LAST } from './rows.ts'
import { walkEntries } from './walk.ts'

/**
 * What of a question belongs to one township, unit, desk or value of a field: as its list would count it. `owes`, of an office: what is late and near
 * of what it owes itself, since an item of its may wait for another.
 */
export type CountGroup = {
  id: string
  total: number
  open: number
  overdue: number
  nearDue: number
  owes?: { overdue: number; nearDue: number }
}
/** `whole`: its counts as a whole, read beside. */
export type Question = { scope: Scope; ledgers: Ledger[]; query: ListQuery; today: string; whole?: Promise<Counted> }
export type Offices = { kind: string; id: string }[]

/** Group of the records that have no value in the field grouped by. */
const NONE = 'none'
/** Among townships, the group of the county's own records; and that office. */
export const COUNTY = 'county'

/**
 * The counts of a question divided `by` townships, units, desks in charge or a field that the ledgers' lists filter by; groups in which nothing is
 * found are left out. Where rows of figures tell it (by township or a field of reports, `whole` given, to whoever reads everything), they are asked; of other
 * offices counters, with one small Query each; of anything else the entries are walked once, however many groups there are.
 */
export async function readCountGroups(question: Question, by: string, offices: Offices): Promise<CountGroup[]> {
  const groups = await readGroups(question, by, offices)
  // Only of offices, and where not one of them is asked about already.
  if (question.query.holder !== undefined) return groups
  const { kindOf, withOwed } = await import('./owed-groups.ts')
  const kind = kindOf(question.ledgers, by)
  return kind ? withOwed(question, by, kind, groups, offices) : groups
}

async function readGroups(question: Question, by: string, offices: Offices): Promise<CountGroup[]> {
  const told = officeFilter(by)
  const { scope, query, ledgers, whole } = question
  const rows = whole ? await (await import('./group-rows.ts')).countsByRows(question, by, whole) : null
  if (rows) return [...rows].map(([id, counts]) => groupOf(id, ledgers, counts)).filter(({ total }) => total > 0)
  const ids = [...(by === 'township' ? [COUNTY] : []), ...offices.filter(({ kind }) => kind === by).map(({ id }) => id)]
  const [first = ''] = ids
  const asked = {
    scope,
    ledgers,
    query: { ...query, [by]: first },
    order: { by: 'createdAt' as const, newest: true },
    today: question.today,
  }
  const counted = told && readsAll(scope) && query.township === undefined && query.unit === undefined
  if (!counted || !ledgers.every((ledger) => counterKnows(asked, ledger))) return walked(question, by)
  const groups = await Promise.all(
    ids.map(async (id) => groupOf(id, ledgers, await readCountsOfAll(scope, ledgers, { ...query, [by]: id }, question.today))),
  )
  return groups.filter(({ total }) => total > 0)
}

/** True for a division by offices that lists filter by. */
export const officeFilter = (by: string) => by === 'township' || by === 'unit'

async function walked({ scope, ledgers, query, today }: Question, by: string): Promise<CountGroup[]> {
  const groups = new Map<string, Map<string, Counts>>()
  for await (const entries of walkEntries({ scope, ledgers, query, order: { by: 'createdAt', newest: true }, today }))
    for (const [entry, id] of entries.flatMap((each) => valuesOf(each, by, ledgers).map((value) => [each, value] as const))) {
      const counts = groups.get(id) ?? new Map<string, Counts>()
      groups.set(id, counts)
      const one = counts.get(entry.ledger) ?? zero()
      counts.set(entry.ledger, one)
      tally(one, entry.state, entry.dueOn ?? LAST, 1, today)
    }
  return [...groups].map(([id, counts]) => groupOf(id, ledgers, Object.fromEntries(counts)))
}

function valuesOf(entry: Entry, by: string, ledgers: Ledger[]): string[] {
  if (by === 'township') return [entry.township ?? COUNTY]
  const values = by === 'unit' ? entry.units : by === 'desk' ? desksOf(entry, ledgers) : textsOf(entry.by[by])
  return values.length > 0 ? values : [NONE]
}

function textsOf(value: Value | undefined): string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string')
  return value === undefined || value === null || value === '' ? [] : [String(value)]
}

/** The counts of several ledgers as those of one group. */
export function groupOf(id: string, ledgers: Ledger[], counts: { [ledger: string]: Counts }): CountGroup {
  const group = { id, total: 0, open: 0, overdue: 0, nearDue: 0 }
  for (const ledger of ledgers) {
    const { total, states, overdue, nearDue } = counts[ledger.key] ?? zero()
    const open = workStates(ledger).map((state) => states[state] ?? 0)
    group.total += total
    group.open += open.reduce((sum, n) => sum + n, 0)
    group.overdue += overdue
    group.nearDue += nearDue
  }
  return group
}
