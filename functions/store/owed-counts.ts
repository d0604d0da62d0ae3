import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import { type Counts, tally, zero } from './counters.ts'
import type { OpenDuty } from './duty-items.ts'
import { keys } from './keys.ts'
import { type ListQuery, passesDue } from './list-query.ts'
import { EVERYBODY, readsAll, seesWhole } from './parts.ts'
import { type Asked, dueRange } from './ranges.ts'
import { LAST } from './rows.ts'
import { type Item, query as queryItems } from './table.ts'

/**
 * What an office owes itself, by ledger, each record with its soonest day: from the items of its open duties alone, some ten of which are half a read unit.
 * Left out are ledgers of which these do not tell it: where a row may be hidden from the scope, or where an earlier release wrote one of them; all of them, of a
 * question that asks more.
 */
export async function owedCounts({ scope, ledgers, query, today }: Asked): Promise<Map<string, Counts>> {
  const [kind = '', id = ''] = (query.holder ?? '').split(':')
  const fields = fieldsNaming(query, id)
  const told = ledgers.filter(
    (ledger) => fields !== null && seesEach(scope, ledger, `${scope.office.kind}:${scope.office.id}` === query.holder),
  )
  const counts = new Map(told.map(({ key }) => [key, zero()]))
  if (fields === null || told.length === 0) return counts
  const counted = new Set<string>()
  const pk = keys.holder(scope, { kind: kind as 'unit', id })
  const { to } = dueRange(query, today) ?? {}
  for await (const { record, duty, as } of queryItems<OpenDuty & Item>({ pk, ...(to ? { to } : {}), eventual: true })) {
    const of = counts.get(record.ledger)
    if (!of) continue
    if (record.year === undefined || as === undefined) {
      counts.delete(record.ledger)
      continue
    }
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

/** True when nothing that the holder owes can be hidden from the scope. */
function seesEach(scope: Scope, ledger: Ledger, own: boolean): boolean {
  if (readsAll(scope)) return seesWhole(scope, ledger, EVERYBODY)
  return own && ledger.may.read.includes('holder')
}

/** The fields in which the office is asked to stand; null where something is asked that no duty tells. */
function fieldsNaming({ holder: _, sort: __, limit: ___, cursor: ____, where = {}, ...rest }: ListQuery, id: string): string[] | null {
  const { year: _year, states: _states, township: _township, overdue: _overdue, nearDue: _nearDue, dueBefore: _dueBefore, ...more } = rest
  const told = Object.values(where).every((value) => value === id) && Object.values(more).every((asked) => asked === undefined)
  return told ? Object.keys(where) : null
}
