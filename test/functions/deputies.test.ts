import { beforeAll, expect, test } from 'vitest'
import { parseLedger } from '../../shared/definition/gate.ts'
import { deputyOf, seated } from '../../shared/definition/register.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { Label } from '../../shared/names.ts'
import { made, taken } from '../deviations/plays.ts'
import { type Client, openHouse } from './api-house.ts'

let as: (name: string) => Promise<Client>
let county: Client
let xinan: Client
let tanggou: Client
const named = async (who: Client) =>
  ((await who('GET', '/api/deputies')).body.data as unknown as { name: string; township: string | null; paused?: Label }[]).map(
    ({ name, township, paused }) => [name, township, paused?.zh].join(' ').trim(),
  )

beforeAll(async () => {
  ;({ as } = await openHouse())
  ;[county, xinan, tanggou] = (await Promise.all(['county', 'xinan', 'tanggou'].map(as))) as [Client, Client, Client]
  await made(xinan, 'deputies', { name: ['欧阳春'] })
  await made(tanggou, 'deputies', { name: ['司马秋'] })
  const ended = await made(xinan, 'deputies', { name: ['上官冬'] })
  await taken(county, ended, 'end', { cause: 'resigned', reason: '本人辞职' })
  await taken(county, await made(xinan, 'deputies', { name: ['诸葛夏'] }), 'suspend', { reason: '接受调查' })
})

test('who has a file that has not ended holds a seat; whoever enters names is told of all, and why one does not act by who may read his file', async () => {
  expect(await named(xinan)).toEqual(['欧阳春 xinan', '司马秋 tanggou', '诸葛夏 xinan 暂停执行职务'])
  expect(await named(tanggou)).toEqual(['欧阳春 xinan', '司马秋 tanggou', '诸葛夏 xinan'])
  expect(await named(await as('deputy1'))).toEqual(await named(tanggou))
  expect(await named(county)).toEqual(await named(xinan))
  expect(await named(await as('water'))).toEqual([])
})

test('of another township’s deputy his name and township are told, and his file is not', async () => {
  const { data = [] } = (await tanggou('GET', '/api/deputies')).body
  expect(data.filter(({ township }) => township !== 'tanggou').map((deputy) => Object.keys(deputy))).toEqual(
    Array(2).fill(['name', 'township']),
  )
  expect((await tanggou('GET', `/api/records/deputies?q=${encodeURIComponent('欧阳春')}`)).body.data).toEqual([])
})

test('of no ledger that is no register anybody is told', () => {
  const registers = ledgers.filter(({ register }) => register !== undefined)
  expect(registers.length).toBeGreaterThan(0)
  for (const ledger of ledgers.filter((each) => !registers.includes(each)))
    expect([seated(ledger), deputyOf(ledger, { data: { name: ['张三'] } })]).toEqual([[], undefined])
})

test.each(['absences', 'birth', 'reason', 'note', 'nothing', 'toString'])('a register that names nobody by %s is refused', (register) => {
  for (const ledger of ledgers.filter((each) => each.register !== undefined)) {
    const judged = parseLedger(JSON.parse(JSON.stringify({ ...ledger, register })))
    expect('faults' in judged && judged.faults.map(({ path }) => path)).toEqual(['register'])
  }
})
