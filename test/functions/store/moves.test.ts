import { beforeAll, expect, test } from 'vitest'
import { readLastMoves } from '../../../functions/store/figures.ts'
import { createRecord } from '../../../functions/transact.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { at, township as office } from '../../bench/house.ts'
import { meter } from '../../bench/meter.ts'
import { county, newCounty, on, projected, recordOf, suggestion, township } from './county.ts'

let spent: ReturnType<typeof meter>
beforeAll(async () => {
  await newCounty()
  spent = meter()
  Object.assign(process.env, { ORIGIN: 'http://localhost:3000' })
})

test('of each township is known when something last changed on any ledger, at the same cost however many items there are', async () => {
  await suggestion('xinan', '修桥', 'registered', '2026-05-15')
  await projected()
  const [first] = (await readLastMoves(county, ledgers)).values()
  spent.clear()
  expect([...(await readLastMoves(county, ledgers)).keys()]).toEqual(['xinan'])
  const { requests, trips } = spent
  for (let n = 0; n < 12; n += 1) await suggestion('tanggou', `修${n}号桥`, 'assigned', '2026-06-01')
  const later = recordOf(
    await createRecord(
      township('xinan'),
      'diaries',
      { data: { deputy: ['张三'], place: '东村', content: '走访三户', date: '2026-06-08' } },
      {},
      on('2026-06-08'),
    ),
  )
  await projected()
  const moves = await readLastMoves(county, ledgers)
  expect([...moves.keys()].sort()).toEqual(['tanggou', 'xinan'])
  expect([moves.get('xinan'), String(first) < later.updatedAt]).toEqual([later.updatedAt, true])
  // What has moved since was read once more; now all stands still again.
  spent.clear()
  await readLastMoves(county, ledgers)
  expect([spent.requests, spent.trips]).toEqual([requests, trips])
})

test('nobody but the county is told of other townships', async () => {
  const { handler } = await import('../../../functions/http.ts')
  const ask = await at(handler as never, office('xinan'))
  await expect(ask('GET', '/api/moves')).rejects.toThrow(/403/)
})
