import { beforeAll, describe, expect, test } from 'vitest'
import { definition } from '../../functions/catalogue.ts'
import { hears } from '../../functions/mail/hears.ts'
import { readWhole } from '../../functions/store/records.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { world } from '../../functions/world.ts'
import { openStage, owed } from './stage.ts'

let stage: Awaited<ReturnType<typeof openStage>>

beforeAll(async () => {
  stage = await openStage(['county', 'leader', 'xinan', 'bailu', 'water', 'housing', 'transport', 'urban'])
})

/** Who is told of the last event of an item, and why. */
async function told(id: string): Promise<string[]> {
  const [found, whole] = await Promise.all([definition(systemScope(), 'suggestions'), readWhole(systemScope(), 'suggestions', id)])
  const event = whole?.events.at(-1)
  if (!found || !whole || !event) throw new Error(`${id} is not there`)
  return hears(found.ledger, whole.record, event, await world()).map(({ holder, cause }) => `${holder.id} ${cause}`)
}

/** A suggestion of Xinan about a road, given to the water bureau, with housing beside it. */
async function road(due?: string): Promise<string> {
  const { makes, does } = stage
  stage.day('2026-03-02')
  const id = await makes('xinan', 'suggestions', { data: { title: '修路', body: '村口的路坏了', deputies: ['张桂兰'] } })
  await does('xinan', 'suggestions', id, 'submit')
  await does('county', 'suggestions', id, 'register')
  await does('county', 'suggestions', id, 'assign', { lead: 'water', co: ['housing'], ...(due ? { due } : {}) })
  return id
}

describe('a suggestion that came to the wrong bureau', () => {
  test('is handed back after it was accepted: the right one has three months of its own, the wrong one reads on and leaves the figures', async () => {
    const { does, tries, see, call, read } = stage
    const id = await road('2026-03-20')
    await does('water', 'suggestions', id, 'accept')
    stage.day('2026-03-16')
    await does('water', 'suggestions', id, 'askReturn', { reason: '道路归交通运输局', rightUnit: 'transport' })
    expect(owed(await read('suggestions', id))).toEqual([
      'coOpinion housing 2026-04-02',
      'reply water 2026-03-20',
      'decideReturn county 2026-03-23',
    ])
    expect((await tries('water', 'suggestions', id, 'decideReturn', { agreed: true })).status).toBe(403)
    const agreed = await does('county', 'suggestions', id, 'decideReturn', { agreed: true })
    expect([agreed.state, agreed.data.lead, agreed.data.due, agreed.data.rightUnit]).toEqual([
      'handling',
      'transport',
      undefined,
      undefined,
    ])
    expect(owed(agreed)).toEqual(['coOpinion housing 2026-04-02', 'reply transport 2026-06-16'])
    expect(await told(id)).toEqual(['transport opened', 'water cancelled'])
    expect((await see('water', 'suggestions', id)).status).toBe(200)
    expect((await tries('water', 'suggestions', id, 'answer', { reply: '答复', result: 'A' })).status).toBe(403)
    const figures = await call('county')('GET', '/api/figures/suggestions?asOf=2026-03-16&by=unit')
    const groups = (figures.body as unknown as { groups: { id: string; total: { records: number } }[] }).groups
    expect(groups.filter(({ total }) => total.records > 0).map((group) => group.id)).toEqual(['transport'])
    const own = (await call('water')('GET', '/api/figures/suggestions?by=unit')).body as unknown as { total: { records: number } }
    expect(own.total.records).toBe(0)
  })

  test('stays where it is when the county refuses, and says why', async () => {
    const { does, tries, call } = stage
    const id = await road()
    await does('water', 'suggestions', id, 'accept')
    await does('water', 'suggestions', id, 'askReturn', { reason: '不归我们管' })
    const silent = await tries('county', 'suggestions', id, 'decideReturn', { agreed: false })
    expect([silent.status, silent.body.errors?.map(({ path }) => path)]).toEqual([422, ['given.reason']])
    const after = await does('county', 'suggestions', id, 'decideReturn', { agreed: false, reason: '排水属于贵局' })
    expect(owed(after)).toEqual(['coOpinion housing 2026-04-02', 'reply water 2026-06-02'])
    expect(await told(id)).toEqual(['water decided'])
    const events = await call('water')('GET', `/api/records/suggestions/${id}/events`)
    expect((events.body.data ?? []).at(-1)).toMatchObject({ transition: 'decideReturn', said: { agreed: false, reason: '排水属于贵局' } })
  })

  test('is reassigned unasked while it is being handled, whose request for an extension falls with it', async () => {
    const { does, tries } = stage
    const id = await road()
    await does('water', 'suggestions', id, 'accept')
    await does('water', 'suggestions', id, 'askReturn', { reason: '不归我们管' })
    stage.day('2026-03-09')
    const same = await tries('county', 'suggestions', id, 'reassign', { lead: 'water' })
    expect([same.status, same.body.errors?.map(({ path }) => path)]).toEqual([422, ['given.lead']])
    expect((await tries('xinan', 'suggestions', id, 'reassign', { lead: 'urban' })).status).toBe(403)
    const after = await does('county', 'suggestions', id, 'reassign', { lead: 'urban', reason: '机构职责调整' })
    expect(owed(after)).toEqual(['coOpinion housing 2026-04-02', 'reply urban 2026-06-09'])
  })

  test('is still declined within its five days as before', async () => {
    const { does, see } = stage
    const id = await road()
    const back = await does('water', 'suggestions', id, 'decline', { reason: '不归我们管' })
    expect([back.state, back.data.lead, back.data.co]).toEqual(['registered', undefined, undefined])
    expect(owed(back)).toEqual(['assign county 2026-03-16'])
    expect((await see('water', 'suggestions', id)).status).toBe(200)
    const again = await does('county', 'suggestions', id, 'assign', { lead: 'transport' })
    expect(owed(again)).toEqual(['accept transport 2026-03-09', 'reply transport 2026-06-02'])
  })

  test('a unit beside it hands back its own part, and no more', async () => {
    const { does, read, call } = stage
    const id = await road()
    await does('housing', 'suggestions', id, 'askReturn', { reason: '与住建无关' })
    await does('water', 'suggestions', id, 'askReturn', { reason: '不归我们管' })
    const { may } = await read('suggestions', id)
    expect(may.transitions.find(({ key }) => key === 'decideReturn')?.for).toEqual(['housing', 'water'])
    const after = await does('county', 'suggestions', id, 'decideReturn', { agreed: true, rightUnit: 'urban' }, { for: 'housing' })
    expect([after.data.lead, after.data.co]).toEqual(['water', ['urban']])
    expect(owed(after)).toEqual([
      'accept water 2026-03-09',
      'reply water 2026-06-02',
      'decideReturn county 2026-03-09',
      'coOpinion urban 2026-04-02',
    ])
    const more = await does('county', 'suggestions', id, 'reassign', { co: ['urban', 'transport'] })
    expect(owed(more).at(-1)).toBe('coOpinion transport 2026-04-02')
    expect(
      (await call('housing')('GET', '/api/duties?holder=me')).body.data?.some(({ record }) => (record as { id: string }).id === id),
    ).toBe(false)
  })
})

