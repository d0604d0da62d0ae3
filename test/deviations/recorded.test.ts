import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { download, wordsIn } from '../functions/sheets-house.ts'
import { later } from './plays.ts'
import { openStage, owed, type Whole } from './stage.ts'

const today = '2026-03-02'
let stage: Awaited<ReturnType<typeof openStage>>

beforeAll(async () => {
  stage = await openStage(['county', 'xinan', 'bailu', 'water', 'housing', 'deputy1'], today)
})
beforeEach(() => stage.day(today))

type Total = { ended: number; late: number; overdue: number; notDue: number; rates: Record<string, { num: number; den: number } | null> }
const total = async (ledger: string) =>
  ((await stage.call('county')('GET', `/api/figures/${ledger}`)).body as unknown as { total: Total }).total
const child = ({ refs }: Whole, ledger: string): string => refs.find((ref) => ref.ledger === ledger && ref.as === 'child')?.id ?? ''
const patch = async (who: string, ledger: string, id: string, data: object) => {
  const { version } = await stage.read(ledger, id)
  return stage.call(who)('PATCH', `/api/records/${ledger}/${id}`, { headers: { 'if-match': `"${version}"` }, body: { data } })
}

describe('suggestions', () => {
  const text = { title: '修路', body: '村口的路坏了', deputies: ['张桂兰'] }
  async function answered(promises?: object[]): Promise<string> {
    const { makes, does } = stage
    const id = await makes('xinan', 'suggestions', { data: text })
    await does('xinan', 'suggestions', id, 'submit')
    await does('county', 'suggestions', id, 'register')
    await does('county', 'suggestions', id, 'assign', { lead: 'water' })
    await does('water', 'suggestions', id, 'accept')
    await does('water', 'suggestions', id, 'answer', { reply: '答复', result: 'B', ...(promises ? { promises } : {}) })
    return id
  }

  test('what a leader wrote on it and what became policy is recorded, read by all who read it, and never by who only handles it', async () => {
    const { read } = stage
    const id = await answered()
    const instructions = [{ leader: '李主任', words: '请水务局限期办结', on: '2026-02-27' }]
    const policy = '写入《农村公路养护办法》第八条'
    expect((await patch('water', 'suggestions', id, { instructions })).status).toBe(403)
    expect((await patch('county', 'suggestions', id, { instructions, policy })).status).toBe(200)
    for (const who of ['xinan', 'water', 'deputy1'])
      expect([who, (await read('suggestions', id, who)).data]).toMatchObject([who, { instructions, policy }])
    const tomorrow = [{ ...instructions[0], on: '2026-03-03' }]
    expect((await patch('county', 'suggestions', id, { instructions: tomorrow })).body.errors?.map(({ path }) => path)).toEqual([
      'data.instructions.0.on',
    ])
  })

  test('a promise entered the day before the usual day of the year is owed next year', async () => {
    stage.day('2026-11-27')
    const id = await answered([{ promise: '加装路灯' }])
    const promise = child(await stage.read('suggestions', id), 'commitments')
    expect(owed(await stage.read('commitments', promise))).toEqual(['keep water 2027-11-30'])
  })

  test('carried over in June, it is answered by the June after, not in a week', async () => {
    stage.day('2026-06-22')
    const id = await answered()
    await stage.does('xinan', 'suggestions', id, 'feedback', { satisfaction: 'satisfied' })
    expect(owed(await stage.does('county', 'suggestions', id, 'carryOver', { reason: '明年实施' }))).toContain('crossYear water 2027-06-30')
  })

  test('of promises those that are not due yet are in no rate, those that are late in its base', async () => {
    const { does, read } = stage
    const promised = async (by: string) => child(await read('suggestions', await answered([{ promise: `${by}前完成`, by }])), 'commitments')
    const before = await total('commitments')
    const [soon, kept] = [await promised('2026-03-20'), await promised('2026-03-25'), await promised('2026-12-01')]
    expect(await total('commitments')).toMatchObject({ notDue: before.notDue + 3, rates: { kept: before.rates.kept } })
    await does('water', 'commitments', kept, 'deliver', { evidence: '已完成' })
    await does('county', 'commitments', kept, 'verify', { kept: true })
    const [num, den] = [before.rates.kept?.num ?? 0, before.rates.kept?.den ?? 0]
    expect((await total('commitments')).rates.kept).toEqual({ num: num + 1, den: den + 1 })
    stage.day('2026-03-23')
    expect(await total('commitments')).toMatchObject({ overdue: before.overdue + 1, rates: { kept: { num: num + 1, den: den + 2 } } })
    await does('water', 'commitments', soon, 'deliver', { evidence: '晚了三天' })
    await does('county', 'commitments', soon, 'verify', { kept: true })
    expect(await total('commitments')).toMatchObject({ late: before.late + 1, rates: { kept: { num: num + 2, den: den + 2 } } })
  })
})

