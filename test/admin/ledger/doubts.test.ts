import { expect, test } from 'vitest'
import { dayWanted } from '../../../admin/ledger/act/day-wanted.ts'
import { doubtsOf, doubtsOfMany } from '../../../admin/ledger/act/doubts.ts'
import { lackingFor } from '../../../admin/ledger/act/handed-out.ts'
import { actZh } from '../../../admin/words/act.ts'
import { panelZh } from '../../../admin/words/panel.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { samples } from '../../sample.ts'

const of = (key: string) => ledgers.find((ledger) => ledger.key === key) ?? expect.fail(key)
const words = { ...panelZh, ...actZh }
const around = { lang: 'zh' as const, words, today: '2026-03-02', scope: { person: 'p' } }
const doubts = (act: string, state: string, data: object, before = {}) =>
  doubtsOf(of('suggestions'), { state, data: before }, act, data as never, around)

test('who hands an item in without saying who brought it, or where it counts, is asked to look', () => {
  const [whole, bare] = [{ title: '修桥', deputies: ['张三'], category: 'other' }, { title: '修桥' }]
  expect(doubts('submit', 'draft', bare)).toEqual([
    '还没有填领衔代表：不填也可以办，但没有人知道是谁提的，进展也通知不到。',
    '还没有填类别：不填也可以办，但统计时不能归类。',
  ])
  expect(doubts('register', 'submitted', { ...bare, deputies: ['张三'] })).toEqual(['还没有填类别：不填也可以办，但统计时不能归类。'])
  expect([doubts('submit', 'draft', whole), doubts('assign', 'registered', bare), doubts('sendBack', 'submitted', bare)]).toEqual([
    [],
    [],
    [],
  ])
})

test('of all definitions, a step that gives notice, and may name nobody, says that it reaches nobody', () => {
  const notices = ledgers.flatMap((ledger) =>
    Object.entries(ledger.transitions)
      .filter(([, { says, asks = [] }]) => says?.zh.includes('的通知发给') && asks.every((ask) => ask.endsWith('?')))
      .map(([key, rule]) => ({ ledger, key, rule })),
  )
  expect(notices.length).toBeGreaterThan(1)
  for (const {
    ledger,
    key,
    rule: {
      from: [state = ''],
    },
  } of notices)
    expect(doubtsOf(ledger, { state, data: {} }, key, {}, around).join(), `${ledger.key} ${key}`).toContain('通知发不到人')
  const activity = (data: object) => doubtsOf(of('group-activities'), { state: 'planned', data: {} }, 'notify', data as never, around)
  expect(activity({ kind: 'visit' })).toEqual(['还没有填应到代表，通知发不到人。'])
  expect(activity({ kind: 'visit', invited: ['张三'] })).toEqual([])
  const meeting = (data: object) => doubtsOf(of('meetings'), { state: 'planned', data: {} }, 'notify', data as never, around)
  expect(meeting({ units: ['water'] }).join()).not.toContain('发不到人')
})

test('a duty that the law bounds is not left without a day unseen', () => {
  const [found] = doubts('assign', 'registered', { due: 'none' })
  expect(found).toBe(words.act.unlimited('答复代表', '代表法第五十一条：交办之日起三个月内答复，最迟六个月'))
  expect(doubts('assign', 'registered', { due: '2026-08-01' })).toEqual([])
})

test('nobody is asked who brought what nobody brings, nor twice', () => {
  for (const key of ['deliberation-opinions', 'livelihood-projects', 'trainings', 'satisfaction-tests'])
    for (const [act, { from }] of Object.entries(of(key).transitions))
      for (const state of from)
        expect(doubtsOf(of(key), { state, data: {} }, act, {}, around).join(), `${key} ${act}`).not.toContain('是谁提的')
  const known = doubtsOf(of('suggestions'), { state: 'submitted', number: '2026-1', data: {} }, 'register', {}, around)
  expect(known).toEqual([])
})

test('progress that falls below what was reported is asked about, and no other', () => {
  expect(doubts('reportPlate', 'handling', { progress: 60 }, { progress: 80 })).toEqual([words.act.less('办理进度', '80', '60')])
  expect([
    doubts('reportPlate', 'handling', { progress: 80 }, { progress: 80 }),
    doubts('reportPlate', 'handling', { progress: 5 }),
  ]).toEqual([[], []])
  expect(doubts('accept', 'assigned', { progress: 60 }, { progress: 80 })).toEqual([])
})

test('who grants more time begins with the day that was asked for, in every ledger', () => {
  const event = (more: object) =>
    ({
      seq: 7,
      transition: 'askExtension',
      from: 'open',
      to: 'open',
      opened: [{ id: 'd9' }],
      changes: {},
      said: {},
      ...more,
    }) as unknown as LedgerEvent
  const granting = (key: string, events: LedgerEvent[], act = 'extend') => dayWanted(of(key), [], { key: act, discharges: ['d9'] }, events)
  expect(granting('suggestions', [event({ said: { wanted: '2026-08-30', reason: '过汛期' } })])).toEqual({ due: '2026-08-30' })
  expect(granting('audit-issues', [event({ changes: { until: { old: null, new: '2026-08-30' } } })])).toEqual({ until: '2026-08-30' })
  expect(granting('suggestions', [event({ said: { reason: '过汛期' } })])).toEqual({})
  expect(granting('suggestions', [event({ said: { wanted: '2026-08-30' } })], 'refuseExtension')).toEqual({})
  // Nobody asked: the day that the assignment set is no answer.
  const assigned = event({
    transition: 'assign',
    to: 'assigned',
    opened: [{ id: 'd3' }],
    changes: { due: { old: null, new: '2026-08-30' } },
  })
  expect(granting('suggestions', [assigned])).toEqual({})
})

