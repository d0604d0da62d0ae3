import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Cells, standingIn } from '../../shared/figures/cells.ts'
import { rounded } from '../../shared/figures/figures.ts'
import { countedBy, readCounter } from '../store/counter-rows.ts'
import { figuredBy, readFigureRow } from '../store/figure-rows.ts'
import { nameOf } from '../store/lists.ts'
import { LAST } from '../store/rows.ts'
import { kindOf } from '../store/scan.ts'
import type { Item } from '../store/table.ts'
import type { Fault } from './story.ts'

type Tally = { add: (ledger: Ledger, items: Item[]) => void; faults: (sums: Item[]) => Fault[] }

/** Counts records anew, as they are added with what lists hold of them; then tells which counters and rows of figures say otherwise. */
export function tallies(): Tally {
  const all = new Map<string, Cells>()
  const gain = (name: string, cells: Cells) => {
    const known = all.get(name) ?? {}
    for (const [cell, n] of Object.entries(cells)) known[cell] = rounded((known[cell] ?? 0) + n)
    all.set(name, known)
  }
  return {
    add: (ledger, items) => {
      for (const item of items) {
        if (typeof item.g6sk !== 'string') continue
        const { pk, sk, day } = countedBy({ pk: item.pk, g6sk: item.g6sk })
        gain(nameOf({ pk, sk }), { n: 1, ...(day === LAST ? {} : { [`d:${day}`]: 1 }) })
        const figured = figuredBy(ledger, item)
        const [county] = item.pk.split('#')
        for (const row of figured?.rows ?? []) gain(nameOf({ pk: `${county}#FIGURES#${ledger.key}`, sk: row }), figured?.cells ?? {})
      }
    },
    faults: (sums) => {
      const kept = new Map(
        sums.map((item) => [nameOf(item), { kind: kindOf(item) === 'N' ? 'counters' : 'figures', cells: cellsOf(item) }]),
      )
      return [...new Set([...all.keys(), ...kept.keys()])].flatMap((where): Fault[] => {
        const { kind = where.includes('#FIGURES#') ? 'figures' : 'counters', cells = {} } = kept.get(where) ?? {}
        const is = all.get(where) ?? {}
        // A row that an earlier release wrote counts no states, or those alone that moved since: fewer than there are, until the night has them.
        const told = (cell: string) => !standingIn(cell) || standing(cells) >= standing(is) || !kept.has(where)
        const off = [...new Set([...Object.keys(is), ...Object.keys(cells)])].filter(
          (cell) => told(cell) && (is[cell] ?? 0) !== (cells[cell] ?? 0),
        )
        const says = off.map((cell) => `${cell} is ${cells[cell] ?? 0}, counted ${is[cell] ?? 0}`).join('; ')
        return off.length === 0 ? [] : [{ kind: kind as Fault['kind'], where, says }]
      })
    },
  }
}

/** How many records a row says that it counts by their states. */
const standing = (cells: Cells) => Object.entries(cells).reduce((sum, [cell, n]) => sum + (standingIn(cell) ? n : 0), 0)

function cellsOf(item: Item): Cells {
  if (kindOf(item) !== 'N') return readFigureRow(item).cells
  const { n, days } = readCounter(item)
  return { n, ...Object.fromEntries(days.flatMap(([day, count]) => (day === LAST ? [] : [[`d:${day}`, count]]))) }
}
