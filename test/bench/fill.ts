import { clockAt } from '../../functions/clock.ts'
import { writesOf } from '../../functions/store/commit.ts'
import { newId } from '../../functions/store/keys.ts'
import { readWhole } from '../../functions/store/records.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { type Item, putItems } from '../../functions/store/table.ts'
import { createRecord, take } from '../../functions/transact.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { county, township, townships, unit, units } from './house.ts'
import { projected } from './projected.ts'

type Whole = { record: LedgerRecord; events: LedgerEvent[] }
type Step = [Scope, string, Record<string, unknown>]
const states = ['draft', 'submitted', 'registered', 'assigned', 'handling', 'answered', 'closed']
/** How a register that has been kept for years is made up: of twenty, ten are closed. */
const mix = [0, 1, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6]
const pieces =
  '道路破损积水严重群众出行不便请求维修改造河道清淤排水管网学校校车医院床位养老服务垃圾清运路灯照明电动车充电停车难公交线路农田灌溉'
const AHEAD = 12

/** The last few records as they were made, of each state some. */
export type Filled = { some: Record<string, LedgerRecord[]>; seconds: number }

/**
 * Writes so many suggestions straight into the table, with all that follows from them: some are made by the product itself, the rest are theirs with
 * other ids, days, numbers and texts of `length` characters. Nothing goes through the stream; what it would project is written too.
 */
export async function fill(count: number, length: number): Promise<Filled> {
  const began = performance.now()
  const made: Whole[] = []
  for (let at = 0; at < mix.length * 11; at += 1) made.push(await make(at))
  const some: Filled['some'] = {}
  const after = projected()
  let waiting: Promise<void>[] = []
  for (let at = 0; at < count; at += 250) {
    const records = Array.from({ length: Math.min(250, count - at) }, (_, n) =>
      again(made[(at + n) % made.length] as Whole, at + n, length),
    )
    for (const { record } of records) some[record.state] = [...(some[record.state] ?? []).slice(-600), record]
    const items = records.flatMap(({ record, events }) =>
      writesOf(systemScope(), { ledger: suggestions, after: record, events }).flatMap((write) =>
        'put' in write ? [write.put as Item] : [],
      ),
    )
    waiting.push(putItems([...items, ...after.of(records.map(({ record }) => record))]))
    if (waiting.length === AHEAD) {
      await Promise.all(waiting)
      waiting = []
    }
  }
  await Promise.all(waiting)
  await putItems(after.rest())
  return { some, seconds: Math.round((performance.now() - began) / 1000) }
}

async function make(at: number): Promise<Whole> {
  const own = township(townships[at % 11] as string)
  const lead = units[at % units.length] as string
  const co = at % 3 ? [] : [units[(at + 1) % units.length] as string]
  // A third of the open ones are from so long ago that their day has passed by `today`.
  const day = at % 3 ? '2026-05-20' : '2026-01-20'
  const steps: Step[] = [
    [own, 'submit', {}],
    [county, 'register', {}],
    [county, 'assign', { lead, co }],
    [unit(lead), 'accept', {}],
    [unit(lead), 'answer', { reply: '已列入计划', result: 'ABCD'[at % 4] }],
    [own, 'feedback', { satisfaction: ['satisfied', 'basically'][at % 2] }],
  ]
  const clock = clockAt(new Date(Date.parse(`${day}T04:00:00Z`) + at))
  const category = ['other', 'education'][at % 2]
  const born = await createRecord(own, 'suggestions', { data: { title: '样本', body: '样本', deputies: ['张三'], category } }, {}, clock)
  let record = recordOf(born)
  for (const [scope, transition, given] of steps.slice(0, mix[Math.floor(at / 11)] ?? 0))
    record = recordOf(await take(scope, 'suggestions', record.id, { transition, given }, undefined, clock))
  if (record.state !== states[mix[Math.floor(at / 11)] ?? 0]) throw new Error(`Came to ${record.state}`)
  return (await readWhole(systemScope(), 'suggestions', record.id)) as Whole
}

function again({ record, events }: Whole, at: number, length: number): Whole {
  // Closed ones reach back for years, so that years and numbers are spread as in a real register.
  const year = record.state === 'closed' ? 2016 + (at % 11) : 2026
  const createdAt = new Date(Date.parse(`${year}-01-01T00:00:00Z`) + at * 1000).toISOString()
  const id = newId('r', new Date(createdAt))
  const data = { ...record.data, title: `关于第${at}号${text(at, 12)}的建议`, body: text(at * 7, length) }
  return {
    record: {
      ...record,
      id,
      data,
      year,
      createdAt,
      updatedAt: createdAt,
      ...(record.number ? { number: `${year}-${String(at).padStart(7, '0')}` } : {}),
    },
    events,
  }
}

function text(seed: number, length: number): string {
  let out = ''
  for (let n = seed; out.length < length; n += 1) {
    const from = ((n * 7919) >>> 0) % (pieces.length - 5)
    out += pieces.slice(from, from + 5)
  }
  return out.slice(0, length)
}

function recordOf(outcome: unknown): LedgerRecord {
  if (typeof outcome === 'object' && outcome !== null && 'record' in outcome) return outcome.record as LedgerRecord
  throw new Error(JSON.stringify(outcome))
}
