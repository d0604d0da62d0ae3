import { clockAt } from '../../functions/clock.ts'
import { readCountsOfAll } from '../../functions/store/counters.ts'
import { inCounty, placeHere } from '../../functions/store/county.ts'
import { listDuties, owingUntil } from '../../functions/store/duties.ts'
import { eachEntry } from '../../functions/store/each.ts'
import { readFollowers } from '../../functions/store/followers.ts'
import { putOffice } from '../../functions/store/offices.ts'
import { listRecords } from '../../functions/store/pages.ts'
import { readRecord, readWhole, takenNumbers } from '../../functions/store/records.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { relayOverdue } from '../../functions/transact/relay.ts'
import { createRecord, take } from '../../functions/transact.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../shared/scope.ts'
import { createTable, dynamo } from '../platform.ts'
import { meter } from './meter.ts'

// What each read and write costs: `node test/bench/reads.ts [records]`, on a table of its own in memory. Units as DynamoDB bills them:
// reading 4 KB consistently is 1, eventually ½; writing 1 KB is 1, in a transaction 2.
const count = Number(process.argv[2] ?? 330)
const townships = 'xinan duigougang tianlou beichenji zhangdian sankou mengxingzhuang tanggou bailu xinji lijiji'.split(' ')
const units = 'water education transport health housing agriculture'.split(' ')
const county: Scope = { person: 'p', name: '县办', role: 'admin', office: { kind: 'county', id: 'county' } }
const township: Scope = { person: 't', name: '乡镇', role: 'clerk', office: { kind: 'township', id: 'xinan' }, township: 'xinan' }
const unit: Scope = { person: 'u', name: '单位', role: 'liaison', office: { kind: 'unit', id: 'water' } }
const today = '2026-06-10'

const database = await dynamo()
Object.assign(process.env, {
  AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  COUNTY: 'duban',
  TABLE: await createTable(database.endpoint, { streamed: true }),
})
const spent = meter()
const last = await fill()
await relayOverdue(clockAt(new Date()), new Date('2999-01-01'))
const reads: [string, () => Promise<unknown>][] = [
  ['a record', () => readRecord(county, 'suggestions', last.id)],
  ['a record with its events and duties', () => readWhole(county, 'suggestions', last.id)],
  ['who follows a record: nobody', () => followers('r0')],
  [`who follows a record: ${(await followers(last.id)).length}`, () => followers(last.id)],
  ['is a number taken', () => takenNumbers(county, 'suggestions', ['2026-0001'])],
  ['page of 25, a township', () => listRecords(township, suggestions, {}, today)],
  ['page of 25, a unit', () => listRecords(unit, suggestions, {}, today)],
  ['page of 25, the county', () => listRecords(county, suggestions, {}, today)],
  ['page of 25, the county, by state', () => listRecords(county, suggestions, { states: ['assigned'] }, today)],
  ['page of 25, the county, by number', () => listRecords(county, suggestions, { sort: 'number' }, today)],
  ['page of 25, the county, overdue', () => listRecords(county, suggestions, { overdue: true, sort: 'dueOn' }, today)],
  ['search, a township', () => listRecords(township, suggestions, { q: '桥梁 7' }, today)],
  ['search, the county', () => listRecords(county, suggestions, { q: '桥梁 7' }, today)],
  ['page of 25, all ledgers, the county', () => listRecords(county, ledgers, {}, today)],
  ['page of 25, all ledgers, the county, soonest first', () => listRecords(county, ledgers, { sort: 'dueOn' }, today)],
  ['page of 25, all ledgers, the county, by number', () => listRecords(county, ledgers, { sort: 'number' }, today)],
  ['page of 25, all ledgers, the county, last changed', () => listRecords(county, ledgers, { sort: '-updatedAt' }, today)],
  ['page of 25, all ledgers, a unit', () => listRecords(unit, ledgers, {}, today)],
  ['search, all ledgers, the county', () => listRecords(county, ledgers, { q: '桥梁 7' }, today)],
  ['counts of all ledgers, the county', () => readCountsOfAll(county, ledgers, {}, today)],
  ['counts, the county', () => readCountsOfAll(county, [suggestions], { year: 2026 }, today)],
  ['counts, a unit', () => readCountsOfAll(unit, [suggestions], {}, today)],
  ['open duties of a unit, 25', () => listDuties(unit, {})],
  ['open duties up to a day (daily job)', () => drained(owingUntil(systemScope(), today))],
  ['figures, the county', () => drained(eachEntry(county, suggestions, {}, today))],
]
console.log(`\n${count} suggestions over 11 townships\n\n| read | requests | units | ms |\n| --- | ---: | ---: | ---: |`)
for (const [name, read] of reads) {
  await read()
  spent.clear()
  const began = performance.now()
  await read()
  console.log(`| ${name} | ${spent.requests} | ${spent.units} | ${Math.round(performance.now() - began)} |`)
}
await database.stop()

/** As one piece of work asks for them. */
function followers(id: string) {
  return inCounty({ ...placeHere() }, () => readFollowers(county, { ledger: 'suggestions', id }))
}

async function fill() {
  for (const id of townships) await putOffice({ id, kind: 'township', name: { zh: id, en: id } })
  for (const id of units) await putOffice({ id, kind: 'unit', name: { zh: id, en: id } })
  let last = { id: '' }
  for (let at = 0; at < count; at += 1) {
    const day = `2026-0${1 + (at % 5)}-15`
    const clock = clockAt(new Date(Date.parse(`${day}T04:00:00Z`) + at))
    const office = townships[at % 11] as string
    const own: Scope = { ...township, office: { kind: 'township', id: office }, township: office }
    const body = `${office}的桥梁年久失修，雨季过车危险，请求维修。`.repeat(6)
    const made = await createRecord(own, 'suggestions', { data: { title: `维修${at}号桥梁`, body, deputies: ['张三', '李四'] } }, {}, clock)
    if (!made || !('record' in made)) throw new Error(JSON.stringify(made))
    last = made.record
    const steps: [Scope, string, Record<string, unknown>][] = [
      [own, 'submit', {}],
      [county, 'register', {}],
      [county, 'assign', { lead: units[at % 6], co: at % 3 ? [] : [units[(at + 1) % 6]] }],
    ]
    for (const [scope, transition, given] of steps.slice(0, at % 4 === 3 ? 2 : 3)) {
      spent.clear()
      await take(scope, 'suggestions', last.id, { transition, given }, undefined, clock)
      if (at === 0)
        console.log(
          `${transition}: ${spent.requests} requests, ${spent.units} units; in the transaction ${spent.items} items, ${spent.written} units`,
        )
    }
  }
  return last
}

async function drained(stream: AsyncGenerator<unknown>): Promise<void> {
  for await (const _ of stream);
}
