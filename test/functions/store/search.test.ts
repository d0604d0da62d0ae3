import { beforeAll, describe, expect, test } from 'vitest'
import { keys } from '../../../functions/store/keys.ts'
import { listOffices } from '../../../functions/store/offices.ts'
import { type ListQuery, listRecords } from '../../../functions/store/pages.ts'
import { ownerOf } from '../../../functions/store/parts.ts'
import { beginPacking, packTexts } from '../../../functions/store/search/pack.ts'
import { readPacks, writePacks } from '../../../functions/store/search/packs.ts'
import { packBucket, placesOf, readBucket } from '../../../functions/store/search/postings.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { query } from '../../../functions/store/table.ts'
import { createRecord, editRecord, removeRecord, take } from '../../../functions/transact.ts'
import { fold, words } from '../../../shared/fold.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import { meter } from '../../bench/meter.ts'
import { fc, holds } from '../../property.ts'
import { countsOf, county, gather, leader, newCounty, on, recordOf, township, townships, unit, units } from './county.ts'

const today = '2026-06-10'
const scope = systemScope()
const scopes: [string, Scope][] = [
  ['the county', county],
  ['its leader', leader],
  ['a township', township('xinan')],
  ['another', township('bailu')],
  ['a unit', unit('water')],
]

/** Packs what is fresh; `most`: how many texts a pack holds. */
async function pack(most = 1000, now = new Date()): Promise<number> {
  const owners = (await listOffices()).flatMap(({ kind, id }) =>
    kind === 'township' ? [ownerOf(id)] : kind === 'county' ? ['county'] : [],
  )
  await beginPacking(scope, owners, 10_000)
  return packTexts(scope, { atLeast: 0, most, now: () => now, until: new Date(now.getTime() + 60_000) })
}

async function listed(who: Scope, asked: ListQuery): Promise<LedgerRecord[]> {
  const all: LedgerRecord[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listRecords(who, suggestions, { limit: 8, ...asked, ...(cursor ? { cursor } : {}) }, today)
    if ('refused' in page) throw new Error(page.sentence.en)
    all.push(...page.data)
    cursor = page.next
    if (cursor === undefined) return all
  }
}

const titles = (records: LedgerRecord[]) => records.map(({ data }) => String(data.title))

test('a bucket tells the places of each token, and none of what it does not hold', async () => {
  const count = 300
  const places = fc.uniqueArray(fc.nat(count - 1)).map((some) => some.sort((a, b) => a - b))
  await holds(
    [fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }), places), { selector: ([token]) => token })],
    (given) => {
      const known = new Map(given)
      const found = readBucket(packBucket(given, count), [...known.keys(), '\nnone'], count)
      for (const [token, some] of known) expect(placesOf(found.get(token) as Uint8Array)).toEqual(some)
      expect(placesOf(found.get('\nnone') as Uint8Array)).toEqual([])
    },
  )
})

describe('whatever was packed when, a search finds what the texts hold', () => {
  const text = fc
    .string({ unit: fc.constantFrom('路', '灯', '桥', '修', '😀', 'A', ' '), minLength: 1, maxLength: 8 })
    .filter((one) => fold(one) !== '')
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), town: fc.constantFrom(...townships), text }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), which: fc.nat(99), text }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('assign' as const), which: fc.nat(99), lead: fc.constantFrom(...units) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), which: fc.nat(99) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pack' as const), most: fc.constantFrom(2, 5, 1000) }) },
  )

  test('by everybody, in every order, as far as he may read it', async () => {
    await holds(
      [fc.array(step, { minLength: 14, maxLength: 22 }), fc.array(text, { minLength: 2, maxLength: 2 })],
      async (steps, sought) => {
        await newCounty()
        let records: LedgerRecord[] = []
        const put = (record: LedgerRecord) => {
          records = [...records.filter(({ id }) => id !== record.id), record]
        }
        for (const one of steps) {
          const record = 'which' in one ? records[one.which % (records.length || 1)] : undefined
          if (one.do === 'create')
            put(
              recordOf(
                await createRecord(
                  township(one.town),
                  'suggestions',
                  { data: { title: `第${records.length}${one.text}`, body: one.text, deputies: ['张三'] } },
                  {},
                  on(today),
                ),
              ),
            )
          if (one.do === 'pack') await pack(one.most)
          if (!record) continue
          const own = township(String(record.township))
          if (one.do === 'edit' && record.state === 'draft')
            put(recordOf(await editRecord(own, 'suggestions', record.id, { body: one.text }, record.version, on(today))))
          if (one.do === 'remove' && record.state === 'draft') {
            await removeRecord(own, 'suggestions', record.id, record.version, on(today))
            records = records.filter(({ id }) => id !== record.id)
          }
          if (one.do === 'assign' && record.state === 'draft') {
            let next = record
            for (const [who, transition, given] of [
              [own, 'submit', {}],
              [county, 'register', {}],
              [county, 'assign', { lead: one.lead }],
            ] as const)
              next = recordOf(await take(who, 'suggestions', next.id, { transition, given }, next.version, on(today)))
            put(next)
          }
        }
        for (const [name, who] of scopes) {
          const all = await listed(who, {})
          for (const q of [...sought, '路灯', '张三 桥']) {
            const wanted = all.filter(({ data, number = '' }) => {
              const lines = [number, data.title, data.body, '张三'].map((line) => fold(String(line)))
              return words(q).every((word) => lines.some((line) => line.includes(word)))
            })
            expect(titles(await listed(who, { q })), `${name}: ${q}`).toEqual(titles(wanted))
            for (const sort of ['createdAt', '-number'])
              expect(titles(await listed(who, { q, sort })).sort(), `${name}: ${q} ${sort}`).toEqual(titles(wanted).sort())
            expect((await countsOf(who, suggestions, { q }, today)).total, `${name}: ${q}`).toBe(wanted.length)
            const some = wanted.filter(({ state, township: own }) => state === 'draft' && own === 'bailu')
            expect(titles(await listed(who, { q, states: ['draft'], township: 'bailu' }))).toEqual(titles(some))
          }
        }
      },
      { runs: 2 },
    )
  })
})

