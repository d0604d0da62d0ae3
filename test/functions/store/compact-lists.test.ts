import { describe, expect, test } from 'vitest'
import { eachEntry } from '../../../functions/store/each.ts'
import type { Entry } from '../../../functions/store/entries.ts'
import { keys } from '../../../functions/store/keys.ts'
import { listItems } from '../../../functions/store/lists.ts'
import { type ListQuery, listRecords } from '../../../functions/store/pages.ts'
import { recountAll } from '../../../functions/store/recount.ts'
import { markFresh } from '../../../functions/store/search/fresh.ts'
import { packByNight } from '../../../functions/store/search/keep.ts'
import { putItems } from '../../../functions/store/table.ts'
import { wordItem } from '../../../functions/store/words.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { townSuggestions } from '../../../shared/ledgers/town-suggestions.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import { aCountyEach, change, copied, ledger, many, moved, night, now, pattern, scope, sorted, spent } from './copies.ts'
import { county, gather, leader, township } from './county.ts'

aCountyEach()

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
    // The keys of the second ledger's few, and no key of the first: beside them the totals, the copy and what is fresh; the records.
    expect([spent.requests, spent.trips]).toEqual([5, 2])
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
    expect([spent.requests, spent.units <= 30]).toEqual([4, true])
    spent.clear()
    await listRecords(county, suggestions, { township: 'xinan', states: ['assigned', 'handling'], limit: 2 }, '2026-06-10')
    expect(spent.requests).toBe(4)
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
