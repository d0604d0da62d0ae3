import type { Duty, Holder } from '../../shared/duty.ts'
import { sits } from '../../shared/engine/seats.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import type { OpenDuty } from './duty-items.ts'
import { DAY_SHARDS, keys } from './keys.ts'
import { merge, type Placed } from './merge.ts'
import { readMany } from './records.ts'
import { query } from './table.ts'

export type { OpenDuty } from './duty-items.ts'

type Owed = { duty: Duty; record: LedgerRecord }

/** The open duties of the caller's office and of himself, soonest first, those without a day last; 25 unless said, at most 100. */
export async function listDuties(
  scope: Scope,
  page: { limit?: number; cursor?: string },
): Promise<{ data: Owed[]; next?: string } | Refusal> {
  const after = page.cursor === undefined ? '' : Buffer.from(page.cursor, 'base64url').toString()
  if (page.cursor !== undefined && !/^\d{4}-\d\d-\d\d#/.test(after)) return torn()
  const limit = Math.min(100, Math.max(1, page.limit ?? 25))
  const found: Placed<OpenDuty>[] = []
  for await (const placed of own(scope, after)) {
    found.push(placed)
    if (found.length > limit) break
  }
  const shown = found.slice(0, limit)
  const records = new Map(
    (
      await readMany(
        scope,
        shown.map(({ entry }) => entry.record),
      )
    ).map((record) => [`${record.ledger}#${record.id}`, record]),
  )
  const data = shown.flatMap(({ entry }): Owed[] => {
    const record = records.get(`${entry.record.ledger}#${entry.record.id}`)
    const duty = record?.duties.find((each) => each.id === entry.duty.id && each.state === 'open')
    return record && duty ? [{ duty, record }] : []
  })
  const last = shown.at(-1)
  return { data, ...(found.length > limit && last ? { next: Buffer.from(last.place).toString('base64url') } : {}) }
}

/** Every open duty whose day is `day` or earlier, soonest first, of all ledgers: what the daily job walks. */
export async function* dutiesUntil(scope: Scope, day: string): AsyncGenerator<OpenDuty> {
  const shards = Array.from({ length: DAY_SHARDS }, (_, shard) => inShard(scope, shard, day))
  for await (const { entry } of merge(shards, false)) yield entry
}

async function* own(scope: Scope, after: string): AsyncGenerator<Placed<OpenDuty>> {
  const { kind, id } = scope.office
  const holders: Holder[] = [kind === 'county' ? { kind, id: 'county' } : { kind, id }, { kind: 'person', id: scope.person }]
  for await (const placed of merge(
    holders.map((holder) => held(scope, holder, after)),
    false,
  )) {
    if (sits(scope, placed.entry.duty.holder)) yield placed
  }
}

type Stored = OpenDuty & { g1sk: string; g2sk: string }

async function* held(scope: Scope, holder: Holder, after: string): AsyncGenerator<Placed<OpenDuty>> {
  const from = after === '' ? {} : { from: after }
  for await (const item of query<Stored>({ pk: keys.holder(scope, holder), index: 'g2', ...from })) {
    if (item.g2sk !== after) yield { place: item.g2sk, entry: { duty: item.duty, record: item.record } }
  }
}

async function* inShard(scope: Scope, shard: number, day: string): AsyncGenerator<Placed<OpenDuty>> {
  for await (const { g1sk, duty, record } of query<Stored>({ pk: keys.day(scope, shard), index: 'g1', to: `${day}~` })) {
    yield { place: g1sk, entry: { duty, record } }
  }
}

function torn(): Refusal {
  const message = { zh: '翻页标记不对，请从第一页开始。', en: 'This cursor is not one of ours; start again from the first page.' }
  return refuse('input', message, [{ path: 'cursor', code: 'bad', message }])
}
