import { beforeAll, expect, test } from 'vitest'
import { handler as remind } from '../../functions/remind.ts'
import { forgetWorld } from '../../functions/world.ts'
import { openTown } from '../deviations/town.ts'

type Town = Awaited<ReturnType<typeof openTown>>
let town: Town
let ids: string[]
const own = { off: ['2027-01-01', '2027-01-04'].map((day) => ({ day, name: '元旦' })), work: [], published: [2027] }

beforeAll(async () => {
  town = await openTown('2026-12-28')
  ids = []
  for (const title of ['修路', '修桥']) {
    const id = await town.born('xinan', 'suggestions', { title, body: '坏了' })
    const given = { lead: 'water' }
    await town.play(
      'suggestions',
      id,
      { by: 'xinan', take: 'submit' },
      { by: 'county', take: 'register' },
      { by: 'county', take: 'assign', given },
    )
    ids.push(id)
  }
})

const duties = async (id: string) =>
  ((await town.read('county', 'suggestions', id)).body.duties as { key: string; dueOn: string; why: { provisional?: true } }[])
    .filter(({ key }) => ['accept', 'reply'].includes(key))
    .map(({ key, dueOn, why }) => [key, dueOn, why.provisional === true])
const moves = async (by = 'county') =>
  (await town.who(by)('GET', '/api/day-moves')).body as { total?: number; settled?: number; data?: unknown[] }

test('a holiday notice that comes out moves open duties when the administrator has seen which, each with an event and one letter', async () => {
  expect(await duties(ids[0] as string)).toEqual([
    ['accept', '2027-01-05', true],
    ['reply', '2027-03-29', true],
  ])
  expect(await moves()).toMatchObject({ total: 0, settled: 0 })

  const county = town.who('county')
  const { version } = (await county('GET', '/api/county-settings')).body
  const set = await county('PUT', '/api/county-settings', { headers: { 'If-Match': `"${version}"` }, body: own })
  expect(set.status, set.text).toBe(200)
  forgetWorld()
  expect(await duties(ids[0] as string)).toEqual([
    ['accept', '2027-01-05', true],
    ['reply', '2027-03-29', true],
  ])

  const found = await moves()
  expect([found.total, found.settled]).toEqual([2, 2])
  expect(found.data?.[0]).toMatchObject({ holder: { kind: 'unit', id: 'water' }, from: '2027-01-05', to: '2027-01-06' })
  for (const who of ['xinan', 'water', 'leader']) {
    expect((await town.who(who)('GET', '/api/day-moves')).status).toBe(403)
    expect((await town.who(who)('POST', '/api/day-moves')).status).toBe(403)
  }

  const taken = await county('POST', '/api/day-moves')
  expect(taken.body).toEqual({ moved: 2, settled: 2, left: 0 })
  expect((await county('POST', '/api/day-moves')).body).toEqual({ moved: 0, settled: 0, left: 0 })
  expect(await moves()).toMatchObject({ total: 0, settled: 0 })
  for (const id of ids) {
    expect(await duties(id)).toEqual([
      ['accept', '2027-01-06', false],
      ['reply', '2027-03-29', false],
    ])
    const { data } = (await town.events('suggestions', id)) as unknown as { data: { transition: string; moved: object[] }[] }
    expect(data.at(-1)).toMatchObject({ transition: 'calendar', moved: [{ from: '2027-01-05', to: '2027-01-06' }] })
    await town.tell('suggestions', id)
  }

  const written = (await town.mailsTo('water')).length
  town.move('2026-12-29')
  expect(await remind({ date: '2026-12-29' })).toMatchObject({ failed: 0 })
  const letters = (await town.mailsTo('water')).slice(written)
  expect(letters).toHaveLength(1)
  expect(letters[0]).toContain('放假安排有变，期限随之调整')
  expect(letters[0]).toContain('1月6日')
})
