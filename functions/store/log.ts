import { randomBytes } from 'node:crypto'
import type { Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import { seconds } from './secret.ts'
import { type Item, putItem, queryPage } from './table.ts'

export type LogKind = 'login' | 'operation'
/** What somebody did outside the records: signing in, and administering. `person` is empty for an address without an account. */
export type LogEntry = { id: string; kind: LogKind; at: string; person: string; name: string; what: string; about?: string; ip?: string }

/** So long a line is kept: as far back as the log is read, and a month more. */
const KEPT = 25 * 31 * 86_400_000

/** Appends a line to the log of its month. */
export async function log(entry: Omit<LogEntry, 'id' | 'at'>, now: Date): Promise<void> {
  const time = now.toISOString()
  const id = `${time}#${randomBytes(4).toString('hex')}`
  const index = entry.person ? { g1pk: at('LOGOF', entry.person), g1sk: `${entry.kind}#${id}` } : {}
  await putItem({
    pk: at('LOG', entry.kind, time.slice(0, 7)),
    sk: id,
    ...index,
    ...entry,
    id,
    at: time,
    ttl: seconds(now.getTime() + KEPT),
  })
}

/** A page of the log, newest first, month by month over two years; `from` is the id after which to go on. */
export async function readLog(
  _scope: Scope,
  kind: LogKind,
  { now, limit, from }: { now: Date; limit: number; from?: string },
): Promise<{ data: LogEntry[]; next?: string }> {
  const data: LogEntry[] = []
  let month = (from ?? now.toISOString()).slice(0, 7)
  for (let months = 0; months < 24 && data.length <= limit; months += 1) {
    const pk = at('LOG', kind, month)
    const after = months === 0 && from ? { pk, sk: from } : undefined
    const { items } = await queryPage({ pk, newest: true, limit: limit + 1 - data.length, ...(after ? { after } : {}) })
    data.push(...items.map(entryOf))
    month = previous(month)
  }
  const page = data.slice(0, limit)
  const last = page.at(-1)
  return data.length > limit && last ? { data: page, next: last.id } : { data: page }
}

/** The last sign-ins of a person, newest first. */
export async function loginsOf(_scope: Scope, person: string, limit = 10): Promise<LogEntry[]> {
  const { items } = await queryPage({ pk: at('LOGOF', person), index: 'g1', begins: 'login#', newest: true, limit })
  return items.map(entryOf)
}

function entryOf(item: Item): LogEntry {
  const { pk, sk, g1pk, g1sk, ttl, ...entry } = item
  return entry as unknown as LogEntry
}

function previous(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}
