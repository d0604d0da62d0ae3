import type { Was } from '../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Item, query } from '../store/table.ts'

/** A record with all its events, oldest first, and what lies beside each of them to take it back, by its seq. */
export type Stored = { record: LedgerRecord; events: LedgerEvent[]; was: { [seq: string]: Was } }

type Part = Item & { record?: LedgerRecord; event?: LedgerEvent; was?: Was }

/**
 * A record as it lies in its partition, deleted or not. While people work, events may be added behind it as it is read: those after its version are left for
 * the next time, so that what is answered belongs together. Null when it is gone.
 */
export async function readStored({ pk }: Pick<Item, 'pk'>): Promise<Stored | null> {
  const parts: Part[] = []
  for await (const part of query<Part>({ pk })) parts.push(part)
  const record = parts.find((part) => part.record)?.record
  if (!record) return null
  const known = parts.filter((part) => part.event && part.event.seq <= record.version)
  const was = Object.fromEntries(known.flatMap(({ event, was }) => (event && was ? [[event.seq, was]] : [])))
  return { record, events: known.flatMap(({ event }) => event ?? []), was }
}
