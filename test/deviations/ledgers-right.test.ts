import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { takeDueSteps } from '../../functions/transact.ts'
import { later } from './plays.ts'
import { openStage, owed, type Whole } from './stage.ts'

const today = '2026-03-02'
let stage: Awaited<ReturnType<typeof openStage>>

beforeAll(async () => {
  stage = await openStage(['county', 'clerk', 'leader', 'xinan', 'bailu', 'water', 'housing', 'deputy1'], today)
})
beforeEach(() => stage.day(today))

const child = ({ refs }: Whole, ledger: string, at = 0): string =>
  refs.filter((ref) => ref.ledger === ledger && ref.as === 'child')[at]?.id ?? ''
const errors = (answer: { body: { errors?: { path: string }[] } }) => (answer.body.errors ?? []).map(({ path }) => path)
const morning = async (on: string) => {
  stage.day(on)
  await takeDueSteps({ now: new Date(), today: on })
}

describe('law inspections', () => {
  async function inspected(severity: string): Promise<{ id: string; finding: string }> {
    const { makes, does, read } = stage
    const id = await makes('county', 'law-inspections', { data: { law: '消防法', startOn: today } })
    await does('county', 'law-inspections', id, 'mobilise', { plan: '方案', townships: ['xinan'] })
    const sheet = child(await does('county', 'law-inspections', id, 'inspect'), 'inspection-sheets')
    const findings = [{ problem: '通道堵塞', severity, unit: 'housing' }]
    await does('xinan', 'inspection-sheets', sheet, 'send', { findings })
    const finding = child(await read('inspection-sheets', sheet), 'inspection-findings')
    await does('county', 'law-inspections', id, 'report', { title: '检查《消防法》的报告', report: '报告' })
    await does('county', 'law-inspections', id, 'handOver', { organ: 'water', meetingOn: today })
    return { id, finding }
  }
  async function reported(id: string): Promise<void> {
    const { does, read } = stage
    const opinion = child(await read('law-inspections', id), 'deliberation-opinions')
    await does('county', 'deliberation-opinions', opinion, 'submit', { points: [{ problem: '通道', unit: 'water' }] })
    await does('county', 'deliberation-opinions', opinion, 'issue')
    await does('water', 'deliberation-opinions', opinion, 'plan', { plan: '方案' })
    await does('water', 'deliberation-opinions', opinion, 'answer', { handled: '已整改' })
  }

  test('the department is asked one report, on the opinion; the inspection goes on with it', async () => {
    const { id } = await inspected('slight')
    const before = await stage.read('law-inspections', id)
    expect([before.state, owed(before)]).toEqual(['rectifying', []])
    expect((await stage.tries('water', 'law-inspections', id, 'answer', { result: '已整改' })).status).toBe(409)
    await reported(id)
    const after = await stage.read('law-inspections', id)
    expect([after.state, owed(after)]).toEqual(['answered', ['recheck county 2026-04-02']])
  })

  test('is not closed while a grave finding is open, and is once that is put right', async () => {
    const { does, tries } = stage
    const { id, finding } = await inspected('grave')
    await reported(id)
    const early = await tries('county', 'law-inspections', id, 'recheck', { solved: true, finding: '到位' })
    expect(early.status, early.text).toBe(409)
    await does('housing', 'inspection-findings', finding, 'fix', { measures: '已清通' })
    await does('xinan', 'inspection-findings', finding, 'check', { done: true })
    expect((await does('county', 'law-inspections', id, 'recheck', { solved: true, finding: '到位' })).state).toBe('closed')
  })

  test('a slight finding that is open keeps nothing from being closed', async () => {
    const { id } = await inspected('slight')
    await reported(id)
    expect((await stage.does('county', 'law-inspections', id, 'recheck', { solved: true, finding: '到位' })).state).toBe('closed')
  })

  test('what the second look finds undone is reported once more, on the inspection itself', async () => {
    const { id } = await inspected('slight')
    await reported(id)
    const again = await stage.does('county', 'law-inspections', id, 'recheck', { solved: false, finding: '反弹' })
    expect([again.state, owed(again)]).toEqual(['rectifying', ['rectify water 2026-06-02']])
    expect((await stage.does('water', 'law-inspections', id, 'answer', { result: '已整改' })).state).toBe('answered')
  })
})

