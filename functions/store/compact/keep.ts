import { randomBytes } from 'node:crypto'
import type { Scope } from '../../../shared/scope.ts'
import type { Condition, Item } from '../expressions.ts'
import { keys } from '../keys.ts'
import { EVERYBODY } from '../parts.ts'
import { deleteItem, putItem, query } from '../table.ts'
import { type Line, lineOf, readFresh, takenKey } from './lines.ts'
import { packed } from './packed.ts'
import {
  type Copies,
  deleteStretches,
  MOST_BYTES,
  MOST_LINES,
  readCopies,
  readStretches,
  type Stretch,
  stretchAt,
  writeCopies,
  writeStretch,
} from './stretches.ts'

/** So many fresh lines are worth copying while people work. */
const WORTH = 400
/** A copy of more entries than these is not begun by day. */
const BY_DAY = 20_000
/** Most fresh lines that are copied at once; so many are taken away side by side. */
const TOGETHER = 4000
const AT_ONCE = 32
/** A read that began before is over, and so is a copying. */
const OVER = 15 * 60_000

/** `begin`: most entries of a copy that is begun; `again`: whether one that could not be is tried again. */
type Pace = { begin: number; again: boolean; now: () => Date }
type Fresh = { item: Item; line: Line }

/** Copies what is fresh when it has become much: after writes, and when a register has come in. Answers how many lines. */
export async function copyByDay(scope: Scope, now: () => Date): Promise<number> {
  let copied = 0
  for (;;) {
    const fresh = await freshLines(scope)
    const count = [...fresh.values()].reduce((sum, { length }) => sum + length, 0)
    if (count < WORTH) return copied
    const some = await copyAll(scope, fresh.keys(), fresh, { begin: BY_DAY, again: false, now })
    if (some === 0) return copied
    copied += some
  }
}

/** Copies whatever is fresh, and begins what has no copy yet. Answers how many lines. */
export async function copyByNight(scope: Scope, ledgers: string[], now: () => Date): Promise<number> {
  const pace = { begin: Number.POSITIVE_INFINITY, again: true, now }
  let copied = await copyAll(scope, ledgers, await freshLines(scope), pace)
  for (let some = copied; some >= TOGETHER; copied += some) {
    const fresh = await freshLines(scope)
    some = await copyAll(scope, fresh.keys(), fresh, pace)
  }
  return copied
}

/**
 * Leaves the copy of a ledger as one that could not be begun: nothing is read from it, and the next night begins it. False where there was none, or somebody
 * was quicker. Who is copying finds it changed and gives up; what he wrote goes with the rest.
 */
export async function forget(scope: Scope, ledger: string, now: () => Date): Promise<boolean> {
  const known = await readCopies(scope, ledger)
  if (!known?.whole) return false
  const gone = [...known.stretches.map(({ id }) => id), ...(known.busy?.ids ?? [])].map((id) => ({ id, at: now().toISOString() }))
  return (await writeCopies(scope, ledger, known, { whole: false, stretches: [], dropped: [...known.dropped, ...gone] })) !== null
}

async function copyAll(scope: Scope, ledgers: Iterable<string>, fresh: Map<string, Fresh[]>, pace: Pace): Promise<number> {
  let copied = 0
  for (const ledger of ledgers) copied += await copy(scope, ledger, fresh.get(ledger) ?? [], pace)
  return copied
}

/** The fresh lines there are, by ledger; at most so many. */
async function freshLines(scope: Scope): Promise<Map<string, Fresh[]>> {
  const found = new Map<string, Fresh[]>()
  let count = 0
  for await (const item of query<Item>({ pk: keys.freshLines(scope), eventual: true })) {
    const fresh = readFresh(item)
    if (!fresh) continue
    const { ledger, line } = fresh
    const lines = found.get(ledger) ?? []
    found.set(ledger, lines)
    lines.push({ item, line })
    count += 1
    if (count === TOGETHER) break
  }
  return found
}

/**
 * Brings the copy of a ledger up to its fresh lines. May run twice, be cut off, or be done by several at once: what is read changes in one write, and fresh
 * lines go after it.
 */
async function copy(scope: Scope, ledger: string, fresh: Fresh[], { begin, again, now }: Pace): Promise<number> {
  const known = await readCopies(scope, ledger)
  if (known?.busy && now().getTime() - Date.parse(known.busy.at) < OVER) return 0
  if (known?.whole && fresh.length === 0) return 0
  // What was too much for a day is left to the night, and so is what was cut off.
  if (known && !known.whole && !again) return 0
  const old = known?.whole ? [] : await entries(scope, ledger, begin, known === undefined)
  if (!old) await writeCopies(scope, ledger, known, { whole: false, stretches: [], dropped: [] })
  const done = old && (await rewrite(scope, ledger, known, latest([...old, ...fresh.map(({ line }) => line)]), now))
  if (!done) return 0
  await noteTaken(scope, ledger, done.rev)
  await dropFresh(fresh)
  return old.length + fresh.length
}

