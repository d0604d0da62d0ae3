import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, openHouse } from './api-house.ts'

type Ref = { ledger: string; id: string; as: string; heading: string; office?: { kind: string }; state: string; township: string | null }
type Whole = {
  id: string
  version: number
  state: string
  data: Record<string, unknown>
  refs: Ref[]
  duties: { key: string; state: string }[]
}

const [today, soon] = ['2026-03-02', '2026-04-30']
const votes = (counts: Record<string, number>) => ({ all: 30, present: 28, issued: 28, collected: 28, valid: 28, ...counts })
let clients: Record<string, Client>

beforeAll(async () => {
  const house = await openHouse(today)
  const names = ['county', 'xinan', 'bailu', 'water', 'housing', 'urban', 'deputy1']
  clients = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await house.as(name)] as const)))
})

describe('a budget review', () => {
  let id: string

  test('asks reports to be heard and budgets to be voted on', async () => {
    const report = await make('budget-reviews', { title: '半年执行', kind: 'halfYear', unit: 'water', meetingOn: today })
    await through('budget-reviews', report, ['water submit', 'county review 初审', 'water answer 处理'])
    const refused = await step('budget-reviews', report, 'county', 'approve', { ballot: votes({ for: 28, against: 0, abstained: 0 }) })
    expect(refused.status).toBe(409)
    expect(await parts('budget-reviews', await taken('budget-reviews', report, 'county', 'hear'))).toEqual([
      'deliberation-opinions 半年执行',
    ])
    id = await make('budget-reviews', { title: '预算', kind: 'budget', unit: 'water', meetingOn: today })
    await through('budget-reviews', id, ['water submit', 'county review 初审', 'water answer 处理'])
    expect((await step('budget-reviews', id, 'county', 'hear', {})).status).toBe(409)
    // Residents and deputies are heard, or it is said why not.
    const votesFor = { ballot: votes({ for: 28, against: 0, abstained: 0 }) }
    expect((await step('budget-reviews', id, 'county', 'approve', votesFor)).status).toBe(409)
    await taken('budget-reviews', id, 'county', 'consult', { note: '听取三十名选民意见' })
    const { duties } = await taken('budget-reviews', id, 'county', 'approve', { ballot: votes({ for: 28, against: 0, abstained: 0 }) })
    expect(open(duties)).toEqual(['confirm', 'finish', 'general', 'monitor', 'publish', 'special'])
  })

  test('raises as many alerts as the county has rows for, each with its rule', async () => {
    const row = (signal: string, rule: string) => ({ signal, rule, grade: 'red', amount: 10, unit: 'housing' })
    for (const [signal, rule] of [
      ['一', 'slow'],
      ['二', 'over'],
      ['三', 'debt'],
    ] as const)
      await taken('budget-reviews', id, 'county', 'alert', { signals: [row(signal, rule)] })
    const alerts = (await read('budget-reviews', id)).refs.filter(({ ledger }) => ledger === 'budget-alerts')
    const rules = await Promise.all(alerts.map(async (alert) => (await read('budget-alerts', alert.id)).data.rule))
    expect(rules.sort()).toEqual(['debt', 'over', 'slow'])
  })

  test('is not closed while the law still asks for something', async () => {
    await taken('budget-reviews', id, 'water', 'publish', { note: '已公开' })
    for (const transition of ['confirm', 'general', 'special']) {
      expect((await step('budget-reviews', id, 'county', 'close', {})).status).toBe(409)
      await taken('budget-reviews', id, 'water', transition)
    }
    expect((await taken('budget-reviews', id, 'county', 'close')).state).toBe('closed')
  })
})

test('an audit issue that fails its check is still to be reported on within six months', async () => {
  const id = await make('audit-issues', { issue: '多计工程量', unit: 'water', auditor: 'housing' })
  await taken('audit-issues', id, 'water', 'report', { measures: '已扣回' })
  const { duties } = await taken('audit-issues', id, 'housing', 'verify', { done: false, note: '只扣回一半' })
  expect(open(duties)).toEqual(['rectify', 'statutory'])
})

