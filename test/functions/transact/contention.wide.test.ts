import { beforeAll, expect, test } from 'vitest'
import { clockAt } from '../../../functions/clock.ts'
import { listRecords } from '../../../functions/store/pages.ts'
import { createRecord, take } from '../../../functions/transact.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { countsOf, county, newCounty, projected, recordOf, township, townships } from '../store/county.ts'

const writers = 24
const day = '2026-03-02'
// One instant for all, as when a morning's mail is entered by everybody at once.
const clock = clockAt(new Date(`${day}T04:00:00Z`))
let ids: string[]

beforeAll(newCounty)

test('many who create at the same instant on one ledger all succeed', async () => {
  const made = await Promise.all(
    Array.from({ length: writers }, (_, at) => {
      const data = { title: `同时${at}`, body: '同时登记。', deputies: ['张三'] }
      return createRecord(township(townships[at % 3] as string), 'suggestions', { data }, {}, clock)
    }),
  )
  ids = made.map((outcome) => recordOf(outcome).id)
  expect(new Set(ids).size).toBe(writers)
})

test('many who take a number from one register at the same instant get each its own, without a gap', async () => {
  const own = (at: number) => township(townships[at % 3] as string)
  await Promise.all(ids.map((id, at) => take(own(at), 'suggestions', id, { transition: 'submit', given: {} }, 1, clock).then(recordOf)))
  const numbered = await Promise.all(
    ids.map((id) => take(county, 'suggestions', id, { transition: 'register', given: {} }, 2, clock).then(recordOf)),
  )
  const wanted = Array.from({ length: writers }, (_, at) => `2026-${String(at + 1).padStart(4, '0')}`)
  expect(numbered.map(({ number }) => number).sort()).toEqual(wanted)
})

test('all of it is found and counted', async () => {
  await projected()
  const page = await listRecords(county, suggestions, { limit: 100 }, day)
  expect('data' in page && page.data.length).toBe(writers)
  expect(await countsOf(county, suggestions, {}, day)).toMatchObject({ total: writers, states: { registered: writers } })
})
