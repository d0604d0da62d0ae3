import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import { client, tableName } from './client.ts'
import { type Place, workHere } from './county.ts'
import type { Item, Key } from './expressions.ts'
import { jitter } from './jitter.ts'

/** So many keys one BatchGet takes. */
const EACH = 100

type Options = { eventual?: boolean }
type Found = Map<string, Item>
/** What one piece of work asks for before it waits for anything: read together. */
type Round = { keys: Map<string, Key>; read: Promise<Found> }
const rounds = { now: new WeakMap<Place, Round>(), eventually: new WeakMap<Place, Round>() }

/**
 * One item, or undefined. Reads what was last written unless `eventual`, which costs half. What one piece of work asks for at the same time, by this or by
 * `getItems`, goes as one request.
 */
export async function getItem<T = Item>(key: Key, options: Options = {}): Promise<T | undefined> {
  const [found] = await getItems<T>([key], options)
  return found
}

/** Many items in the order of their keys, undefined where there is none. */
export async function getItems<T = Item>(keys: Key[], options: Options = {}): Promise<(T | undefined)[]> {
  if (keys.length === 0) return []
  const found = await roundOf(keys, options.eventual === true)
  return keys.map((key) => found.get(nameOf(key)) as T | undefined)
}

function roundOf(keys: Key[], eventual: boolean): Promise<Found> {
  const here = workHere()
  const open = eventual ? rounds.eventually : rounds.now
  const round = (here && open.get(here)) ?? begin(() => here && open.delete(here), eventual)
  if (here) open.set(here, round)
  for (const { pk, sk } of keys) round.keys.set(nameOf({ pk, sk }), { pk, sk })
  return round.read
}

/** Begins to gather keys; they are read when everybody who could ask now has asked. */
function begin(close: () => void, eventual: boolean): Round {
  const keys: Round['keys'] = new Map()
  const gathered = new Promise<void>((asked) => process.nextTick(asked))
  const read = gathered.then(() => {
    close()
    return readAll([...keys.values()], !eventual)
  })
  return { keys, read }
}

async function readAll(keys: Key[], ConsistentRead: boolean): Promise<Found> {
  const found: Found = new Map()
  const [only] = keys
  if (only && keys.length === 1) {
    const { Item } = await client().send(new GetCommand({ TableName: tableName(), Key: only, ConsistentRead }))
    if (Item) found.set(nameOf(only), Item as Item)
    return found
  }
  const chunks = Array.from({ length: Math.ceil(keys.length / EACH) }, (_, at) => keys.slice(at * EACH, (at + 1) * EACH))
  await Promise.all(chunks.map((chunk) => readChunk(chunk, found, ConsistentRead)))
  return found
}

async function readChunk(keys: Key[], found: Found, ConsistentRead: boolean): Promise<void> {
  for (let attempt = 0, left = keys; left.length > 0; attempt += 1) {
    if (attempt > 0) await jitter(attempt)
    const name = tableName()
    const { Responses, UnprocessedKeys } = await client().send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys: left, ConsistentRead } } }),
    )
    for (const item of (Responses?.[name] ?? []) as Item[]) found.set(nameOf(item), item)
    left = (UnprocessedKeys?.[name]?.Keys ?? []) as Key[]
  }
}

function nameOf(key: Key): string {
  return `${key.pk} ${key.sk}`
}
