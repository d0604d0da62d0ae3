import { expect, test } from 'vitest'
import type { Condition } from '../../shared/definition/condition.ts'
import { depth, standsOn } from '../../shared/definition/depth.ts'
import { asksIn, conditionSentence, roleSentence, stateSentence } from '../../shared/definition/describe.ts'
import type { FieldOf } from '../../shared/definition/field.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { resultsOf } from '../../shared/definition/options.ts'
import { holds } from '../../shared/engine/holds.ts'
import { transition } from '../../shared/engine/transition.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { inspectionSheets } from '../../shared/ledgers/inspection-sheets.ts'
import { stations } from '../../shared/ledgers/stations.ts'
import { trainingEnrolments } from '../../shared/ledgers/training-enrolments.ts'
import type { Data, LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { leftOpen } from '../../shared/words/left-open.ts'
import { alone, county, world, xinan } from '../cast.ts'
import { inspections } from './small-ledgers.ts'

test('a refusal names the people who may act; the system only where nobody else may', () => {
  const by = (...words: string[]) => {
    const rule = inspections.transitions.collect ?? expect.fail('no such step')
    const transitions = { ...inspections.transitions, collect: { ...rule, by: words } }
    return roleSentence({ ...inspections, transitions }, 'collect').zh
  }
  expect(by('county', 'system')).toBe('汇总由县人大办办理，不归您单位办。')
  expect(by('system')).toBe('汇总由系统自动办理，不用人来办。')
})

test('a condition on what is so, or on what a vote came to, is said in words', () => {
  const named = (zh: string) => ({ zh, en: zh })
  const options = { for: named('通过'), against: named('未通过') }
  const fields: Ledger['fields'] = {
    key: { kind: 'yesno', label: named('重点督办') },
    vote: { kind: 'ballot', label: named('票数'), options, grades: ['for'], otherwise: 'against', of: 'all', over: [1, 2] },
    outcome: { kind: 'computed', label: named('表决结果'), value: { as: 'ballot', of: 'vote' } },
  }
  const judged = {
    record: { duties: [], took: {} },
    data: { outcome: 'against' },
    kin: { children: [], phases: () => undefined },
    today: '2026-03-02',
    person: 'p',
  }
  const said = (condition: Parameters<typeof conditionSentence>[1][number]) =>
    conditionSentence({ ...inspections, fields }, [condition], judged, world).zh
  expect(said({ field: 'key', is: true })).toBe('只有重点督办的才能这样做。')
  expect(said({ field: 'outcome', is: 'for' })).toBe('只适用于表决结果是“通过”的。')
  // Of one grade as well, nothing is carried where people say how content they are.
  const ballot = { ...(fields.vote as FieldOf<'ballot'>), grades: ['good'], otherwise: 'bad' }
  expect(resultsOf({ ...ballot, options: { good: named('满意'), bad: named('不满意') } })).toEqual({
    good: named('满意'),
    bad: named('不满意'),
  })
  expect(resultsOf({ ...ballot, options: { good: named('同意'), bad: named('不同意') } }).good?.zh).toBe('通过')
})

test('of several things of which one must be so, what is to be filled in is said, not what is forbidden', () => {
  const sheets = ledgers.find(({ key }) => key === 'inspection-sheets') ?? expect.fail('no sheets')
  const said = (data: Data) => conditionSentence(sheets, sheets.transitions.send?.when ?? [], { ...bare, data }, world).zh
  expect(said({})).toBe('没有发现问题的，请选零报告；有的，请逐条填写。')
  const alone = conditionSentence(sheets, [{ any: [{ field: 'none', is: true }] }], { ...bare, data: {} }, world)
  expect(alone.zh).toBe('只有零报告的才能这样做。')
  expect(said({ none: true, found: 2 })).toBe('零报告选“是”的，发现的问题要空着。')
})

test('what spares an item of another kind is not told to one of this kind: it hears what such a one takes', () => {
  const said = (key: string, step: string, data: Data, at = 0) => {
    const ledger = ledgers.find((each) => each.key === key) ?? expect.fail(key)
    const any = (ledger.transitions[step]?.when ?? []).filter((each) => 'any' in each).slice(at)
    return conditionSentence(ledger, any.map(unsaid), { ...bare, data }, world).zh
  }
  expect(said('meetings', 'hold', { kind: 'congress' })).toBe('会议类别是“县人民代表大会会议”的，出席率不少于 66.7% 才能这样做。')
  expect(said('training-enrolments', 'enrol', { quota: 1, places: 5 })).toContain('要减少 4 人')
  expect(said('work-plans', 'adopt', { kind: 'supervision' })).toMatch(
    /^计划类别是“年度监督工作计划”的，听取和审议专项工作报告、.*至少要填一项。$/,
  )
  expect(said('performance-entries', 'submit', { type: 'leave' })).toBe('履职类型是“会议请假”的，要填会议。')
})

test('where the whole stands is told to those alone who read it', () => {
  const parent = {
    ...bare.record,
    ledger: 'inspections',
    id: 'r1',
    state: 'planned',
    data: {},
    readers: ['county'],
  } as unknown as LedgerRecord
  const kin = { children: [], parent, phases: () => 'open' as const, stands: () => ({ label: { zh: '已计划', en: 'Planned' }, depth: 0 }) }
  const said = (scope: Scope, conditions: Condition[] = [{ parent: ['closed'] }]) =>
    conditionSentence(inspectionSheets, conditions, { ...bare, data: {}, kin }, world, scope).zh
  expect(said(county)).toContain('所属事项已计划')
  expect(said(xinan)).toBe('它所属的那一件还没有走到这一步。')
  // What holds of a whole that he does not read is not what stands in the way.
  expect(said(xinan, [{ parent: ['planned'] }, { field: 'found', filled: true }])).toBe(
    said(county, [{ parent: ['planned'] }, { field: 'found', filled: true }]),
  )
})

/** A condition without the sentence of its own: what is put together from what it asks. */
const unsaid = ({ why: _, ...condition }: Condition): Condition => condition

const bare = { record: { duties: [], took: {} }, kin: { children: [], phases: () => undefined }, today: '2026-03-02', person: 'p' }
test('no refusal of any step sounds like a formula: “要是：”, a list of “或：”, “共 0 件”, a sign after a space', () => {
  const nothing = { ...bare, data: {} }
  let told = 0
  for (const ledger of ledgers)
    for (const [act, { when = [] }] of Object.entries(ledger.transitions))
      for (const condition of when) {
        const { zh, en } = conditionSentence(ledger, [condition], nothing, world)
        expect(zh, `${ledger.key} ${act}`).toMatch(/。$/)
        // What stands in quotation marks is what was chosen: 是“通过”.
        expect(zh, `${ledger.key} ${act}`).not.toMatch(/(?<!是|或|、|要选|不能选)“|要么|待办/)
        expect(zh, `${ledger.key} ${act}`).not.toMatch(/(要是|不能是|或)：|共 0 件|。.+。| [，。；]|undefined|(\p{Script=Han}{3,})\2/u)
        expect(en, `${ledger.key} ${act}`).not.toMatch(/undefined|\.\.|must be:/)
        told += 1
      }
  expect(told).toBeGreaterThan(100)
})

test('a refusal for a number says how many there are and how many there may be', () => {
  let told = 0
  const judge = (ledger: Ledger, condition: Condition, data: Data) =>
    conditionSentence(ledger, [unsaid(condition)], { ...bare, data }, world)
  for (const ledger of ledgers)
    for (const [act, { when = [] }] of Object.entries(ledger.transitions))
      for (const condition of when) {
        if (!('field' in condition)) continue
        const limit = condition.atMost ?? condition.below ?? condition.atLeast ?? condition.above
        if (limit === undefined) continue
        const rate = /率/.test(ledger.fields[condition.field]?.label.zh ?? '')
        const off = (condition.atMost ?? condition.below) ? 43 : rate ? 0.43 : 0
        const most = typeof limit === 'string' ? 17 : limit
        const { zh, en } = judge(ledger, condition, {
          [condition.field]: off,
          ...(typeof limit === 'string' ? { [limit.slice(1)]: most } : {}),
        })
        for (const said of [zh, en])
          for (const number of [off, most])
            expect(said, `${ledger.key} ${act}`).toContain(rate ? `${Math.round(number * 1000) / 10}%` : String(number))
        expect(zh, `${ledger.key} ${act}`).not.toMatch(/undefined| {2}|。.+。| [，。]/)
        told += 1
      }
  expect(told).toBeGreaterThan(5)
  const replies = ledgers.find(({ key }) => key === 'invitation-replies') ?? expect.fail('no replies')
  expect(judge(replies, { field: 'attending', atMost: '@seats' }, { attending: 3, seats: 2 }).zh).toBe(
    '列席名额是 2 人，列席人数现在是 3 人，要减少 1 人。',
  )
})

test('a step that does not fit the state is told as a clerk would: what stands in the way, and what comes first', () => {
  const suggestions = ledgers.find(({ key }) => key === 'suggestions') ?? expect.fail('no suggestions')
  const told = (state: string, act: string) => stateSentence(suggestions, { state }, act)
  expect(told('handling', 'decline').zh).toBe('这件正在办理中，只有已交办的才能退办。')
  expect(told('assigned', 'answer').zh).toBe('这件已交办，还不能答复代表，要先签收。')
  expect(told('draft', 'decline').en).toBe('It is now “Draft”; “Decline” is possible only while it is Assigned.')
  expect(told('handling', 'terminate').zh).not.toContain('要先')
  for (const ledger of ledgers)
    for (const act of Object.keys(ledger.transitions)) {
      expect(roleSentence(ledger, act).zh).not.toMatch(/“|操作/)
      for (const state of Object.keys(ledger.states).filter((each) => !ledger.transitions[act]?.from.includes(each))) {
        const { zh } = stateSentence(ledger, { state }, act)
        // A state that is no predicate is named: 的状态是草稿.
        expect(zh.replace(/的状态是[^，。]+|“[^”]+，[^”]+”/g, ''), `${ledger.key} ${state} ${act}`).not.toMatch(
          /“|。.+。|能不|(已|待|正在)\1/,
        )
        expect(zh).toMatch(ledger.transitions[act]?.why ? /。$/ : new RegExp(`^${ledger.spoken?.self ?? '这件'}.+。$`))
        const first = /要先(.+)。$/.exec(zh)?.[1]
        const { from = [], to } = ledger.transitions[act] ?? {}
        const steps = Object.values(ledger.transitions).filter(({ label }) => first !== undefined && label.zh === first)
        const near = steps.some(
          (step) => step.from.includes(state) && from.includes(step.to ?? '') && depth(ledger, step.to ?? '') > depth(ledger, state),
        )
        expect(
          [first, first !== undefined && (!near || ledger.states[to ?? '']?.phase === 'void')],
          `${ledger.key} ${state} ${act}`,
        ).toEqual([first, false])
      }
    }
})

test('what refuses an answer marks the questions of the form that it speaks of, and names no number that nobody fills in', () => {
  let marked = 0
  for (const ledger of ledgers)
    for (const [key, { asks = [], when = [] }] of Object.entries(ledger.transitions)) {
      const record = { duties: [], took: {} }
      const judged = { record, data: {} as Data, kin: { children: [], phases: () => undefined }, today: '2026-03-02', person: 'p' }
      const told = asksIn(ledger, asks, when, judged)
      marked += told.length
      const questions = asks.map((ask) => ask.replace('?', ''))
      expect(told.filter((field) => !questions.includes(field))).toEqual([])
      const sentence = conditionSentence(ledger, when, judged, world)
      for (const field of Object.values(ledger.fields))
        if (told.length > 0 && field.kind === 'computed') expect(sentence.zh, `${ledger.key} ${key}`).not.toContain(field.label.zh)
    }
  expect(marked).toBeGreaterThan(1)
})

test('an empty sheet is refused with both questions marked that would let it pass', () => {
  const sheet = { id: 'r1', ledger: 'inspection-sheets', township: 'xinan', state: 'open', version: 1, year: 2026, data: { law: '水法' } }
  const record = { ...sheet, createdBy: { id: 'p', name: '王芳', office: county.office }, duties: [], took: {}, readers: [], head: '' }
  const refused = transition(inspectionSheets, record as unknown as LedgerRecord, 'send', {}, xinan, '2026-03-02', world, alone)
  expect(isRefusal(refused) && [refused.refused, refused.status, refused.faults?.map(({ path }) => path)]).toEqual([
    'condition',
    409,
    ['given.none', 'given.findings'],
  ])
  expect(isRefusal(refused) && refused.sentence.zh).toBe('没有发现问题的，请选零报告；有的，请逐条填写。')
})

test('of a step that waits for the parent, or came too late for it, the sentence says which', () => {
  const at = (state: string) => {
    const parent = { ledger: 'trainings', id: 'p1', state, data: {} } as unknown as LedgerRecord
    const own = (key: string) => ledgers.find((each) => each.key === key)
    const kin = {
      parent,
      children: [],
      phases: (key: string, of: string) => own(key)?.states[of]?.phase,
      stands: (key: string, of: string) => standsOn(own(key), of),
    }
    const judged = { record: { duties: [], took: {} }, data: {} as Data, kin, today: '2026-03-02', person: 'p' }
    return conditionSentence(trainingEnrolments, [{ parent: ['open'] }], judged, world).zh
  }
  expect(at('planned')).toBe('所属事项的状态是计划，还没有到办这一步的时候。')
  expect(at('full')).toBe('所属事项的状态是报名结束，这一步已经不能再办。')
  expect(at('cancelled')).toBe('所属事项已取消，这一步已经不能再办。')
})

test('no step asks for a number that nobody fills in without a sentence of its own', () => {
  for (const ledger of ledgers)
    for (const [act, { when = [], by }] of Object.entries(ledger.transitions))
      for (const condition of when) {
        if (!by.some((word) => word !== 'system')) continue
        const { zh } = conditionSentence(ledger, [condition], { ...bare, data: {} }, world)
        expect(zh, `${ledger.key} ${act}`).not.toMatch(/(大于|小于|不少于|达到|超过) .*才能这样做/)
      }
})

test('what is chosen is not filled in: an open question asks for the choice', () => {
  const field = (ledger: string, key: string) => ledgers.find((each) => each.key === ledger)?.fields[key] ?? expect.fail(key)
  expect(leftOpen(field('livelihood-projects', 'agreed')).zh).toBe('请选择是否同意变更。')
  expect(leftOpen(field('rules', 'keep')).zh).toMatch(/^请选择是否/)
  expect(leftOpen(field('suggestions', 'lead')).zh).toBe('请选择主办单位。')
  expect(leftOpen(field('suggestions', 'title')).zh).toBe('标题还没有填。')
  for (const { fields } of ledgers)
    for (const each of Object.values(fields)) expect(leftOpen(each).zh).not.toMatch(/是否.*是否|是否已|选择选择|选择请/)
})

test('a step back that has nothing to take back says so, and what serves another kind of item names that kind', () => {
  const told = (key: string, state: string, act: string) =>
    stateSentence(ledgers.find((each) => each.key === key) ?? expect.fail(key), { state }, act).zh
  expect(told('suggestions', 'registered', 'unmerge')).toBe('这件已登记，没有并案，不用撤销并案。')
  expect(told('suggestions', 'registered', 'conclude')).toBe('只用于分办的建议。')
  expect(told('deputies', 'active', 'reinstate')).toBe('该代表正在履职中，不用恢复执行职务。')
  expect(told('suggestions', 'closed', 'decline')).toBe('这件已办结，不能再退办。')
  expect(told('rules', 'inForce', 'terminate')).toBe('这项制度的状态是现行有效，不能再终止办理。')
})

test('the step that must come first is one that this item may take', () => {
  const appointments = ledgers.find(({ key }) => key === 'appointments') ?? expect.fail('no appointments')
  const told = (kind: string) => stateSentence(appointments, { state: 'received', data: { kind } }, 'reschedule').zh
  expect(told('remove')).toContain('要先初审材料')
  expect(told('appoint')).toContain('要先资格初审')
})

test('parts that are not done are counted by what they are called, and alone those that are not', () => {
  const opinions = ledgers.find(({ key }) => key === 'deliberation-opinions') ?? expect.fail('no opinions')
  const points = ledgers.find(({ key }) => key === 'opinion-points') ?? expect.fail('no points')
  const [open, closed] = ['open', 'done'].map(
    (phase) => Object.keys(points.states).find((key) => points.states[key]?.phase === phase) ?? '',
  )
  const children = [open, open, closed].map(
    (state, at) => ({ ledger: points.key, id: `p${at}`, state, data: {} }) as unknown as LedgerRecord,
  )
  const kin = {
    children,
    phases: (_: string, state: string) => points.states[state]?.phase,
    stands: (_: string, state: string) => standsOn(points, state),
  }
  const { zh } = conditionSentence(opinions, opinions.transitions.strikeOff?.when ?? [], { ...bare, data: {}, kin }, world)
  expect(zh).toBe(`还有 2 个${points.label.zh}没有办完。`)
})

test('a state of another kind of parent does not make too late too early', () => {
  const parent = { ledger: 'meetings', id: 'm1', state: 'held', data: {} } as unknown as LedgerRecord
  const stands = (key: string, of: string) =>
    standsOn(
      ledgers.find((each) => each.key === key),
      of,
    )
  const kin = { parent, children: [], phases: () => 'open' as const, stands }
  const said = conditionSentence(trainingEnrolments, [{ parent: ['invited', 'notified', 'postponed'] }], { ...bare, data: {}, kin }, world)
  expect(said.zh).toBe('所属事项已召开，这一步已经不能再办。')
})

test('a vote over projects belongs to a congress, and is called before that is held', () => {
  const { when = [], from = [] } = ledgers.find(({ key }) => key === 'meetings')?.transitions.callVote ?? expect.fail('no vote')
  const may = (data: Data) => holds(when, { ...bare, data })
  expect(may({ kind: 'committee', day: '2026-03-20' })).toBe(false)
  expect(may({ kind: 'township', day: '2026-03-20' })).toBe(true)
  expect(may({ kind: 'congress', day: '2026-03-01', lastDay: '2026-03-03' })).toBe(true)
  expect(from).not.toContain('held')
})

test('of a deputy decides his own congress, and who comes to a meeting is told before it', () => {
  const of = (key: string) => ledgers.find((each) => each.key === key)?.transitions ?? expect.fail(key)
  const may = (step: string, tier: string) => holds(of('deputies')[step]?.when, { ...bare, data: { tier } })
  for (const step of ['suspend', 'reinstate']) {
    expect([may(step, 'county'), may(step, 'township')]).toEqual([true, false])
    expect([may(`${step}Here`, 'county'), may(`${step}Here`, 'township')]).toEqual([false, true])
    expect(of('deputies')[step]?.by).toEqual(['county'])
    expect(of('deputies')[`${step}Here`]?.by).toEqual(['township'])
  }
  const parent = { ledger: 'meetings', id: 'm1', state: 'held', data: {} } as unknown as LedgerRecord
  expect(holds(of('invitation-replies').excuse?.when, { ...bare, data: {}, kin: { ...bare.kin, parent } })).toBe(false)
})

test('what is already where the step leads needs no step, of all definitions', () => {
  expect(stateSentence(stations, { state: 'active' }, 'reopen').zh).toBe('本站正在运行中，不用恢复开放。')
  const projects = ledgers.find(({ key }) => key === 'livelihood-projects') ?? expect.fail('no projects')
  expect(stateSentence(projects, { state: 'implementing' }, 'test').zh).not.toContain('不用')
  // What was done and taken back again is not said never to have been done.
  const brought = ledgers.find(({ key }) => key === 'suggestions') ?? expect.fail('no suggestions')
  const draft = (took: LedgerRecord['took']) => stateSentence(brought, { state: 'draft', took }, 'sendBack').zh
  expect(draft({})).toContain('没有提交')
  expect(draft({ submit: { person: 'p', on: '2026-03-02' } })).not.toContain('没有提交')
  // One that may lead elsewhere from further on is yet to come.
  for (const ledger of ledgers)
    for (const [key, { to, from, branches = [] }] of Object.entries(ledger.transitions))
      if (to !== undefined && !from.includes(to) && !branches.some((way) => way.to !== undefined && way.to !== to))
        expect(stateSentence(ledger, { state: to }, key).zh, `${ledger.key} ${key}`).toMatch(/，不用/)
})
