import { beforeAll, describe, expect, test } from 'vitest'
import { carryOn } from '../../functions/closing/carry-on.ts'
import { readClosing, writeClosing } from '../../functions/store/closings.ts'
import { openStage, owed, type Whole } from './stage.ts'

let stage: Awaited<ReturnType<typeof openStage>>
const names = ['county', 'leader', 'tanggou', 'bailu', 'xinan', 'water', 'housing', 'urban', 'deputy2']
const made: Record<string, string> = {}
const reason = '撤乡并镇'

const hand = (kind: string, id: string, body: object, who = 'county') =>
  stage.call(who)('POST', `/api/offices/${kind}/${id}/hand-over`, { body })
const eventsOf = async (ledger: string, id: string) =>
  ((await stage.call('county')('GET', `/api/records/${ledger}/${id}/events`)).body.data ?? []) as unknown as Record<string, unknown>[]
const item = (ledger: string, id: string | undefined) => ({ ledger, id: id ?? '' })

beforeAll(async () => {
  stage = await openStage(names)
  for (const title of ['汤沟村修桥', '新集村修路', '汤沟村路灯']) made[title] = await suggestion(title)
  await stage.does('water', 'suggestions', made.汤沟村路灯 ?? '', 'accept')
  await stage.does('water', 'suggestions', made.汤沟村路灯 ?? '', 'answer', { reply: '列入计划', result: 'B' })
  await stage.does('tanggou', 'suggestions', made.汤沟村路灯 ?? '', 'feedback', { satisfaction: 'satisfied' })
  made.diary = await stage.makes('tanggou', 'public-opinions', { data: { matter: '汤沟村积水' } })
})

async function suggestion(title: string): Promise<string> {
  const { makes, does } = stage
  const id = await makes('tanggou', 'suggestions', { data: { title, body: '内容', deputies: ['陈建国'] } })
  await does('tanggou', 'suggestions', id, 'submit')
  await does('county', 'suggestions', id, 'register')
  await does('county', 'suggestions', id, 'assign', { lead: 'water', co: ['urban'] })
  return id
}