test('what a decision obliges to without a day is due by 30 November, and counts only then', async () => {
  const { makes, does, read } = stage
  stage.day('2026-11-20')
  const id = await makes('county', 'major-matters', {
    data: { matter: '城区供水', basket: 'decide', proposer: 'water', meetingOn: '2026-11-20' },
  })
  await does('county', 'major-matters', id, 'list')
  await does('water', 'major-matters', id, 'submit')
  await does('county', 'major-matters', id, 'review', { review: '同意' })
  const ballot = { all: 30, present: 28, issued: 28, collected: 28, valid: 28, for: 28, against: 0, abstained: 0 }
  const decided = await does('county', 'major-matters', id, 'decide', { ballot, tasks: [{ what: '扩建水厂', unit: 'water' }] })
  expect(owed(decided)).toContain('check county 2027-11-30')
  expect(owed(await read('decision-duties', child(decided, 'decision-duties')))).toEqual(['execute water 2027-11-30'])
  expect((await total('decision-duties')).rates.done).toBeNull()
})

test('an opinion counts how often it was done again, and not that its report was sent back', async () => {
  const { makes, does } = stage
  const ledger = 'deliberation-opinions'
  const id = await makes('county', ledger, { data: { topic: '水利', meetingOn: today, organ: 'water' } })
  await does('county', ledger, id, 'submit', { points: [{ problem: '泵站老化', unit: 'water' }] })
  await does('county', ledger, id, 'issue')
  await does('water', ledger, id, 'plan', { plan: '方案' })
  await does('water', ledger, id, 'answer', { handled: '报告' })
  expect((await does('county', ledger, id, 'returnReport', { comment: '数字不实' })).data.rounds).toBe(0)
  await does('water', ledger, id, 'answer', { handled: '报告二' })
  await does('county', ledger, id, 'agree')
  const ballot = { all: 30, present: 28, issued: 28, collected: 28, valid: 28, satisfied: 4, basically: 4, dissatisfied: 20 }
  await does('county', ledger, id, 'test', { ballot, tellers: ['甲', '乙'] })
  expect((await does('county', ledger, id, 'redo', { reason: '重新办理' })).data.rounds).toBe(1)
})

describe('parts that went to the wrong bureau', () => {
  test('a point of an opinion is handed back and passes to the right one, with three months of its own', async () => {
    const { makes, does, read } = stage
    const id = await makes('county', 'deliberation-opinions', { data: { topic: '住房', meetingOn: today, organ: 'housing' } })
    await does('county', 'deliberation-opinions', id, 'submit', { points: [{ problem: '井盖破损', unit: 'housing' }] })
    const point = child(await does('county', 'deliberation-opinions', id, 'issue'), 'opinion-points')
    await does('housing', 'opinion-points', point, 'askReturn', { reason: '供水管线归水务', rightUnit: 'water' })
    await does('county', 'opinion-points', point, 'decideReturn', { agreed: true })
    expect(owed(await read('opinion-points', point)).map((each) => each.split(' ')[1])).toEqual(['water'])
    expect((await read('opinion-points', point, 'housing')).data.problem).toBe('井盖破损')
  })

  test('what a resident will not be content with ends with a reason, and counts neither as content nor as done', async () => {
    const { makes, does } = stage
    const id = await makes('xinan', 'public-opinions', { data: { matter: '邻里采光', source: 'visit' } })
    await does('xinan', 'public-opinions', id, 'keep')
    for (let round = 0; round < 2; round += 1) {
      await does('xinan', 'public-opinions', id, 'handle', { reply: '已调解' })
      expect((await does('xinan', 'public-opinions', id, 'tell', { rating: 'dissatisfied' })).state).toBe('township')
    }
    await does('xinan', 'public-opinions', id, 'handle', { reply: '建议走法律途径' })
    const before = await total('public-opinions')
    const ended = await does('county', 'public-opinions', id, 'terminate', { endedFor: 'decision', reason: '已进入诉讼' })
    expect([ended.state, owed(ended)]).toEqual(['terminated', []])
    expect(before).toMatchObject({ ended: 0, rates: { satisfied: { num: 0, den: 1 } } })
    expect(await total('public-opinions')).toMatchObject({ ended: 1, rates: { satisfied: null, handled: null } })
  })
})