test('a stage that names a step of the opinion is done with it, the others wait for a hand', async () => {
  const id = await make('deliberation-opinions', { topic: '水利', meetingOn: '2026-03-02', organ: 'water' })
  const points = [{ problem: '泵站老化', unit: 'water' }]
  await taken('deliberation-opinions', id, 'county', 'submit', { points })
  await taken('deliberation-opinions', id, 'county', 'issue')
  expect(await stages(id)).toEqual(['交办'])
  await taken('deliberation-opinions', id, 'county', 'inspect', { finding: '现场察看' })
  expect(await stages(id)).toEqual(['中期督查', '交办'])
  await taken('deliberation-opinions', id, 'water', 'plan', { plan: '方案' })
  expect(await stages(id)).toEqual(['中期督查', '交办', '整改方案报告'])
  const doers = (await read('deliberation-opinions', id)).refs.filter(({ ledger }) => ledger === 'opinion-stages')
  expect(Object.fromEntries(doers.map(({ heading, office }) => [heading, office?.kind]))).toMatchObject({
    交办: 'county',
    结果核查: 'county',
    整改方案报告: 'unit',
  })
  await taken('deliberation-opinions', id, 'water', 'answer', { handled: '报告' })
  await taken('deliberation-opinions', id, 'county', 'agree')
  const ballot = votes({ satisfied: 5, basically: 5, dissatisfied: 18 })
  const failed = await taken('deliberation-opinions', id, 'county', 'test', { ballot, tellers: ['甲', '乙'] })
  expect([failed.state, open(failed.duties)]).toEqual(['failed', ['orderRedo']])
  expect(await stages(id)).toEqual(['中期督查', '交办', '整改方案报告', '满意度测评', '研究处理情况报告'])
})

test('an inspection goes to the townships that take part, and its sheets end with it', async () => {
  const id = await make('law-inspections', { law: '渔业法', startOn: soon })
  await taken('law-inspections', id, 'county', 'mobilise', { plan: '方案', townships: ['xinan', 'bailu'] })
  const { refs } = await taken('law-inspections', id, 'county', 'inspect')
  expect(refs.map(({ township }) => township).sort()).toEqual(['bailu', 'xinan'])
  const sheet = (township: string) => refs.find((ref) => ref.township === township)?.id ?? ''
  await taken('inspection-sheets', sheet('xinan'), 'xinan', 'send', { none: true, places: '码头' })
  await taken('law-inspections', id, 'county', 'collectSome', { reason: '先行汇总' })
  await taken('law-inspections', id, 'county', 'report', { title: '检查《渔业法》实施情况的报告', report: '报告' })
  const handed = await taken('law-inspections', id, 'county', 'handOver', { organ: 'water', meetingOn: '2026-03-02' })
  expect(await parts('law-inspections', handed)).toContain('deliberation-opinions 检查《渔业法》实施情况的报告')
  // Its report comes with the opinion, and is asked once.
  const opinion = (handed.refs.find(({ ledger }) => ledger === 'deliberation-opinions') as { id: string }).id
  await taken('deliberation-opinions', opinion, 'county', 'submit', { points: [{ problem: '码头', unit: 'water' }] })
  await taken('deliberation-opinions', opinion, 'county', 'issue')
  await taken('deliberation-opinions', opinion, 'water', 'plan', { plan: '方案' })
  await taken('deliberation-opinions', opinion, 'water', 'answer', { handled: '已整改' })
  await taken('law-inspections', id, 'county', 'recheck', { solved: true, finding: '到位' })
  expect((await read('inspection-sheets', sheet('bailu'))).state).toBe('missed')
})

test('an inquiry that has put nothing right is asked again, and every unit that answered is voted on', async () => {
  const id = await make('special-inquiries', { topic: '治水', answerers: ['water', 'housing'] })
  await taken('special-inquiries', id, 'county', 'plan', { meetingOn: '2026-03-02' })
  await taken('special-inquiries', id, 'county', 'prepare', { questions: [{ question: '何时完工', unit: 'water' }] })
  await taken('special-inquiries', id, 'county', 'hold')
  await taken('special-inquiries', id, 'county', 'handOver', { issues: '清淤' })
  for (const unit of ['water', 'housing']) await taken('special-inquiries', id, unit, 'report', { rectified: '已清淤' })
  const { state, refs } = await taken('special-inquiries', id, 'county', 'check', { solved: false, finding: '仍有黑臭' })
  expect(state).toBe('nextRound')
  const next = refs.filter(({ as, ledger }) => as === 'child' && ledger !== 'inquiry-questions').map(({ ledger }) => ledger)
  expect(next.sort()).toEqual(['satisfaction-tests', 'satisfaction-tests', 'special-inquiries'])
})

