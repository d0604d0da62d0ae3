import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, paths } from './town.ts'

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown('2026-03-02')
})

const open = (body: { duties?: object[] }) =>
  (body.duties as { key: string; state: string; dueOn: string; holder: { id: string } }[])
    .filter(({ state }) => state === 'open')
    .map(({ key, dueOn, holder }) => [key, holder.id, dueOn])

describe('nothing lies where nobody owes the next step', () => {
  test('a suggestion that was submitted is to be registered in five working days, then to be assigned', async () => {
    const id = await town.born('xinan', 'suggestions', { title: '修路', body: '坏了' })
    const submitted = await town.play('suggestions', id, { by: 'xinan', take: 'submit' })
    expect(open(submitted)).toEqual([['register', 'county', '2026-03-09']])
    expect(open(await town.play('suggestions', id, { by: 'county', take: 'register' }))).toEqual([['assign', 'county', '2026-03-16']])
    const assigned = await town.play('suggestions', id, { by: 'county', take: 'assign', given: { lead: 'water' } })
    expect(open(assigned).map(([key]) => key)).toEqual(['accept', 'reply'])
    const declined = await town.play('suggestions', id, { by: 'water', take: 'decline', given: { reason: '不归我们管' } })
    expect(open(declined).map(([key]) => key)).toEqual(['assign'])
  })

  test('sent back, the township owes it and the county no more; submitted again, it has five working days again', async () => {
    const id = await town.born('xinan', 'suggestions', { title: '修桥', body: '坏了' })
    await town.play('suggestions', id, { by: 'xinan', take: 'submit' })
    const back = await town.play('suggestions', id, { by: 'county', take: 'sendBack', given: { reason: '写清楚' } })
    expect(open(back)).toEqual([['submit', 'xinan', '2026-03-16']])
    expect(open(await town.play('suggestions', id, { by: 'xinan', take: 'submit' })).map(([key]) => key)).toEqual(['register'])
  })

  test('what residents raised and was turned into a suggestion is to be submitted by the township', async () => {
    const id = await town.born('xinan', 'public-opinions', { matter: '路灯不亮', source: 'visit' })
    const raised = await town.take('public-opinions', id, { by: 'xinan', take: 'raise', given: { deputy: ['张桂兰'] } })
    expect(raised.status, raised.text).toBe(200)
    const refs = (await town.read('xinan', 'public-opinions', id)).body.refs as { ledger: string; id: string }[]
    const made = (await town.read('xinan', 'suggestions', String(refs.find(({ ledger }) => ledger === 'suggestions')?.id))).body
    expect([made.state, open(made).map(([key, who]) => [key, who])]).toEqual(['draft', [['submit', 'xinan']]])
  })

  test('an inquiry proposed anew is to be decided on within a month', async () => {
    const made = await town.create('county', 'special-inquiries', { topic: '校车', answerers: ['water'] })
    expect(open(made.body)).toEqual([['decide', 'county', '2026-04-02']])
    const planned = await town.play('special-inquiries', String(made.body.id), {
      by: 'county',
      take: 'plan',
      given: { meetingOn: '2026-03-20' },
    })
    expect(open(planned).map(([key]) => key)).toEqual(['prepare'])
  })
})

describe('a deputy writes for himself', () => {
  const entry = (deputy: string) => ({ what: '走访选民', deputy: [deputy], type: 'reception', date: '2026-03-01' })

  test('and for no other deputy', async () => {
    const other = await town.create('deputy1', 'performance-entries', entry('陈建国'))
    expect([other.status, paths(other)], other.text).toEqual([422, ['data.deputy']])
    const own = await town.create('deputy1', 'performance-entries', entry('张桂兰'))
    expect(own.status, own.text).toBe(201)
    const { version } = (await town.read('deputy1', 'performance-entries', String(own.body.id))).body
    const edited = await town.who('deputy1')('PATCH', `/api/records/performance-entries/${own.body.id}`, {
      headers: { 'If-Match': `"${version}"` },
      body: { data: { deputy: ['陈建国'] } },
    })
    expect([edited.status, paths(edited)]).toEqual([422, ['data.deputy']])
    expect((await town.create('xinan', 'performance-entries', entry('张桂兰'))).status).toBe(201)
  })
})

describe('nothing lies where nobody owes the next step, however it came there', () => {
  test('a rule whose drafting was dropped and begun again is to be finished', async () => {
    const id = await town.born('county', 'rules', { title: '代表联系群众办法', part: 'procedure' })
    await town.play('rules', id, { by: 'county', take: 'drop', given: { reason: '暂不制定' } })
    expect(open(await town.play('rules', id, { by: 'county', take: 'resume' }))).toEqual([['write', 'county', '2026-09-02']])
  })
})
