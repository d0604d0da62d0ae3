export type Placed<T> = { place: string; entry: T }

/**
 * Merges streams that are each in order into one, leaving out what comes twice (a record may stand in several partitions). All first pages are
 * fetched at once.
 */
export async function* merge<T>(streams: AsyncGenerator<Placed<T>>[], newest: boolean): AsyncGenerator<Placed<T>> {
  const heads = await Promise.all(streams.map(async (stream) => ({ stream, head: await stream.next() })))
  let last: string | undefined
  for (;;) {
    const live = heads.filter(({ head }) => !head.done)
    const first = live.reduce<(typeof heads)[number] | undefined>(
      (best, each) => (best && !sooner(each.head.value, best.head.value, newest) ? best : each),
      undefined,
    )
    if (!first || first.head.done) return
    const { value } = first.head
    if (value.place !== last) yield value
    last = value.place
    first.head = await first.stream.next()
  }
}

type Asked = { order: { newest: boolean }; after?: string | undefined }

/** Rows in the order asked; they are sorted where they stand. */
export function sort<T extends { place: string }>({ order }: Asked, rows: T[]): T[] {
  return rows.sort((one, other) => (one.place < other.place === order.newest ? 1 : -1))
}

/** True when a place comes after the one from which a page goes on. */
export function isBeyond({ order, after }: Asked, place: string): boolean {
  return after === undefined || (order.newest ? place < after : place > after)
}

// DynamoDB orders keys by bytes, JavaScript by UTF-16 units: the same for everything that our keys can hold.
function sooner(a: Placed<unknown>, b: Placed<unknown>, newest: boolean): boolean {
  return newest ? a.place > b.place : a.place < b.place
}
