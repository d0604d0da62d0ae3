import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, paths } from './town.ts'

const today = '2026-03-02'
let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown(today)
})

const end = (endedFor: string, reason: string) => ({ by: 'county', take: 'terminate', given: { endedFor, reason } })
const ended = async (ledger: string) =>
  ((await town.who('county')('GET', `/api/figures/${ledger}`)).body.total as { ended: number; records: number }) ?? {}
const owes = (body: { duties?: object[] }) =>
  (body.duties as { state: string }[]).filter(({ state }) => state === 'open' || state === 'paused')

describe('what cannot go on is ended honestly, in one step', () => {
  test('an opinion that was issued by mistake, with the parts that it made', async () => {
    const data = {
      topic: '河道管理',
      organ: 'water',
      meetingOn: '2026-03-02',
      points: [{ problem: '淤积', unit: 'water', due: '2026-06-30' }],
    }
    const id = await town.born('county', 'deliberation-opinions', data)
    await town.play(
      'deliberation-opinions',
      id,
      { by: 'county', take: 'submit', given: { points: data.points } },
      { by: 'county', take: 'issue' },
    )
    const { refs } = (await town.read('county', 'deliberation-opinions', id)).body as { refs: { ledger: string; id: string; as: string }[] }
    const parts = refs.filter((ref) => ref.as === 'child')
    expect(parts.length).toBeGreaterThan(0)
    const before = await ended('deliberation-opinions')
    const record = await town.play('deliberation-opinions', id, end('mistake', '对象写错，重新印发'))
    expect([record.state, owes(record)]).toEqual(['terminated', []])
    for (const part of parts) {
      const child = (await town.read('county', part.ledger, part.id)).body
      expect([part.ledger, owes(child)]).toEqual([part.ledger, []])
    }
    expect(await ended('deliberation-opinions')).toMatchObject({ ended: before.ended + 1, records: before.records - 1 })
  })

  test('an inquiry that the meeting dropped after it was prepared', async () => {
    const id = await town.born('county', 'special-inquiries', { topic: '校车', answerers: ['water'] })
    const questions = [{ question: '几辆？', asker: '张桂兰', unit: 'water' }]
    await town.play(
      'special-inquiries',
      id,
      { by: 'county', take: 'plan', given: { meetingOn: '2026-03-20' } },
      { by: 'county', take: 'prepare', given: { questions } },
    )
    const record = await town.play('special-inquiries', id, end('dropped', '主任会议决定不再询问'))
    expect([record.state, record.data, owes(record)]).toEqual(['terminated', expect.objectContaining({ endedFor: 'dropped' }), []])
  })

  test('a suggestion that was answered, and whose deputy will not give feedback any more', async () => {
    const id = await town.born('xinan', 'suggestions', { title: '修路', body: '坏了' })
    await town.play(
      'suggestions',
      id,
      { by: 'xinan', take: 'submit' },
      { by: 'county', take: 'register' },
      { by: 'county', take: 'assign', given: { lead: 'water' } },
      { by: 'water', take: 'accept' },
      { by: 'water', take: 'answer', given: { reply: '已修', result: 'A' } },
      end('decision', '区划调整，事项并入市里'),
    )
    const { total } = (await town.who('county')('GET', '/api/figures/suggestions')).body as { total: Record<string, unknown> }
    expect(total).toMatchObject({ ended: 1, records: 0, onTime: 0 })
  })
})

describe('refused', () => {
  test('without saying why', async () => {
    const id = await town.born('county', 'special-inquiries', { topic: '停车', answerers: ['urban'] })
    await town.play('special-inquiries', id, { by: 'county', take: 'plan', given: { meetingOn: '2026-03-20' } })
    await town.play('special-inquiries', id, {
      by: 'county',
      take: 'prepare',
      given: { questions: [{ question: '？', asker: '李', unit: 'urban' }] },
    })
    const blank = await town.take('special-inquiries', id, { by: 'county', take: 'terminate', given: {} })
    expect([blank.status, paths(blank)], blank.text).toEqual([422, ['given.endedFor', 'given.reason']])
    const other = await town.take('special-inquiries', id, { ...end('mistake', '误'), by: 'urban' })
    expect(other.status).toBe(403)
  })

  test('when it is ended already', async () => {
    const id = await town.born('county', 'special-inquiries', { topic: '停车', answerers: ['urban'] })
    await town.play('special-inquiries', id, { by: 'county', take: 'plan', given: { meetingOn: '2026-03-20' } })
    await town.play('special-inquiries', id, {
      by: 'county',
      take: 'prepare',
      given: { questions: [{ question: '？', asker: '李', unit: 'urban' }] },
    })
    await town.play('special-inquiries', id, end('mistake', '误'))
    expect((await town.take('special-inquiries', id, end('mistake', '误'))).status).toBe(409)
  })
})

test('a ledger of the county’s own is not published with an open state that nobody can end', async () => {
  const label = { zh: '甲', en: 'A' }
  const ledger = {
    key: 'errands',
    label,
    system: 30,
    level: 'township',
    fields: { title: { kind: 'text', label, required: true } },
    states: { open: { label, phase: 'open' }, done: { label, phase: 'done' } },
    initial: 'open',
    transitions: { finish: { label, from: ['open'], to: 'done', by: ['township'] } },
    duties: {},
    may: { create: ['county'], read: ['county', 'township'], edit: ['county'] },
    list: { columns: ['title'] },
  }
  const put = await town.who('county')('PUT', '/api/ledgers/errands', { body: { ledger } })
  expect([put.status, paths(put).some((path) => path.endsWith('states.open'))], put.text).toEqual([422, true])
})
