import { createHash, randomBytes } from 'node:crypto'
import type { Scope } from '../../shared/scope.ts'
import { keys, type Ref } from './keys.ts'
import { deleteItems, getItems, type Item, type Key, query, updateItem } from './table.ts'
import type { Write } from './transaction.ts'

/** A record that has changed, with the keys under which lists found it before and no longer should. */
export type Changed = Ref & { gone?: Key[] }

/** What is to be done once a transaction is stored: the records to project, and work that it had no room for. */
export type Outbox<W = unknown> = Key & { refs: Changed[]; work?: W }

/** How many ways the outbox is split, so that writers spread over it. */
const SHARDS = 4

/**
 * The write that goes with a transaction, so that what follows from it is done even when this process ends here. `told`: the stream tells of it; what whoever
 * stores does himself before he answers need not be told, and is looked for when work is taken over, and by night.
 */
export function outboxWrite<W>(
  scope: Scope,
  refs: [Changed, ...Changed[]],
  now: Date,
  work: W | undefined,
  { told = true } = {},
): Write & { put: Outbox<W> } {
  const [{ ledger, id }] = refs
  const shard = (createHash('sha256').update(id).digest()[0] ?? 0) % SHARDS
  const sk = `${now.toISOString()}#${ledger}#${id}#${randomBytes(6).toString('hex')}`
  return {
    what: 'outbox',
    put: { pk: keys.outbox(scope, shard, told), sk, refs, ...(told ? { told } : {}), ...(work === undefined ? {} : { work }) },
    absent: true,
  }
}

/** What lies in the outbox since before an instant, the oldest first in each shard: by night nothing, unless something went wrong. */
export async function* readOutbox<W>(scope: Scope, before: Date): AsyncGenerator<Outbox<W>> {
  for (const told of [true, false])
    for (let shard = 0; shard < SHARDS; shard += 1)
      yield* query<Outbox<W>>({ pk: keys.outbox(scope, shard, told), to: before.toISOString() })
}

/** What lies there under these keys; what is done already is left out. */
export async function openOutbox<W>(keys: Key[]): Promise<Outbox<W>[]> {
  const found = await getItems<Outbox<W>>(keys)
  return [...new Set(found)].filter((one) => one !== undefined)
}

/** Its work is done; what is projected from its records may not be yet. */
export async function workDone({ pk, sk }: Key): Promise<void> {
  await updateItem<Item>({ pk, sk }, { remove: ['work'], when: { text: 'attribute_exists(pk)' } })
}

/** All of it is done. */
export async function closeOutbox(done: Key[]): Promise<void> {
  await deleteItems(done)
}
