import { readMark } from './audience.ts'
import type { Item, Key } from './expressions.ts'
import { LAST, readDueKey } from './rows.ts'

/** What one entry adds to: a counter of its partition, under its ledger, year, state and who may see it, and there the day of its soonest duty. */
export type Counted = Key & { day: string }

/** The counter that an entry item counts in. Kept by mark, so that a count never tells of records outside the scope. */
export function countedBy({ pk, g6sk }: { pk: string; g6sk: string }): Counted {
  const { ledger, part, year, state, dueOn } = readDueKey(pk, g6sk)
  const county = pk.slice(0, pk.indexOf('#'))
  const mark = g6sk.slice(g6sk.lastIndexOf('#') + 1)
  return { pk: `${county}#N#${part}`, sk: `${ledger}#${year}#${state}#${mark}`, day: dueOn ?? LAST }
}

/** A counter as read: how many records have which soonest day (`LAST` for none). */
export type CounterRow = Key & {
  ledger: string
  year: number
  state: string
  concerned: boolean
  audience: string[]
  days: [string, number][]
  n: number
  rev: number
}

/** Reads a counter item: `n` records in all, of these `d:<day>` with a day. */
export function readCounter(item: Item): CounterRow {
  const [ledger = '', year, state = '', mark = ''] = item.sk.split('#')
  const days = Object.entries(item).flatMap(([name, n]): [string, number][] =>
    name.startsWith('d:') && typeof n === 'number' && n !== 0 ? [[name.slice(2), n]] : [],
  )
  const n = typeof item.n === 'number' ? item.n : 0
  const dated = days.reduce((sum, [, count]) => sum + count, 0)
  return {
    pk: item.pk,
    sk: item.sk,
    ledger,
    year: Number(year),
    state,
    ...readMark(item.pk.slice(item.pk.lastIndexOf('#') + 1), mark),
    days: [...days, [LAST, n - dated]],
    n,
    rev: typeof item.rev === 'number' ? item.rev : 0,
  }
}

/** What a counter's attributes gain by some entries coming (1) and going (-1). Each change steps `rev`. */
export function gains(counted: { day: string; by: number }[]): Record<string, number> {
  const add: Record<string, number> = { n: 0 }
  for (const { day, by } of counted) {
    add.n = (add.n ?? 0) + by
    if (day !== LAST) add[`d:${day}`] = (add[`d:${day}`] ?? 0) + by
  }
  return { ...Object.fromEntries(Object.entries(add).filter(([, n]) => n !== 0)), rev: 1 }
}
