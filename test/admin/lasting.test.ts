import { expect, test } from 'vitest'
import { sheetTitle } from '../../admin/ledger/print/sheet-title.ts'
import { actOf, countersOf } from '../../admin/ledger/record/timeline.ts'
import { viewsOf } from '../../admin/ledger/views.ts'
import { roleOf } from '../../admin/office/YearSheet.tsx'
import { actZh } from '../../admin/words/act.ts'
import { countyWords } from '../../admin/words/county.ts'
import { helpWords, isFor } from '../../admin/words/help.ts'
import { itemsZh } from '../../admin/words/items.ts'
import { noticeWords } from '../../admin/words/notices.ts'
import { panelZh } from '../../admin/words/panel.ts'
import { openStates, workStates } from '../../shared/definition/open-states.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { county } from '../cast.ts'

const ledgerOf = (key: string) => ledgers.find((one) => one.key === key) ?? expect.fail(key)
const words = { ...panelZh, ...itemsZh, ...actZh }

test('who is in office, and a house that is open, is nobody’s unfinished work', () => {
  expect(workStates(ledgerOf('deputies'))).toEqual(['ending'])
  expect(workStates(ledgerOf('stations'))).toEqual([])
  expect(workStates(ledgerOf('suggestions'))).toEqual(openStates(ledgerOf('suggestions')))
})

test('what lasts says so only while it is open, of all definitions', () => {
  const wrong = ledgers.flatMap(({ key, states }) =>
    Object.entries(states).flatMap(([state, { lasts, phase }]) =>
      lasts && !['open', 'paused'].includes(phase) ? [`${key} ${state}`] : [],
    ),
  )
  expect(wrong).toEqual([])
})

test('a list’s tab of what has ended bears the names of the ends, and no person is 已办结', () => {
  const ends = (key: string) => viewsOf(ledgerOf(key), county, words, 'zh').find((view) => view.key === 'done')?.label
  expect([ends('deputies'), ends('stations'), ends('appointments'), ends('suggestions')]).toEqual([
    '已转往他镇、已终止',
    '已撤销',
    '在任、已离任',
    '已办结',
  ])
})

test('a person’s file is no sheet of handling, and names himself', () => {
  expect([sheetTitle(ledgerOf('deputies'), words, 'zh'), sheetTitle(ledgerOf('suggestions'), words, 'zh')]).toEqual([
    '代表档案登记表',
    '代表建议办理单',
  ])
  expect(roleOf(ledgerOf('deputies'), { data: { name: ['何保洲'] } }, '何保洲', 'zh', '本人')).toBe('本人')
})

test('the timeline says what steps count by its number, and what the system moves as no edit', () => {
  expect(countersOf(ledgerOf('stations'))).toContain('receptions')
  expect(countersOf(ledgerOf('suggestions'))).not.toContain('due')
  const by = { id: 'system', name: '系统', office: { kind: 'system', id: 'system' } } as never
  expect(actOf({ transition: 'edit', to: 'invited', by }, ledgerOf('invitation-replies'), words, 'zh')).toBe('系统更新')
})

test('a sentence says which of its numbers hold plans and drafts', () => {
  expect(countyWords.zh.sentence.join(true, true) + countyWords.zh.sentence.with).toBe('（不含计划和草稿）；（含计划和草稿）')
})

test('help speaks to a deputy of nothing that he has not', () => {
  const lines = helpWords.zh.sections.filter(isFor('deputy')).flatMap((section) => section.lines)
  expect(lines.filter((line) => /导回来|您单位|灰色的按钮/.test(line))).toEqual([])
  expect(noticeWords.zh.proof.waiting('3', false, false)).not.toContain('列在下面')
})
