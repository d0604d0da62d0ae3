import { expect, test } from 'vitest'
import type { Ref } from '../../../admin/data.ts'
import type { Around } from '../../../admin/fields/kind.ts'
import { actSentence } from '../../../admin/ledger/act/act-sentence.ts'
import { mustSay, openParts } from '../../../admin/ledger/act/asked-twice.ts'
import { nextHolder, owing } from '../../../admin/ledger/act/next-holder.ts'
import { backReason, givesBack, sentBack } from '../../../admin/ledger/sent-back.ts'
import { officeName } from '../../../admin/parts/office.ts'
import { actZh } from '../../../admin/words/act.ts'
import { actEn } from '../../../admin/words/act-en.ts'
import { panelZh } from '../../../admin/words/panel.ts'
import { panelEn } from '../../../admin/words/panel-en.ts'
import { takenByPeople } from '../../../shared/definition/attachments.ts'
import { askedBy } from '../../../shared/engine/asked-by.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { Data } from '../../../shared/record.ts'
import { world } from '../../cast.ts'

const words = { zh: { ...panelZh, ...actZh }, en: { ...panelEn, ...actEn } }
const around = (lang: 'zh' | 'en'): Around => ({ lang, words: words[lang], offices: world.offices, today: '2026-03-02' })
const suggestions = ledgers.find(({ key }) => key === 'suggestions') ?? expect.fail('no suggestions')
const item = { id: 'r01abc', number: '2026-0593', heading: '关于路灯的建议', state: 'registered' }
const said = (
  act: string,
  values: Record<string, unknown>,
  record: { id: string; number?: string; heading: string; state: string } = item,
  lang: 'zh' | 'en' = 'zh',
) => actSentence(suggestions, record, act, values, around(lang), words[lang])

test('a daily act is told in a sentence by hand, with what is being filled in, once that is', () => {
  expect(said('assign', { lead: 'water' })).toBe('把 2026-0593 交给县水务局办理。')
  expect(said('assign', {})).toBe('把 2026-0593 交给所选单位办理。')
  expect(said('answer', {})).toBe('就 2026-0593 答复代表。')
  // A number that begins with a word stands beside words as one.
  expect(said('answer', {}, { ...item, number: '实事2026-012' })).toBe('就实事2026-012 答复代表。')
  expect(said('assign', { lead: 'water' }, item, 'en')).toBe('Hands 2026-0593 to water.')
  expect(said('submit', {}, { id: 'r01abc', heading: '关于路灯的建议', state: 'draft' })).toBe('把《关于路灯的建议》交给县人大办审查登记。')
  expect(said('submit', {}, { id: 'r01abc', heading: 'r01abc', state: 'draft' })).toBe('把这一件交给县人大办审查登记。')
})

test('what is written on a report is not the report: the opinion is signed and handed out', () => {
  const opinions = ledgers.find(({ key }) => key === 'deliberation-opinions') ?? expect.fail('no opinions')
  const topic = '关于检查《种子法》实施情况的报告'
  const told = (act: string, state: string) =>
    actSentence(opinions, { id: 'r01abc', heading: topic, state }, act, { topic, organ: 'water' }, around('zh'), words.zh)
  expect(told('submit', 'drafting')).toBe('将对《关于检查〈种子法〉实施情况的报告》的审议意见送领导审签。')
  expect(told('issue', 'reviewing')).toBe('将对《关于检查〈种子法〉实施情况的报告》的审议意见编号印发，交县水务局研究处理。')
  for (const act of ['submit', 'issue', 'sendBack', 'cancel']) expect(told(act, 'reviewing')).toContain('的审议意见')
})

test('a day is not said to be moved to where it stands', () => {
  const activities = ledgers.find(({ key }) => key === 'group-activities') ?? expect.fail()
  const activity = { id: 'r02', number: '活动2026-011', heading: '视察', state: 'notified', data: { date: '2026-12-10' } }
  const moved = (date: string) => actSentence(activities, activity, 'reschedule', { date }, around('zh'), words.zh)
  expect(moved('2026-12-10')).toBe('把活动2026-011 改到所填日期开展。')
  expect(moved('2026-12-20')).toMatch(/^把活动2026-011 改到12月20日开展。$/)
})

