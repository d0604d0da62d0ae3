import type { Scope } from '../../../shared/scope.ts'
import { keys } from '../keys.ts'
import { deleteItems, getItem, getItems, type Item, putItem } from '../table.ts'
import type { Line } from './lines.ts'
import { unpacked } from './packed.ts'

/** A stretch of a ledger's compact copy: the lines from a place by creation up to the next stretch. Never changed. */
export type Stretch = { id: string; from: string; lines: number }

/**
 * The stretches of a ledger by creation, `whole` once every entry is in them or fresh; those that no longer are, since when; what somebody is copying, since
 * when. `rev` steps with each change.
 */
export type Copies = {
  rev: number
  whole: boolean
  stretches: Stretch[]
  dropped: { id: string; at: string }[]
  busy?: { ids: string[]; at: string }
}

/** Lines of a stretch, and its bytes: an item of the table ends at 400 KB. */
export const MOST_LINES = 2000
export const MOST_BYTES = 300_000

/** The stretch that a place by creation belongs to. What is older than all of them belongs to the first. */
export function stretchAt(stretches: Stretch[], sk: string): Stretch | undefined {
  return stretches.findLast(({ from }) => from <= sk) ?? stretches[0]
}

/** The compact copy of a ledger; undefined where there is none yet. */
export async function readCopies(scope: Scope, ledger: string): Promise<Copies | undefined> {
  return getItem<Copies>(keys.copies(scope, ledger))
}

/** Those of some ledgers, as they were a moment ago. */
export async function glanceAtCopies(scope: Scope, ledgers: string[]): Promise<(Copies | undefined)[]> {
  return getItems<Copies>(
    ledgers.map((ledger) => keys.copies(scope, ledger)),
    { eventual: true },
  )
}

/** Writes it, unless somebody else has meanwhile (null). */
export async function writeCopies(
  scope: Scope,
  ledger: string,
  before: Copies | undefined,
  now: Omit<Copies, 'rev'>,
): Promise<Copies | null> {
  const next = { ...now, rev: (before?.rev ?? 0) + 1 }
  const item = { ...keys.copies(scope, ledger), ...next }
  const done = await putItem(item, before ? { when: { text: 'rev = :rev', values: { ':rev': before.rev } } } : { absent: true })
  return done ? next : null
}

/** Writes a stretch of its own: these lines, as they are packed. */
export async function writeStretch(
  scope: Scope,
  ledger: string,
  { id, lines, bytes }: { id: string; lines: Line[]; bytes: Uint8Array },
): Promise<Stretch> {
  await putItem({ ...keyOf(scope, ledger, id), lines: bytes })
  return { id, from: lines[0]?.sk ?? '', lines: lines.length }
}

/** Deletes these stretches of a copy, which nothing names any more. */
export async function deleteStretches(scope: Scope, ledger: string, ids: string[]): Promise<void> {
  await deleteItems(ids.map((id) => keyOf(scope, ledger, id)))
}

/** The lines of some stretches, in their order; null where one has been taken away meanwhile. */
export async function readStretches(scope: Scope, ledger: string, stretches: Stretch[]): Promise<Line[][] | null> {
  const items = await getItems<Item & { lines: Uint8Array }>(stretches.map(({ id }) => keyOf(scope, ledger, id)))
  const found = items.flatMap((item) => (item ? [unpacked(item.lines) as Line[]] : []))
  return found.length === stretches.length ? found : null
}

const keyOf = (scope: Scope, ledger: string, id: string) => ({ pk: keys.stretches(scope, ledger), sk: id })
