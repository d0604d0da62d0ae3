import { expect, test } from 'vitest'
import { arrange, inPlaceOf } from '../../../admin/ledger/acts.ts'
import { actLabel, byReason, onlyIn } from '../../../admin/ledger/record/ActButtons.tsx'
import { panelZh } from '../../../admin/words/panel.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../../shared/scope.ts'

const holder = { kind: 'unit' as const, id: 'water' }
const transitions = [
  { key: 'answer', possible: true, discharges: ['d1'] },
  { key: 'askExtension', possible: true },
  { key: 'plate', possible: true },
]
const shown = { state: 'handling', data: { lead: 'water' }, took: {}, may: { edit: [], transitions } }
const owing = (key: string) => ({ ...shown, duties: [{ id: 'd1', key, holder, state: 'open', dueOn: '2026-06-02' }] })
const water: Scope = { person: 'p-water', name: '联络员', role: 'liaison', office: holder }
const outlined = (key: string) =>
  arrange(suggestions, owing(key) as unknown as Parameters<typeof arrange>[1], water).secondary.map((act) => act.key)

test('beside the button that answers a duty stands the one that asks for more time for it, and what nobody asked for does not', () => {
  expect(outlined('reply')).toEqual(['askExtension'])
  expect(outlined('accept')).toEqual([])
})

test('what one takes for another office says for whom, before it is opened, and stands behind what is one’s own', () => {
  const label = (...whom: string[]) => actLabel('答复', whom, panelZh)
  expect(label()).toBe('答复')
  expect(label('县水务局')).toBe('代县水务局答复')
  expect(label('县水务局', '县城管局')).toBe('代县水务局、县城管局答复')
  expect(label('县水务局', '县城管局', '县资规局')).toBe('代 3 个单位中的一个答复')
  const county: Scope = { ...water, role: 'county', office: { kind: 'county', id: 'county' } }
  expect(inPlaceOf(suggestions, { key: 'answer', for: ['water'] }, county)).toEqual(['water'])
  // Deciding one of several requests is the county's own, whoever asked.
  expect(inPlaceOf(suggestions, { key: 'decideReturn', for: ['water', 'urban'] }, county)).toEqual([])
  const acts = [
    { key: 'answer', possible: true, for: ['water'] },
    { key: 'plate', possible: true },
    { key: 'extend', possible: true },
  ]
  const more = arrange(
    suggestions,
    { ...owing('reply'), may: { edit: false, transitions: acts } } as unknown as Parameters<typeof arrange>[1],
    county,
  ).more
  expect(more.map(({ key }) => key)).toEqual(['plate', 'extend', 'answer'])
})

test('acts that cannot be taken for one reason share a line', () => {
  const why = (zh: string) => ({ zh, en: zh })
  const dead = [
    { key: 'a', possible: false, why: why('还没有登记。') },
    { key: 'b', possible: false, why: why('已经办结。') },
    { key: 'c', possible: false, why: why('还没有登记。') },
  ]
  const lines = byReason(dead, ({ why }) => (typeof why === 'string' ? why : (why?.zh ?? '')))
  expect(lines.map(({ why, dead }) => [why, dead.map(({ key }) => key)])).toEqual([
    ['还没有登记。', ['a', 'c']],
    ['已经办结。', ['b']],
  ])
})

test('of an act of another stage the states are told in a few words, so that those of one stage share a line', () => {
  const told = (key: string, state: string) => onlyIn(suggestions, state, { key }, 'zh', panelZh)
  expect(told('register', 'assigned')).toBe('已提交的才能办理。')
  expect(told('sendBack', 'assigned')).toBe(told('register', 'assigned'))
  expect(told('cancel', 'closed')).toBe('草稿、已提交、已登记等的才能办理。')
  // Where the state allows it, something else forbids it, and that is told whole.
  expect(told('strikeOff', 'handling')).toBeUndefined()
})

test('what has ended, and is owed by nobody, is not offered to another office', () => {
  const county: Scope = { ...water, role: 'county', office: { kind: 'county', id: 'county' } }
  const reassigned = (duties: object[]) => {
    const record = { ...shown, state: 'closed', duties, may: { edit: false, transitions: [{ key: 'reassign', possible: true }] } }
    const { more, secondary } = arrange(suggestions, record as unknown as Parameters<typeof arrange>[1], county)
    return [...more, ...secondary].map(({ key }) => key)
  }
  expect(reassigned([])).toEqual([])
  expect(reassigned([{ id: 'd1', key: 'plateReport', holder, state: 'open', dueOn: '2026-06-05' }])).toEqual(['reassign'])
})
