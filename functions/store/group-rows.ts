import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Counts, tally, zero } from './counters.ts'
import { type FigureRow, groupings, standings } from './figure-rows.ts'
import { rowsOf } from './figures.ts'
import { type ListQuery, passesDue } from './list-query.ts'
import { readsAll } from './parts.ts'
import type { Asked } from './ranges.ts'

type Question = Pick<Asked, 'scope' | 'query' | 'today'>

/**
 * The counts of one ledger by township or by a field of its report, from the rows that are kept of its figures, however many records there are; null
 * where these cannot tell. `whole` is what counters say of the same question: rows that add up to another sum are not believed, be they of an earlier
 * release or a moment behind.
 */
export async function countsByRows(
  question: Question,
  ledger: Ledger,
  by: string,
  whole: Promise<Counts>,
): Promise<Map<string, Counts> | null> {
  const { scope, query } = question
  if (!readsAll(scope) || !tells(ledger, by) || !asksRows(query)) return null
  // Of fields with one value each record stands in one row.
  const once = by === 'township' || single.includes(ledger.fields[by]?.kind ?? '')
  const [{ total }, rows, all] = await Promise.all([
    whole,
    rowsOf(scope, ledger, by, query),
    ...(once ? [] : [rowsOf(scope, ledger, 'township', query)]),
  ])
  const groups = grouped(rows.asked, question)
  const told = all ? grouped(all.asked, question) : groups
  return [...told.values()].reduce((sum, counts) => sum + counts.total, 0) === total ? groups : null
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
