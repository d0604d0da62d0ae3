import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Cells } from '../../shared/figures/cells.ts'
import { rounded } from '../../shared/figures/figures.ts'
import type { Scope } from '../../shared/scope.ts'
import { figuredBy, readFigureRow } from './figure-rows.ts'
import { keys } from './keys.ts'
import { EVERYBODY } from './parts.ts'
import { mendedCounter } from './steps.ts'
import { type Item, type Key, query, updateItem } from './table.ts'
import { transactItems } from './transaction.ts'

type Drift = { partition: string; counter: string; by: Cells; repaired: boolean }

/**
 * Adds the figures of a ledger up anew from its entries and compares the rows that are kept of them. What differs is told, and repaired where the row has
 * not moved since it was read and no entry since `quiet`.
 */
export async function recountFigures(scope: Scope, ledger: Ledger, quiet: string): Promise<Drift[]> {
  const is = new Map<string, Cells>()
  let still = true
  for await (const entry of query<Item>({ pk: keys.entries(scope, ledger.key, EVERYBODY), eventual: true })) {
    if (String(entry.updatedAt) > quiet) still = false
    const { rows, cells } = figuredBy(ledger, entry) ?? { rows: [], cells: {} }
    for (const row of rows) is.set(row, sum(is.get(row) ?? {}, cells, 1))
  }
  const pk = keys.figures(scope, ledger.key)
  const steppedBy = (sk: string): Key => ({
    pk: keys.counters(scope, EVERYBODY),
    sk: mendedCounter(ledger.key, readFigureRow({ pk, sk }).year),
  })
  const drifts: (Drift & { rev: number })[] = []
  const differs = (sk: string, was: Cells, rev: number) => {
    const by = Object.fromEntries(Object.entries(sum(is.get(sk) ?? {}, was, -1)).filter(([, n]) => n !== 0))
    if (Object.keys(by).length > 0) drifts.push({ partition: `${ledger.key}#figures`, counter: sk, by, repaired: false, rev })
    is.delete(sk)
  }
  for await (const item of query<Item>({ pk })) {
    const { cells, rev } = readFigureRow(item)
    differs(item.sk, cells, rev)
    await dropZeros(item, cells, rev)
  }
  for (const sk of [...is.keys()]) differs(sk, {}, 0)
  const told: Drift[] = []
  // One after the other: they step the same counter.
  for (const { rev, ...drift } of drifts)
    told.push({ ...drift, repaired: still && (await repair({ pk, sk: drift.counter }, drift.by, rev, steppedBy(drift.counter))) })
  return told
}

/** Together with a counter that steps, for whoever keeps the row. */
async function repair(key: Key, by: Cells, rev: number, counter: Key): Promise<boolean> {
  return !(await transactItems([
    { update: key, add: { ...by, rev: 1 }, when: ofRev(rev) },
    { update: counter, add: { rev: 1 } },
  ]))
}

/** Takes away what adds nothing any more, unless the item has moved since it was read. */
export async function dropZeros(key: { pk: string; sk: string }, values: Record<string, number>, rev: number): Promise<void> {
  const remove = Object.entries(values).flatMap(([name, n]) => (n === 0 ? [name] : []))
  if (remove.length > 0) await updateItem(key, { remove, when: ofRev(rev) })
}

/** Holds while nothing has been added to the item since it was read. */
export function ofRev(rev: number) {
  return rev === 0 ? { text: 'attribute_not_exists(rev)' } : { text: 'rev = :rev', values: { ':rev': rev } }
}

function sum(one: Cells, other: Cells, by: number): Cells {
  const all = { ...one }
  for (const [cell, n] of Object.entries(other)) all[cell] = rounded((all[cell] ?? 0) + n * by)
  return all
}