test('an act without a sentence by hand is told by what becomes of the item', () => {
  const [open, done, other] = ['办理中', '已办结', '已答复'].map((zh) => ({ label: { zh, en: zh }, phase: 'open' as const }))
  const states = { open, done, other, void: { ...done, phase: 'void' as const }, paused: { ...done, phase: 'paused' as const } }
  const told = (rule: object) =>
    actSentence(
      {
        ...suggestions,
        states,
        transitions: { act: { label: { zh: '办', en: 'act' }, from: ['open'], by: ['county'], ...rule } },
      } as never,
      { ...item, state: 'open' },
      'act',
      {},
      around('zh'),
      words.zh,
    )
  expect(told({ to: 'done' })).toBe('办完这一步，2026-0593 的状态变为已办结。')
  expect(told({ to: 'void' })).toBe(' 2026-0593 不再办理。'.trim())
  expect(told({ to: 'paused' })).toContain('暂停计算期限')
  expect(told({})).toBe('办完记入经过，2026-0593 的状态仍是办理中。')
  expect(told({ to: 'done', branches: [{ when: [], to: 'other' }] })).toContain('转为已答复或已办结。')
})

test('of a step that can end in several ways it is said what leads to which, and once that is known, that', () => {
  const feedback = (outcome?: { state: string; branch?: number }) =>
    actSentence(suggestions, { ...item, state: 'answered' }, 'feedback', {}, around('zh'), words.zh, '', outcome)
  expect(feedback()).toBe('反馈对 2026-0593 答复的意见：满意、基本满意的予以办结，不满意的重新办理。')
  expect(feedback({ state: 'handling', branch: 0 })).toBe('对 2026-0593 的答复不满意，要求重新办理。')
  const tests = ledgers.find(({ key }) => key === 'satisfaction-tests') ?? expect.fail('no tests')
  const announced = actSentence(
    tests,
    { ...item, number: '测评2026-006', state: 'counted' },
    'announce',
    { outcome: 'dissatisfied' },
    around('zh'),
    words.zh,
    '',
    { state: 'failed', branch: 0 },
  )
  expect(announced).toBe('宣布测评2026-006 的测评结果为不满意，要求限期整改。')
})

test('no step of ours pastes the name of a state: each says what it does', () => {
  for (const ledger of ledgers)
    for (const [act, rule] of Object.entries(ledger.transitions).filter(([, each]) => takenByPeople(each)))
      for (const state of rule.from)
        for (const outcome of [undefined, ...(rule.branches ?? []).map(({ to = state }, branch) => ({ state: to, branch }))])
          for (const lang of ['zh', 'en'] as const) {
            const told = actSentence(
              ledger,
              { ...item, state },
              act,
              { outcome: 'dissatisfied' },
              around(lang),
              words[lang],
              '某单位',
              outcome,
            )
            expect(told, `${ledger.key} ${act}`).not.toMatch(/状态|办理结果转为|暂停办理|After this|makes .* “|by what is filled in/)
          }
})

test('a step that leaves the item where it is says what it does, whatever is filled in yet', () => {
  for (const ledger of ledgers)
    for (const [act, rule] of Object.entries(ledger.transitions).filter(([, each]) => takenByPeople(each)))
      for (const state of rule.from)
        for (const lang of ['zh', 'en'] as const) {
          const told = actSentence(ledger, { ...item, state }, act, {}, around(lang), words[lang])
          expect(told, `${ledger.key} ${act}`).not.toMatch(/状态仍是|办完记入经过|goes into the history/)
        }
  const handling = { ...item, state: 'handling', data: { due: '2026-05-01' } }
  expect(said('extend', { due: '2026-05-01' }, handling)).toBe('把 2026-0593 延到所填日期前答复。')
  expect(said('extend', { due: '2026-06-01' }, handling)).toBe('把 2026-0593 延到6月1日前答复。')
})

test('whoever owes something by another day is told, as whoever owes something new', () => {
  const duty = (id: string, holder: string) => ({ id, holder: { kind: 'unit', id: holder } })
  const outcome = {
    opened: [duty('d3', 'health')],
    record: { duties: [duty('d1', 'water'), duty('d2', 'traffic')] },
    event: { moved: [{ id: 'd1' }] },
  }
  expect(owing(outcome as unknown as Moved).map(({ id }) => id)).toEqual(['health', 'water'])
})

