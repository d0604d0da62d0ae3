import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import { type Counts, tally, zero } from './counters.ts'
import type { OpenDuty } from './duty-items.ts'
import { entriesOf } from './held-walk.ts'
import { keys, type Ref } from './keys.ts'
import { type ListQuery, passesDue } from './list-query.ts'
import { EVERYBODY, readsAll, seesWhole } from './parts.ts'
import { type Asked, dueRange } from './ranges.ts'
import { LAST } from './rows.ts'
import { type Item, query as queryItems } from './table.ts'

/**
 * What an office owes itself, by ledger, each record with its soonest day: from the items of its open duties alone, some ten of which are half a read unit.
 * The records are read only where these do not tell it: where a row may be hidden from the scope, of a question that asks more, or where an earlier release
 * wrote the item.
 */
export async function owedCounts(asked: Asked): Promise<Map<string, Counts>> {
  const { scope, ledgers, query, today } = asked
  const [kind = '', id = ''] = (query.holder ?? '').split(':')
  const told = new Set(ledgers.filter((each) => seesEach(scope, each, query.holder) && tells(each, kind, id, query)).map(({ key }) => key))
  const counts = new Map(ledgers.map(({ key }) => [key, zero()]))
  const met = new Set<string>()
  const others: Ref[] = []
  const { to } = dueRange(query, today) ?? {}
  const pk = keys.holder(scope, { kind: kind as 'unit', id })
  for await (const { record, duty, as } of queryItems<OpenDuty & Item>({ pk, ...(to ? { to } : {}), eventual: true })) {
    const of = counts.get(record.ledger)
    const name = `${record.ledger}#${record.id}`
    // The soonest comes first, and it alone is asked about.
    if (!of || met.has(name)) continue
    met.add(name)
    if (!told.has(record.ledger) || as === undefined) others.push({ ledger: record.ledger, id: record.id })
    else if (passes(record, duty.dueOn ?? LAST, as, query, today)) tally(of, record.state, duty.dueOn ?? LAST, 1, today)
  }
  for (const { ledger, state, dueOn } of others.length > 0 ? await entriesOf(asked, others) : [])
    tally(counts.get(ledger) ?? zero(), state, dueOn ?? LAST, 1, today)
  return counts
}

/** True when nothing that the holder owes can be hidden from the scope. */
function seesEach(scope: Scope, ledger: Ledger, holder: string | undefined): boolean {
  if (readsAll(scope)) return seesWhole(scope, ledger, EVERYBODY)
  return `${scope.office.kind}:${scope.office.id}` === holder && ledger.may.read.includes('holder')
}

/** True when items of duties tell all that is asked: of fields, in which of them the office itself stands. */
function tells({ fields }: Ledger, kind: string, id: string, { q, unit, desk, rate, where = {} }: ListQuery): boolean {
  const isOffices = (key: string) => {
    const field = fields[key]
    return field !== undefined && 'of' in field && field.of === kind
  }
  return (
    [q, unit, desk, rate].every((asked) => asked === undefined) &&
    Object.entries(where).every(([key, value]) => value === id && isOffices(key))
  )
}

function passes(record: OpenDuty['record'], day: string, as: string[], query: ListQuery, today: string): boolean {
  const { year, term, session, states, township, where = {} } = query
  return (
    (year === undefined || year === record.year) &&
    (term === undefined || term === record.term) &&
    (session === undefined || session === record.session) &&
    (states === undefined || states.includes(record.state)) &&
    (township === undefined || township === (record.township ?? 'county')) &&
    passesDue(day, query, today) &&
    Object.keys(where).every((field) => as.includes(field))
  )
}