test('rules in force are found by what they say; one that is still to come, or is over, is not among them', async () => {
  const { makes, does, call } = stage
  const adopted = async (title: string, inForceOn: string, text = '第一条 印章由专人保管。') => {
    const id = await makes('county', 'rules', { data: { title, part: 'other', text } })
    await does('county', 'rules', id, 'adopt', { adoptedBy: '主任会议', adoptedOn: today, inForceOn })
    return id
  }
  const [now, next, over] = [await adopted('印章办法', today), await adopted('印章细则', '2026-06-01'), await adopted('印章旧规', today)]
  await does('county', 'rules', over, 'repeal', { reason: '已过时' })
  const found = (await call('xinan')('GET', `/api/records/rules?state=inForce&q=${encodeURIComponent('印章')}`)).body.data ?? []
  expect(found.map(({ id }) => id)).toEqual([now])
  const printed = wordsIn((await download(call('county'), `/api/papers/rules/compendium?ids=${now},${over},${next}`)).bytes)
  expect(['印章办法', '印章细则', '印章旧规'].map((title) => printed.includes(title))).toEqual([true, false, false])
})

describe('attendance enters by itself', () => {
  const entries = async (name: string) =>
    ((await stage.call('county')('GET', `/api/records/performance-entries?q=${encodeURIComponent(name)}`)).body.data ?? [])
      .map(({ state, data }) => `${(data as unknown as { type: string }).type} ${state}`)
      .sort()

  test('of a township’s congress: who came, and who was on leave', async () => {
    const { makes, does } = stage
    const id = await makes('xinan', 'meetings', { data: { name: '镇十九届人大五次会议', kind: 'township', day: today } })
    await does('xinan', 'meetings', id, 'notify', { expected: 3 })
    await does('xinan', 'meetings', id, 'hold', { expected: 3, present: 2, came: ['赵一', '赵二'], leave: ['赵三'] })
    await later(today)
    expect(await Promise.all(['赵一', '赵二', '赵三'].map(entries))).toEqual([
      ['congress counted'],
      ['congress counted'],
      ['leave counted'],
    ])
  })

  test('of the county’s congress by each delegation; who sits in on the committee sits in', async () => {
    const { makes, does, read } = stage
    const held = async (kind: string, name: string, came: string[]) => {
      const id = await makes('county', 'meetings', { data: { name, kind, day: today, seats: 40 } })
      const reply = child(await does('county', 'meetings', id, 'notify', { expected: 30, towns: ['xinan'] }), 'invitation-replies')
      await does('xinan', 'invitation-replies', reply, 'confirm', { coming: came })
      await does('county', 'meetings', id, 'hold', { expected: 30, present: 28 })
      await does('xinan', 'invitation-replies', reply, 'record', { came })
      return read('invitation-replies', reply)
    }
    expect((await held('congress', '县十八届人大五次会议', ['钱一', '钱二', '钱三'])).state).toBe('recorded')
    await held('committee', '县十八届人大常委会第四十次会议', ['钱四'])
    await later(today)
    expect(await Promise.all(['钱一', '钱三', '钱四'].map(entries))).toEqual([
      ['congress counted'],
      ['congress counted'],
      ['sitIn counted'],
    ])
  })
})

test('a vote is not entered before the day on which it is taken, on whatever ledger', async () => {
  const { makes, does, tries } = stage
  const votes = (counts: Record<string, number>) => ({ all: 30, present: 28, issued: 28, collected: 28, valid: 28, ...counts })
  const ballot = votes({ satisfied: 28, basically: 0, dissatisfied: 0 })
  const tellers = ['甲', '乙']
  const [meetingOn, early] = ['2026-03-20', [422, ['on']]]
  const faults = ({ status, body }: Awaited<ReturnType<typeof tries>>) => [status, (body.errors ?? []).map(({ path }) => path)]
  const report = await makes('county', 'report-appraisals', { data: { post: '局长', name: '李某', organ: 'water', meetingOn } })
  await does('county', 'report-appraisals', report, 'notify')
  await does('water', 'report-appraisals', report, 'file', { statement: '述职' })
  const work = await makes('county', 'work-appraisals', { data: { topic: '供水', unit: 'water' } })
  await does('county', 'work-appraisals', work, 'launch', { plan: '方案', meetingOn })
  await does('county', 'work-appraisals', work, 'investigate', { survey: '调查' })
  const budget = await makes('county', 'budget-reviews', { data: { title: '半年', kind: 'halfYear', unit: 'water', meetingOn } })
  await does('water', 'budget-reviews', budget, 'submit')
  await does('county', 'budget-reviews', budget, 'review', { review: '初审' })
  await does('water', 'budget-reviews', budget, 'answer', { reviewAnswer: '处理' })
  expect(faults(await tries('county', 'report-appraisals', report, 'appraise', { ballot, tellers }))).toEqual(early)
  expect(faults(await tries('county', 'work-appraisals', work, 'appraise', { ballot, tellers }))).toEqual(early)
  expect(faults(await tries('county', 'budget-reviews', budget, 'hear', { note: '听取' }))).toEqual(early)
  stage.day(meetingOn)
  expect((await does('county', 'report-appraisals', report, 'appraise', { ballot, tellers })).state).toBe('appraised')
  expect((await does('county', 'work-appraisals', work, 'appraise', { ballot, tellers })).state).toBe('appraised')
  expect((await does('county', 'budget-reviews', budget, 'hear', { note: '听取' })).state).toBe('executing')
})