describe('a township that is split', () => {
  test('is looked at first: what a filter finds, and nothing changes', async () => {
    const found = { to: 'bailu', query: '?q=汤沟村', reason, dryRun: true }
    const { status, body } = await hand('township', 'tanggou', found)
    expect([status, body]).toEqual([200, { records: 3, duties: 2, people: 0, notices: expect.any(Number) }])
    expect((await stage.read('suggestions', made.汤沟村修桥 ?? '')).township).toBe('tanggou')
  })

  test('by the administrator alone, to an open office of its kind, of what is there, in one way; every fault at once', async () => {
    const items = [item('suggestions', made.汤沟村修桥)]
    for (const who of ['leader', 'tanggou', 'water'])
      expect((await hand('township', 'tanggou', { to: 'bailu', items, reason }, who)).status).toBe(403)
    const faults = async (body: object) => {
      const answer = await hand('township', 'tanggou', { reason, ...body })
      return [answer.status, answer.body.errors?.map(({ path }) => path)]
    }
    expect(await faults({ to: 'tanggou', items })).toEqual([422, ['to']])
    expect(await faults({ to: 'water', items: [item('suggestions', 'r00')] })).toEqual([422, ['to', 'items.0']])
    expect(await faults({ to: 'bailu' })).toEqual([422, ['items']])
    expect(await faults({ to: 'bailu', items, query: '?q=汤沟村' })).toEqual([422, ['items']])
    for (const query of ['nothing?q=x', '?colour=red', 'suggestions?state=lost'])
      expect([query, await faults({ to: 'bailu', query })]).toEqual([query, [422, ['query']]])
    expect(await faults({ to: 'bailu', query: '?q=没有这几个字' })).toEqual([422, ['query']])
    expect((await hand('township', 'nowhere', { to: 'bailu', items, reason })).status).toBe(404)
  })

  test('hands over what was chosen, days and all, each item telling it; the rest and what is over stay', async () => {
    const before = await stage.read('suggestions', made.汤沟村修桥 ?? '')
    const answer = await hand('township', 'tanggou', { to: 'bailu', query: '?q=汤沟村', reason })
    expect(answer.headers.location ?? answer.headers.Location).toBe(`/api/closings/${answer.body.id}`)
    expect(await stage.whole(answer)).toMatchObject({ state: 'done', into: 'bailu', left: [] })
    const after = await stage.read('suggestions', made.汤沟村修桥 ?? '')
    expect([after.township, owed(after)]).toEqual(['bailu', owed(before)])
    const diary = await stage.read('public-opinions', made.diary ?? '')
    expect([diary.township, owed(diary).every((each) => each.includes('bailu'))]).toEqual(['bailu', true])
    const over = await stage.read('suggestions', made.汤沟村路灯 ?? '')
    expect([over.township, owed(over)[0]?.split(' ').slice(0, 2)]).toEqual(['tanggou', ['followUp', 'bailu']])
    expect((await stage.read('suggestions', made.新集村修路 ?? '')).township).toBe('tanggou')
    expect((await eventsOf('suggestions', made.汤沟村修桥 ?? '')).at(-1)).toMatchObject({
      transition: 'succession',
      handed: { kind: 'township', from: 'tanggou', to: 'bailu', part: true },
      reason,
    })
    const sees = async (who: string, id: string | undefined) => (await stage.see(who, 'suggestions', id ?? '')).status
    expect([await sees('bailu', made.汤沟村修桥), await sees('bailu', made.汤沟村路灯), await sees('bailu', made.新集村修路)]).toEqual([
      200, 200, 404,
    ])
    expect([await sees('xinan', made.汤沟村修桥), await sees('tanggou', made.汤沟村修桥)]).toEqual([404, 404])
  })

  test('asked again changes nothing, and takes along what has come since', async () => {
    const count = (await eventsOf('suggestions', made.汤沟村修桥 ?? '')).length
    made.later = await suggestion('汤沟村排水')
    const { id, state } = await stage.whole(await hand('township', 'tanggou', { to: 'bailu', query: '?q=汤沟村', reason }))
    expect(state).toBe('done')
    expect((await eventsOf('suggestions', made.汤沟村修桥 ?? '')).length).toBe(count)
    expect((await stage.read('suggestions', made.later)).township).toBe('bailu')
    // Cut off before its first item, it goes on and ends whole.
    const job = await readClosing(id)
    if (!job) throw new Error('no job')
    const clock = () => ({ now: new Date('2026-03-02T08:00:00Z'), today: '2026-03-02' })
    const cut = await carryOn(await writeClosing({ ...job, state: 'running', lease: 0 }), clock, -1)
    expect([cut.state, (await carryOn(cut, clock, Number.POSITIVE_INFINITY)).state]).toEqual(['running', 'done'])
  })

  test('its deputies go where their villages go; closing hands the rest to whoever gets the rest', async () => {
    const moved = await stage.call('county')('PATCH', '/api/offices/deputy/deputy2', { body: { township: 'bailu' } })
    expect(moved.status, moved.text).toBe(200)
    expect((await stage.call('deputy2')('GET', '/api/session')).body).toMatchObject({ office: { id: 'deputy2' }, township: 'bailu' })
    const closed = await stage.call('county')('POST', '/api/offices/township/tanggou/close', { body: { into: 'xinan', reason } })
    expect(await stage.whole(closed)).toMatchObject({ state: 'done', left: [] })
    expect((await stage.read('suggestions', made.新集村修路 ?? '')).township).toBe('xinan')
    expect((await stage.read('suggestions', made.汤沟村修桥 ?? '')).township).toBe('bailu')
    expect((await stage.see('xinan', 'suggestions', made.汤沟村修桥 ?? '')).status).toBe(404)
    const late = await hand('township', 'tanggou', { to: 'bailu', query: '', reason })
    expect(late.status).toBe(409)
  })
})

describe('a bureau that gives a matter away and stays', () => {
  test('chosen items pass with their duties, and the record names who has it now; the others stay', async () => {
    const mine = await suggestionFor('water', '水库加固')
    const theirs = await suggestionFor('water', '渠道清淤')
    const issue = await stage.makes('county', 'audit-issues', { data: { issue: '多计工程款', unit: 'water' } })
    const items = [item('suggestions', mine), item('audit-issues', issue)]
    const job = await stage.whole(await hand('unit', 'water', { to: 'housing', items, reason: '职能划转' }))
    expect([job.state, job.progress]).toEqual(['done', { done: 2, of: 2 }])
    const [given, stays] = [await stage.read('suggestions', mine), await stage.read('suggestions', theirs)]
    expect([given.data.lead, stays.data.lead]).toEqual(['housing', 'water'])
    expect(owed(given).map((each) => each.split(' ')[1])).toEqual(['housing', 'housing'])
    expect(owed(await stage.read('audit-issues', issue)).filter((each) => each.includes('water'))).toEqual([])
    const next = await stage.does('housing', 'suggestions', mine, 'accept')
    expect(next.state).toBe('handling')
    expect((await stage.see('water', 'suggestions', mine)).status).toBe(200)
    expect(mayOf(await stage.read('suggestions', mine, 'water'))).toEqual([])
  })

  async function suggestionFor(lead: string, title: string): Promise<string> {
    const { makes, does } = stage
    const id = await makes('xinan', 'suggestions', { data: { title, body: '内容', deputies: ['陈建国'] } })
    await does('xinan', 'suggestions', id, 'submit')
    await does('county', 'suggestions', id, 'register')
    await does('county', 'suggestions', id, 'assign', { lead })
    return id
  }
  const mayOf = ({ may }: Whole) => may.transitions.filter(({ possible }) => possible).map(({ key }) => key)
})
