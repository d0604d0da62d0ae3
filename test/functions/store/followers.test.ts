import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { definition, saveDefinition } from '../../../functions/catalogue.ts'
import { hasFollowers } from '../../../functions/store/children.ts'
import { type Change, commit } from '../../../functions/store/commit.ts'
import { inCounty, placeHere } from '../../../functions/store/county.ts'
import { readFollowers } from '../../../functions/store/followers.ts'
import { keys, newId, type Ref } from '../../../functions/store/keys.ts'
import { isNoted, type Note } from '../../../functions/store/places.ts'
import { readMany, readRecord, readWhole } from '../../../functions/store/records.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { client, deleteItem, getItem, type Item, type Key, query } from '../../../functions/store/table.ts'
import { createRecord, editRecord, removeRecord, restoreRecord, take, undoRecord } from '../../../functions/transact.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import { meter } from '../../bench/meter.ts'
import { type Arbitrary, fc, holds } from '../../property.ts'
import { county, newCounty, on, projected, recordOf, township } from './county.ts'

const day = '2026-03-02'
const label = { zh: '字', en: 'Word' }
const text = { kind: 'text', label, required: true, max: 40 }
const shared = { label, system: 9, duties: {}, list: { columns: ['title'] } }
const done = { label, phase: 'done' }
const end = (from: string) => ({ label, from: [from], to: 'done', by: ['county'] })
/** What others follow: it grows leaves of its own, one for each row. */
const trunks = {
  ...shared,
  key: 'trunks',
  fields: { title: text, day: { kind: 'date', label }, rows: { kind: 'items', label, columns: { what: { kind: 'text', label } } } },
  states: { open: { label, phase: 'open' }, done },
  initial: 'open',
  transitions: {
    end: end('open'),
    grow: {
      label,
      from: ['open'],
      to: 'open',
      by: ['county'],
      asks: ['rows'],
      creates: [{ ledger: 'leaves', for: '@rows', fill: { title: 'each.what' } }],
    },
  },
  may: { create: ['county'], read: ['county', 'anyTownship'], edit: ['county'] },
}
/** What follows: as a child, by a field that names any, or by one through which a day is taken. */
const leaves = {
  ...shared,
  key: 'leaves',
  fields: {
    title: text,
    beside: { kind: 'records', of: 'trunks', label },
    after: { kind: 'records', of: 'trunks', max: 1, label },
    day: { kind: 'date', label, from: '@after.day' },
  },
  states: { draft: { label, phase: 'draft' }, done },
  initial: 'draft',
  transitions: { end: end('draft') },
  may: { create: ['county', 'anyTownship'], read: ['county', 'township'], edit: ['county'] },
}

/** What was put into a family while nobody had noted it. */
const unnoted: string[] = []
let spent: ReturnType<typeof meter>
let noteWrites = 0
let breaking = false

beforeAll(async () => {
  await newCounty()
  for (const ledger of [trunks, leaves])
    expect(await saveDefinition(county, { key: ledger.key, version: 1, ledger }, new Date())).toBe(true)
  spent = meter()
  watch()
})
beforeEach(() => {
  unnoted.length = 0
  noteWrites = 0
})