/**
 * Every entry there is, for a copy that begins; null of more than `most`. What changes meanwhile is fresh; what did before is fresh too where no copy was
 * (`eventual`).
 */
async function entries(scope: Scope, ledger: string, most: number, eventual: boolean): Promise<Line[] | null> {
  const lines: Line[] = []
  for await (const item of query<Item>({ pk: keys.entries(scope, ledger, EVERYBODY), eventual }))
    if (lines.push(lineOf(item)) > most) return null
  return lines
}

/** Writes those stretches anew into which lines come, in one change of what is read. Null where somebody else was quicker. */
async function rewrite(scope: Scope, ledger: string, known: Copies | undefined, lines: Line[], now: () => Date): Promise<Copies | null> {
  const at = now().toISOString()
  const { stretches = [], dropped = [], busy } = known ?? {}
  const coming = Map.groupBy(lines, ({ sk }) => stretchAt(stretches, sk))
  const touched = stretches.filter((stretch) => coming.has(stretch))
  const own = await readStretches(scope, ledger, touched)
  if (!own) return null
  const parts = stretches.length === 0 ? [lines] : touched.map((stretch, which) => [...(own[which] ?? []), ...(coming.get(stretch) ?? [])])
  const next = parts.flatMap((part) => cut(latest(part))).map((one) => ({ ...one, id: newId(now()) }))
  const isOver = (one: { at: string }) => now().getTime() - Date.parse(one.at) > OVER
  const left = dropped.filter((one) => !isOver(one))
  const begun = await writeCopies(scope, ledger, known, {
    whole: known?.whole === true,
    stretches,
    dropped: left,
    busy: { ids: next.map(({ id }) => id), at },
  })
  if (!begun) return null
  await deleteStretches(scope, ledger, [...dropped.filter(isOver).map(({ id }) => id), ...(busy?.ids ?? [])])
  const written: Stretch[] = []
  for (const one of next) written.push(await writeStretch(scope, ledger, one))
  const stays = stretches.filter((stretch) => !touched.includes(stretch))
  return writeCopies(scope, ledger, begun, {
    whole: true,
    stretches: [...stays, ...written].sort((one, other) => (one.from < other.from ? -1 : 1)),
    dropped: [...left, ...touched.map(({ id }) => ({ id, at: now().toISOString() }))],
  })
}

/** Of each place the line of the latest version, the last of them; by creation. */
function latest(lines: Line[]): Line[] {
  const found = new Map<string, Line>()
  for (const line of lines) if (line.v >= (found.get(line.sk)?.v ?? 0)) found.set(line.sk, line)
  return [...found.values()].sort((one, other) => (one.sk < other.sk ? -1 : 1))
}

/** Lines as stretches to be written: none of more than there may be, nor larger than an item can be. */
function cut(lines: Line[]): { lines: Line[]; bytes: Uint8Array }[] {
  if (lines.length === 0) return []
  const whole = lines.length <= MOST_LINES ? packed(lines) : null
  if (whole && (whole.length <= MOST_BYTES || lines.length === 1)) return [{ lines, bytes: whole }]
  const at = whole ? Math.ceil(lines.length / 2) : MOST_LINES
  return [...cut(lines.slice(0, at)), ...cut(lines.slice(at))]
}

function newId(now: Date): string {
  return `${now.getTime().toString(36)}${randomBytes(5).toString('hex')}`
}

/** Notes that fresh lines are taken away which copies of this `rev` hold, before they are; one who was slow lowers nothing. */
async function noteTaken(scope: Scope, ledger: string, rev: number): Promise<void> {
  const when = { text: 'attribute_not_exists(rev) OR rev < :rev', values: { ':rev': rev } }
  await putItem({ ...takenKey(scope, ledger), rev }, { when })
}

/** Takes fresh lines away, unless they say something else by now. */
async function dropFresh(fresh: Fresh[]): Promise<void> {
  for (let from = 0; from < fresh.length; from += AT_ONCE)
    await Promise.all(fresh.slice(from, from + AT_ONCE).map(({ item }) => deleteItem(item, saysStill(item))))
}

function saysStill({ pk: _, sk: __, ...says }: Item): Condition {
  const told = Object.entries(says)
  return {
    text: told.map((_, at) => `#n${at} = :v${at}`).join(' AND '),
    names: Object.fromEntries(told.map(([name], at) => [`#n${at}`, name])),
    values: Object.fromEntries(told.map(([, value], at) => [`:v${at}`, value])),
  }
}