describe('packing', () => {
  beforeAll(newCounty)
  const create = async (title: string) =>
    recordOf(await createRecord(township('xinan'), 'suggestions', { data: { title, body: '内容', deputies: ['张三'] } }, {}, on(today)))
  const fresh = () => gather(query({ pk: keys.fresh(scope) }))

  test('of two at once one packs, and nothing is lost', async () => {
    for (let at = 0; at < 12; at += 1) await create(`路灯${at}`)
    await pack()
    for (let at = 12; at < 24; at += 1) await create(`路灯${at}`)
    await Promise.all([pack(), pack(), pack()])
    expect(titles(await listed(county, { q: '路灯' }))).toEqual(Array.from({ length: 24 }, (_, at) => `路灯${23 - at}`))
    await pack()
    expect(await fresh()).toEqual([])
    expect(await listed(county, { q: '路灯' })).toHaveLength(24)
  })

  test('what was written while it was packed stays fresh', async () => {
    const record = await create('旧井盖')
    const going = pack()
    await editRecord(township('xinan'), 'suggestions', record.id, { title: '新围栏' }, record.version, on(today))
    await going
    expect(titles(await listed(county, { q: '围栏' }))).toEqual(['新围栏'])
    expect(await listed(county, { q: '井盖' })).toEqual([])
    await pack()
    expect(titles(await listed(county, { q: '围栏' }))).toEqual(['新围栏'])
    expect(await listed(county, { q: '井盖' })).toEqual([])
  })

  test('a packer that was cut off holds nobody up, and leaves nothing behind', async () => {
    await create('水渠')
    const known = await readPacks(scope)
    await writePacks(scope, known, {
      packs: known?.packs ?? [],
      dropped: known?.dropped ?? [],
      busy: { id: 'torn', at: new Date().toISOString() },
    })
    expect(await pack()).toBe(0)
    expect(titles(await listed(county, { q: '水渠' }))).toEqual(['水渠'])
    expect(await pack(1000, new Date(Date.now() + 16 * 60_000))).toBe(1)
    expect(await readPacks(scope)).toMatchObject({ packs: expect.any(Array), dropped: expect.any(Array) })
    expect(titles(await listed(county, { q: '水渠' }))).toEqual(['水渠'])
  })

  test('packs that are no longer searched go when no search can still read them', async () => {
    const { dropped = [] } = (await readPacks(scope)) ?? {}
    expect(dropped.length).toBeGreaterThan(0)
    await create('再来一条')
    await pack(1000, new Date(Date.now() + 60 * 60_000))
    for (const { id } of dropped) expect(await gather(query({ pk: keys.pack(scope, id) }))).toEqual([])
  })

  test('a word found in nothing costs no more than the packs there are', async () => {
    await pack()
    await listed(county, { q: '没有' })
    const spent = meter()
    await listRecords(county, suggestions, { q: '龘龘' }, today)
    expect([spent.requests <= 4, spent.units <= 6, spent.requests, spent.units]).toEqual([true, true, spent.requests, spent.units])
  })
})
