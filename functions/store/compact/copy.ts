import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Entry } from '../entries.ts'
import { keys } from '../keys.ts'
import { Lately } from '../lately.ts'
import { type Item, query } from '../table.ts'
import { entryIn, freshKey, type Line, readFresh } from './lines.ts'
import { type Copies, readCopies, readStretches, type Stretch, stretchAt } from './stretches.ts'

const ATTEMPTS = 3
/** Fewer entries are as soon read as they are. */
const WORTH = 300
/** So many stretches are read at once: of a million entries nobody holds all. */
const TOGETHER = 16

/** Which way a copy is gone through: from the newest or the oldest, of all or of those after a place by creation; `few`: when a page of it may do. */
export type Way = { newest: boolean; after?: string; few?: boolean }

/**
 * Every entry of everybody's partition of a ledger, from its compact copy and what has become fresh since: by creation from stretch to stretch, in no order
 * within one. Two requests in turn, one where the stretches are known, and a fortieth of the bytes. Null where there is none, it is too small to be worth it,
 * or moved whenever it was read.
 */
export async function readCopy(scope: Scope, { key }: Ledger, way: Way = { newest: true }): Promise<AsyncGenerator<Entry[]> | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [copies, { fresh, taken }] = await Promise.all([readCopies(scope, key), freshOf(scope, key)])
    if (!copies || !isWorth(copies)) return null
    // What is missing among the fresh lines is in later copies than these.
    if (taken > copies.rev) continue
    const all = batchesOf(along(copies.stretches, way), way)
    const first = await rowsOf(scope, key, all[0] ?? [])
    if (first) return entriesOf(scope, key, { batches: all, first, fresh: byStretch(copies.stretches, fresh) })
  }
  return null
}

/** True of a copy that tells all, and more than would as soon be read entry by entry. */
export function isWorth(copies: Copies | undefined): boolean {
  return copies?.whole === true && copies.stretches.reduce((sum, { lines }) => sum + lines, 0) >= WORTH
}

/** The stretches that hold something of what is wanted, in that order. What is older than all of them belongs to the first. */
function along(stretches: Stretch[], { newest, after }: Way): Stretch[] {
  const wanted = stretches.filter(({ from }, at) => {
    const next = stretches[at + 1]
    if (after === undefined) return true
    return newest ? at === 0 || from < after : next === undefined || next.from > after
  })
  return newest ? wanted.reverse() : wanted
}

function batchesOf(stretches: Stretch[], { few = false }: Way): Stretch[][] {
  const found: Stretch[][] = []
  for (let [from, size] = [0, few ? 1 : TOGETHER]; from < stretches.length; from += size, size = Math.min(TOGETHER, size * 2))
    found.push(stretches.slice(from, from + size))
  return found
}

function byStretch(stretches: Stretch[], fresh: Line[]): Map<Stretch | undefined, Line[]> {
  return Map.groupBy(fresh, ({ sk }) => stretchAt(stretches, sk))
}

/** The fresh lines of a ledger; and which copies hold all that was taken from among them before the last of these was read. */
async function freshOf(scope: Scope, ledger: string): Promise<{ fresh: Line[]; taken: number }> {
  const { pk, sk } = freshKey(scope, ledger, '')
  const fresh: Line[] = []
  let taken = 0
  for await (const item of query<Item>({ pk, begins: sk })) {
    const read = readFresh(item)
    if (read) fresh.push(read.line)
    else taken = Number(item.rev)
  }
  return { fresh, taken }
}

/** A line as it is compared with a fresh one; no entry where it is gone. */
type CopiedRow = Pick<Line, 'sk' | 'v'> & { entry: Entry | null }

function rowOf(scope: Scope, ledger: string, line: Line): CopiedRow {
  return { sk: line.sk, v: line.v, entry: line.gone ? null : entryIn(scope, ledger, line) }
}

/** So many rows are kept as read: stretches never change, and a row takes about a kilobyte. */
const kept = new Lately<CopiedRow[]>(64_000, ({ length }) => length)

/** The rows of some stretches; null where one has been taken away meanwhile. What was read lately is not read again. */
async function rowsOf(scope: Scope, ledger: string, stretches: Stretch[]): Promise<CopiedRow[][] | null> {
  const nameOf = ({ id }: Stretch) => `${keys.stretches(scope, ledger)} ${id}`
  const missing = stretches.filter((stretch) => !kept.get(nameOf(stretch)))
  const read = await readStretches(scope, ledger, missing)
  if (!read) return null
  const found = new Map(missing.map((stretch, at) => [stretch, (read[at] ?? []).map((line) => rowOf(scope, ledger, line))]))
  return stretches.map((stretch) => {
    const rows = kept.get(nameOf(stretch)) ?? found.get(stretch) ?? []
    kept.put(nameOf(stretch), rows)
    return rows
  })
}

/** `first`: the rows of the first batch. */
type Opened = { batches: Stretch[][]; first: CopiedRow[][]; fresh: Map<Stretch | undefined, Line[]> }

/** What stretches tell, with what is fresh over it. A stretch that is read no longer stays for a quarter of an hour. */
async function* entriesOf(scope: Scope, ledger: string, { batches, first, fresh }: Opened): AsyncGenerator<Entry[]> {
  for (const [turn, stretches] of batches.entries()) {
    const rows = turn === 0 ? first : await rowsOf(scope, ledger, stretches)
    if (!rows) throw new Error(`Stretches of ${ledger} were taken away while they were read`)
    for (const [at, stretch] of stretches.entries()) {
      const newer = (fresh.get(stretch) ?? []).map((line) => rowOf(scope, ledger, line))
      yield overlaid(rows[at] ?? [], newer).flatMap(({ entry }) => entry ?? [])
    }
  }
}

/** Rows with newer ones instead of those of the same place, as far as these are not later still. */
function overlaid(rows: CopiedRow[], newer: CopiedRow[]): CopiedRow[] {
  if (newer.length === 0) return rows
  const left = new Map(newer.map((row) => [row.sk, row]))
  const stay = rows.filter(({ sk, v }) => {
    const later = left.get(sk)
    if (later && later.v >= v) return false
    left.delete(sk)
    return true
  })
  return [...stay, ...left.values()]
}
