import { same } from '../../shared/canonical.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Cells } from '../../shared/figures/cells.ts'
import { rounded } from '../../shared/figures/figures.ts'
import type { Scope } from '../../shared/scope.ts'
import { countedBy, gains } from './counter-rows.ts'
import { type Figured, figuredBy } from './figure-rows.ts'
import { keys, type Ref } from './keys.ts'
import { nameOf } from './lists.ts'
import { EVERYBODY } from './parts.ts'
import { partIn } from './rows.ts'
import type { Item, Key } from './table.ts'
import { MOST_WRITES, type Write } from './transaction.ts'

/** What stands projected of a record: the counters that it counts in, each with its day, and what it adds to figures. `rev` steps with each change. */
export type Standing = { rev: number; counted: [counter: string, day: string][]; figured?: Figured }

/** What brings the projection of a record up: the mark that nobody else did so meanwhile, and what counters and rows of figures gain. */
export type Step = { mark: Write; counters: { counter: string; day: string; by: number }[]; rows: Row[] }
type Row = { row: string; cells: Cells; by: number; at?: string }

/** An update may hold some 300 names; so many cells of one row are added to at once. */
const MOST_CELLS = 120

/** The step from what stands to what shall, by the list items of the record as it is now; null when they agree. */
export function stepOf(scope: Scope, ledger: Ledger, ref: Ref, standing: Standing | undefined, items: Item[]): Step | null {
  const counted = items.flatMap((item): [string, string][] => {
    if (typeof item.g6sk !== 'string') return []
    const { pk, sk, day } = countedBy({ pk: item.pk, g6sk: item.g6sk })
    return [[nameOf({ pk, sk }), day]]
  })
  const figured = items.reduce<Figured | null>((found, item) => found ?? figuredBy(ledger, item), null)
  if (standing && same([standing.counted, standing.figured ?? null], [counted, figured])) return null
  const rev = standing?.rev ?? 0
  const when = standing ? { text: 'rev = :rev', values: { ':rev': rev } } : { text: 'attribute_not_exists(rev)' }
  const rowsOf = (one: Figured | null | undefined, by: number): Row[] =>
    (one?.rows ?? []).map((row) => ({
      row: nameOf({ pk: keys.figures(scope, ref.ledger), sk: row }),
      cells: one?.cells ?? {},
      by,
      ...(by > 0 && one ? { at: one.at } : {}),
    }))
  return {
    mark: { put: { ...keys.projection(scope, ref), rev: rev + 1, counted, ...(figured ? { figured } : {}) }, when },
    counters: [
      ...(standing?.counted ?? []).map(([counter, day]) => ({ counter, day, by: -1 })),
      ...counted.map(([counter, day]) => ({ counter, day, by: 1 })),
    ],
    rows: [...rowsOf(standing?.figured, -1), ...rowsOf(figured, 1)],
  }
}

/** How many steps, from the first on, one transaction holds: at least one. */
export function fitting(steps: Step[]): number {
  const items = new Set<string>()
  const cells = new Map<string, Set<string>>()
  const at = steps.findIndex(({ counters, rows }, place) => {
    for (const { counter } of counters) items.add(counter)
    for (const { row, cells: own } of rows) {
      items.add(row)
      const known = cells.get(row) ?? new Set()
      for (const cell of Object.keys(own)) known.add(cell)
      cells.set(row, known)
    }
    return place + 1 + items.size > MOST_WRITES || [...cells.values()].some(({ size }) => size > MOST_CELLS)
  })
  return at < 0 ? steps.length : Math.max(1, at)
}

/** The writes of some steps: their marks, and each counter and row of figures once, by what all of them add. */
export function writesOfSteps(steps: Step[]): Write[] {
  const counters = Map.groupBy(
    steps.flatMap((step) => step.counters),
    ({ counter }) => counter,
  )
  const rows = Map.groupBy(
    steps.flatMap((step) => step.rows),
    ({ row }) => row,
  )
  return [
    ...steps.map(({ mark }) => mark),
    ...[...counters].flatMap(([counter, moves]): Write[] => {
      const add = gains(moves)
      // Where rows move too, one of everybody's counters steps with them, though it counts what it did: who keeps the rows asks for that alone.
      const steps = Object.keys(add).length > 1 || (rows.size > 0 && partIn(keyOf(counter).pk) === EVERYBODY)
      return steps ? [{ update: keyOf(counter), add }] : []
    }),
    ...[...rows].flatMap(([row, moves]): Write[] => {
      const add = summed(moves)
      const at = moves
        .flatMap((move) => move.at ?? [])
        .sort()
        .at(-1)
      if (Object.keys(add).length === 0 && at === undefined) return []
      return [{ update: keyOf(row), add: { ...add, rev: 1 }, ...(at === undefined ? {} : { set: { at } }) }]
    }),
  ]
}

function summed(moves: Row[]): Cells {
  const sum: Cells = {}
  for (const { cells, by } of moves) for (const [cell, n] of Object.entries(cells)) sum[cell] = rounded((sum[cell] ?? 0) + n * by)
  return Object.fromEntries(Object.entries(sum).filter(([, n]) => n !== 0))
}

function keyOf(name: string): Key {
  const at = name.indexOf(' ')
  return { pk: name.slice(0, at), sk: name.slice(at + 1) }
}