describe('a suggestion', () => {
  const register = async (data: object = {}) => {
    const id = await make('suggestions', { title: '修路', body: '路面破损', deputies: ['张桂兰'], ...data }, 'xinan')
    await through('suggestions', id, ['xinan submit', 'county register'])
    return id
  }

  test('that was merged stands alone again when the main one is cancelled', async () => {
    const [main, other] = [await register(), await register()]
    await taken('suggestions', other, 'county', 'merge', { mergedInto: [main] })
    await taken('suggestions', main, 'county', 'cancel', { reason: '撤回' })
    const { state, data } = await read('suggestions', other)
    expect([state, data.mergedInto ?? null]).toEqual(['registered', null])
  })

  test('is handled by several units: one hands back, the deputy rates the other, and both end with the whole', async () => {
    const id = await register()
    const { refs } = await taken('suggestions', id, 'county', 'divide', { separate: ['housing', 'urban'] })
    const shares = await Promise.all(refs.map((ref) => read('divided-suggestions', ref.id)))
    const share = (unit: string) => shares.find(({ data }) => data.unit === unit)?.id ?? ''
    await taken('divided-suggestions', share('urban'), 'urban', 'decline', { reason: '不属本单位' })
    await taken('divided-suggestions', share('urban'), 'county', 'reassign', { unit: 'water' })
    await taken('divided-suggestions', share('housing'), 'housing', 'answer', { reply: '已修', result: 'A' })
    expect((await taken('divided-suggestions', share('housing'), 'deputy1', 'feedback', { satisfaction: 'satisfied' })).state).toBe(
      'closed',
    )
    await taken('suggestions', id, 'county', 'conclude', { reason: '主要事项已办' })
    const rest = await read('divided-suggestions', share('urban'))
    expect([rest.data.unit, rest.state, open(rest.duties)]).toEqual(['water', 'cancelled', []])
  })

  test('is closed after coordination only when the deputy has been dissatisfied twice', async () => {
    const id = await register()
    await taken('suggestions', id, 'county', 'assign', { lead: 'water' })
    await taken('suggestions', id, 'water', 'accept')
    for (const expected of [409, 200]) {
      await taken('suggestions', id, 'water', 'answer', { reply: '暂不具备条件', result: 'C' })
      await taken('suggestions', id, 'xinan', 'feedback', { satisfaction: 'dissatisfied' })
      expect((await step('suggestions', id, 'county', 'settle', { finding: '现场评估' })).status).toBe(expected)
    }
    const { state, duties } = await read('suggestions', id)
    expect([state, open(duties)]).toEqual(['closed', ['followUp']])
  })

  test('is withdrawn by the deputy whose it is, not by a unit', async () => {
    const id = await register()
    await taken('suggestions', id, 'county', 'assign', { lead: 'water' })
    expect((await step('suggestions', id, 'water', 'withdraw', { reason: '撤回' })).status).toBe(403)
    expect((await taken('suggestions', id, 'deputy1', 'withdraw', { reason: '已当场解决' })).state).toBe('cancelled')
  })
})

const call = (who: string): Client => clients[who] ?? expect.fail(`no session for ${who}`)

async function make(ledger: string, data: object, who = 'county'): Promise<string> {
  const { status, body, text } = await call(who)('POST', `/api/records/${ledger}`, { body: { data } })
  expect(status, text).toBe(201)
  return String(body.id)
}

async function read(ledger: string, id: string): Promise<Whole> {
  return (await call('county')('GET', `/api/records/${ledger}/${id}`)).body as unknown as Whole
}

async function step(ledger: string, id: string, who: string, transition: string, given: object) {
  const { version } = await read(ledger, id)
  return call(who)('POST', `/api/records/${ledger}/${id}/events`, { headers: { 'if-match': `"${version}"` }, body: { transition, given } })
}

async function taken(ledger: string, id: string, who: string, transition: string, given: object = {}): Promise<Whole> {
  const { status, text } = await step(ledger, id, who, transition, given)
  expect(status, `${transition}: ${text}`).toBe(200)
  return read(ledger, id)
}

/** Steps in short: who, what, and the words of a step named like the field that it asks. */
async function through(ledger: string, id: string, steps: string[]): Promise<void> {
  const asked: Record<string, string> = { review: 'review', answer: 'reviewAnswer' }
  for (const each of steps) {
    const [who = '', transition = '', words] = each.split(' ')
    await taken(ledger, id, who, transition, words ? { [asked[transition] ?? transition]: words } : {})
  }
}

const open = (duties: Whole['duties']) =>
  duties
    .filter(({ state }) => state === 'open')
    .map(({ key }) => key)
    .sort()

const parts = async (_ledger: string, { refs }: Whole) =>
  refs.filter(({ as }) => as === 'child').map(({ ledger, heading }) => `${ledger} ${heading}`)

/** The stages of an opinion that are done. */
async function stages(id: string): Promise<string[]> {
  const { refs } = await read('deliberation-opinions', id)
  return refs
    .filter(({ ledger, state }) => ledger === 'opinion-stages' && state === 'done')
    .map(({ heading }) => heading)
    .sort()
}