describe('who reports does not accept', () => {
  test('an annual task is accepted by a colleague', async () => {
    const { makes, does, tries } = stage
    const id = await makes('county', 'annual-tasks', { data: { goal: '测评', measure: '逐件', finishOn: '2026-06-30' } })
    await does('county', 'annual-tasks', id, 'assign')
    await does('county', 'annual-tasks', id, 'finish', { evidence: '已完成' })
    const own = await tries('county', 'annual-tasks', id, 'check', { passed: true, score: 100 })
    expect([own.status, own.body.detail], own.text).toEqual([409, expect.stringContaining('两个人')])
    expect((await does('clerk', 'annual-tasks', id, 'check', { passed: true, score: 100 })).state).toBe('checked')
  })

  test('a visit is confirmed by the township that was visited, not by who visited', async () => {
    const { makes, does, tries } = stage
    const id = await makes('county', 'township-visits', { township: 'xinan', data: { purpose: '走访', leader: '李主任', date: today } })
    await does('county', 'township-visits', id, 'visit', { found: '正常' })
    expect((await tries('county', 'township-visits', id, 'settle', { result: '好' })).status).toBe(403)
    expect((await does('xinan', 'township-visits', id, 'settle', { result: '已落实' })).state).toBe('closed')
  })

  test('a visit, an activity and an attendance are entered when their day has come, not before', async () => {
    const { makes, tries, does } = stage
    const visit = await makes('county', 'township-visits', {
      township: 'xinan',
      data: { purpose: '走访', leader: '李主任', date: '2026-03-20' },
    })
    expect(errors(await tries('county', 'township-visits', visit, 'visit', { found: '正常' }))).toEqual(['on'])
    const activity = await makes('xinan', 'group-activities', { data: { topic: '视察', group: '一组', date: '2026-03-20' } })
    await does('xinan', 'group-activities', activity, 'notify')
    expect(errors(await tries('xinan', 'group-activities', activity, 'hold', { came: ['张桂兰'] }))).toEqual(['on'])
  })
})

test('a duty of a desk is that desk’s: who sits there owes it, and the whole office while none is named', async () => {
  const { makes, does, read } = stage
  const id = await makes('county', 'annual-tasks', {
    data: { goal: '预算', measure: '审查', finishOn: '2026-06-30', committee: 'finance' },
  })
  await does('county', 'annual-tasks', id, 'assign')
  const holders = async (of: string) =>
    (await read('annual-tasks', of)).duties
      .filter(({ state }) => state === 'open')
      .map(({ key, holder }) => [key, (holder as { desk?: string }).desk])
  expect(await holders(id)).toEqual([
    ['finish', 'finance'],
    ['office', 'finance'],
  ])
  const none = await makes('county', 'annual-tasks', { data: { goal: '预算', measure: '审查', finishOn: '2026-06-30' } })
  await does('county', 'annual-tasks', none, 'assign')
  expect(await holders(none)).toEqual([
    ['finish', undefined],
    ['office', undefined],
  ])
})