test('a work method is taken by an opinion, a budget review and an activity; each owes its steps, and its own step closes one', async () => {
  const { makes, does, read } = stage
  const steps = (closes: string) => [
    { step: '办理', who: 'unit', days: 10, closes },
    { step: '督办', who: 'owner', days: 30 },
  ]
  const method = async (name: string, closes: string) => {
    const id = await makes('county', 'work-methods', { data: { name, steps: steps(closes) } })
    await does('county', 'work-methods', id, 'issue')
    return [id]
  }
  const stepsOf = async (ledger: string, id: string) => {
    const { refs } = await read(ledger, id)
    const all = await Promise.all(refs.filter((ref) => ref.ledger === 'method-steps').map((ref) => read('method-steps', ref.id)))
    return all.map((each) => `${each.data.step} ${each.state} ${owed(each).join()}`).sort()
  }
  const opinion = await makes('county', 'deliberation-opinions', { data: { topic: '供水', meetingOn: today, organ: 'water' } })
  await does('county', 'deliberation-opinions', opinion, 'submit', { points: [{ problem: '老化', unit: 'water' }] })
  await does('county', 'deliberation-opinions', opinion, 'issue')
  await does('county', 'deliberation-opinions', opinion, 'takeMethod', { method: await method('链式监督', 'plan') })
  expect(await stepsOf('deliberation-opinions', opinion)).toEqual([
    '办理 open stepUnit water 2026-03-12',
    '督办 open stepOwner county 2026-04-01',
  ])
  await does('water', 'deliberation-opinions', opinion, 'plan', { plan: '方案' })
  expect((await stepsOf('deliberation-opinions', opinion))[0]).toBe('办理 done ')
  const activity = await makes('xinan', 'group-activities', { data: { topic: '视察', group: '一组', date: today } })
  await does('xinan', 'group-activities', activity, 'notify')
  await does('xinan', 'group-activities', activity, 'takeMethod', { method: await method('四步工作法（活动）', 'hold') })
  expect((await stepsOf('group-activities', activity))[1]).toBe('督办 open stepOwner xinan 2026-04-01')
  await does('xinan', 'group-activities', activity, 'hold', { came: ['张桂兰'] })
  expect((await stepsOf('group-activities', activity))[0]).toBe('办理 done ')
  const budget = await makes('county', 'budget-reviews', { data: { title: '调整', kind: 'halfYear', unit: 'water', meetingOn: today } })
  await does('water', 'budget-reviews', budget, 'submit')
  await does('county', 'budget-reviews', budget, 'review', { review: '初审' })
  await does('water', 'budget-reviews', budget, 'answer', { reviewAnswer: '处理' })
  await does('county', 'budget-reviews', budget, 'hear')
  await does('county', 'budget-reviews', budget, 'takeMethod', { method: await method('1+2', 'publish') })
  expect((await stepsOf('budget-reviews', budget))[0]).toBe('办理 open stepUnit water 2026-03-12')
  await does('water', 'budget-reviews', budget, 'publish', { note: '已公开' })
  expect((await stepsOf('budget-reviews', budget))[0]).toBe('办理 done ')
})

test('of a round the return rate tells who has answered, a nil return among them', async () => {
  const { makes, does, call } = stage
  const id = await makes('county', 'rounds', {
    data: {
      name: '年底测评',
      kind: 'evaluation',
      asks: '报问题',
      until: '2026-12-20',
      units: ['water', 'housing'],
      towns: ['xinan', 'bailu'],
    },
  })
  await does('county', 'rounds', id, 'start')
  await later(today)
  const sheet = async (who: string) => String((await call(who)('GET', '/api/records/round-sheets')).body.data?.[0]?.id)
  await does('water', 'round-sheets', await sheet('water'), 'file', { finding: '缺资金' })
  await does('xinan', 'round-sheets', await sheet('xinan'), 'fileNil')
  expect((await total('round-sheets')).rates.returned).toEqual({ num: 2, den: 4 })
})