/** Looks, before anything is put among followers, whether it is noted already. */
function watch(): void {
  client().middlewareStack.add(
    (next) => async (args) => {
      const input = args.input as { Key?: Key }
      if (input.Key?.sk === 'N' && 'UpdateExpression' in input) {
        noteWrites += 1
        if (breaking) throw new Error('No note today')
      }
      const places = putsIn(args.input).filter(({ pk, sk }) => /#K#/.test(pk) && /^[CF]#/.test(sk))
      for (const [pk, some] of Map.groupBy(places, ({ pk }) => pk)) {
        const note = await getItem<Note>(keys.followers({ pk }))
        // A child that names its parent is one follower, noted once.
        const either = (sk: string) => ['C', 'F'].map((letter) => ({ pk, sk: `${letter}${sk.slice(1)}` }))
        unnoted.push(...some.flatMap(({ sk }) => (either(sk).some((place) => isNoted(place, note)) ? [] : [`${pk} ${sk}`])))
      }
      return next(args)
    },
    { step: 'initialize' },
  )
}

type Written = {
  Item?: Item
  TransactItems?: { Put?: { Item: Item } }[]
  RequestItems?: { [table: string]: { PutRequest?: { Item: Item } }[] | object }
}
function putsIn(input: object): Item[] {
  const { Item: one, TransactItems = [], RequestItems = {} } = input as Written
  const batches = Object.values(RequestItems).flatMap((each) => (Array.isArray(each) ? each : []))
  return [one, ...TransactItems.map(({ Put }) => Put?.Item), ...batches.map(({ PutRequest }) => PutRequest?.Item)].flatMap(
    (item) => item ?? [],
  )
}

/** As the family's partition itself tells it. */
async function asQueried(scope: Scope, { ledger, id }: Ref): Promise<LedgerRecord[]> {
  const refs = new Map<string, Ref>()
  for await (const item of query<Ref>({ pk: keys.kin(scope, ledger, id).pk, from: 'C#', to: 'F$' }))
    if (!refs.has(`${item.ledger}/${item.id}`)) refs.set(`${item.ledger}/${item.id}`, { ledger: item.ledger, id: item.id })
  return readMany(scope, [...refs.values()])
}

const trunk = async () => recordOf(await createRecord(county, 'trunks', { data: { title: '干', day } }, {}, on(day)))
const leaf = async (data: object, parent?: Ref, scope = county) =>
  recordOf(
    await createRecord(
      scope,
      'leaves',
      { data: { title: '叶', ...data }, ...(parent ? { parent: { ledger: parent.ledger, id: parent.id } } : {}) },
      {},
      on(day),
    ),
  )
const grow = async ({ id }: Ref, count: number) =>
  recordOf(await take(county, 'trunks', id, { transition: 'grow', given: { rows: Array(count).fill({ what: '叶' }) } }, undefined, on(day)))
const noteOf = (ref: Ref) => getItem<Note>(keys.followers(keys.kin(county, ref.ledger, ref.id)))
const followers = async (ref: Ref) => (await readFollowers(systemScope(), ref)).map(({ id }) => id)

describe('whatever happens', () => {
  type Act = { what: 'child' | 'name' | 'grow' | 'change' | 'delete' | 'restore' | 'undo'; on: number; which: number; many: number }
  const acts: Arbitrary<Act[]> = fc.array(
    fc.record({
      what: fc.constantFrom('child', 'name', 'name', 'grow', 'change', 'change', 'delete', 'delete', 'restore', 'undo'),
      on: fc.nat(2),
      which: fc.nat(),
      many: fc.integer({ min: 1, max: 6 }),
    }) as Arbitrary<Act>,
    { minLength: 4, maxLength: 12 },
  )
  const growing = Array.from({ length: 3 }, (): Act => ({ what: 'grow', on: 0, which: 1, many: 30 }))
  const after: Act[] = (['name', 'child', 'delete', 'change', 'restore', 'undo'] as const).map((what, which) => ({
    what,
    on: 0,
    which,
    many: 1,
  }))
  let crowds = 0

  test('those who follow a record are told as its family’s partition has them, and each is noted before it is there', async () => {
    await holds(
      [acts],
      async (all) => {
        const on3 = [await trunk(), await trunk(), await trunk()] as const
        const born: LedgerRecord[] = []
        for (const act of all) {
          await happen(act, on3, born)
          for (const [at, scope] of [
            [act.on, systemScope()],
            [(act.on + 1) % 3, systemScope()],
            [act.on, township('xinan')],
          ] as const)
            expect(await readFollowers(scope, on3[at] as Ref)).toEqual(await asQueried(scope, on3[at] as Ref))
        }
        for (const one of on3) crowds += (await noteOf(one))?.many ? 1 : 0
        expect(unnoted).toEqual([])
      },
      { runs: 6, examples: [[[...growing, ...after]]] },
    )
    expect(crowds).toBeGreaterThan(0)
  })

  async function happen({ what, on: at, which, many }: Act, trunks: readonly LedgerRecord[], born: LedgerRecord[]): Promise<void> {
    const [one, other] = [trunks[at] as LedgerRecord, trunks[(at + 1) % 3] as LedgerRecord]
    const some = born[which % born.length]
    const scope = which % 3 ? county : township('xinan')
    const beside = [[one.id], [one.id, other.id], [other.id], []][which % 4] as string[]
    if (what === 'child') born.push(await leaf(which % 2 ? { beside } : {}, one, county))
    else if (what === 'name') born.push(await leaf({ beside, ...(which % 5 ? {} : { after: [one.id] }) }, undefined, scope))
    else if (what === 'grow') await grow(one, many)
    else if (some && what === 'change')
      await editRecord(county, 'leaves', some.id, { beside, after: which % 2 ? [one.id] : [] }, undefined, on(day))
    else if (some && what === 'delete') await removeRecord(county, 'leaves', some.id, undefined, on(day))
    else if (some && what === 'restore') await restoreRecord(county, 'leaves', some.id, undefined, on(day))
    else if (some && what === 'undo') await undoRecord(county, 'leaves', some.id, '记错了', undefined, on(day))
    if (which % 7 === 0) await projected()
  }
})

describe('a note', () => {
  const changeOf = async (parent: LedgerRecord): Promise<Change> => {
    const { record, events } = (await readWhole(county, 'leaves', (await leaf({})).id)) as {
      record: LedgerRecord
      events: Change['events']
    }
    const { ledger } = (await definition(county, 'leaves')) as { ledger: Change['ledger'] }
    return { ledger, after: { ...record, id: newId('r', new Date()), parent: { ledger: parent.ledger, id: parent.id } }, events }
  }

  test('names what a failed transaction never made, and nobody sees it', async () => {
    const one = await trunk()
    const [change, other] = [await changeOf(one), await changeOf(one)]
    const never = { check: keys.record(county, 'trunks', one.id), when: { text: 'v = :v', values: { ':v': 99 } } }
    expect(await commit(county, [change, other], [never])).toHaveLength(1)
    expect((await noteOf(one))?.places?.size).toBe(2)
    expect(noteWrites).toBe(1)
    expect(await followers(one)).toEqual([])
    expect(await commit(county, [change])).toBe(null)
    expect(await followers(one)).toEqual([change.after.id])
  })

  test('that cannot be put stores nothing', async () => {
    const one = await trunk()
    const change = await changeOf(one)
    breaking = true
    await expect(commit(county, [change]))
      .rejects.toThrow('No note today')
      .finally(() => {
        breaking = false
      })
    expect(await readRecord(county, 'leaves', change.after.id)).toBe(null)
    expect(await hasFollowers(county, one)).toBe(false)
  })

  test('comes back with a record that was deleted before there were notes', async () => {
    const one = await trunk()
    const { id } = await leaf({ beside: [one.id] })
    await removeRecord(county, 'leaves', id, undefined, on(day))
    await deleteItem(keys.followers(keys.kin(county, one.ledger, one.id)))
    await restoreRecord(county, 'leaves', id, undefined, on(day))
    expect(await followers(one)).toEqual([id])
    expect(unnoted).toEqual([])
  })

  test('is written by whoever projects a record anew and finds that one does not know yet who names it', async () => {
    const one = await trunk()
    const { id } = await leaf({ beside: [one.id] })
    await projected()
    const note = keys.followers(keys.kin(county, one.ledger, one.id))
    await deleteItem(note)
    await deleteItem({ pk: note.pk, sk: `F#leaves#${id}` })
    const { project } = await import('../../../functions/store/projection.ts')
    const { ledger } = (await definition(county, 'leaves')) as { ledger: Change['ledger'] }
    await project(systemScope(), new Map([['leaves', ledger]]), [{ ledger: 'leaves', id }])
    expect(await followers(one)).toEqual([id])
    expect(unnoted).toEqual([])
  })

  test('stays small: many follow from forty on, for good, and this process writes it no more', async () => {
    const one = await trunk()
    for (const [count, size] of [
      [39, 39],
      [2, 41],
    ] as const) {
      await grow(one, count)
      expect((await noteOf(one))?.places?.size).toBe(size)
    }
    await grow(one, 1)
    const note = keys.followers(keys.kin(county, one.ledger, one.id))
    expect(await noteOf(one)).toEqual({ ...note, many: true })
    noteWrites = 0
    await grow(one, 5)
    await leaf({ beside: [one.id] })
    expect(noteWrites).toBe(0)
    // Nor does one that knows nothing of it make it few again.
    vi.resetModules()
    const { notePlaces } = await import('../../../functions/store/places.ts')
    await notePlaces([{ ...note, sk: 'C#leaves#never' }])
    expect(await noteOf(one)).toEqual({ ...note, many: true })
    expect(await followers(one)).toHaveLength(48)
  })
})

test('no follower is one request, few are two in turn, many are three', async () => {
  const one = await trunk()
  const asked = async () => {
    spent.clear()
    const found = await inCounty({ ...placeHere() }, () => followers(one))
    return [found.length, spent.requests, spent.trips]
  }
  expect(await asked()).toEqual([0, 1, 1])
  await grow(one, 2)
  await leaf({ beside: [one.id] })
  expect(await asked()).toEqual([3, 2, 2])
  for (const count of [37, 1]) await grow(one, count)
  expect(await asked()).toEqual([41, 3, 3])
})
