import { beforeAll, describe, expect, test } from 'vitest'
import { handler } from '../../../functions/recount.ts'
import { eachEntry } from '../../../functions/store/each.ts'
import { keys } from '../../../functions/store/keys.ts'
import { type Order, orderOf, placeOf } from '../../../functions/store/list-query.ts'
import { type ListQuery, listRecords } from '../../../functions/store/pages.ts'
import { recountAll } from '../../../functions/store/recount.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { type Item, query, updateItem } from '../../../functions/store/table.ts'
import { createRecord, removeRecord, take } from '../../../functions/transact.ts'
import { appointments } from '../../../shared/ledgers/appointments.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../../shared/scope.ts'
import { countsOf, county, gather, newCounty, on, projected, recordOf, suggestion, township, unit } from './county.ts'

const today = '2026-06-01'

beforeAll(async () => {
  await newCounty()
  for (const [at, from] of ['xinan', 'tanggou', 'bailu', 'xinan'].entries()) {
    await suggestion(from, `旧${at}`, 'assigned', '2025-03-03', { lead: 'water' })
    await suggestion(from, `新${at}`, 'assigned', '2026-05-28', { lead: 'education', co: ['water'] })
    await suggestion(from, `登${at}`, 'registered', '2026-05-28')
  }
  // A category that is called as an office is.
  await suggestion('xinan', '教', 'assigned', '2026-05-28', { lead: 'education' }, { category: 'education' })
  const gone = await suggestion('xinan', '删', 'draft', '2026-05-28')
  recordOf(await removeRecord(township('xinan'), 'suggestions', gone.id, 1, on('2026-05-28')))
  const declined = await suggestion('bailu', '退', 'assigned', '2026-05-28', { lead: 'water' })
  recordOf(
    await take(
      unit('water'),
      'suggestions',
      declined.id,
      { transition: 'decline', given: { reason: '不归' } },
      declined.version,
      on('2026-05-29'),
    ),
  )
})

/** The same counted by hand from the list. */
async function counted(scope: Scope, asked: ListQuery) {
  const counts = { total: 0, states: {} as Record<string, number>, overdue: 0, nearDue: 0 }
  for (const { state, dueOn } of (await gather(eachEntry(scope, suggestions, asked, today))).flat()) {
    counts.total += 1
    counts.states[state] = (counts.states[state] ?? 0) + 1
    if (dueOn && dueOn < today) counts.overdue += 1
    else if (dueOn && dueOn <= '2026-06-16') counts.nearDue += 1
  }
  return counts
}

const asked: [string, Scope, ListQuery][] = [
  ['of the county', county, {}],
  ['of a year', county, { year: 2025 }],
  ['of a township, a state', county, { township: 'xinan', states: ['assigned'] }],
  ['of a unit, as the county asks', county, { unit: 'water' }],
  ['of a unit, as it asks itself', unit('water'), {}],
  ['of a unit in its own name', unit('water'), { unit: 'water' }],
  ['of a township as it asks itself', township('bailu'), {}],
  ['of what is overdue', county, { overdue: true }],
  ['of what is near', county, { nearDue: true, states: ['assigned'] }],
  ['of what is due before', township('xinan'), { dueBefore: '2026-07-01' }],
  ['of a word, through the list', county, { q: '旧' }],
  ['of a field, through the list', county, { where: { lead: 'water' }, year: 2025 }],
]