describe('suggestions', () => {
  const ten = ['张桂兰', ...[...'乙丙丁戊己庚辛壬癸'].map((each) => `王${each}`)]
  const text = { title: '修路', body: '村口的路坏了', deputies: ['张桂兰'] }
  async function answered(result: string, promises?: object[]): Promise<string> {
    const { makes, does } = stage
    const id = await makes('xinan', 'suggestions', { data: text })
    await does('xinan', 'suggestions', id, 'submit')
    await does('county', 'suggestions', id, 'register')
    await does('county', 'suggestions', id, 'assign', { lead: 'water' })
    await does('water', 'suggestions', id, 'accept')
    await does('water', 'suggestions', id, 'answer', { reply: '答复', result, ...(promises ? { promises } : {}) })
    return id
  }

  test('a bill needs ten signatories at the county, five at a township’s congress', async () => {
    const { makes, tries, does } = stage
    const bill = (ledger: string, deputies: string[]) => makes('xinan', ledger, { data: { ...text, kind: 'bill', deputies } })
    const few = await tries('xinan', 'suggestions', await bill('suggestions', ten.slice(0, 9)), 'submit')
    expect([few.status, few.body.detail], few.text).toEqual([409, expect.stringContaining('领衔代表')])
    expect((await does('xinan', 'suggestions', await bill('suggestions', ten), 'submit')).state).toBe('submitted')
    const own = async (deputies: string[]) => tries('xinan', 'town-suggestions', await bill('town-suggestions', deputies), 'submit')
    expect([(await own(ten.slice(0, 4))).status, (await own(ten.slice(0, 5))).status]).toEqual([409, 200])
  })

  test('a bill goes to the presidium, to a committee, on the agenda and to the vote, each with a day', async () => {
    const { makes, does, read } = stage
    const registered = async () => {
      const id = await makes('xinan', 'suggestions', { data: { ...text, kind: 'bill', deputies: ten } })
      await does('xinan', 'suggestions', id, 'submit')
      await does('county', 'suggestions', id, 'register')
      return { id, bill: child(await does('county', 'suggestions', id, 'refer'), 'bills') }
    }
    const { id, bill } = await registered()
    expect(owed(await read('bills', bill))).toEqual(['decide county 2026-03-09'])
    expect(owed(await does('county', 'bills', bill, 'decide', { decision: 'committee' }))).toEqual(['report county 2026-05-06'])
    expect(owed(await does('county', 'bills', bill, 'report', { report: '建议列入' }))).toEqual(['decide county 2026-03-09'])
    expect(owed(await does('county', 'bills', bill, 'decide', { decision: 'agenda' }))).toEqual(['vote county 2026-05-06'])
    expect((await does('county', 'bills', bill, 'vote', { result: 'passed' })).state).toBe('passed')
    expect((await read('suggestions', id)).state).toBe('decided')
    const other = await registered()
    await does('county', 'bills', other.bill, 'decide', { decision: 'suggestion' })
    const turned = await read('suggestions', other.id)
    expect([turned.state, turned.data.kind, turned.data.billTurned, owed(turned)]).toEqual([
      'registered',
      'suggestion',
      true,
      ['assign county 2026-03-16'],
    ])
  })

  test('a township’s congress registers, hands to its own government and sends up what needs the county', async () => {
    const { makes, does, read, see } = stage
    const id = await makes('xinan', 'town-suggestions', { data: text })
    expect(owed(await read('town-suggestions', id))).toEqual([])
    expect(owed(await does('xinan', 'town-suggestions', id, 'submit'))).toEqual(['takeUp xinan 2026-03-16'])
    expect(owed(await does('xinan', 'town-suggestions', id, 'takeUp', { handledBy: '镇村建办' }))).toEqual(['reply xinan 2026-06-02'])
    await does('xinan', 'town-suggestions', id, 'answer', { reply: '已修', result: 'A' })
    const again = await does('xinan', 'town-suggestions', id, 'feedback', { satisfaction: 'dissatisfied' })
    expect([again.state, owed(again)]).toEqual(['handling', ['reply xinan 2026-06-02']])
    expect((await see('bailu', 'town-suggestions', id)).status).toBe(404)
    const up = child(await does('xinan', 'town-suggestions', id, 'sendUp', { reason: '涉及县道' }), 'suggestions')
    const made = await read('suggestions', up)
    expect([made.state, made.data.source, owed(made)]).toEqual(['draft', 'township', ['submit xinan 2026-03-16']])
  })

  test('closed with a plan, it can still be put on the key list and be carried over; closed as solved, not', async () => {
    const { does, tries } = stage
    const planned = await answered('B')
    await does('xinan', 'suggestions', planned, 'feedback', { satisfaction: 'satisfied' })
    const plated = await does('county', 'suggestions', planned, 'plate', { supervisor: '李主任' })
    expect([plated.state, plated.data.key, owed(plated)]).toEqual([
      'closed',
      true,
      ['followUp xinan 2026-09-02', 'plateReport water 2026-03-05'],
    ])
    expect(owed(await does('county', 'suggestions', planned, 'carryOver', { reason: '明年实施' }))).toContain('crossYear water 2026-06-30')
    // Who reports each month is put on the list no second time; struck off, he can be put on it anew.
    expect((await tries('county', 'suggestions', planned, 'plate', { supervisor: '李主任' })).status).toBe(409)
    expect((await does('county', 'suggestions', planned, 'strikeOff', { finding: '已落实' })).data.struckOn).toBe('2026-03-02')
    expect((await tries('county', 'suggestions', planned, 'strikeOff', { finding: '再销一次' })).status).toBe(409)
    expect((await does('county', 'suggestions', planned, 'plate', { supervisor: '王主任' })).data.struckOn).toBeUndefined()
    expect((await tries('county', 'suggestions', planned, 'plate', { supervisor: '李主任' })).status).toBe(409)
    // Once what was promised is done, neither is asked for any more.
    await does('xinan', 'suggestions', planned, 'follow', { finding: '已建成', fulfilled: true })
    for (const [step, given] of Object.entries({ plate: { supervisor: '李主任' }, carryOver: { reason: '明年再办' } }))
      expect([step, (await tries('county', 'suggestions', planned, step, given)).status]).toEqual([step, 409])
    const solved = await answered('A')
    await does('xinan', 'suggestions', solved, 'feedback', { satisfaction: 'satisfied' })
    expect((await tries('county', 'suggestions', solved, 'plate', { supervisor: '李主任' })).status).toBe(409)
  })

  test('an answer is recalled by whoever gave it, and its class put right by the county, both with a reason', async () => {
    const { does, tries } = stage
    const id = await answered('A')
    const back = await does('water', 'suggestions', id, 'recall', { reason: '附件有误' })
    expect([back.state, back.data.reply, back.data.repliedOn, owed(back)]).toEqual([
      'handling',
      undefined,
      undefined,
      ['rehandle water 2026-04-02'],
    ])
    await does('water', 'suggestions', id, 'answer', { reply: '答复', result: 'A' })
    expect(errors(await tries('county', 'suggestions', id, 'reclassify', { result: 'B' }))).toEqual(['given.reason'])
    expect((await does('county', 'suggestions', id, 'reclassify', { result: 'C', reason: '并未解决' })).data.result).toBe('C')
    await does('xinan', 'suggestions', id, 'feedback', { satisfaction: 'basically' })
    const solved = await does('county', 'suggestions', id, 'reclassifyClosed', { result: 'A', reason: '已解决' })
    expect([solved.data.result, owed(solved)]).toEqual(['A', []])
    expect(owed(await does('county', 'suggestions', id, 'reclassifyClosed', { result: 'B', reason: '只是列入计划' }))).toEqual([
      'followUp xinan 2026-09-02',
    ])
  })

  test('what was promised and is fulfilled later counts beside the first rate, and the two rates of satisfaction differ', async () => {
    const { does, call } = stage
    const rates = async () =>
      (
        (await call('bailu')('GET', '/api/figures/suggestions')).body as unknown as {
          total: { rates: Record<string, { num: number; den: number }> }
        }
      ).total.rates
    const make = async (result: string, satisfaction: string) => {
      const id = await stage.makes('bailu', 'suggestions', { data: { ...text, deputies: ['李秀英'] } })
      await does('bailu', 'suggestions', id, 'submit')
      await does('county', 'suggestions', id, 'register')
      await does('county', 'suggestions', id, 'assign', { lead: 'water' })
      await does('water', 'suggestions', id, 'accept')
      await does('water', 'suggestions', id, 'answer', { reply: '答复', result })
      await does('bailu', 'suggestions', id, 'feedback', { satisfaction })
      return id
    }
    await make('A', 'satisfied')
    const planned = await make('B', 'basically')
    expect(await rates()).toMatchObject({
      accomplished: { num: 1, den: 2 },
      fulfilled: { num: 1, den: 2 },
      satisfied: { num: 1, den: 2 },
      content: { num: 2, den: 2 },
    })
    const kept = await does('bailu', 'suggestions', planned, 'follow', { finding: '已通车', fulfilled: true })
    expect([kept.data.fulfilledOn, kept.data.result]).toEqual([today, 'B'])
    expect(await rates()).toMatchObject({ accomplished: { num: 1, den: 2 }, fulfilled: { num: 2, den: 2 } })
  })

  test('a share is accepted, and settled by the county after two dissatisfied answers; the whole is withdrawn with it', async () => {
    const { makes, does, tries, read } = stage
    const divided = async () => {
      const id = await makes('xinan', 'suggestions', { data: text })
      await does('xinan', 'suggestions', id, 'submit')
      await does('county', 'suggestions', id, 'register')
      return does('county', 'suggestions', id, 'divide', { separate: ['water', 'housing'] })
    }
    const whole = await divided()
    expect(owed(whole)).toEqual(['gather county 2026-07-02'])
    const share = child(whole, 'divided-suggestions')
    const unit = String((await read('divided-suggestions', share)).data.unit)
    expect(owed(await read('divided-suggestions', share)).map((each) => each.split(' ')[0])).toEqual(['reply', 'accept'])
    expect(owed(await does(unit, 'divided-suggestions', share, 'accept')).map((each) => each.split(' ')[0])).toEqual(['reply'])
    for (let round = 0; round < 2; round += 1) {
      expect((await tries('county', 'divided-suggestions', share, 'settle', { finding: '评估' })).status).toBe(409)
      await does(unit, 'divided-suggestions', share, 'answer', { reply: '答复', result: 'C' })
      await does('xinan', 'divided-suggestions', share, 'feedback', { satisfaction: 'dissatisfied' })
    }
    expect((await does('county', 'divided-suggestions', share, 'settle', { finding: '暂不具备条件' })).state).toBe('closed')
    const other = await divided()
    expect((await does('xinan', 'suggestions', other.id, 'withdraw', { reason: '已解决' })).state).toBe('cancelled')
    expect((await read('divided-suggestions', child(other, 'divided-suggestions'))).state).toBe('cancelled')
  })

  test('a promise that is made again replaces the former: one is owed, and one counts', async () => {
    const { does, read } = stage
    const promise = { promise: '加装路灯', by: '2026-05-06' }
    const id = await answered('B', [promise])
    await does('xinan', 'suggestions', id, 'feedback', { satisfaction: 'dissatisfied' })
    const after = await does('water', 'suggestions', id, 'answer', {
      reply: '再答',
      result: 'B',
      promises: [{ ...promise, by: '2026-06-30' }],
    })
    await later(today)
    const promises = await Promise.all(
      after.refs.filter(({ ledger }) => ledger === 'commitments').map((ref) => read('commitments', ref.id)),
    )
    expect(promises.map(({ state, data }) => [state, data.promisedFor]).sort()).toEqual([
      ['open', '2026-06-30'],
      ['replaced', '2026-05-06'],
    ])
    expect(promises.flatMap(owed)).toEqual(['keep water 2026-06-30'])
  })

  test('one that was merged is looked after by the county until the main one is answered', async () => {
    const { makes, does } = stage
    const registered = async () => {
      const id = await makes('xinan', 'suggestions', { data: text })
      await does('xinan', 'suggestions', id, 'submit')
      await does('county', 'suggestions', id, 'register')
      return id
    }
    const [main, other] = [await registered(), await registered()]
    expect(owed(await does('county', 'suggestions', other, 'merge', { mergedInto: [main] }))).toEqual(['oversee county 2026-07-02'])
    expect(owed(await does('county', 'suggestions', other, 'unmerge', { reason: '另办' }))).toEqual(['assign county 2026-03-16'])
  })
})