test('no sentence of any act has a gap, a doubled word or a code in it', () => {
  for (const ledger of ledgers)
    for (const [act, rule] of Object.entries(ledger.transitions).filter(([, each]) => takenByPeople(each)))
      for (const lang of ['zh', 'en'] as const)
        for (const record of [
          item,
          { ...item, number: '审议2026-02' },
          ...[item.id, '关于路灯的建议'].map((heading) => ({ id: item.id, heading })),
        ]) {
          const sentence = actSentence(ledger, { ...record, state: rule.from[0] ?? '' }, act, {}, around(lang), words[lang])
          expect(sentence, `${ledger.key} ${act}`).toMatch(lang === 'zh' ? /。$/ : /\.$/)
          // As an office writes, not as one speaks.
          if (lang === 'zh') expect(sentence, `${ledger.key} ${act}`).not.toMatch(/怎么样|当面|[^经通]过。|什么|谁|告诉|看到/)
          expect(sentence).not.toMatch(
            /[{}@]|undefined| {2}|“”|（）|《》| [，。：；、）]|^ |\p{Script=Han} \p{Script=Han}|(\p{Script=Han}{2,})\1/u,
          )
          // What is still to be filled in is no part of it: 答复提出建议的代表：（结果）.
          for (const { label } of Object.values(ledger.fields))
            expect(sentence, `${ledger.key} ${act}`).not.toContain(lang === 'zh' ? `（${label.zh}）` : `(${label.en.toLowerCase()})`)
          if (lang === 'zh') expect(sentence.replace('“关于路灯的建议”', '')).not.toMatch(/“/)
          if (lang === 'zh') expect(sentence.replace(/[A-Z\d-]/g, '')).not.toMatch(/[a-z]{2,}/)
        }
})

test('a sentence that tells who gets the item names who owes what follows, never an office that does not', () => {
  let named = 0
  for (const ledger of ledgers)
    for (const [act, { says, by, opens = [] }] of Object.entries(ledger.transitions)) {
      if (!says) continue
      const holders = opens.flatMap((one) => ledger.duties[typeof one === 'string' ? one : one.duty]?.holder ?? [])
      // What the office that acts owes itself next goes to nobody.
      const others = holders.filter((word) => !by.includes(word) && !word.startsWith('county'))
      if (others.length > 0) expect(`${says.zh} ${says.en}`, `${ledger.key} ${act}`).not.toMatch(/县人大|county/)
      if (!says.zh.includes('{next}')) continue
      named += 1
      for (const lang of ['zh', 'en'] as const) {
        const told = actSentence(ledger, { ...item, state: 'open' }, act, {}, around(lang), words[lang], '李集镇人大')
        expect(told).toContain('李集镇人大')
        expect(told).not.toMatch(/[{}@]/)
      }
    }
  expect(named).toBeGreaterThan(1)
  const findings = ledgers.find(({ key }) => key === 'inspection-findings') ?? expect.fail('no findings')
  const record = { ...item, township: 'xinan', createdBy: {}, duties: [], data: {} } as never
  expect(nextHolder(findings, record, 'fix', {}, world, 'zh')).toBe(officeName(world.offices, 'xinan', 'zh', 'township'))
})

const event = (seq: number, transition: string, more: object = {}) =>
  ({
    seq,
    transition,
    from: 'a',
    to: 'b',
    opened: [],
    changes: {},
    said: {},
    at: '2026-03-02T00:00:00Z',
    ...more,
  }) as unknown as LedgerEvent