describe('counts', () => {
  test('are projected from the outbox', async () => {
    expect((await countsOf(county, suggestions, {}, today)).total).toBe(0)
    await projected()
    expect(await countsOf(county, suggestions, {}, today)).toEqual(await counted(county, {}))
  })

  test.each(asked)('%s agree with the list', async (_, scope, filters) => {
    const counts = await countsOf(scope, suggestions, filters, today)
    expect(counts).toEqual(await counted(scope, filters))
    expect(counts.total).toBeGreaterThan(0)
  })

  test('give a list its total', async () => {
    const page = await listRecords(county, suggestions, { limit: 2, year: 2026 }, today)
    expect(page).toMatchObject({ total: (await counted(county, { year: 2026 })).total })
  })

  test('that drifted are found and repaired, and those that moved lately only found', async () => {
    expect((await recountAll(systemScope(), [suggestions], new Date('2027-01-01'))).drifted).toEqual([])
    const items: { pk: string; sk: string }[] = []
    for await (const item of query({ pk: 'duban#N#township:xinan', begins: 'suggestions#' })) items.push(item)
    const [first, second] = items as [{ pk: string; sk: string }, { pk: string; sk: string }]
    await updateItem(first, { add: { n: 3 } })
    await updateItem(second, { add: { n: 2, 'd:2026-01-01': 1 } })
    expect((await recountAll(systemScope(), [suggestions], new Date('2026-05-28T04:01:00Z'))).drifted).toMatchObject([
      { repaired: false },
      { repaired: false },
    ])
    const { drifted } = await recountAll(systemScope(), [suggestions], new Date('2027-01-01'))
    expect(drifted.map(({ by, repaired }) => [by, repaired])).toEqual([
      [{ n: -3 }, true],
      [{ n: -2, 'd:2026-01-01': -1 }, true],
    ])
    expect(await countsOf(county, suggestions, {}, today)).toEqual(await counted(county, {}))
    expect(await handler()).toMatchObject({ job: 'recount', drifted: [], finished: 0 })
  })

  test('and figures that drifted too; what comes to nothing is dropped', async () => {
    const rows = async () => {
      const items: Item[] = []
      for await (const item of query<Item>({ pk: 'duban#FIGURES#suggestions' })) items.push(item)
      return items.map(({ rev: _, ...item }) => item)
    }
    const before = await rows()
    const [first] = before as [Item]
    await updateItem(first, { add: { 'records@2026-05': 2, 'late@2026-09-09': 0 } })
    const { drifted } = await recountAll(systemScope(), [suggestions], new Date('2027-01-01'))
    expect(drifted).toEqual([{ partition: 'suggestions#figures', counter: first.sk, by: { 'records@2026-05': -2 }, repaired: true }])
    await recountAll(systemScope(), [suggestions], new Date('2027-01-01'))
    expect(await rows()).toEqual(before.map((row) => Object.fromEntries(Object.entries(row).filter(([, n]) => n !== 0))))
  })
})

/** Every question about what an office owes itself, with what its list of them holds. */
describe.each(['unit:water', 'unit:education', 'township:xinan', 'county:county'])('what %s owes itself', (holder) => {
  const questions: ListQuery[] = [
    {},
    { overdue: true },
    { nearDue: true },
    { year: 2025 },
    { states: ['assigned'] },
    { township: 'xinan' },
    { dueBefore: '2026-06-20' },
    { where: { lead: holder.split(':')[1] ?? '' } },
    { where: { category: holder.split(':')[1] ?? '' } },
    { term: 18, session: 5 },
    { q: '新' },
  ]
  test.each(questions.map((question) => ({ ...question, holder })))(
    '%j is counted from its duties as from the records',
    async (question) => {
      expect(await countsOf(county, suggestions, question, today)).toEqual(await counted(county, question))
    },
  )

  test('its list goes by its own days, page after page, without any twice', async () => {
    for (const sort of ['dueOn', '-dueOn', 'createdAt']) {
      const found: string[] = []
      let cursor: string | undefined
      do {
        const page = await listRecords(county, suggestions, { holder, sort, limit: 2, ...(cursor ? { cursor } : {}) }, today)
        if (!('data' in page)) throw new Error(JSON.stringify(page))
        found.push(...page.data.map(({ id }) => id))
        cursor = page.next
      } while (cursor)
      const whole = (await gather(eachEntry(county, suggestions, { holder }, today))).flat()
      const place = (id: string) => placeOf(whole.find((entry) => entry.id === id) as (typeof whole)[number], orderOf(sort) as Order)
      expect(new Set(found).size).toBe(whole.length)
      expect(found).toEqual([...found].sort((a, b) => (place(a) < place(b) === sort.startsWith('-') ? 1 : -1)))
    }
  })

  test('the same where an earlier release wrote its duties', async () => {
    const [kind = '', id = ''] = holder.split(':')
    for await (const item of query<Item>({ pk: keys.holder(county, { kind: kind as 'unit', id }) }))
      await updateItem(item, { remove: ['as'] })
    expect(await countsOf(county, suggestions, { holder, nearDue: true }, today)).toEqual(await counted(county, { holder, nearDue: true }))
  })
})

test('of what a clerk at another desk may not see, nothing that the county owes is counted for him', async () => {
  const data = { post: '局长', name: '甲', nominator: '县长', meetingOn: '2026-07-15' }
  expect(recordOf(await createRecord(county, 'appointments', { data }, {}, on('2026-05-28'))).state).toBe('nominated')
  const counted = (scope: Scope) => countsOf(scope, appointments, { holder: 'county:county' }, today)
  expect((await counted(county)).total).toBe(1)
  expect((await counted({ ...county, person: 'p-desk', role: 'county', desks: ['agriculture'] })).total).toBe(0)
})
