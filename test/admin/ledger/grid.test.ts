import { expect, test } from 'vitest'
import type { Shown } from '../../../admin/data.ts'
import { givenOf } from '../../../admin/ledger/act/foresee.ts'
import { unitsIn } from '../../../admin/ledger/grid/named.ts'
import { learn, proposalFor } from '../../../admin/ledger/grid/propose.ts'
import { filledDown, isReady, partsOf, wantsGrid } from '../../../admin/ledger/grid/rows.ts'
import { editableIn, writtenByOthers } from '../../../admin/ledger/list/bulk.ts'
import { each } from '../../../admin/parts/each.ts'
import { calendar } from '../../../shared/deadline/calendar.ts'
import { takenByPeople } from '../../../shared/definition/attachments.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { may } from '../../../shared/engine/may.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { Scope } from '../../../shared/scope.ts'
import { errands } from '../sample-ledger.ts'

const rivers = ['疏浚一帆河', '清淤张店老河道', '加固六塘河堤', '疏浚新安河'].map((text) => ({ text, answer: 'water' }))
const lamps = ['城区增设路灯', '修复新安路灯', '村道安装路灯', '更换老街路灯'].map((text) => ({ text, answer: 'urban' }))

test('what is like earlier items is proposed as they went; what is like none, or like two alike, is not', () => {
  const propose = learn([...rivers, ...lamps])
  expect(propose('疏浚北陈集镇老河道')?.answer).toBe('water')
  expect(propose('在郝圩村主干道安装路灯')).toEqual({ answer: 'urban', like: 4 })
  expect(propose('开展养老护理技能培训')).toBeUndefined()
  expect(propose('新安')).toBeUndefined()
  expect(learn([])('疏浚河道')).toBeUndefined()
  expect(learn(rivers)('疏浚河道')).toBeUndefined()
})

test('a unit that the text names is proposed before any guess; whom it wants to lead, before others that it names', () => {
  const unit = (id: string, zh: string) => ({ id, kind: 'unit' as const, name: { zh, en: id } })
  const units = [unit('audit', '县审计局'), unit('development', '县发改委'), unit('market', '县市场监管局'), unit('power', '县供电公司')]
  const named = (text: string) => unitsIn(text, units)
  expect(named('发展改革资金使用要公开。希望县审计局牵头，县发改委配合。')).toEqual(['audit'])
  expect(named('请市场监督管理局、供电公司到现场看一看')).toEqual(['market', 'power'])
  expect(named('疏浚镇上的老河道，委托专业队伍')).toEqual([])

  const learned = learn([...rivers, ...lamps])
  const about = (words: string, found: string[], kind = '') => proposalFor(learned, { words, kind, units: found })
  expect(about('疏浚老河道', ['audit'])).toEqual({ answer: 'audit', like: 0, named: true })
  expect(about('疏浚北陈集镇老河道', [])).toEqual({ answer: 'water', like: 4 })
  expect(about('疏浚北陈集镇老河道', ['audit', 'water'])).toEqual({ answer: 'water', like: 4 })
  expect(about('疏浚北陈集镇老河道', ['audit', 'power'])).toBeUndefined()
  // Its kind speaks for it, its words do not.
  expect(about('开展养老护理技能培训', [], '路灯安装')).toEqual({ answer: 'urban', like: 4, weak: true })
})

test('filling down fills what is empty and never what somebody typed', () => {
  const rows = { a: { lead: 'water' }, b: { co: ['urban'] } }
  expect(filledDown(['a', 'b', 'c'], rows, 'lead', () => 'urban')).toEqual({ b: { co: ['urban'], lead: 'urban' }, c: { lead: 'urban' } })
  expect(filledDown(['a', 'c'], rows, 'lead', () => null)).toEqual({})
})

test('a row is ready once all that it must have is there, and anything at all', () => {
  const [must, may] = [
    { key: 'lead', optional: false },
    { key: 'co', optional: true },
  ]
  expect(isReady([must, may], { lead: 'water' })).toBe(true)
  expect(isReady([must, may], { co: ['urban'] })).toBe(false)
  expect(isReady([may], {})).toBe(false)
  expect(isReady([may], { co: ['urban'] })).toBe(true)
})

