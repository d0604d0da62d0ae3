import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mendCopies } from '../../../functions/packing.ts'
import { forgetDrifted } from '../../../functions/store/compact/check.ts'
import { readCopy } from '../../../functions/store/compact/copy.ts'
import { copyByDay, copyByNight, forget } from '../../../functions/store/compact/keep.ts'
import { packed, unpacked } from '../../../functions/store/compact/packed.ts'
import { readCopies, writeCopies } from '../../../functions/store/compact/stretches.ts'
import { type Entry, readEntry } from '../../../functions/store/entries.ts'
import { keys } from '../../../functions/store/keys.ts'
import { listItems, show, showItem } from '../../../functions/store/lists.ts'
import { eachEntry, type ListQuery, listRecords } from '../../../functions/store/pages.ts'
import { EVERYBODY } from '../../../functions/store/parts.ts'
import { recountAll } from '../../../functions/store/recount.ts'
import { markFresh } from '../../../functions/store/search/fresh.ts'
import { packByNight } from '../../../functions/store/search/keep.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { type Item, putItems, query } from '../../../functions/store/table.ts'
import { wordItem } from '../../../functions/store/words.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { townSuggestions } from '../../../shared/ledgers/town-suggestions.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import { meter, type Spent } from '../../bench/meter.ts'
import { fc, holds } from '../../property.ts'
import { county, gather, leader, newCounty, suggestion, township } from './county.ts'

const scope = systemScope()
const ledger = suggestions.key
const entriesKey = keys.entries(scope, ledger, EVERYBODY)
const now = new Date('2026-06-10T04:00:00Z')
const night = (at = now) => copyByNight(scope, [ledger], () => at)

let pattern: LedgerRecord
let spent: Spent
beforeAll(async () => {
  await newCounty()
  spent = meter()
})
beforeEach(async () => {
  await newCounty()
  pattern = await suggestion('xinan', '修桥', 'assigned')
})

/** A record like the pattern, made at a second of its own. */
function born(at: number): LedgerRecord {
  const createdAt = new Date(Date.parse('2026-06-01T00:00:00Z') + at * 1000).toISOString()
  return { ...pattern, id: `r${String(at).padStart(6, '0')}`, createdAt, version: 1, township: at % 2 ? 'xinan' : 'bailu' }
}

const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => born(from + at))
/** As lists are told of them; what else they are found by is left out. */
const made = (records: LedgerRecord[], partitions = [keys.freshLines(scope), entriesKey]) =>
  putItems(records.flatMap((record) => listItems(scope, suggestions, record)).filter(({ pk }) => partitions.includes(pk)))
/** As a release told them that kept no copy. */
const stood = (records: LedgerRecord[]) => made(records, [entriesKey])
const moved = (before: LedgerRecord, change: Partial<LedgerRecord>): LedgerRecord => ({ ...before, ...change, version: before.version + 1 })
const change = (before: LedgerRecord, after: LedgerRecord) => show(scope, [{ ledger: suggestions, before, after }])

const sorted = (entries: Entry[]) => entries.sort((one, other) => (one.id < other.id ? -1 : 1))
async function standing(): Promise<Entry[]> {
  return sorted((await gather(query<Item>({ pk: entriesKey }))).map(readEntry))
}
async function copied(): Promise<Entry[]> {
  const copy = await readCopy(scope, suggestions)
  return copy ? sorted((await gather(copy)).flat()) : []
}
const freshCount = async () => (await gather(query<Item>({ pk: keys.freshLines(scope), begins: `${ledger}#` }))).length

test('what is packed comes back as it was', async () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
    fc.boolean(),
    fc.constant(null),
  )
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('any')),
      fc.dictionary(
        fc.string().filter((name) => name !== '__proto__'),
        tie('any'),
        { noNullPrototype: true },
      ),
    ),
  }))
  await holds([fc.array(any)], (values) => expect(unpacked(packed(values))).toEqual(values), { runs: 40 })
})

