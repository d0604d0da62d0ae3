import { type Counts, tally, zero } from './counters.ts'
import type { OpenDuty } from './duty-items.ts'
import { keys } from './keys.ts'
import { type ListQuery, passesDue } from './list-query.ts'
import { readsAll } from './parts.ts'
import { type Asked, dueRange } from './ranges.ts'
import { LAST } from './rows.ts'
import { type Item, query as queryItems } from './table.ts'

/**
 * What an office owes itself, by ledger, each record with its soonest day: from the items of its open duties alone, some ten of which are half a read unit.
 * Null where these do not tell it: of a question that asks more, of a scope that does not read all, or where an earlier release wrote one of them.
 */
export async function owedCounts({ scope, ledgers, query, today }: Asked): Promise<Map<string, Counts> | null> {
  const [kind = '', id = ''] = (query.holder ?? '').split(':')
  const fields = fieldsNaming(query, id)
  if (!readsAll(scope) || fields === null) return null
  const counts = new Map(ledgers.map(({ key }) => [key, zero()]))
  const counted = new Set<string>()
  const pk = keys.holder(scope, { kind: kind as 'unit', id })
  const { to } = dueRange(query, today) ?? {}
  for await (const { record, duty, as } of queryItems<OpenDuty & Item>({ pk, ...(to ? { to } : {}), eventual: true })) {
    const of = counts.get(record.ledger)
    if (!of) continue
    if (record.year === undefined || as === undefined) return null
    const name = `${record.ledger}#${record.id}`
    const passes =
      (query.year === undefined || query.year === record.year) &&
      (query.states === undefined || query.states.includes(record.state)) &&
      (query.township === undefined || query.township === (record.township ?? 'county')) &&
      passesDue(duty.dueOn ?? LAST, query, today) &&
      fields.every((field) => as.includes(field))
    // The soonest comes first, and it alone is asked about.
    if (passes && !counted.has(name)) tally(of, record.state, duty.dueOn ?? LAST, 1, today)
    counted.add(name)
  }
  return counts
}

/** The fields in which the office is asked to stand; null where something is asked that no duty tells. */
function fieldsNaming({ holder: _, sort: __, limit: ___, cursor: ____, where = {}, ...rest }: ListQuery, id: string): string[] | null {
  const { year: _year, states: _states, township: _township, overdue: _overdue, nearDue: _nearDue, dueBefore: _dueBefore, ...more } = rest
  const told = Object.values(where).every((value) => value === id) && Object.values(more).every((asked) => asked === undefined)
  return told ? Object.keys(where) : null
}