describe('whatever somebody must go on with has a day', () => {
  test('problems that were handed over: of a diary, an activity, a visit', async () => {
    const { makes, does } = stage
    const diary = await makes('xinan', 'diaries', { data: { place: '村', content: '走访', deputy: ['张桂兰'], date: today } })
    await does('xinan', 'diaries', diary, 'submit')
    await does('xinan', 'diaries', diary, 'read')
    const routed = await does('xinan', 'diaries', diary, 'route', { problems: [{ problem: '路灯' }] })
    expect([routed.state, owed(routed)]).toEqual(['routed', ['oversee xinan 2026-06-02']])
    const activity = await makes('xinan', 'group-activities', { data: { topic: '视察', group: '一组', date: today } })
    await does('xinan', 'group-activities', activity, 'notify')
    await does('xinan', 'group-activities', activity, 'hold', { came: ['张桂兰'] })
    await does('xinan', 'group-activities', activity, 'record', { record: '记录', problems: [{ problem: '路' }] })
    expect(owed(await does('xinan', 'group-activities', activity, 'route'))).toEqual(['oversee xinan 2026-06-02'])
    const visit = await makes('county', 'township-visits', { township: 'xinan', data: { purpose: '走访', leader: '李主任', date: today } })
    await does('county', 'township-visits', visit, 'visit', { found: '桥', problems: [{ problem: '桥' }] })
    const handed = await does('county', 'township-visits', visit, 'route')
    expect(owed(handed)).toEqual(['oversee county 2026-06-02'])
    const opinion = child(handed, 'public-opinions')
    await does('xinan', 'public-opinions', opinion, 'answer', { reply: '已修' })
    const closed = await stage.read('township-visits', visit)
    expect([closed.state, owed(closed)]).toEqual(['closed', []])
  })

  test('a question whose answerer is named, and a project that was screened', async () => {
    const { makes, does, read } = stage
    const inquiry = await makes('county', 'special-inquiries', { data: { topic: '校车', answerers: ['water'] } })
    await does('county', 'special-inquiries', inquiry, 'plan', { meetingOn: '2026-03-20' })
    const prepared = await does('county', 'special-inquiries', inquiry, 'prepare', {
      questions: [{ question: '几辆？', asker: '张桂兰', unit: 'water' }],
    })
    const question = child(prepared, 'inquiry-questions')
    expect(owed(await does('water', 'inquiry-questions', question, 'name', { answerer: '局长' }))).toEqual(['answer county 2026-03-25'])
    const project = await makes('xinan', 'livelihood-projects', { data: { name: '修路', content: '三公里' } })
    expect(owed(await does('xinan', 'livelihood-projects', project, 'screen'))).toEqual(['confirm xinan 2026-06-02'])
    expect((await read('livelihood-projects', project)).state).toBe('preliminary')
  })
})

