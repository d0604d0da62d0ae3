import type { Ledger } from '../../shared/definition/ledger.ts'
import { heldBy } from '../../shared/duty.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Refusal, refuseInput } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { world } from '../world.ts'
import { readTotals } from './counters.ts'
import type { Ref } from './keys.ts'
import { cursorAt, type ListQuery, orderOf, placeAfter, queryFaults, stillPasses } from './list-query.ts'
import type { Placed } from './merge.ts'
import type { Asked } from './ranges.ts'
import { readMany } from './records.ts'
import { walk } from './walk.ts'

export type { ListQuery } from './list-query.ts'

export type Page = { data: LedgerRecord[]; next?: string; total?: number }

/**
 * One page of what the scope may see of a ledger (or of several). At most 100 rows, 25 unless said. `total` is given where counters know it, or the page is
 * all; they are asked beside the rows and run a moment behind, so the total is never less than what is seen. Refuses (422) an unknown order, state or
 * field, and a cursor given for another question.
 */
export async function listRecords(scope: Scope, ledger: Ledger | Ledger[], query: ListQuery, today: string): Promise<Page | Refusal> {
  const ledgers = [ledger].flat()
  const faults = queryFaults(ledgers, query)
  if (faults.length > 0) return refuseInput(faults)
  const after = query.cursor === undefined ? undefined : placeAfter(query.cursor, ledgers, query)
  if (typeof after === 'object') return after
  const limit = Math.min(100, Math.max(1, query.limit ?? 25))
  const order = orderOf(query.sort) ?? newestFirst
  const counting = readTotals(scope, ledgers, query, today)
  const asked = { scope, ledgers, query, order, today, counted: counting, ...(after === undefined ? {} : { after }) }
  const [{ rows, more }, counted] = await Promise.all([firstRows(asked, limit), counting])
  const data = await present(scope, ledgers, query, today, rows)
  const last = rows.at(-1)
  const sum = counted && [...counted.values()].reduce((all, { total }) => all + total, 0)
  const total = !more && after === undefined ? data.length : sum === null ? undefined : Math.max(sum, data.length)
  return {
    data,
    ...(more && last ? { next: cursorAt(last.place, ledgers, query) } : {}),
    ...(total === undefined ? {} : { total }),
  }
}

/** The records of rows, as last written; one that has moved away since its row was written is not shown where it no longer belongs. */
async function present(scope: Scope, ledgers: Ledger[], query: ListQuery, today: string, rows: Placed<Ref>[]): Promise<LedgerRecord[]> {
  const order = orderOf(query.sort) ?? newestFirst
  // What offices are called is read when there is a word.
  const sought = query.q === undefined ? [] : (await import('./sought.ts')).soughtIn(query.q, (await world()).offices)
  const records = await readMany(
    scope,
    rows.map(({ entry }) => entry),
  )
  const places = new Map(rows.map(({ entry: { ledger, id }, place }) => [`${ledger}#${id}`, place]))
  return records.filter((record) => {
    const ledger = ledgers.find(({ key }) => key === record.ledger)
    // Of what an office owes, its own days are asked about.
    const duties = heldBy(record.duties, query.holder)
    if (query.holder !== undefined && duties.length === 0) return false
    return (
      ledger &&
      stillPasses(ledger, { ...record, duties }, query, { order, today, sought }, places.get(`${record.ledger}#${record.id}`) ?? '')
    )
  })
}

const newestFirst = { by: 'createdAt' as const, newest: true }

async function firstRows(asked: Asked, limit: number): Promise<{ rows: Placed<Ref>[]; more: boolean }> {
  const rows: Placed<Ref>[] = []
  for await (const row of walk({ ...asked, about: limit + 1 })) {
    if (rows.length === limit) return { rows, more: true }
    rows.push(row)
  }
  return { rows, more: false }
}
