import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Counted, type Counts, tally, zero } from './counters.ts'
import { type FigureRow, groupings, standings } from './figure-rows.ts'
import { rowsOf } from './figures.ts'
import { type ListQuery, passesDue } from './list-query.ts'
import { readsAll } from './parts.ts'
import type { Asked } from './ranges.ts'
import { readSteps } from './steps.ts'

type Question = Pick<Asked, 'scope' | 'ledgers' | 'query' | 'today'>
/** Counts of groups, each by ledger. */
export type Groups = Map<string, { [ledger: string]: Counts }>

/**
 * Counts by township or by a field of the ledgers' reports, from the rows that are kept of their figures, however many records there are; null where these
 * cannot tell. `whole` is what counters say of the same question, and how far they had stepped: rows that add up to another sum are not believed, be they of
 * an earlier release or a moment behind.
 */
export async function countsByRows(question: Question, by: string, whole: Promise<Counted>): Promise<Groups | null> {
  const { scope, query, ledgers } = question
  if (!readsAll(scope) || !ledgers.every((ledger) => tells(ledger, by)) || !asksRows(query)) return null
  const counted = await whole
  const asked = ledgers.filter(({ key }) => counted.counts[key])
  const told = await Promise.all(asked.map((ledger) => countsOf(question, ledger, by, counted)))
  const groups: Groups = new Map()
  for (const [at, { key }] of asked.entries()) {
    const of = told[at]
    if (!of) return null
    for (const [group, counts] of of) groups.set(group, { ...groups.get(group), [key]: counts })
  }
  return groups
}

async function countsOf(
  question: Question,
  ledger: Ledger,
  by: string,
  { counts, steps: known }: Counted,
): Promise<Map<string, Counts> | null> {
  const { scope, query } = question
  const steps = (known.has(ledger.key) ? known : await readSteps(scope, ledger.key, query.year)).get(ledger.key)
  // Of fields with one value each record stands in one row.
  const once = by === 'township' || single.includes(ledger.fields[by]?.kind ?? '')
  const [rows, all = rows] = await Promise.all([
    rowsOf(scope, ledger, by, query, steps),
    ...(once ? [] : [rowsOf(scope, ledger, 'township', query, steps)]),
  ])
  const groups = grouped(rows.asked, question)
  const told = once ? groups : grouped(all.asked, question)
  return [...told.values()].reduce((sum, { total }) => sum + total, 0) === counts[ledger.key]?.total ? groups : null
}

const single = ['choice', 'office', 'text', 'date', 'person']
/** What has other words among groups of figures than among those of counts. */
const otherwise = ['yesno', 'number', 'computed']

/** A unit is one in any field, and a desk is that in charge, whatever fields are called so. */
const anyField = ['unit', 'desk']

function tells(ledger: Ledger, by: string): boolean {
  return !anyField.includes(by) && groupings(ledger).includes(by) && !otherwise.includes(ledger.fields[by]?.kind ?? '')
}

/** True when nothing is asked but year, term, session, states and days. */
function asksRows({ q, where = {}, rate, unit, desk, holder, township }: ListQuery): boolean {
  return [q, rate, unit, desk, holder, township].every((asked) => asked === undefined) && Object.keys(where).length === 0
}

function grouped(rows: FigureRow[], { query, today }: Question): Map<string, Counts> {
  const groups = new Map<string, Counts>()
  for (const row of rows) {
    const counts = groups.get(row.group) ?? zero()
    groups.set(row.group, counts)
    for (const { state, day, n } of standings(row))
      if ((!query.states || query.states.includes(state)) && passesDue(day, query, today)) tally(counts, state, day, n, today)
  }
  return groups
}