test('every step of every ledger that asks for an office has a row for each, in which nothing asked is lost', () => {
  expect(wantsGrid(errands, 'give')).toBe(true)
  expect(wantsGrid(errands, 'answer')).toBe(false)
  for (const ledger of ledgers) {
    for (const [key, rule] of Object.entries(ledger.transitions).filter(([, each]) => takenByPeople(each))) {
      if (!wantsGrid(ledger, key)) continue
      const { cells, shared } = partsOf(ledger, key)
      const asked = (rule.asks ?? []).map((ask) => ask.replace('?', ''))
      expect([...cells, ...shared].map((ask) => ask.key).sort(), `${ledger.key} ${key}`).toEqual(asked.sort())
      const all = [...cells, ...shared]
      const given = givenOf(all, Object.fromEntries(all.map((ask) => [ask.key, 'x'])), {})
      expect(Object.keys(given).sort()).toEqual(asked.sort())
    }
  }
})

test('a later day for many has a row for each, with its reason beside it', () => {
  for (const ledger of ledgers)
    for (const [key, { moves, asks = [] }] of Object.entries(ledger.transitions)) {
      if (!moves) continue
      expect(wantsGrid(ledger, key), `${ledger.key} ${key}`).toBe(true)
      const texts = asks.map((ask) => ask.replace('?', '')).filter((ask) => ledger.fields[ask]?.kind === 'text')
      expect(partsOf(ledger, key).cells.map((ask) => ask.key)).toEqual(expect.arrayContaining(texts))
    }
})

test('a field of many is changed by the rules of each', () => {
  const world = { calendar: calendar(), offices: [] }
  const scope: Scope = { person: 'p1', name: '王芳', role: 'county', office: { kind: 'county', id: 'county' } }
  const rows = ['open', 'done'].map((state, at) => ({
    id: `r${at}`,
    state,
    township: 'xinan',
    data: {},
    duties: [],
    took: {},
    version: 1,
    createdBy: { person: 'p', name: '甲', office: { kind: 'county', id: 'county' } },
  })) as unknown as Shown[]
  const ledger = {
    ...errands,
    may: { ...errands.may, edit: [{ who: ['county'], in: [Object.keys(errands.states)[0] ?? ''], fields: ['title'] }] },
  } as Ledger
  const [first] = Object.keys(errands.states)
  const states = rows.map((row, at) => ({ ...row, state: at === 0 ? first : Object.keys(errands.states).at(-1) })) as Shown[]
  expect(
    editableIn(may, ledger, states, scope, '2026-03-02', world).map(({ key, can, cannot }) => [key, can.length, cannot.length]),
  ).toEqual([['title', 1, 1]])
})

test('a draft that another office is writing is told apart before a step is taken on many', () => {
  const [draft = '', over = ''] = [Object.keys(errands.states)[0], Object.keys(errands.states).at(-1)]
  const states = { ...errands.states, [draft]: { label: { zh: '草稿', en: 'Draft' }, phase: 'draft' as const } }
  const row = (id: string, kind: string, office: string, state = draft) =>
    ({ id, state, createdBy: { id: 'p1', name: '王芳', office: { kind, id: office } } }) as Shown
  const rows = [row('a', 'township', 'xinan'), row('b', 'deputy', 'd1'), row('c', 'deputy', 'd1', over)]
  const clerk = { office: { kind: 'township' as const, id: 'xinan' } }
  expect(writtenByOthers({ ...errands, states } as Ledger, rows, clerk).map(({ id }) => id)).toEqual(['b'])
})

test('work on many goes on when one has to wait, at most so many at once', async () => {
  let [now, most] = [0, 0]
  const done: number[] = []
  await each([1, 2, 3, 4, 5, 6, 7], 3, async (one) => {
    now += 1
    most = Math.max(most, now)
    await Promise.resolve()
    if (one === 2) await new Promise((go) => setTimeout(go, 5))
    done.push(one)
    now -= 1
  })
  expect(most).toBe(3)
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
})
