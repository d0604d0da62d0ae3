import { type Entry, LAST } from './entries.ts'
import type { Item, Key } from './expressions.ts'
import { isCounty } from './parts.ts'

/** What one entry adds to: a counter of its partition, under its year, state and who may see it, and there the day of its soonest duty. */
export type Counted = Key & { day: string }

type Seen = Pick<Entry, 'year' | 'state' | 'readers' | 'units' | 'dueOn'> & { pk: string }

/** The counter that an entry item counts in. Kept by audience, so that a count never tells of records outside the scope. */
export function countedBy(entry: Seen): Counted {
  const part = entry.pk.slice(entry.pk.lastIndexOf('#') + 1)
  const own = part.startsWith('~') ? part.slice(1) : `township:${part}`
  const audience = entry.readers.filter((token) => isCounty(token) || token === own || token === 'anyTownship' || token === 'public')
  const involved = part.startsWith('~unit:') && entry.units.includes(part.slice('~unit:'.length))
  return {
    pk: entry.pk.replace('#L#', '#N#'),
    sk: `${entry.year}#${entry.state}#${involved ? '+' : ''}#${[...audience].sort().join(',')}`,
    day: entry.dueOn ?? LAST,
  }
}

/** Where a counter lies across all ledgers (g5): by partition, then by year. */
export function acrossOf({ pk, sk }: Key): { g5pk: string; g5sk: string } {
  const [county, , ledger, part] = pk.split('#')
  return { g5pk: `${county}#NA#${part}`, g5sk: `${sk}#${ledger}` }
}

/** A counter as read: how many records have which soonest day (`LAST` for none). */
export type CounterRow = Key & { state: string; involved: boolean; audience: string[]; days: [string, number][]; n: number; rev: number }

/** Reads a counter item: `n` records in all, of these `d:<day>` with a day. */
export function readCounter(item: Item): CounterRow {
  const [, state = '', involved, audience = ''] = item.sk.split('#')
  const days = Object.entries(item).flatMap(([name, n]): [string, number][] =>
    name.startsWith('d:') && typeof n === 'number' ? [[name.slice(2), n]] : [],
  )
  const n = typeof item.n === 'number' ? item.n : 0
  const dated = days.reduce((sum, [, count]) => sum + count, 0)
  return {
    pk: item.pk,
    sk: item.sk,
    state,
    involved: involved === '+',
    audience: audience.split(',').filter(Boolean),
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
