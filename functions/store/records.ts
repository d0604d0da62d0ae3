import type { Was } from '../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import { keys, type Ref } from './keys.ts'
import { getItem, getItems, query } from './table.ts'

type Stored = { record: LedgerRecord }

/** A record as last written; null when it is absent, deleted (unless asked for) or outside the scope: one answer for all three. */
export async function readRecord(scope: Scope, ledger: string, id: string, options: { deleted?: true } = {}): Promise<LedgerRecord | null> {
  const item = await getItem<Stored>(keys.record(scope, ledger, id))
  return shown(scope, item?.record, options.deleted)
}

/** Begins to read a record before it is known for whom; the scope decides as ever whether it is told, and gets null where it is not. */
export function beginRecord(system: Scope, ledger: string, id: string): (scope: Scope) => Promise<LedgerRecord | null> {
  const reading = getItem<Stored>(keys.record(system, ledger, id))
  // Nobody may come to ask for it.
  reading.catch(() => undefined)
  return async (scope) => shown(scope, (await reading)?.record)
}

/** A record with all that happened to it; `was`: what each event changed, as it was before, by its seq, as far as that was kept. */
export type Whole = { record: LedgerRecord; events: LedgerEvent[]; was: Map<number, Was> }

/** A record with its events, oldest first, in one Query. */
export async function readWhole(scope: Scope, ledger: string, id: string): Promise<Whole | null> {
  const items: { sk: string; record?: LedgerRecord; event?: LedgerEvent; was?: Was }[] = []
  for await (const item of query<(typeof items)[number]>({ pk: keys.record(scope, ledger, id).pk })) items.push(item)
  const record = shown(scope, items.find((item) => item.record)?.record)
  const was = new Map(items.flatMap((item) => (item.event && item.was ? [[item.event.seq, item.was] as const] : [])))
  return record && { record, events: items.flatMap((item) => item.event ?? []), was }
}

/** All events of a record, oldest first, also of one that is deleted. For whoever may see everything. */
export async function readEventsOf(scope: Scope, ledger: string, id: string): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = []
  for await (const { event } of query<{ event: LedgerEvent }>({ pk: keys.record(scope, ledger, id).pk, begins: 'E#' })) events.push(event)
  return events
}

const EACH = 100

/** The records that the scope may see, in the order asked. */
export async function readMany(scope: Scope, refs: Ref[], options: { eventual?: boolean } = {}): Promise<LedgerRecord[]> {
  const items = await getItems<Stored>(
    refs.map(({ ledger, id }) => keys.record(scope, ledger, id)),
    options,
  )
  return items.flatMap((item) => shown(scope, item?.record) ?? [])
}

/** The same of any number of records, a hundred at a time unless said, so that few are held at once. */
export async function* readEach(
  scope: Scope,
  refs: AsyncIterable<Ref>,
  { atOnce = EACH, ...options }: { atOnce?: number; eventual?: boolean } = {},
): AsyncGenerator<LedgerRecord> {
  let batch: Ref[] = []
  for await (const ref of refs) {
    if (batch.push(ref) < atOnce) continue
    yield* await readMany(scope, batch, options)
    batch = []
  }
  yield* await readMany(scope, batch, options)
}

/** Which of these records exist, deleted ones too, whoever may see them. */
export async function areThere(scope: Scope, refs: Ref[]): Promise<boolean[]> {
  const items = await getItems(refs.map(({ ledger, id }) => keys.record(scope, ledger, id)))
  return items.map((item) => item !== undefined)
}

/** Numbers of this list that are taken, whoever may see the record that bears them. */
export async function takenNumbers(scope: Scope, ledger: string, numbers: string[]): Promise<Set<string>> {
  const owners = await getItems(numbers.map((number) => keys.number(scope, ledger, number)))
  return new Set(numbers.filter((_, at) => owners[at]))
}

function shown(scope: Scope, record: LedgerRecord | undefined, deleted?: true): LedgerRecord | null {
  if (!record || (record.deleted && !deleted)) return null
  return sees(scope, record.readers) ? record : null
}