describe('the compact copy of a ledger', () => {
  test('is what stands in the lists, whatever was made, moved, deleted and copied in between', async () => {
    let records = many(320)
    await stood(records)
    await night()
    const act = fc.oneof(
      fc.record({ is: fc.constant('born' as const), count: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ is: fc.constantFrom('moved' as const, 'deleted' as const, 'late' as const), at: fc.nat() }),
      fc.record({ is: fc.constant('copied' as const) }),
    )
    await holds(
      [fc.array(act, { minLength: 1, maxLength: 12 })],
      async (acts) => {
        for (const each of acts) {
          if (each.is === 'copied') await night()
          else if (each.is === 'born') {
            const some = many(each.count, Math.max(...records.map(({ id }) => Number(id.slice(1)))) + 1)
            await made(some)
            records = [...records, ...some]
          } else {
            const at = each.at % records.length
            const before = records[at] as LedgerRecord
            if (before.deleted) continue
            // Whoever stored it first may tell the lists last.
            if (each.is === 'late')
              await Promise.all(
                listItems(scope, suggestions, { ...before, state: 'registered', version: before.version - 1 }).map(showItem),
              )
            else {
              const after = moved(before, each.is === 'deleted' ? { deleted: true } : { state: 'handling', year: before.year + 1 })
              records[at] = after
              await change(before, after)
            }
          }
        }
        expect(await copied()).toEqual(await standing())
      },
      { runs: 8 },
    )
  })

  test('begins with what was there before it, by night however much that is', async () => {
    await stood(many(310))
    expect(await readCopy(scope, suggestions)).toBeNull()
    await night()
    expect(await copied()).toEqual(await standing())
  })

  test('is made by day once four hundred lines are fresh, and then nothing is', async () => {
    await made(many(390))
    expect([await copyByDay(scope, () => now), await readCopies(scope, ledger)]).toEqual([0, undefined])
    await made(many(20, 500))
    expect(await copyByDay(scope, () => now)).toBeGreaterThan(0)
    expect([await freshCount(), await copied()]).toEqual([0, await standing()])
  })

  test('is cut into stretches of two thousand, of which only those are written anew into which something comes', async () => {
    await stood(many(2100))
    await night()
    const before = (await readCopies(scope, ledger))?.stretches ?? []
    expect(before.map(({ lines }) => lines)).toEqual([2000, 101])
    await made(many(3, 9000))
    await night()
    const after = (await readCopies(scope, ledger))?.stretches ?? []
    expect(after[0]).toEqual(before[0])
    expect(after.map(({ lines }) => lines)).toEqual([2000, 104])
    expect(await copied()).toEqual(await standing())
  })

  test('has no stretch that is larger than an item may be, whatever lists filter by', async () => {
    const long = (at: number) => Array.from({ length: 60 }, (_, n) => createHash('sha256').update(`${at} ${n}`).digest('base64')).join('')
    await stood(many(310).map((record, at) => ({ ...record, data: { ...record.data, category: long(at) } })))
    await night()
    const { stretches = [] } = (await readCopies(scope, ledger)) ?? {}
    expect(stretches.length).toBeGreaterThan(1)
    expect(await copied()).toEqual(await standing())
  })

  test('is gone through from either end, after any place, stretch by stretch', async () => {
    const long = (at: number) => Array.from({ length: 60 }, (_, n) => createHash('sha256').update(`${at} ${n}`).digest('base64')).join('')
    const named = (record: LedgerRecord, at: number) => ({ ...record, data: { ...record.data, category: long(at) } })
    const records = many(580).map(named)
    await stood(records.slice(0, 560))
    await night()
    // Fresh are some older and some newer than all that is copied, one that has changed and one that is gone.
    await made([...many(20, -30_000_000).map(named), ...records.slice(560)])
    await change(records[300] as LedgerRecord, moved(records[300] as LedgerRecord, { state: 'handling' }))
    await change(records[301] as LedgerRecord, moved(records[301] as LedgerRecord, { deleted: true }))
    expect((await readCopies(scope, ledger))?.stretches.length).toBeGreaterThan(3)
    const place = ({ createdAt, id }: Entry) => `${createdAt}#${id}`
    const all = (await standing()).sort((one, other) => (place(one) < place(other) ? -1 : 1))
    await holds<[boolean, number | null, boolean]>(
      [fc.boolean(), fc.option(fc.nat({ max: all.length - 1 })), fc.boolean()],
      async (newest, at, few) => {
        const after = at === null ? undefined : place(all[at] as Entry)
        const isBeyond = (entry: Entry) => after === undefined || (newest ? place(entry) < after : place(entry) > after)
        const copy = await readCopy(scope, suggestions, { newest, few, ...(after === undefined ? {} : { after }) })
        const batches = (await gather(copy as AsyncGenerator<Entry[]>)).map((entries) => entries.filter(isBeyond).map(place).sort())
        const inTurn = newest ? batches.toReversed() : batches
        expect(inTurn.flat()).toEqual(all.filter(isBeyond).map(place).sort())
      },
      // Among what is older, and newer, than all that is copied.
      {
        runs: 20,
        examples: [
          [true, 10, false],
          [false, 590, true],
        ],
      },
    )
  })

  test('goes on after a copying that was cut off, and takes away what that had written', async () => {
    await stood(many(310))
    await night()
    const whole = await readCopies(scope, ledger)
    await made(many(5, 500))
    if (whole) await writeCopies(scope, ledger, whole, { ...whole, busy: { ids: ['torn'], at: now.toISOString() } })
    expect(await night(new Date(now.getTime() + 60_000))).toBe(0)
    expect(await copied()).toEqual(await standing())
    expect(await night(new Date(now.getTime() + 16 * 60_000))).toBe(5)
    expect([await freshCount(), await copied()]).toEqual([0, await standing()])
  })

  test('is begun anew by night where it does not agree with the counters, and only there', async () => {
    // Some owe nothing.
    const records = many(320).map((record, at) => (at % 40 === 1 ? { ...record, duties: [] } : record))
    await made(records)
    await night()
    await recountAll(scope, [suggestions], new Date('2999-01-01'))
    expect(await forgetDrifted(scope, [suggestions], () => now)).toEqual([])
    const [lost] = records as [LedgerRecord]
    await stood([moved(lost, { state: 'handling' })])
    expect(await copied()).not.toEqual(await standing())
    const counted = await recountAll(scope, [suggestions], new Date('2999-01-01'))
    expect(counted.drifted).toContainEqual(expect.objectContaining({ partition: `${ledger}#*`, repaired: true }))
    const unrepaired = { drifted: counted.drifted.map((each) => ({ ...each, repaired: false })) }
    expect(await mendCopies([suggestions], unrepaired, () => now)).toEqual({ recopied: [] })
    expect(await mendCopies([suggestions], counted, () => now)).toEqual({ recopied: [ledger] })
    expect(await copied()).toEqual(await standing())
    expect(await mendCopies([suggestions], counted, () => now)).toEqual({ recopied: [] })
  })

  test('takes away what somebody was copying while it was forgotten', async () => {
    await stood(many(320))
    await night()
    const { rev: _, ...known } = (await readCopies(scope, ledger)) as NonNullable<Awaited<ReturnType<typeof readCopies>>>
    await writeCopies(scope, ledger, await readCopies(scope, ledger), { ...known, busy: { ids: ['half'], at: now.toISOString() } })
    expect(await forget(scope, ledger, () => now)).toBe(true)
    expect(await forget(scope, ledger, () => now)).toBe(false)
    expect((await readCopies(scope, ledger))?.dropped.map(({ id }) => id)).toEqual([...known.stretches.map(({ id }) => id), 'half'])
    expect(await copied()).toEqual([])
    await night()
    expect(await copied()).toEqual(await standing())
  })

  test('loses nothing to two who copy at once', async () => {
    await stood(many(310))
    await Promise.all([night(), night(), copyByDay(scope, () => now)])
    await made(many(40, 500))
    await Promise.all([night(), night()])
    expect(await copied()).toEqual(await standing())
  })

  test('is read with two requests in turn, and once known with no stretch again', async () => {
    await stood(many(400))
    await night()
    spent.clear()
    await copied()
    const first = [spent.requests, spent.trips]
    spent.clear()
    await copied()
    expect([first, [spent.requests, spent.trips]]).toEqual([
      [4, 2],
      [3, 2],
    ])
    expect(spent.units).toBeLessThanOrEqual(3)
  })
})

