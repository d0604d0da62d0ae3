import type { DynamoDBRecord } from 'aws-lambda'
import { beforeAll, expect, test } from 'vitest'
import { definitions } from '../../../functions/catalogue.ts'
import { handler } from '../../../functions/project.ts'
import { eachEntry, eachRecord } from '../../../functions/store/each.ts'
import { readFigureRows } from '../../../functions/store/figures.ts'
import { newId } from '../../../functions/store/keys.ts'
import { listItems } from '../../../functions/store/lists.ts'
import { readOutbox } from '../../../functions/store/outbox.ts'
import { listRecords } from '../../../functions/store/pages.ts'
import { recountAll } from '../../../functions/store/recount.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { client, getItem, type Item, putItem, query } from '../../../functions/store/table.ts'
import { storeRows } from '../../../functions/transact/rows.ts'
import { createRecord, editRecord, take } from '../../../functions/transact.ts'
import { world } from '../../../functions/world.ts'
import { create } from '../../../shared/engine/creation.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import { type Cells, figuresOf } from '../../../shared/figures/cells.ts'
import { figures } from '../../../shared/figures/figures.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { countsOf, county, gather, on, projected, recordOf, streamedCounty, suggestion, township, townships, unit } from './county.ts'
import { outboxed } from './stream.ts'

const day = '2026-03-02'
const rows = 40
const scope = systemScope()

/** A register, and twenty writers at once who create, assign, decline and edit. */
beforeAll(async () => {
  await streamedCounty()
  const moves = await Promise.all(
    Array.from({ length: rows }, async (_, at) => {
      const data = { title: `旧册${at}`, body: '旧册' }
      return {
        moved: create(
          suggestions,
          { id: newId('r', new Date()), township: townships[at % 3] as string, data },
          county,
          day,
          await world(),
        ) as Moved,
      }
    }),
  )
  await storeRows(county, suggestions, moves, on(day))
  const writers = Array.from({ length: 20 }, async (_, at) => {
    const own = township(townships[at % 3] as string)
    if (at % 4 === 0) return createRecord(own, 'suggestions', { data: { title: `新${at}`, body: '新', deputies: ['张三'] } }, {}, on(day))
    const { id } = await suggestion(townships[at % 3] as string, `件${at}`, 'assigned', day, {
      lead: 'water',
      co: at % 2 ? ['education'] : [],
    })
    const acts = [
      take(
        unit('water'),
        'suggestions',
        id,
        { transition: at % 3 ? 'accept' : 'decline', given: { reason: '不归我们' } },
        undefined,
        on(day),
      ),
      editRecord(county, 'suggestions', id, { category: 'law' }, undefined, on(day)),
    ]
    return Promise.all(acts)
  })
  await Promise.all(writers)
})

/** The function as Lambda calls it: again until it goes well. */
async function deliver(Records: DynamoDBRecord[]): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await handler({ Records })
      return
    } catch (error) {
      if (tries === 40) throw error
    }
  }
}

/** For so many requests the table is out of reach at every few of them. */
function faults(every: number, most: number): () => void {
  let count = 0
  const name = 'faults'
  client().middlewareStack.add(
    (next) => async (args) => {
      count += 1
      if (count <= most && count % every === 0) throw new Error('The table is out of reach')
      return next(args)
    },
    { step: 'initialize', name },
  )
  return () => client().middlewareStack.remove(name)
}

test('lists show at once what happened, counters once it is projected; rows of a register are counted when they are stored', async () => {
  const page = await listRecords(county, suggestions, { limit: 100 }, day)
  expect('data' in page && page.data.length).toBe(rows + 20)
  expect((await countsOf(county, suggestions, {}, day)).total).toBe(rows)
})

test('what is projected equals a recount, however the stream is cut, repeated and reordered, by several at once, through faults', async () => {
  const told = await outboxed()
  const cut = (size: number, from: number) =>
    Array.from({ length: Math.ceil(told.length / size) }, (_, at) => told.slice(at * size + from, (at + 1) * size + from + 3))
  const mend = faults(7, 400)
  await Promise.all([...cut(7, 2), ...cut(11, 0).reverse(), ...cut(25, 5)].map(deliver)).finally(mend)
  await deliver(told.toReversed())
  const ledgers = (await definitions(scope)).map(({ ledger }) => ledger)
  expect((await recountAll(scope, ledgers, new Date('2999-01-01'))).drifted).toEqual([])
  const states: Record<string, number> = {}
  for (const { state } of (await gather(eachEntry(county, suggestions, {}, day))).flat()) states[state] = (states[state] ?? 0) + 1
  expect(await countsOf(county, suggestions, {}, day)).toMatchObject({ total: rows + 20, states })
  expect(await gather(readOutbox(scope, new Date('2999-01-01')))).toEqual([])
})