describe('livelihood projects', () => {
  test('what people propose is gathered with its source, has a day, and the deputy who brought it reads on', async () => {
    const { makes, does, read, see } = stage
    const id = await makes('xinan', 'public-opinions', { data: { matter: '建公共浴室', deputy: ['张桂兰'] } })
    const project = child(await does('xinan', 'public-opinions', id, 'propose'), 'livelihood-projects')
    const made = await read('livelihood-projects', project)
    expect([made.state, made.data.source, made.data.broughtBy, owed(made)]).toEqual([
      'pool',
      'people',
      ['张桂兰'],
      ['screen xinan 2026-06-02'],
    ])
    expect((await see('deputy1', 'livelihood-projects', project)).status).toBe(200)
    // It is called by a name of its own where it is given one, and tells still what was said.
    const said = await makes('xinan', 'public-opinions', { data: { matter: '镇区没有公共浴室，老人冬天洗澡难。' } })
    const called = await does('xinan', 'public-opinions', said, 'propose', { project: '镇区公共浴室' })
    const { data } = await read('livelihood-projects', child(called, 'livelihood-projects'))
    expect([called.state, data.name, data.content]).toEqual(['proposed', '镇区公共浴室', '镇区没有公共浴室，老人冬天洗澡难。'])
  })

  test('deputies who vote and townships read the county’s list; of another township’s list nothing', async () => {
    const { makes, does, see } = stage
    const candidate = async (by: string) => {
      const id = await makes(by, 'livelihood-projects', { data: { name: '修路', content: '三公里' } })
      await does(by, 'livelihood-projects', id, 'screen')
      expect((await see('bailu', 'livelihood-projects', id)).status).toBe(404)
      await does(by, 'livelihood-projects', id, 'nominate')
      return id
    }
    const county = await candidate('county')
    expect([
      (await see('deputy1', 'livelihood-projects', county)).status,
      (await see('bailu', 'livelihood-projects', county)).status,
    ]).toEqual([200, 200])
    expect((await see('bailu', 'livelihood-projects', await candidate('xinan'))).status).toBe(404)
  })
})

