import { beforeAll, beforeEach } from 'vitest'
import { readCopy } from '../../../functions/store/compact/copy.ts'
import { copyByNight } from '../../../functions/store/compact/keep.ts'
import { readFresh } from '../../../functions/store/compact/lines.ts'
import { type Entry, readEntry } from '../../../functions/store/entries.ts'
import { keys } from '../../../functions/store/keys.ts'
import { listItems, show } from '../../../functions/store/lists.ts'
import { EVERYBODY } from '../../../functions/store/parts.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { type Item, putItems, query } from '../../../functions/store/table.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { meter, type Spent } from '../../bench/meter.ts'
import { gather, newCounty, suggestion } from './county.ts'

export const scope = systemScope()
export const ledger = suggestions.key
export const entriesKey = keys.entries(scope, ledger, EVERYBODY)
export const now = new Date('2026-06-10T04:00:00Z')
export const night = (at = now) => copyByNight(scope, [ledger], () => at)

export let pattern: LedgerRecord
export let spent: Spent
/** A county of its own for each test, with one assigned suggestion, after which others are made; what is asked of the table is counted. */
export function aCountyEach(): void {
  beforeAll(async () => {
    await newCounty()
    spent = meter()
  })
  beforeEach(async () => {
    await newCounty()
    pattern = await suggestion('xinan', '修桥', 'assigned')
  })
}

/** A record like the pattern, made at a second of its own. */
export function born(at: number): LedgerRecord {
  const createdAt = new Date(Date.parse('2026-06-01T00:00:00Z') + at * 1000).toISOString()
  return { ...pattern, id: `r${String(at).padStart(6, '0')}`, createdAt, version: 1, township: at % 2 ? 'xinan' : 'bailu' }
}

export const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => born(from + at))
/** As lists are told of them; what else they are found by is left out. */
export const made = (records: LedgerRecord[], partitions = [keys.freshLines(scope), entriesKey]) =>
  putItems(records.flatMap((record) => listItems(scope, suggestions, record)).filter(({ pk }) => partitions.includes(pk)))
/** As a release told them that kept no copy. */
export const stood = (records: LedgerRecord[]) => made(records, [entriesKey])
export const moved = (before: LedgerRecord, change: Partial<LedgerRecord>): LedgerRecord => ({
  ...before,
  ...change,
  version: before.version + 1,
})
export const change = (before: LedgerRecord, after: LedgerRecord) => show(scope, [{ ledger: suggestions, before, after }])

export const sorted = (entries: Entry[]) => entries.sort((one, other) => (one.id < other.id ? -1 : 1))
export async function standing(): Promise<Entry[]> {
  return sorted((await gather(query<Item>({ pk: entriesKey }))).map(readEntry))
}
export async function copied(): Promise<Entry[]> {
  const copy = await readCopy(scope, suggestions)
  return copy ? sorted((await gather(copy)).flat()) : []
}
export const freshCount = async () =>
  (await gather(query<Item>({ pk: keys.freshLines(scope), begins: `${ledger}#` }))).filter((item) => readFresh(item) !== null).length
