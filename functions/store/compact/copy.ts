import { same } from '../../../shared/canonical.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Entry } from '../entries.ts'
import { keys } from '../keys.ts'
import { type Item, query } from '../table.ts'
import { entryIn, freshKey, type Line, readFresh } from './lines.ts'
import { readCopies, readStretches, type Stretch } from './stretches.ts'

const ATTEMPTS = 3
/** Fewer entries are as soon read as they are. */
const WORTH = 300
/** So many stretches are read at once: of a million entries nobody holds all. */
const TOGETHER = 16

/**
 * Every entry of everybody's partition of a ledger, from its compact copy and what has become fresh since, in no order, some at a time: two requests in
 * turn, and a fortieth of the bytes. Null where there is none, it is too small to be worth it, or moved whenever it was read.
 */
export async function readCopy(scope: Scope, { key }: Ledger): Promise<AsyncGenerator<Entry[]> | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [before, fresh] = await Promise.all([readCopies(scope, key), freshOf(scope, key)])
    if (!before?.whole || before.stretches.reduce((sum, { lines }) => sum + lines, 0) < WORTH) return null
    const [first, after] = await Promise.all([rowsOf(scope, key, before.stretches.slice(0, TOGETHER)), readCopies(scope, key)])
    // What was fresh before all this and is no longer has come into stretches: into these, or into others that are seen now.
    if (first && after && same(after.stretches, before.stretches)) return entriesOf(scope, key, before.stretches, first, fresh)
  }
  return null
}

/** The fresh lines of a ledger, by place. */
async function freshOf(scope: Scope, ledger: string): Promise<Map<string, Line>> {
  const { pk, sk } = freshKey(scope, ledger, '')
  const fresh = new Map<string, Line>()
  for await (const item of query<Item>({ pk, begins: sk })) {
    const { line } = readFresh(item)
    fresh.set(line.sk, line)
  }
  return fresh
}

/** A line as it is compared with a fresh one; no entry where it is gone. */
type CopiedRow = Pick<Line, 'sk' | 'v'> & { entry: Entry | null }

function rowOf(scope: Scope, ledger: string, line: Line): CopiedRow {
  return { sk: line.sk, v: line.v, entry: line.gone ? null : entryIn(scope, ledger, line) }
}

const kept = new Map<string, CopiedRow[]>()
/** So many rows are kept as read: stretches never change, and a row takes about a kilobyte. */
const KEPT = 64_000

/** The rows of some stretches; null where one has been taken away meanwhile. What was read lately is not read again. */
async function rowsOf(scope: Scope, ledger: string, stretches: Stretch[]): Promise<CopiedRow[][] | null> {
  const nameOf = ({ id }: Stretch) => `${keys.stretches(scope, ledger)} ${id}`
  const missing = stretches.filter((stretch) => !kept.has(nameOf(stretch)))
  const read = await readStretches(scope, ledger, missing)
  if (!read) return null
  const found = new Map(missing.map((stretch, at) => [stretch, (read[at] ?? []).map((line) => rowOf(scope, ledger, line))]))
  return stretches.map((stretch) => {
    const rows = kept.get(nameOf(stretch)) ?? found.get(stretch) ?? []
    keep(nameOf(stretch), rows)
    return rows
  })
}

/** Keeps what was used last, as much as there is room for. */
function keep(name: string, rows: CopiedRow[]): void {
  kept.delete(name)
  kept.set(name, rows)
  let sum = [...kept.values()].reduce((all, { length }) => all + length, 0)
  for (const [oldest, { length }] of kept) {
    if (sum <= KEPT || oldest === name) return
    kept.delete(oldest)
    sum -= length
  }
}

/** What stretches tell, as far as nothing fresh tells later, and then what is fresh. A stretch that is read no longer stays for a quarter of an hour. */
async function* entriesOf(
  scope: Scope,
  ledger: string,
  stretches: Stretch[],
  first: CopiedRow[][],
  fresh: Map<string, Line>,
): AsyncGenerator<Entry[]> {
  const isLatest = ({ sk, v }: CopiedRow): boolean => {
    const later = fresh.get(sk)
    if (later && later.v >= v) return false
    fresh.delete(sk)
    return true
  }
  for (let from = 0; from < stretches.length; from += TOGETHER) {
    const rows = from === 0 ? first : await rowsOf(scope, ledger, stretches.slice(from, from + TOGETHER))
    if (!rows) throw new Error(`Stretches of ${ledger} were taken away while they were read`)
    for (const some of rows) yield some.filter(isLatest).flatMap(({ entry }) => entry ?? [])
  }
  yield [...fresh.values()].flatMap((line) => rowOf(scope, ledger, line).entry ?? [])
}