describe('rules', () => {
  test('one is replaced on the day its successor takes force, not on the day that was adopted', async () => {
    const { makes, does, read } = stage
    const id = await makes('county', 'rules', { data: { title: '议事规则', part: 'procedure' } })
    await does('county', 'rules', id, 'adopt', { adoptedBy: '常委会', adoptedOn: today })
    const next = child(await does('county', 'rules', id, 'revise'), 'rules')
    const adopted = await does('county', 'rules', next, 'adopt', { adoptedBy: '常委会', adoptedOn: today, inForceOn: '2026-05-01' })
    expect([adopted.state, (await read('rules', id)).state]).toEqual(['adopted', 'revising'])
    await morning('2026-04-30')
    expect((await read('rules', id)).state).toBe('revising')
    await morning('2026-05-01')
    expect([(await read('rules', next)).state, (await read('rules', id)).state]).toEqual(['inForce', 'replaced'])
    expect(owed(await read('rules', next))).toEqual(['review county 2029-03-02'])
  })

  test('one that takes force at once is in force', async () => {
    const id = await stage.makes('county', 'rules', { data: { title: '办法', part: 'other' } })
    expect((await stage.does('county', 'rules', id, 'adopt', { adoptedBy: '常委会', adoptedOn: today, inForceOn: today })).state).toBe(
      'inForce',
    )
  })
})

test('of an appointment nothing is seen outside the personnel desk before the day of the announcement', async () => {
  const { makes, does, see } = stage
  const id = await makes('county', 'appointments', {
    data: { post: '局长', name: '林某', nominator: '县长', organ: 'water', meetingOn: today },
  })
  await does('county', 'appointments', id, 'receive')
  await does('county', 'appointments', id, 'qualify', { review: '合格' })
  await does('county', 'appointments', id, 'exam', { score: 90 })
  await does('county', 'appointments', id, 'talk', { inspection: '好', talk: '谈', commitment: '诺' })
  await does('county', 'appointments', id, 'agenda')
  await does('county', 'appointments', id, 'hear')
  const ballot = { all: 30, present: 28, issued: 28, collected: 28, valid: 28, for: 28, against: 0, abstained: 0 }
  const passed = await does('county', 'appointments', id, 'vote', { ballot, tellers: ['甲', '乙'], announceOn: '2026-03-04' })
  expect([passed.state, owed(passed)]).toEqual(['appointed', ['oath county 2026-03-09', 'publish county 2026-03-04']])
  const outside = async () => Promise.all(['clerk', 'xinan', 'water'].map(async (who) => (await see(who, 'appointments', id)).status))
  expect(await outside()).toEqual([404, 404, 404])
  await morning('2026-03-03')
  expect(await outside()).toEqual([404, 404, 404])
  await morning('2026-03-04')
  expect(await outside()).toEqual([200, 200, 200])
})

