import { type FigureRow, readFigureRow } from './figure-rows.ts'
import { Lately } from './lately.ts'
import { getItems, type Item, query, type Range, tableName } from './table.ts'

type Rows = Map<string, FigureRow>

/** So many rows are kept as read, some kilobyte each. */
const stretches = new Lately<Rows>(20_000, ({ size }) => size)

/**
 * The rows of figures of a stretch of keys, as they are. A row steps its `rev` whenever it moves: a process that has read the stretch before asks
 * for that alone, and reads anew what has moved since. Nobody may change what he gets.
 */
export async function keptRows(range: Pick<Range, 'pk'> & { begins: string }): Promise<FigureRow[]> {
  const name = `${tableName()} ${range.pk} ${range.begins}`
  const known = stretches.get(name)
  const rows = known ? await moved(range, known) : await all(range)
  stretches.put(name, rows)
  return [...rows.values()]
}

async function all(range: Range): Promise<Rows> {
  const rows: Rows = new Map()
  for await (const item of query<Item>({ ...range, eventual: true })) rows.set(item.sk, readFigureRow(item))
  return rows
}

async function moved(range: Range, known: Rows): Promise<Rows> {
  const there: Item[] = []
  for await (const item of query<Item>({ ...range, eventual: true, moved: true })) there.push(item)
  const stands = ({ sk, rev = 0, at = '' }: Item) => known.get(sk)?.rev === rev && known.get(sk)?.at === at
  const fresh = await getItems<Item>(
    there.filter((item) => !stands(item)),
    { eventual: true },
  )
  const read = new Map(fresh.flatMap((item) => (item ? [[item.sk, readFigureRow(item)] as const] : [])))
  const rows = there.map((item) => [item.sk, (stands(item) ? known : read).get(item.sk)] as const)
  return new Map(rows.flatMap(([sk, row]) => (row ? [[sk, row] as const] : [])))
}
