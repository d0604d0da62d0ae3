import { beforeAll, describe, expect, test } from 'vitest'
import { eachRecord } from '../../../functions/store/each.ts'
import { type ListQuery, listRecords } from '../../../functions/store/pages.ts'
import { readMany, readRecord } from '../../../functions/store/records.ts'
import { take } from '../../../functions/transact.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import { county, leader, newCounty, on, recordOf, suggestion, township, unit } from './county.ts'

const today = '2026-06-10'
const all: LedgerRecord[] = []

/** Fourteen suggestions: some drafts, some registered, some with the water or education office, from March to June, one of them declined. */
beforeAll(async () => {
  await newCounty()
  const make = async (...given: Parameters<typeof suggestion>) => all.push(await suggestion(...given))
  for (const [at, from] of ['xinan', 'tanggou', 'bailu', 'xinan'].entries()) {
    await make(from, `草稿 Road Repair ${at}`, 'draft', '2026-03-02')
    await make(from, `修渠${at}`, 'assigned', '2026-03-02', { lead: 'water', co: at % 2 ? ['education'] : [] })
    await make(from, `建校${at}`, 'assigned', `2026-06-0${at + 1}`, { lead: 'education' })
  }
  await make('bailu', '登记２０２６', 'registered', '2025-12-30')
  const declined = await suggestion('bailu', '退办', 'assigned', '2026-06-01', { lead: 'water' })
  all.push(
    recordOf(
      await take(
        unit('water'),
        'suggestions',
        declined.id,
        { transition: 'decline', given: { reason: '不归我们' } },
        declined.version,
        on('2026-06-02'),
      ),
    ),
  )
})

async function walked(scope: Scope, query: ListQuery): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined, pages = 0; pages < 50; pages += 1) {
    const page = await listRecords(scope, suggestions, { ...query, ...(cursor ? { cursor } : {}) }, today)
    if ('refused' in page) throw new Error(page.sentence.en)
    ids.push(...page.data.map(({ id }) => id))
    cursor = page.next
    if (!cursor) return ids
  }
  throw new Error('The cursor never ends')
}

const dueOn = (record: LedgerRecord) => record.duties.flatMap((duty) => (duty.state === 'open' && duty.dueOn ? [duty.dueOn] : [])).sort()[0]
const newest = (a: LedgerRecord, b: LedgerRecord) => (a.createdAt < b.createdAt ? 1 : -1)
const ids = (records: LedgerRecord[]) => records.map(({ id }) => id)