describe('on other ledgers it is the same', () => {
  test('an audit issue that waits for a court passes to the right unit, and its clock runs on when the case is over', async () => {
    const { makes, does, see } = stage
    stage.day('2026-03-02')
    const id = await makes('county', 'audit-issues', { data: { issue: '多计工程款', unit: 'water' } })
    await does('county', 'audit-issues', id, 'suspend', { reason: '诉讼中' })
    const passed = await does('county', 'audit-issues', id, 'reassign', { unit: 'housing' })
    expect(passed.duties.filter(({ key, state }) => key === 'rectify' && state === 'paused').map(({ holder }) => holder.id)).toEqual([
      'housing',
    ])
    stage.day('2026-03-12')
    const resumed = await does('county', 'audit-issues', id, 'resume')
    expect(owed(resumed)).toContain('rectify housing 2026-05-11')
    expect((await see('water', 'audit-issues', id)).status).toBe(200)
    expect((await see('transport', 'audit-issues', id)).status).toBe(404)
  })

  test('a public opinion that was given to the wrong bureau goes to the right one; another township sees nothing of it', async () => {
    const { makes, does, see, tries } = stage
    stage.day('2026-03-02')
    const id = await makes('xinan', 'public-opinions', { data: { matter: '村口路灯不亮' } })
    await does('xinan', 'public-opinions', id, 'escalate', { note: '需要县里办' })
    await does('county', 'public-opinions', id, 'assign', { unit: 'water' })
    await does('water', 'public-opinions', id, 'askReturn', { reason: '不归我们管', rightUnit: 'urban' })
    const after = await does('county', 'public-opinions', id, 'decideReturn', { agreed: true })
    expect(owed(after)).toEqual(['reply urban 2026-04-02'])
    expect((await see('bailu', 'public-opinions', id)).status).toBe(404)
    expect((await tries('bailu', 'public-opinions', id, 'reassign', { unit: 'water' })).status).toBe(404)
  })

  test('a warning of the budget goes back too', async () => {
    const { makes, does, see } = stage
    stage.day('2026-03-02')
    const review = await makes('county', 'budget-reviews', {
      data: { title: '预算', kind: 'halfYear', unit: 'water', meetingOn: '2026-05-30' },
    })
    await does('water', 'budget-reviews', review, 'askReturn', { reason: '由住建局编制', rightUnit: 'housing' })
    const after = await does('county', 'budget-reviews', review, 'decideReturn', { agreed: true })
    expect(after.data.unit).toBe('housing')
    expect(owed(after).every((each) => each.includes('housing'))).toBe(true)
    expect((await see('leader', 'budget-reviews', review)).status).toBe(200)
  })
})