test('who hands an item to others without its text, or without anybody to lead it, is asked to look', () => {
  const issue = (data: object) => doubtsOf(of('deliberation-opinions'), { state: 'reviewing', data: {} }, 'issue', data as never, around)
  expect(issue({ organ: 'water', text: '会议认为……', desk: 'finance' })).toEqual([])
  expect(issue({ organ: 'water' })).toEqual([
    '还没有填审议意见全文：不填也可以办，但对方收到的文件里没有这一段。',
    '还没有填承办委室：不填也可以办，但没有明确由谁牵头，到期只提醒整个机关。',
  ])
  // Helpers may be missing while somebody leads; whom nobody has named owes nothing.
  expect(doubts('assign', 'registered', { lead: 'water' })).toEqual([])
  const mobilise = doubtsOf(of('law-inspections'), { state: 'planned', number: '1', data: {} }, 'mobilise', { desk: 'law' }, around)
  expect(mobilise).toEqual([expect.stringMatching(/^还没有填.+：不填也可以办，但没有人来.+。$/)])
})

test('no ledger’s step lacks anything of a whole record, and none is asked about what it insists on', () => {
  let lacking = 0
  for (const ledger of ledgers) {
    const whole = Object.fromEntries(
      Object.entries(ledger.fields).map(([key, field]) => [key, samples(field, '2026-03-02', '2026-03-03')[0]]),
    )
    for (const [act, { from, asks = [] }] of Object.entries(ledger.transitions))
      for (const state of from) {
        expect(lackingFor(ledger, state, act, whole), `${ledger.key} ${act}`).toEqual({ unheld: [], unsaid: [], undesked: [] })
        const { unheld, unsaid, undesked } = lackingFor(ledger, state, act, {})
        const told = [...unheld.flatMap(({ fields }) => fields), ...unsaid, ...undesked]
        expect(
          told.filter((key) => asks.includes(key) || !ledger.fields[key]),
          `${ledger.key} ${act}`,
        ).toEqual([])
        lacking += told.length
      }
  }
  expect(lacking).toBeGreaterThan(10)
})

test('what is doubtful of several items is told once, with how many they are', () => {
  const item = (number: string, data: object) => ({
    record: { state: 'submitted', data: data as never, heading: '建议', number },
    data: data as never,
  })
  const items = [item('1', {}), item('2', {}), item('3', { deputies: ['张三'] })].map((each) => ({
    ...each,
    record: { ...each.record, state: 'draft' },
  }))
  const [unsigned, unsorted] = [
    '还没有填领衔代表：不填也可以办，但没有人知道是谁提的，进展也通知不到。',
    '还没有填类别：不填也可以办，但统计时不能归类。',
  ]
  expect(doubtsOfMany(of('suggestions'), items, 'submit', around)).toEqual([`其中 2 件${unsigned}`, unsorted])
  expect(doubtsOfMany(of('suggestions'), items.slice(1), 'submit', around)).toEqual([`2：${unsigned}`, unsorted])
  expect(doubtsOfMany(of('suggestions'), items.slice(0, 1), 'submit', around)).toEqual([unsigned, unsorted])
})

test('an office that asks to be rid of what it has had for long is told how long is usual', () => {
  const had = (today: string) =>
    doubtsOf(
      of('suggestions'),
      {
        state: 'handling',
        data: {},
        took: { accept: { person: 'p', on: '2026-01-05' } },
        duties: [{ key: 'accept', state: 'done', dueOn: '2026-01-09', why: { length: { workdays: 5 } } }] as never,
      },
      'askReturn',
      {},
      { ...around, today },
    )
  expect(had('2026-03-02')).toEqual(['签收已过 56 天，一般应在 5 个工作日内退办。确实不归您单位办的，请写明为什么现在才提。'])
  expect(had('2026-01-09')).toEqual([])
  // What an import brought was never signed for: what else the assignment opened tells since when.
  const brought = (today: string) =>
    doubtsOf(
      of('suggestions'),
      { state: 'handling', data: {}, took: {}, duties: [{ key: 'reply', state: 'open', openedOn: '2026-01-05' }] as never },
      'askReturn',
      {},
      { ...around, today },
    )
  expect(brought('2026-03-02')).toEqual([expect.stringContaining('交办已过 56 天，一般应在 5 个工作日内退办。')])
  expect(brought('2026-01-20')).toEqual([])
  // Where nothing says how long an office has, nothing is said.
  expect(doubtsOf(of('public-opinions'), { state: 'unit', data: {}, took: {}, duties: [] }, 'askReturn', {}, around)).toEqual([])
})