const asOf = [day, '2026-03-31', '2026-07-15', '2025-12-31']
test.each(['township', 'lead', 'category', undefined])('figures by %s tell what a recount of the entries tells', async (by) => {
  const facts = (await gather(eachEntry(county, suggestions, {}, day))).flat().flatMap((entry) => entry.facts ?? [])
  expect(facts.length).toBeGreaterThan(9)
  const rows = await readFigureRows(county, suggestions, {}, { asOf, by, today: day })
  const totals = rows?.totals.map(({ cells }) => cells) ?? []
  const parts = rows?.parts.map(({ group, cells }): [string, Cells] => [group, cells]) ?? []
  for (const each of asOf)
    expect(figuresOf(suggestions, { asOf: each, by }, totals, parts)).toEqual(figures(suggestions, facts, { asOf: each, by }))
})

test('lists hold what follows from the records, and nothing else', async () => {
  const wanted = new Map<string, Item>()
  for await (const record of eachRecord(scope, suggestions, {}, day))
    for (const item of listItems(scope, suggestions, record))
      if (!['Q', 'LFRESH'].includes(item.pk.split('#')[1] ?? '')) wanted.set(`${item.pk} ${item.sk}`, { ...item, v: 0 })
  const parts = ['*', 'county', ...townships.map((id) => `township:${id}`), 'unit:water', 'unit:education', 'unit:transport']
  const holders = ['county#county', 'unit#water', 'unit#education']
  const partitions = [...parts.map((part) => `duban#L#suggestions#${part}`), ...holders.map((holder) => `duban#HOLD#${holder}`)]
  const found = (await Promise.all(partitions.map((pk) => gather(query<Item>({ pk }))))).flat()
  expect(new Map(found.map((item) => [`${item.pk} ${item.sk}`, { ...item, v: 0 }]))).toEqual(wanted)
})

test('rows of a register that could not be counted at once are counted by whoever takes over', async () => {
  const before = (await countsOf(county, suggestions, {}, day)).total
  const name = 'no counters'
  client().middlewareStack.add(
    (next) => async (args) => {
      const { TransactItems = [] } = args.input as { TransactItems?: { Update?: unknown }[] }
      if (TransactItems.some(({ Update }) => Update)) throw new Error('The table is out of reach')
      return next(args)
    },
    { step: 'initialize', name },
  )
  const moves = await Promise.all(
    Array.from({ length: 9 }, async (_, at) => ({
      moved: create(
        suggestions,
        { id: newId('r', new Date()), township: 'bailu', data: { title: `续册${at}`, body: '续册' } },
        county,
        day,
        await world(),
      ) as Moved,
    })),
  )
  expect(new Set(await storeRows(county, suggestions, moves, on(day)))).toEqual(new Set(['stored']))
  client().middlewareStack.remove(name)
  expect((await countsOf(county, suggestions, {}, day)).total).toBe(before)
  await projected()
  expect((await countsOf(county, suggestions, {}, day)).total).toBe(before + 9)
})

test('a process that ended right after storing has lost nothing', async () => {
  const made = await suggestion('bailu', '断电', 'assigned', day, { lead: 'transport' })
  const keys = listItems(scope, suggestions, made)
  for (const { pk, sk } of keys) await putItem({ pk, sk, v: 0 })
  await projected()
  for (const item of keys) expect(await getItem({ pk: item.pk, sk: item.sk })).toMatchObject({ ...item })
  expect((await countsOf(unit('transport'), suggestions, {}, day)).total).toBe(1)
})

test('acts of one instant on one record have each an outbox item of their own', async () => {
  const clock = on(day)
  const made = recordOf(
    await createRecord(township('bailu'), 'suggestions', { data: { title: '同刻', body: '同刻', deputies: ['张三'] } }, {}, clock),
  )
  const submitted = await take(township('bailu'), 'suggestions', made.id, { transition: 'submit', given: {} }, 1, clock)
  expect(recordOf(submitted).state).toBe('submitted')
  expect(recordOf(await take(county, 'suggestions', made.id, { transition: 'register', given: {} }, 2, clock)).state).toBe('registered')
})

test('a later version is never written over by an earlier one', async () => {
  const draft = await suggestion('bailu', '先后', 'draft', day)
  const [entry] = listItems(scope, suggestions, draft) as [Item]
  recordOf(await take(township('bailu'), 'suggestions', draft.id, { transition: 'submit', given: {} }, 1, on(day)))
  const { show } = await import('../../../functions/store/lists.ts')
  await show(scope, [{ ledger: suggestions, before: { ...draft, state: 'registered' }, after: draft }])
  expect((await getItem<Item>(entry))?.v).toBe(2)
})