describe('lists and figures from the compact copy', () => {
  const questions: [string, Scope, ListQuery][] = [
    ['a field, newest first', county, { where: { result: 'A' } }],
    ['a field that few hold, newest first', county, { where: { result: 'B' } }],
    ['a field, soonest first', county, { where: { result: 'A' }, sort: 'dueOn' }],
    ['a field, latest day first', county, { where: { result: 'A' }, sort: '-dueOn' }],
    ['a field, by number', county, { where: { result: 'A' }, sort: '-number' }],
    ['a field and a state', county, { where: { result: 'A' }, states: ['handling'] }],
    ['a field and what is overdue', county, { where: { result: 'A' }, overdue: true }],
    ['some states, newest first', county, { states: ['assigned', 'handling'] }],
    ['some states of a township, newest first', county, { township: 'xinan', states: ['assigned', 'handling'], limit: 2 }],
    ['some states of a unit, newest first', county, { unit: 'water', states: ['assigned', 'handling'], limit: 2 }],
    ['some states of a unit and a township', leader, { unit: 'water', township: 'xinan', states: ['assigned'], limit: 2 }],
    ['some states, oldest first', county, { states: ['assigned', 'registered'], sort: 'createdAt' }],
    ['last changed', county, { sort: '-updatedAt' }],
    ['last changed, a state and a year', county, { sort: 'updatedAt', states: ['assigned'], year: 2026 }],
    ['a rate', county, { rate: 'onTime.missed' }],
    ['a desk', leader, { desk: 'none' }],
    ['a township and a unit', county, { township: 'xinan', unit: 'water', sort: '-updatedAt' }],
    ['a township', township('xinan'), { where: { result: 'A' } }],
    ['two signs, soonest first', county, { q: '路灯', sort: 'dueOn' }],
    ['two signs, latest day first, a state', county, { q: '路灯', sort: '-dueOn', states: ['handling'] }],
    ['two signs, newest first, a field', county, { q: '路灯', where: { result: 'A' } }],
    ['two signs, soonest first, a field and a state', county, { q: '路灯', where: { result: 'A' }, states: ['assigned'], sort: 'dueOn' }],
    ['two signs, all that hold them', leader, { q: '路灯' }],
    ['three signs, by number', county, { q: '修路灯', sort: 'number' }],
    ['two words, last changed', county, { q: '路灯 村口', sort: '-updatedAt' }],
    ['the name of a township, soonest first', county, { q: 'bailu镇', sort: 'dueOn' }],
    ['the name of a unit, by number', leader, { q: 'water局', sort: 'number' }],
  ]
  /** The places of a list, and how many it says there are. */
  const listed = async (who: Scope, asked: ListQuery, of: Ledger | Ledger[] = suggestions): Promise<(string | number)[]> => {
    const ids: (string | number)[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await listRecords(who, of, { limit: 40, ...asked, ...(cursor ? { cursor } : {}) }, '2026-06-10')
      if ('refused' in page) throw new Error(page.sentence.en)
      ids.push(...page.data.map(({ id }) => id), ...(page.total === undefined || cursor ? [] : [page.total]))
      cursor = page.next
      if (cursor === undefined) return ids
    }
  }
  const told = async (who: Scope, asked: ListQuery) =>
    sorted((await gather(eachEntry(who, suggestions, asked, '2026-06-10'))).flat()).map(({ part: _, audience: __, ...entry }) => entry)

  test('of several ledgers say what they say from entries one by one, of those without a copy too', async () => {
    const some = many(310).map((record, at): LedgerRecord => {
      const updatedAt = new Date(Date.parse('2026-06-05T00:00:00Z') + ((at * 7919) % 310) * 1000).toISOString()
      const data = { ...record.data, result: at % 5 ? 'C' : 'A' }
      return { ...record, data, updatedAt, state: at % 2 ? 'assigned' : 'handling', number: `建议2026-${String(1000 - at)}` }
    })
    const others = some.slice(0, 12).map(
      (record, at): LedgerRecord => ({
        ...record,
        ledger: townSuggestions.key,
        state: 'handling',
        id: `${record.id}d`,
        number: `镇2026-${at}`,
      }),
    )
    const of = (record: LedgerRecord) => (record.ledger === ledger ? suggestions : townSuggestions)
    await putItems([...some, ...others].map((record) => ({ ...keys.record(scope, record.ledger, record.id), v: 1, record })))
    await putItems(
      [...some, ...others].flatMap((record) => listItems(scope, of(record), record)).filter(({ pk }) => pk !== keys.freshLines(scope)),
    )
    await recountAll(scope, [suggestions, townSuggestions], new Date('2999-01-01'))
    const across: ListQuery[] = [
      { states: ['assigned', 'handling'] },
      { sort: '-updatedAt' },
      { sort: 'updatedAt', states: ['handling'] },
      { sort: '-number' },
      { sort: 'number', states: ['assigned'] },
      { where: { result: 'A' } },
      { where: { result: 'A' }, sort: 'createdAt' },
      { where: { result: 'A' }, sort: 'dueOn' },
      { where: { result: 'C' }, year: pattern.year, sort: 'createdAt' },
      { where: { result: 'A' }, sort: 'number' },
    ]
    const all = async () => {
      const lists = await Promise.all(across.map((asked) => listed(county, asked, [suggestions, townSuggestions])))
      const entries = (await gather(eachEntry(county, [suggestions, townSuggestions], {}, '2026-06-10'))).flat()
      return [lists, entries.map(({ id }) => id).sort()]
    }
    const rowsOf = (places: (string | number)[]) => places.filter((place) => typeof place === 'string').sort()
    for (const asked of across.filter(({ where }) => where)) {
      const [both, one, other] = await Promise.all(
        [[suggestions, townSuggestions], suggestions, townSuggestions].map((of) => listed(county, asked, of)),
      )
      expect([asked, rowsOf(both ?? [])]).toEqual([asked, rowsOf([...(one ?? []), ...(other ?? [])])])
    }
    const before = await all()
    await night()
    expect(await all()).toEqual(before)
    spent.clear()
    await listRecords(county, [suggestions, townSuggestions], { states: ['assigned', 'handling'] }, '2026-06-10')
    // The keys of the second ledger's few, and no key of the first: the totals, the copy, what is fresh, the copy again, the records.
    expect(spent.requests).toBe(6)
    spent.clear()
    await listRecords(county, [suggestions, townSuggestions], { sort: '-updatedAt' }, '2026-06-10')
    // Of the first ledger no entry is read, which would be forty units.
    expect(spent.units).toBeLessThanOrEqual(40)
  })

  test('say what they say from entries one by one', async () => {
    const records = many(320).map((record, at): LedgerRecord => {
      const state = ['assigned', 'handling', 'registered'][at % 3] ?? ''
      const result = at % 5 ? (at === 7 ? 'B' : 'C') : 'A'
      const data = { ...record.data, result, body: ['村口修路灯', '路灯不亮，村口修路', '路面修补灯光'][at % 3] ?? '' }
      const updatedAt = new Date(Date.parse('2026-06-05T00:00:00Z') + ((at * 7919) % 320) * 1000).toISOString()
      // Some are hidden from the county.
      const readers = at % 50 === 9 ? [`township:${record.township}`] : record.readers
      return { ...record, state, data, updatedAt, readers, number: `建议2026-${String(1000 - at)}`, year: 2025 + (at % 2) }
    })
    await putItems(records.map((record) => ({ ...keys.record(scope, ledger, record.id), v: record.version, record })))
    await putItems(records.flatMap((record) => listItems(scope, suggestions, record)).filter(({ pk }) => pk !== keys.freshLines(scope)))
    // Counters tell how many there are of a state, and so where they are looked for.
    await recountAll(scope, [suggestions], new Date('2999-01-01'))
    const all = () => Promise.all(questions.map(async ([what, who, asked]) => [what, await listed(who, asked), await told(who, asked)]))
    const before = await all()
    const pack = async () => {
      while (await packByNight(scope, () => now));
    }
    await pack()
    expect(await all()).toEqual(before)
    await night()
    expect(await copied()).toHaveLength(321)
    expect(await all()).toEqual(before)
    spent.clear()
    await listRecords(county, suggestions, { q: '路灯', sort: 'dueOn' }, '2026-06-10')
    // Twenty-five of the units are the records shown; each of two hundred entries would be half of one.
    expect(spent.units).toBeLessThanOrEqual(45)
    spent.clear()
    await listRecords(county, suggestions, { q: '修路灯', sort: 'number' }, '2026-06-10')
    // Of two hundred that hold its pairs a page's worth and its double were read.
    expect(spent.units).toBeLessThanOrEqual(120)
    spent.clear()
    await listRecords(county, suggestions, { states: ['assigned', 'handling'] }, '2026-06-10')
    // Two hundred keys are nine.
    expect([spent.requests, spent.units <= 30]).toEqual([5, true])
    spent.clear()
    await listRecords(county, suggestions, { township: 'xinan', states: ['assigned', 'handling'], limit: 2 }, '2026-06-10')
    expect(spent.requests).toBe(5)
    // Of one the words go and another gets them; one that has them is handed over; one goes.
    const [lost, won, handed, gone] = [0, 2, 12, 6].map((at) => records[at]) as [LedgerRecord, LedgerRecord, LedgerRecord, LedgerRecord]
    const said = (record: LedgerRecord, body: string) => moved(record, { data: { ...record.data, body } })
    const moves = [
      [lost, said(lost, '路面')],
      [won, said(won, '村口修路灯')],
      [handed, moved(handed, { township: handed.township === 'xinan' ? 'bailu' : 'xinan' })],
      [gone, moved(gone, { deleted: true })],
    ] as const
    for (const [record, after] of moves) {
      await markFresh(scope, [{ ...wordItem(scope, suggestions, after), v: 2 }])
      await putItems([{ ...keys.record(scope, ledger, after.id), v: 2, record: after }])
      await change(record, after)
    }
    const asked = questions.filter(([, , { q }]) => q !== undefined)
    const words = () => Promise.all(asked.map(async ([what, who, query]) => [what, await listed(who, query), await told(who, query)]))
    const found = (what: string, from: unknown[][]) => ((from.find(([each]) => each === what) ?? [])[2] as Entry[]).map(({ id }) => id)
    const fresh = await words()
    const lights = found('two signs, all that hold them', before).filter((id) => id !== lost.id && id !== gone.id)
    expect(found('two signs, all that hold them', fresh)).toEqual([...lights, won.id].sort())
    const own = (from: unknown[][]) => found('the name of a township, soonest first', from)
    expect(own(fresh).includes(handed.id)).toBe(handed.township !== 'bailu')
    expect(own(before).includes(handed.id)).toBe(handed.township === 'bailu')
    await pack()
    expect(await words()).toEqual(fresh)
    await night()
    expect(await words()).toEqual(fresh)
    expect(before.filter(([, , entries]) => (entries as Entry[]).length === 0).map(([what]) => what)).toEqual(['a desk'])
  })
})
