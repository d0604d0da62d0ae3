import { type Clock, clockAt } from '../../../functions/clock.ts'
import { type Counts, readCountsOfAll, zero } from '../../../functions/store/counters.ts'
import type { ListQuery } from '../../../functions/store/list-query.ts'
import { putOffice } from '../../../functions/store/offices.ts'
import { readOutbox } from '../../../functions/store/outbox.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { relay } from '../../../functions/transact/relay.ts'
import { createRecord, take } from '../../../functions/transact.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Office } from '../../../shared/world.ts'
import { partsHere } from '../../parts-here.ts'
import { createTable } from '../../platform.ts'
import { asDoor } from '../../roles/attributed.ts'

export const townships = ['xinan', 'tanggou', 'bailu']
export const units = ['water', 'education', 'transport']

export const county: Scope = { person: 'p-county', name: '县办', role: 'admin', office: { kind: 'county', id: 'county' } }
export const leader: Scope = { person: 'p-leader', name: '县领导', role: 'leader', office: { kind: 'county', id: 'county' } }
export const township = (id: string): Scope => ({
  person: `p-${id}`,
  name: id,
  role: 'clerk',
  office: { kind: 'township', id },
  township: id,
})
export const unit = (id: string): Scope => ({ person: `p-${id}`, name: id, role: 'liaison', office: { kind: 'unit', id } })

/** A day at noon in Shanghai; each call is a millisecond later, so that nothing is created at the same instant unless meant. */
let tick = 0
export function on(today: string): Clock {
  tick += 1
  return clockAt(new Date(Date.parse(`${today}T04:00:00Z`) + tick))
}

/** A new table with three townships and three units; the store's environment points at it. */
export function newCounty(): Promise<void> {
  return open({ streamed: false })
}

/** The same, whose table tells what happens in it by a stream. */
export function streamedCounty(): Promise<void> {
  return open({ streamed: true })
}

async function open(table: { streamed: boolean }): Promise<void> {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: partsHere().dynamo,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    COUNTY: 'duban',
  })
  process.env.TABLE = await createTable(partsHere().dynamo, table)
  const offices: Office[] = [
    { id: 'county', kind: 'county', name: { zh: '县办', en: 'County' } },
    ...townships.map((id) => ({ id, kind: 'township' as const, name: { zh: `${id}镇`, en: id } })),
    ...units.map((id) => ({ id, kind: 'unit' as const, name: { zh: `${id}局`, en: id } })),
  ]
  for (const office of offices) await putOffice(office)
}

/** The record of an outcome; throws what it was instead. */
export function recordOf(outcome: unknown): LedgerRecord {
  if (typeof outcome === 'object' && outcome !== null && 'record' in outcome) return outcome.record as LedgerRecord
  throw new Error(`Not stored: ${JSON.stringify(outcome)}`)
}

/** A suggestion of a township, taken as far as `upTo`, on one day. */
export async function suggestion(
  from: string,
  title: string,
  upTo: 'draft' | 'submitted' | 'registered' | 'assigned',
  day = '2026-03-02',
  given: Record<string, unknown> = { lead: 'water' },
  more: Record<string, unknown> = {},
) {
  let record = recordOf(
    await createRecord(
      township(from),
      'suggestions',
      { data: { title, body: `${title}的内容`, deputies: ['张三'], ...more } },
      {},
      on(day),
    ),
  )
  const steps: [string, Scope, string, Record<string, unknown>][] = [
    ['submitted', township(from), 'submit', {}],
    ['registered', county, 'register', {}],
    ['assigned', county, 'assign', given],
  ]
  for (const [state, scope, transition, answers] of steps) {
    if (record.state === upTo) break
    record = recordOf(await take(scope, 'suggestions', record.id, { transition, given: answers }, record.version, on(day)))
    if (record.state !== state) throw new Error(`Expected ${state}, came to ${record.state}`)
  }
  return record
}

/** Everything that a stream of the store gives. */
export async function gather<T>(stream: AsyncGenerator<T>): Promise<T[]> {
  const all: T[] = []
  for await (const each of stream) all.push(each)
  return all
}

/** Lets everything that lies in the outbox be done, as the stream does within a moment, and its function. */
export async function projected(): Promise<void> {
  const clock = clockAt(new Date())
  const open = () => gather(readOutbox(systemScope(), new Date('2999-01-01')))
  for (let left = await open(); left.length > 0; left = await open()) {
    const keys = left.map(({ pk, sk }) => ({ pk, sk }))
    await asDoor('project', () => relay(keys, clock))
  }
}

/** How much of one ledger a list counts. */
export async function countsOf(scope: Scope, ledger: Ledger, query: ListQuery, today: string): Promise<Counts> {
  return (await readCountsOfAll(scope, [ledger], query, today))[ledger.key] ?? zero()
}