describe('a list', () => {
  test('shows everything in scope, newest first, whatever the size of a page', async () => {
    for (const limit of [1, 3, 25]) expect(await walked(county, { limit })).toEqual(ids([...all].sort(newest)))
    expect(await walked(leader, {})).toEqual(ids([...all].sort(newest)))
  })

  test('shows a township its own, a unit what names it or ever did', async () => {
    expect(await walked(township('xinan'), { limit: 2 })).toEqual(ids(all.filter((record) => record.township === 'xinan').sort(newest)))
    const water = all.filter((record) => record.data.lead === 'water' || record.data.title === '退办')
    expect(await walked(unit('water'), { limit: 2 })).toEqual(ids(water.sort(newest)))
    expect(await walked(unit('transport'), {})).toEqual([])
  })

  test('leaves a unit that declined its trace, and drops the record from the unit= of others', async () => {
    const declined = all.find((record) => record.data.title === '退办') as LedgerRecord
    expect(await readRecord(unit('water'), 'suggestions', declined.id)).not.toBe(null)
    expect(await walked(county, { unit: 'water' })).not.toContain(declined.id)
    expect(await readMany(township('xinan'), [declined])).toEqual([])
  })

  const filters: [string, ListQuery, (record: LedgerRecord) => boolean][] = [
    ['state', { states: ['assigned'] }, (record) => record.state === 'assigned'],
    ['states', { states: ['draft', 'registered'] }, (record) => ['draft', 'registered'].includes(record.state)],
    ['township', { township: 'bailu' }, (record) => record.township === 'bailu'],
    ['year', { year: 2025 }, (record) => record.year === 2025],
    [
      'unit',
      { unit: 'education' },
      (record) => record.data.lead === 'education' || ((record.data.co as string[]) ?? []).includes('education'),
    ],
    ['overdue', { overdue: true }, (record) => (dueOn(record) ?? '9') < today],
    ['not overdue', { overdue: false }, (record) => (dueOn(record) ?? '9') >= today],
    ['dueBefore', { dueBefore: '2026-06-09' }, (record) => (dueOn(record) ?? '9') < '2026-06-09'],
    ['nearDue', { nearDue: true }, (record) => (dueOn(record) ?? '9') >= today && (dueOn(record) ?? '9') <= '2026-06-25'],
    ['where', { where: { lead: 'water' } }, (record) => record.data.lead === 'water'],
    ['q', { q: '渠' }, (record) => String(record.data.title).includes('渠')],
    ['q in Latin, any case', { q: 'REPAIR road' }, (record) => String(record.data.title).includes('Road')],
    ['q in the number', { q: '2026-0001' }, (record) => record.number === '2026-0001'],
    ['q in half width', { q: '登记2026' }, (record) => String(record.data.title).includes('登记')],
    [
      'q of an office',
      { q: 'education局' },
      (record) => record.data.lead === 'education' || ((record.data.co as string[]) ?? []).includes('education'),
    ],
    ['q of a township', { q: 'xinan镇' }, (record) => record.township === 'xinan'],
    [
      'q of an office and a title',
      { q: '修渠 education局' },
      (record) => String(record.data.title).startsWith('修渠') && record.data.co !== undefined,
    ],
    ['q of a name and a body', { q: '张三 修渠1的内容' }, (record) => record.data.title === '修渠1'],
  ]

  test.each(filters)('filters by %s', async (_, query, holds) => {
    const wanted = ids(all.filter(holds).sort(newest))
    expect(wanted.length).toBeGreaterThan(0)
    expect(await walked(county, { ...query, limit: 2 })).toEqual(wanted)
  })

  test('combines every filter with every other, in every order', async () => {
    const keyOf: Record<string, (record: LedgerRecord) => string> = {
      createdAt: (record) => record.createdAt,
      updatedAt: (record) => record.updatedAt,
      number: (record) => record.number ?? '\uFFFD',
      dueOn: (record) => `${dueOn(record) ?? '\uFFFD'}#${record.year}#${record.createdAt}`,
    }
    const orders = ['-createdAt', 'createdAt', 'number', '-number', 'dueOn', '-dueOn', 'updatedAt', '-updatedAt']
    let at = 0
    for (const [, one, holdsOne] of filters) {
      for (const [, two, holdsTwo] of filters) {
        if (Object.keys(one).some((key) => key in two)) continue
        const sort = orders[at++ % orders.length] as string
        const by = keyOf[sort.replace('-', '')] as (record: LedgerRecord) => string
        const wanted = all
          .filter((record) => holdsOne(record) && holdsTwo(record))
          .sort((a, b) => (`${by(a)}#${a.id}` < `${by(b)}#${b.id}` ? -1 : 1))
        if (sort.startsWith('-')) wanted.reverse()
        expect([sort, one, two, await walked(county, { ...one, ...two, sort, limit: 3 })]).toEqual([sort, one, two, ids(wanted)])
      }
    }
  })

  test('tells the total of a first page that is all, and refuses what cannot be asked', async () => {
    expect(await listRecords(township('tanggou'), suggestions, {}, today)).toMatchObject({ total: 3 })
    const { next } = (await listRecords(county, suggestions, { limit: 2 }, today)) as { next: string }
    expect(await listRecords(county, suggestions, { limit: 5, cursor: next }, today)).toHaveProperty('data')
    for (const query of [
      { cursor: next, states: ['draft'] },
      { cursor: 'x' },
      { sort: 'title' },
      { states: ['nowhere'] },
      { where: { body: 'x' } },
    ]) {
      expect(await listRecords(county, suggestions, query, today)).toMatchObject({ status: 422 })
    }
  })

  test('gives exports every record once', async () => {
    const found: string[] = []
    for await (const { id } of eachRecord(county, suggestions, { states: ['assigned'] }, today)) found.push(id)
    expect(found).toEqual(ids(all.filter((record) => record.state === 'assigned').sort(newest)))
  })
})
