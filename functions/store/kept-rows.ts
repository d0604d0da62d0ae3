import { type FigureRow, readFigureRow } from './figure-rows.ts'
import { Lately } from './lately.ts'
import type { Steps } from './steps.ts'
import { getItems, type Item, query, type Range, tableName } from './table.ts'

type Rows = Map<string, FigureRow>
type Stretch = { rows: Rows; steps: Steps }

/** So many rows are kept as read, some kilobyte each. */
const stretches = new Lately<Stretch>(20_000, ({ rows }) => rows.size)

/**
 * The rows of figures of a stretch of keys, as they were when the ledger's counters had taken these steps, or later. A process that has read the stretch at the
 * same steps asks for nothing; after others, which of its rows have moved, and reads these anew. Nobody may change what he gets.
 * @param steps as they were read before this call: rows are read consistently, so that none is older
 */
export async function keptRows(range: Pick<Range, 'pk'> & { begins: string }, steps: Steps = ''): Promise<FigureRow[]> {
  const name = `${tableName()} ${range.pk} ${range.begins}`
  const known = stretches.get(name)
  const rows = !known ? await all(range) : known.steps === steps ? known.rows : await moved(range, known.rows)
  stretches.put(name, { rows, steps })
  return [...rows.values()]
}

async function all(range: Range): Promise<Rows> {
  const rows: Rows = new Map()
  for await (const item of query<Item>(range)) rows.set(item.sk, readFigureRow(item))
  return rows
}

async function moved(range: Range, known: Rows): Promise<Rows> {
  const there: Item[] = []
  for await (const item of query<Item>({ ...range, moved: true })) there.push(item)
  const stands = ({ sk, rev = 0, at = '' }: Item) => known.get(sk)?.rev === rev && known.get(sk)?.at === at
  const fresh = await getItems<Item>(there.filter((item) => !stands(item)))
  const read = new Map(fresh.flatMap((item) => (item ? [[item.sk, readFigureRow(item)] as const] : [])))
  const rows = there.map((item) => [item.sk, (stands(item) ? known : read).get(item.sk)] as const)
  return new Map(rows.flatMap(([sk, row]) => (row ? [[sk, row] as const] : [])))
}
