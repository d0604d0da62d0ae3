import { BatchWriteCommand, DeleteCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { client, tableName } from './client.ts'
import { type Changes, type Condition, conditioned, type Item, type Key, updated } from './expressions.ts'
import { getItems } from './gets.ts'
import { jitter } from './jitter.ts'
import { isEmpty, keyRange, type Range } from './range.ts'

export { client, tableName } from './client.ts'
export type { Changes, Condition, Item, Key } from './expressions.ts'
export { getItem, getItems } from './gets.ts'
export { jitter } from './jitter.ts'
export type { Range } from './range.ts'

/**
 * One page of a Query: a partition of the table or of an index, between two sort keys. `next` goes back in as `after`. Indexes hold keys only: the items
 * are then read by them, as last written, in a second request.
 */
export async function queryPage<T = Item>(range: Range): Promise<{ items: T[]; next?: Range['after'] }> {
  const page = await keysPage<T>(range)
  if (!range.index || page.items.length === 0) return page
  const items = await getItems<T>(page.items as Key[], range.eventual ? { eventual: true } : {})
  return { ...page, items: items.filter((item) => item !== undefined) }
}

/** The same of what an index itself holds: the keys of its items, in the table and in the index. */
export async function keysPage<T = Item>(range: Range): Promise<{ items: T[]; next?: Range['after'] }> {
  if (isEmpty(range)) return { items: [] }
  const { Items, LastEvaluatedKey } = await client().send(new QueryCommand({ TableName: tableName(), ...keyRange(range) }))
  return { items: (Items ?? []) as T[], ...(LastEvaluatedKey ? { next: LastEvaluatedKey } : {}) }
}

/** A page ends at a megabyte. DynamoDB Local reads all that is asked for before it cuts that off: of a million items, for each page. */
const MOST_OF_A_PAGE = 4000

/** Every item of a Query, page by page. */
export async function* query<T = Item>(range: Range): AsyncGenerator<T> {
  let after = range.after
  do {
    const page = await queryPage<T>({ limit: MOST_OF_A_PAGE, ...range, ...(after ? { after } : {}) })
    yield* page.items
    after = page.next
  } while (after)
}

/** Writes an item; false when the condition does not hold (`absent`: there is one already). */
export async function putItem(item: Item, options: { absent?: true; when?: Condition } = {}): Promise<boolean> {
  return held(() => client().send(new PutCommand({ TableName: tableName(), Item: item, ...conditioned(options) })))
}

/** Changes an item (makes it when absent); answers it as it is now, false when the condition does not hold. */
export async function updateItem<T = Item>(key: Key, changes: Changes): Promise<T | false> {
  let now: T | undefined
  const done = await held(async () => {
    const answer = await client().send(
      new UpdateCommand({ TableName: tableName(), Key: { pk: key.pk, sk: key.sk }, ReturnValues: 'ALL_NEW', ...updated(changes) }),
    )
    now = answer.Attributes as T
  })
  return done && (now as T)
}

/** Deletes an item; false when the condition does not hold. */
export async function deleteItem(key: Key, when?: Condition): Promise<boolean> {
  return held(() =>
    client().send(new DeleteCommand({ TableName: tableName(), Key: { pk: key.pk, sk: key.sk }, ...conditioned(when ? { when } : {}) })),
  )
}

/** Writes many items without conditions, 25 at a time. */
export async function putItems(items: Item[]): Promise<void> {
  for (const chunk of chunks(items, 25)) await writeChunk(chunk.map((Item) => ({ PutRequest: { Item } })))
}

/** Deletes many items without conditions, 25 at a time. */
export async function deleteItems(keys: Key[]): Promise<void> {
  for (const chunk of chunks(keys, 25)) await writeChunk(chunk.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })))
}

type Request = { PutRequest: { Item: Item } } | { DeleteRequest: { Key: Key } }

async function writeChunk(requests: Request[]): Promise<void> {
  for (let attempt = 0, left = requests; left.length > 0; attempt += 1) {
    if (attempt > 0) await jitter(attempt)
    const { UnprocessedItems } = await client().send(new BatchWriteCommand({ RequestItems: { [tableName()]: left } }))
    left = (UnprocessedItems?.[tableName()] ?? []) as Request[]
  }
}

const ATTEMPTS = 12

/** False when the condition does not hold. A write that meets a transaction is tried again: that says nothing about the condition. */
async function held(write: () => Promise<unknown>): Promise<boolean> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await write()
      return true
    } catch (error) {
      const { name } = error as Error
      if (name === 'ConditionalCheckFailedException') return false
      if (name !== 'TransactionConflictException' || attempt === ATTEMPTS) throw error
      await jitter(attempt)
    }
  }
}

function chunks<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
}
