import { clockAt } from '../../functions/clock.ts'
import { writesOf } from '../../functions/store/commit.ts'
import { copyByNight } from '../../functions/store/compact/keep.ts'
import { newId } from '../../functions/store/keys.ts'
import { readWhole } from '../../functions/store/records.ts'
import { packByNight } from '../../functions/store/search/keep.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { type Item, tableName } from '../../functions/store/table.ts'
import { createRecord, take } from '../../functions/transact.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { county, township, townships, unit, units } from './house.ts'
import { projected } from './projected.ts'
import { straight } from './straight.ts'
import { textOf } from './texts.ts'

type Whole = { record: LedgerRecord; events: LedgerEvent[] }
type Step = [Scope, string, Record<string, unknown>]
const states = ['draft', 'submitted', 'registered', 'assigned', 'handling', 'answered', 'closed']
/** How a register that has been kept for years is made up: of twenty, ten are closed. */
const mix = [0, 1, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6]

/** `sample`: some of the records; `drafts` of one township and `registered` ones, for steps to be taken. */
export type Filled = { sample: LedgerRecord[]; drafts: LedgerRecord[]; registered: LedgerRecord[]; seconds: number }
/** `folder`: where the table's file lies. `searched`: with what searches look through. */
type How = { folder: string; searched?: boolean }
/** So many of these lie ready beside the others. */
const READY = 200

/**
 * Writes so many suggestions straight into the table, with all that follows from them: some are made by the product itself, the rest are theirs with
 * other ids, days, numbers and texts of `length` characters. Nothing goes through the stream; what it would project is written too.
 */
export async function fill(count: number, length: number, { folder, searched = true }: How): Promise<Filled> {
  const began = performance.now()
  const made: Whole[] = []
  for (let at = 0; at < mix.length * 11; at += 1) made.push(await make(at))
  const ready = (state: string) => made.find(({ record }) => record.state === state && record.township === 'xinan') as Whole
  const kinds = [...Array<Whole>(READY).fill(ready('draft')), ...Array<Whole>(READY).fill(ready('registered'))]
  const after = projected()
  const table = straight(folder, tableName())
  const write = (from: number, models: Whole[]): LedgerRecord[] => {
    const wholes = models.map((model, n) => again(model, from + n, length))
    const items = wholes.flatMap(({ record, events }) =>
      writesOf(systemScope(), { ledger: suggestions, after: record, events }).flatMap((one) => ('put' in one ? [one.put as Item] : [])),
    )
    const records = wholes.map(({ record }) => record)
    const all = [...items, ...after.of(records)]
    // What is fresh would be copied line by line: the copy begins with all that stands.
    table.put(all.filter(({ pk }) => !(searched ? /#LFRESH$/ : /#(LFRESH|Q|QFRESH)(#|$)/).test(pk)))
    return records
  }
  let sample: LedgerRecord[] = []
  for (let at = 0; at < count; at += 250) {
    const models = Array.from({ length: Math.min(250, count - at) }, (_, n) => made[(at + n) % made.length] as Whole)
    sample = write(at, models)
  }
  const steps = write(count, kinds)
  table.put(after.rest())
  table.done()
  await copyByNight(systemScope(), [suggestions.key], () => new Date())
  while (searched && (await packByNight(systemScope(), () => new Date())));
  const seconds = Math.round((performance.now() - began) / 1000)
  return { sample: sample.slice(0, 200), drafts: steps.slice(0, READY), registered: steps.slice(READY), seconds }
}

async function make(at: number): Promise<Whole> {
  const own = township(townships[at % 11] as string)
  const lead = units[at % units.length] as string
  const co = at % 3 ? [] : [units[(at + 1) % units.length] as string]
  // Of the open ones a third are from so long ago that their day has passed by `today`, a third fall due within days.
  const day = ['2026-01-20', '2026-05-20', '2026-03-18'][at % 3]
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
  const data = { ...record.data, title: `关于第${at}号${textOf(at, 12)}的建议`, body: textOf(at, length) }
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

function recordOf(outcome: unknown): LedgerRecord {
  if (typeof outcome === 'object' && outcome !== null && 'record' in outcome) return outcome.record as LedgerRecord
  throw new Error(JSON.stringify(outcome))
}