describe('what a deputy did', () => {
  type Figure = { groups: { id: string; total: { sums: Record<string, number>; grade?: string; records: number } }[] }
  const points = async (name: string) =>
    ((await stage.call('county')('GET', '/api/figures/performance-entries?by=deputy')).body as unknown as Figure).groups.find(
      ({ id }) => id === name,
    )?.total
  const entries = async (name: string) =>
    ((await stage.call('county')('GET', `/api/records/performance-entries?q=${encodeURIComponent(name)}`)).body.data ?? []).map(
      ({ state, data }) => [state, (data as unknown as Record<string, unknown>).type],
    )

  test('a session missed on the file enters among the entries, once, whoever had it first', async () => {
    const { makes, does, call } = stage
    const meeting = '县十八届人大五次会议'
    const file = await makes('xinan', 'deputies', { data: { name: ['王一'] } })
    await does('xinan', 'deputies', file, 'absence', { meeting, excused: false })
    await later(today)
    expect(await entries('王一')).toEqual([['counted', 'absence']])
    const again = await call('county')('POST', '/api/records/performance-entries', {
      body: { township: 'xinan', data: { what: '缺席', deputy: ['王一'], type: 'absence', date: today, meeting } },
    })
    expect(again.status).toBe(422)
    const second = await makes('xinan', 'deputies', { data: { name: ['王二'] } })
    await makes('xinan', 'performance-entries', { data: { what: '缺席', deputy: ['王二'], type: 'absence', date: today, meeting } })
    expect((await does('county', 'deputies', second, 'absence', { meeting, excused: false })).data.absences).toBe(1)
    expect(await entries('王二')).toEqual([['draft', 'absence']])
  })

  test('a report to voters and a suggestion that was solved enter by themselves', async () => {
    const { makes, does } = stage
    const file = await makes('xinan', 'deputies', { data: { name: ['王三'] } })
    await does('xinan', 'deputies', file, 'report', { reportedOn: today })
    const id = await makes('xinan', 'suggestions', { data: { title: '修路', body: '路坏了', deputies: ['王三'] } })
    await does('xinan', 'suggestions', id, 'submit')
    await does('county', 'suggestions', id, 'register')
    await does('county', 'suggestions', id, 'assign', { lead: 'water' })
    await does('water', 'suggestions', id, 'accept')
    await does('water', 'suggestions', id, 'answer', { reply: '答复', result: 'A' })
    await does('xinan', 'suggestions', id, 'feedback', { satisfaction: 'satisfied' })
    await later(today)
    expect((await entries('王三')).map(([, type]) => type).sort()).toEqual(['solved', 'suggestion', 'voters'])
  })

  test('points count once they are confirmed, each kind up to its cap of the year, and the level follows', async () => {
    const { makes, does } = stage
    const enter = (type: string, times: number, date = today) =>
      makes('xinan', 'performance-entries', { data: { what: '履职', deputy: ['王四'], type, date, times } })
    const one = await enter('group', 4)
    await does('xinan', 'performance-entries', one, 'submit')
    expect((await points('王四'))?.sums.points ?? 0).toBe(0)
    const confirm = async (id: string) => {
      await does('xinan', 'performance-entries', id, 'check')
      await does('county', 'performance-entries', id, 'confirm')
    }
    await confirm(one)
    expect(await points('王四')).toMatchObject({ sums: { points: 16 }, grade: 'poor' })
    for (const [type, times, date] of [
      ['group', 3, today],
      ['group', 2, '2025-06-03'],
    ] as const) {
      const id = await enter(type, times, date)
      await does('xinan', 'performance-entries', id, 'submit')
      await confirm(id)
    }
    expect((await points('王四'))?.sums.points).toBe(28)
  })

  test('a deputy’s account drafts for himself only', async () => {
    const draft = (deputy: string) =>
      stage.call('deputy1')('POST', '/api/records/performance-entries', {
        body: { data: { what: '走访', deputy: [deputy], type: 'diary', date: today } },
      })
    expect([(await draft('李秀英')).status, (await draft('张桂兰')).status]).toEqual([422, 201])
  })

  test('a deputy of the county moves to another township, and his file goes on there', async () => {
    const { makes, does, read, see } = stage
    const file = await makes('xinan', 'deputies', { data: { name: ['王五'], workplace: '小学' } })
    const moved = await does('county', 'deputies', file, 'move', { toTownship: 'bailu', reason: '工作调动' })
    expect([moved.state, owed(moved)]).toEqual(['moved', []])
    const next = child(moved, 'deputies')
    expect((await read('deputies', next)).township).toBe('bailu')
    expect([(await see('bailu', 'deputies', next)).status, (await see('xinan', 'deputies', next)).status]).toEqual([200, 404])
    expect((await read('deputies', next)).data).toMatchObject({ name: ['王五'], workplace: '小学', previous: [file] })
  })
})