test('what asks for an act stands beside it: the answer above the feedback, the reason above the decision', () => {
  const standing = (state: string, data: Data = {}) => ({ state, data })
  const data = { reply: '已修好。', result: 'B' }
  const answer = event(5, 'answer', {
    from: 'handling',
    to: 'answered',
    opened: [{ id: 'd9', key: 'feedback' }],
    changes: {
      reply: { old: null, new: '已修好。' },
      result: { old: null, new: 'A' },
      files: { old: ['f0'], new: ['f0', 'f1'] },
      repliedOn: { old: null, new: '2026-03-02' },
    },
  })
  const found = askedBy(suggestions, standing('answered', data), { key: 'feedback', discharges: ['d9'] }, [
    event(1, 'create'),
    answer,
    event(6, 'edit'),
  ])
  expect(found).toMatchObject({
    step: 'answer',
    answers: [
      ['reply', '已修好。'],
      // Put right since it was given.
      ['result', 'B'],
    ],
    files: ['f1'],
  })
  // What came with a file, or was answered with the item that it was merged into, no step of this one says.
  for (const transition of ['import', 'share']) {
    const came = event(1, transition, { to: 'answered', opened: [{ id: 'd9', key: 'feedback' }] })
    expect(askedBy(suggestions, standing('answered', { ...data, files: ['f2'] }), { key: 'feedback', discharges: ['d9'] }, [came])).toEqual(
      {
        step: 'answer',
        answers: [
          ['reply', '已修好。'],
          ['result', 'B'],
        ],
        files: ['f2'],
      },
    )
  }
  const ask = event(7, 'askExtension', { from: 'handling', to: 'handling', opened: [{ id: 'd10' }], said: { reason: '要过汛期' } })
  expect(askedBy(suggestions, standing('handling'), { key: 'extend', discharges: ['d10'] }, [answer, ask])?.answers).toEqual([
    ['reason', '要过汛期'],
  ])
  expect(
    askedBy(suggestions, standing('registered'), { key: 'assign', discharges: [] }, [
      event(2, 'register', { from: 'submitted', to: 'registered' }),
    ]),
  ).toBeUndefined()
})

test('an answer that leads back says why; one that leads on need not', () => {
  const outcome = (state: string, branch?: number) => ({ record: { state }, event: { branch } }) as unknown as Moved
  expect(mustSay(suggestions, { state: 'answered' }, 'feedback', outcome('handling', 0))).toBe('note')
  expect(mustSay(suggestions, { state: 'answered' }, 'feedback', outcome('closed'))).toBeUndefined()
})

test('what would be called done names its parts that are not', () => {
  const parts = ledgers.find(({ part }) => part) ?? expect.fail('no ledger of parts')
  const [open, done] = ['open', 'done'].map((phase) => Object.keys(parts.states).find((key) => parts.states[key]?.phase === phase) ?? '')
  const refs = [open, done].map((state) => ({
    ledger: parts.key,
    id: state,
    as: 'child',
    state,
    heading: '',
    township: null,
    owed: null,
  })) as Ref[]
  const outcome = (state: string) => ({ record: { state }, event: {} }) as unknown as Moved
  expect(openParts(suggestions, { refs }, ledgers, outcome('closed')).map(({ id }) => id)).toEqual([open])
  expect(openParts(suggestions, { refs }, ledgers, outcome('handling'))).toEqual([])
})

test('what somebody else gave back says so, what one took back oneself does not', () => {
  const by = (person: string, on: string) => ({ person, on })
  const took = { submit: by('deputy', '2026-03-02'), sendBack: by('county', '2026-03-03') }
  expect(sentBack(suggestions, { state: 'draft', took })).toBe('sendBack')
  expect(sentBack(suggestions, { state: 'submitted', took })).toBeUndefined()
  expect(sentBack(suggestions, { state: 'draft', took: {} })).toBeUndefined()
  const recalled = { answer: by('water', '2026-03-02'), recall: by('water', '2026-03-02') }
  expect(sentBack(suggestions, { state: 'handling', took: recalled })).toBeUndefined()
  const events = [event(3, 'sendBack', { said: { reason: '写明哪个村' } })]
  expect(backReason(suggestions, 'sendBack', events)?.reason).toBe('写明哪个村')
})

test('whatever is called so gives back, on every ledger', () => {
  const called = ledgers.flatMap((ledger) =>
    Object.entries(ledger.transitions).flatMap(([key, rule]) =>
      rule.label.zh.startsWith('退回') && rule.to && takenByPeople(rule) ? [[`${ledger.key} ${key}`, givesBack(ledger, rule)]] : [],
    ),
  )
  expect(called.length).toBeGreaterThan(7)
  expect(called.filter(([, gives]) => !gives)).toEqual([])
})
