import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Happened, tell } from '../../../functions/mail/tell.ts'
import { readCountGroups } from '../../../functions/store/count-groups.ts'
import { readCounted, readCountsOfAll } from '../../../functions/store/counters.ts'
import { listDuties, owingUntil } from '../../../functions/store/duties.ts'
import { readFigureRows } from '../../../functions/store/figures.ts'
import { listRecords } from '../../../functions/store/pages.ts'
import { readRecord, readWhole } from '../../../functions/store/records.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { createRecord, take } from '../../../functions/transact.ts'
import { world } from '../../../functions/world.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { at, township as office } from '../../bench/house.ts'
import { meter } from '../../bench/meter.ts'
import { countsOf, county, gather, newCounty, on, projected, recordOf, suggestion, township, townships, unit } from './county.ts'

const today = '2026-06-10'
const asked = { asOf: [today, '2026-05-31'], today }
let spent: ReturnType<typeof meter>
let some: { id: string; version: number }
let own: typeof some

beforeAll(async () => {
  await newCounty()
  for (let at = 0; at < 30; at += 1)
    some = await suggestion(townships[at % 3] as string, `维修${at}号桥梁`, at % 5 ? 'assigned' : 'registered', `2026-0${1 + (at % 5)}-15`)
  own = await suggestion('xinan', '维修最后一座桥梁', 'registered', '2026-05-15')
  await projected()
  await world()
  spent = meter()
  Object.assign(process.env, { ORIGIN: 'http://localhost:3000' })
  // What is kept for seconds is kept for the whole of it, however slow the machine.
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterAll(() => vi.useRealTimers())

const divided = async (by: string) => {
  const question = { scope: county, ledgers: [suggestions], query: {}, today }
  const whole = readCounted(county, [suggestions], {}, today)
  return readCountGroups({ ...question, whole }, by, (await world()).offices)
}

// Requests, how many of them come one after the other, units. Whoever must raise one says in the commit what it buys.
const reads: [string, requests: number, trips: number, units: number, () => Promise<unknown>][] = [
  ['a record', 1, 1, 1, () => readRecord(county, 'suggestions', some.id)],
  ['a record with its events', 1, 1, 2, () => readWhole(county, 'suggestions', some.id)],
  ['a page, a township', 3, 2, 18, () => listRecords(township('xinan'), suggestions, {}, today)],
  ['a page, a township, soonest', 4, 2, 15, () => listRecords(township('xinan'), suggestions, { sort: 'dueOn' }, today)],
  ['a page, a unit', 3, 2, 35, () => listRecords(unit('water'), suggestions, {}, today)],
  ['a page, the county', 3, 2, 40, () => listRecords(county, suggestions, {}, today)],
  ['a page, the county, soonest', 3, 2, 30, () => listRecords(county, suggestions, { sort: 'dueOn' }, today)],
  ['a page, the county, overdue', 3, 2, 30, () => listRecords(county, suggestions, { overdue: true, sort: 'dueOn' }, today)],
  ['a page, the county, a state', 3, 2, 40, () => listRecords(county, suggestions, { states: ['assigned'] }, today)],
  [
    'a page, the county, a state, soonest',
    3,
    2,
    30,
    () => listRecords(county, suggestions, { states: ['assigned'], sort: 'dueOn' }, today),
  ],
  ['a page, the county, a year', 3, 2, 30, () => listRecords(county, suggestions, { year: 2026 }, today)],
  ['a page, the county, by number', 3, 2, 30, () => listRecords(county, suggestions, { sort: '-number' }, today)],
  ['a page, the county, of a township', 3, 2, 18, () => listRecords(county, suggestions, { township: 'bailu' }, today)],
  ['a page, the county, of a unit', 3, 2, 35, () => listRecords(county, suggestions, { unit: 'water' }, today)],
  ['a page, all ledgers, the county, soonest', 3, 2, 30, () => listRecords(county, ledgers, { sort: 'dueOn' }, today)],
  ['a page, all ledgers, the county, overdue', 3, 2, 30, () => listRecords(county, ledgers, { overdue: true, sort: 'dueOn' }, today)],
  ['a page, all ledgers, a unit, soonest', 7, 2, 35, () => listRecords(unit('water'), ledgers, { sort: 'dueOn' }, today)],
  ['counts, the county', 1, 1, 1, () => countsOf(county, suggestions, { year: 2026 }, today)],
  ['counts of all ledgers, the county', 1, 1, 1, () => readCountsOfAll(county, ledgers, {}, today)],
  ['counts by category, the county', 1, 1, 1, () => divided('category')],
  ['counts by lead, the county, with what each unit owes itself', 2, 2, 3, () => divided('lead')],
  ['figures, the county, by township, with a trend', 1, 1, 1, () => readFigureRows(county, suggestions, {}, { ...asked, by: 'township' })],
  ['figures, the county, by unit', 1, 1, 1, () => readFigureRows(county, suggestions, { year: 2026 }, { ...asked, by: 'unit' })],
  ['open duties of a unit', 3, 2, 30, () => listDuties(unit('water'), {})],
  [
    'what a unit owes itself, the soonest 5',
    3,
    3,
    15,
    () => listRecords(county, suggestions, { holder: 'unit:water', sort: 'dueOn', limit: 5 }, today),
  ],
  ['how much a unit owes itself', 1, 1, 2, () => countsOf(county, suggestions, { holder: 'unit:water' }, today)],
  ['what owes something by a day', 1, 1, 3, () => gather(owingUntil(systemScope(), today))],
]

test.each(reads)('%s asks the table at most %i times, %i after one another, for %i units', async (_, requests, trips, units, read) => {
  await read()
  spent.clear()
  await read()
  expect(spent.requests).toBeLessThanOrEqual(requests)
  expect(spent.trips).toBeLessThanOrEqual(trips)
  expect(spent.units).toBeLessThanOrEqual(units)
})

// Session, person, record and the note of who follows it in one request; the followers, where there are any.
test('a record told in full asks the table once, and once more when others follow it', async () => {
  const { handler } = await import('../../../functions/http.ts')
  const ask = await at(handler as never, office('xinan'))
  const draft = await createRecord(
    township('xinan'),
    'suggestions',
    { data: { title: '桥', body: '修桥', deputies: ['张三'] } },
    {},
    on(today),
  )
  for (const [{ id }, followers, most] of [
    [recordOf(draft), 0, [1, 1]],
    [own, 1, [2, 2]],
  ] as const) {
    const read = () => ask('GET', `/api/records/suggestions/${id}`)
    await read()
    spent.clear()
    const told = JSON.parse((await read()).body)
    expect([told.refs.length, told.may.transitions.length > 0]).toEqual([followers, true])
    expect([spent.requests, spent.trips]).toEqual(most)
  }
})

// Written in the transaction: items and units; and units in all, with what lists are told before the answer. Requests and trips as for reads.
test('writes cost what they say', async () => {
  const made = await costs(() =>
    createRecord(township('xinan'), 'suggestions', { data: { title: '桥', body: '修桥', deputies: ['张三'] } }, {}, on(today)),
  )
  let { id } = recordOf(made.outcome)
  const step = (scope: Parameters<typeof take>[0], transition: string, given = {}) =>
    costs(() => take(scope, 'suggestions', id, { transition, given }, undefined, on(today)))
  const submitted = await step(township('xinan'), 'submit')
  await step(county, 'register')
  const assigned = await step(county, 'assign', { lead: 'water', co: ['education'] })
  id = recordOf(assigned.outcome).id
  const all: [string, Costs, Costs][] = [
    ['create', made, { items: 4, written: 8, units: 24, requests: 2, trips: 2 }],
    ['submit', submitted, { items: 4, written: 8, units: 24, requests: 7, trips: 3 }],
    ['assign with a co-unit', assigned, { items: 5, written: 20, units: 50, requests: 14, trips: 4 }],
  ]
  for (const [what, cost, most] of all)
    for (const key of ['items', 'written', 'units', 'requests', 'trips'] as const)
      expect(cost[key], `${key} of ${what}`).toBeLessThanOrEqual(most[key])
})

// What only a bell tells: the record and its definition are read, and one item is written with its place in the bell. Nobody's mail is looked for.
test('a step shown in the bell of the township it belongs to costs a read and a write', async () => {
  const moved = await Promise.all(['校舍', '水渠', '路灯'].map((title) => suggestion('xinan', title, 'registered')))
  const steps = await Promise.all(moved.map(({ id }) => readWhole(county, 'suggestions', id)))
  const news = steps.flatMap((whole) =>
    whole ? [{ ledger: 'suggestions', id: whole.record.id, event: whole.events.at(-1) as LedgerEvent }] : [],
  )
  const [first, ...rest] = news
  await tell(first as Happened, on(today))
  const { requests, units } = await costs(async () => {
    for (const each of rest) await tell(each, on(today))
  })
  expect([requests / rest.length, units / rest.length]).toEqual([2, 3])
})

type Costs = Record<'items' | 'written' | 'units' | 'requests' | 'trips', number>

async function costs(work: () => Promise<unknown>) {
  spent.clear()
  const outcome = await work()
  const { items, written, units, requests, trips } = spent
  return { outcome, items, written, units, requests, trips }
}