describe('a theme, a standing pair, a course, the stations', () => {
  test('a theme creates what each group owes, and is summed up when all have held theirs', async () => {
    const { makes, does, read, tries } = stage
    const id = await makes('county', 'themes', { data: { theme: '强县富民我行动', startOn: today, endOn: '2026-06-30' } })
    const topics = ['xinan', 'bailu'].map((township) => ({ topic: `${township}课题`, township, group: '第一小组', by: '2026-03-20' }))
    const launched = await does('county', 'themes', id, 'launch', { topics })
    const activities = await Promise.all(launched.refs.filter(({ as }) => as === 'child').map((ref) => read('group-activities', ref.id)))
    expect(
      activities.map(({ township, data, duties }) => [township, data.theme, duties.map(({ key, dueOn }) => `${key} ${dueOn}`)]).sort(),
    ).toEqual([
      ['bailu', '强县富民我行动', ['notify 2026-03-17']],
      ['xinan', '强县富民我行动', ['notify 2026-03-17']],
    ])
    expect(owed(launched)).toEqual(['sumUp county 2026-06-30'])
    expect((await tries('county', 'themes', id, 'sumUp', { summary: '好' })).status).toBe(409)
    for (const { id: activity, township } of activities)
      await does(township ?? '', 'group-activities', activity, 'cancel', { reason: '雨' })
    expect((await does('county', 'themes', id, 'sumUp', { summary: '好' })).state).toBe('closed')
  })

  test('of a standing pair a quarter without a visit shows; a visit enters with what it found, and the township confirms it', async () => {
    const { makes, does, read, tries, call } = stage
    const id = await makes('county', 'township-pairs', { township: 'xinan', data: { leader: '李主任' } })
    expect(owed(await read('township-pairs', id))).toEqual(['visit county 2026-04-01'])
    const visited = await does('county', 'township-pairs', id, 'visit', { visitedOn: today, purpose: '走访', found: '正常' })
    expect(owed(visited)).toEqual(['visit county 2026-07-01'])
    const visit = child(visited, 'township-visits')
    const made = await read('township-visits', visit)
    expect([made.state, made.data.leader, owed(made)]).toEqual(['visited', '李主任', ['settle xinan 2026-03-09']])
    expect((await tries('county', 'township-visits', visit, 'settle', { result: '好' })).status).toBe(403)
    expect((await does('xinan', 'township-visits', visit, 'settle', { result: '已落实' })).state).toBe('closed')
    stage.day('2026-07-02')
    const late = await call('county')('GET', '/api/records/township-pairs?overdue=true')
    expect(late.body.data?.map(({ id: one }) => one)).toEqual([id])
  })

  test('a course is for chosen townships, nobody is absent before its day, and no more are trained than attended', async () => {
    const { makes, does, tries } = stage
    const id = await makes('county', 'trainings', { data: { course: '提升班', startOn: '2026-03-10' } })
    const opened = await does('county', 'trainings', id, 'open', { quota: 5, hours: 8, townships: ['xinan'] })
    const sheets = opened.refs.filter(({ as }) => as === 'child')
    expect(sheets).toHaveLength(1)
    const sheet = sheets[0]?.id ?? ''
    await does('xinan', 'training-enrolments', sheet, 'enrol', { enrolled: ['张桂兰', '李秀英'] })
    await does('county', 'trainings', id, 'close')
    expect(errors(await tries('xinan', 'training-enrolments', sheet, 'attend', { came: ['张桂兰'] }))).toEqual(['on'])
    stage.day('2026-03-10')
    await does('xinan', 'training-enrolments', sheet, 'attend', { came: ['张桂兰'] })
    await does('county', 'trainings', id, 'hold', { endOn: '2026-03-10' })
    const more = await tries('county', 'trainings', id, 'archive', { summary: '好', trained: 2 })
    expect([more.status, more.body.detail], more.text).toEqual([409, expect.stringContaining('参训人数')])
    expect((await does('county', 'trainings', id, 'archive', { summary: '好', trained: 1 })).state).toBe('archived')
  })

  test('how many townships have a station is a figure, of those that are open', async () => {
    const { makes, does, call } = stage
    const coverage = async () => (await call('county')('GET', '/api/figures/stations?by=township')).body.coverage
    expect(await coverage()).toEqual({ num: 0, den: 11 })
    const one = await makes('xinan', 'stations', { data: { name: '代表之家', kind: 'home' } })
    await makes('xinan', 'stations', { data: { name: '联络站', kind: 'village' } })
    await makes('bailu', 'stations', { data: { name: '代表之家', kind: 'home' } })
    expect(await coverage()).toEqual({ num: 2, den: 11 })
    await does('xinan', 'stations', one, 'close', { reason: '合并' })
    expect(await coverage()).toEqual({ num: 2, den: 11 })
  })
})

describe('the books', () => {
  const row = (unit: string, more: object) => ({ unit, fiscal: 2026, month: 'm6', budget: 1000, ...more })

  test('a month’s figures raise alerts by the county’s rules: spent against time, over the budget, unplanned, transfers late', async () => {
    const { makes, does, read } = stage
    const compared = async (unit: string, more: object) => {
      const id = await makes('county', 'budget-executions', { data: row(unit, more) })
      const after = await does('county', 'budget-executions', id, 'compare')
      return (await Promise.all(after.refs.filter(({ as }) => as === 'child').map((ref) => read('budget-alerts', ref.id))))
        .map(({ data, duties }) => `${data.rule} ${data.unit} ${duties[0]?.key}`)
        .sort()
    }
    expect(await compared('water', { paid: 300 })).toEqual(['slow water explain'])
    expect(await compared('housing', { paid: 1200, unplanned: 20, held: 5 })).toEqual([
      'noBudget housing explain',
      'over housing explain',
      'transfer housing explain',
    ])
    expect(await compared('urban', { paid: 500 })).toEqual([])
    const twice = await stage.call('county')('POST', '/api/records/budget-executions', { body: { data: row('water', { paid: 400 }) } })
    expect(twice.status).toBe(422)
  })

  test('a budget is not voted on in silence: residents were heard, or it is said why not', async () => {
    const { makes, does, tries } = stage
    const id = await makes('county', 'budget-reviews', { data: { title: '预算', kind: 'budget', unit: 'water', meetingOn: today } })
    await does('water', 'budget-reviews', id, 'submit')
    await does('county', 'budget-reviews', id, 'review', { review: '初审' })
    await does('water', 'budget-reviews', id, 'answer', { reviewAnswer: '处理' })
    const ballot = { all: 30, present: 28, issued: 28, collected: 28, valid: 28, for: 28, against: 0, abstained: 0 }
    expect((await tries('county', 'budget-reviews', id, 'approve', { ballot })).status).toBe(409)
    expect(errors(await tries('county', 'budget-reviews', id, 'skipConsult'))).toEqual(['given.reason'])
    await does('county', 'budget-reviews', id, 'skipConsult', { reason: '并入代表大会听取' })
    expect((await does('county', 'budget-reviews', id, 'approve', { ballot })).state).toBe('executing')
  })
})
