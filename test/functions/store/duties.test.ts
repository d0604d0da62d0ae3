import { beforeAll, expect, test } from 'vitest'
import { listDuties, owingUntil } from '../../../functions/store/duties.ts'
import { readMany } from '../../../functions/store/records.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { take } from '../../../functions/transact.ts'
import { gather, newCounty, on, recordOf, suggestion, township, unit } from './county.ts'

beforeAll(async () => {
  await newCounty()
  for (const [at, day] of ['2026-03-02', '2026-04-01', '2026-03-16'].entries())
    await suggestion('xinan', `事${at}`, 'assigned', day, { lead: 'water', co: ['education'] })
  await suggestion('bailu', '无期限', 'assigned', '2026-03-02', { lead: 'water', due: 'none' })
})

/** The days of the soonest open duties of the records that owe something by then, in the order told. */
async function days(until: string): Promise<(string | null | undefined)[]> {
  const records = await readMany(systemScope(), await gather(owingUntil(systemScope(), until)))
  return records.map(({ duties }) => duties.flatMap(({ state, dueOn }) => (state === 'open' && dueOn ? [dueOn] : [])).sort()[0])
}

test('a holder finds his open duties soonest first, page by page, each with its record', async () => {
  const seen: (string | null)[] = []
  let cursor: string | undefined
  do {
    const page = await listDuties(unit('water'), { limit: 2, ...(cursor ? { cursor } : {}) })
    if ('refused' in page) throw new Error(page.sentence.en)
    for (const { duty, record } of page.data)
      expect([record.ledger, duty.holder.id, duty.why.basis.zh.length > 0]).toEqual(['suggestions', 'water', true])
    seen.push(...page.data.map(({ duty }) => duty.dueOn))
    cursor = page.next
  } while (cursor)
  expect(seen).toEqual([...seen].sort())
  expect(seen).toHaveLength(7)
  expect(await listDuties(township('xinan'), {})).toEqual({ data: [] })
  expect(await listDuties(unit('water'), { cursor: 'x' })).toMatchObject({ status: 422 })
})

test('the daily job finds every record that owes something by its day, soonest first, and no other', async () => {
  expect(await days('2026-04-09')).toEqual(['2026-03-09', '2026-03-09', '2026-03-23', '2026-04-09'])
  expect(await days('2026-03-08')).toEqual([])
})

test('what is discharged leaves the lists at once', async () => {
  const held = async (id: string) => {
    const page = await listDuties(unit('water'), { limit: 100 })
    return 'refused' in page ? [] : page.data.filter(({ record }) => record.id === id).map(({ duty, record }) => [duty.key, record.state])
  }
  const [first] = await gather(owingUntil(systemScope(), '2026-03-09'))
  const id = first?.id ?? ''
  expect(await held(id)).toContainEqual(['accept', 'assigned'])
  recordOf(await take(unit('water'), 'suggestions', id, { transition: 'accept', given: {} }, undefined, on('2026-03-05')))
  expect(await held(id)).toEqual([['reply', 'handling']])
  expect((await gather(owingUntil(systemScope(), '2026-03-09'))).map((ref) => ref.id)).not.toContain(id)
})
