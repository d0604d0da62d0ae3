import { expect, test } from 'vitest'
import type { Act, Shown, ShownDuty } from '../../../admin/data.ts'
import { bandSentence } from '../../../admin/ledger/record/band.ts'
import { panelZh } from '../../../admin/words/panel.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { county, water, world } from '../../cast.ts'
import { errands } from '../sample-ledger.ts'

const around = { scope: water, offices: world.offices, words: panelZh, lang: 'zh' as const, world }
const duty = {
  id: 'd1',
  key: 'reply',
  state: 'open',
  label: { zh: '答复意见', en: 'Answer' },
  holder: { kind: 'unit', id: 'water' },
  dueOn: '2026-06-02',
  overdue: false,
} as ShownDuty
const said = (...transitions: Act[]) =>
  bandSentence(errands, { state: 'given', duties: [duty], data: {}, took: {}, may: { transitions } } as unknown as Shown, undefined, around)
const act = (key: string): Act => ({ key, possible: true, discharges: ['d1'] })

test('a duty of mine is told by its own name, whatever acts would end it just now', () => {
  expect(said(act('answer'))).toBe('请在2026年6月2日（周二）前答复意见')
  expect(said(act('answer'), act('note'))).toBe('请在2026年6月2日（周二）前答复意见')
  expect(said({ ...act('answer'), possible: false })).toBe('请在2026年6月2日（周二）前答复意见')
})

test('who has asked for something that nobody has answered is told so beside his day', () => {
  const told = (request: Partial<ShownDuty>) =>
    bandSentence(
      errands,
      {
        state: 'given',
        duties: [duty, { ...duty, ...request, id: 'd2' }],
        data: {},
        took: {},
        may: { transitions: [act('answer')] },
      } as unknown as Shown,
      undefined,
      around,
    )
  const request = { key: 'decide', holder: { kind: 'county', id: 'county' }, asker: { kind: 'unit', id: 'water' } } as const
  expect(told(request)).toBe('请在2026年6月2日（周二）前答复意见（您单位已提出申请，正在等待答复）')
  expect(told({ ...request, state: 'done' })).toBe('请在2026年6月2日（周二）前答复意见')
  expect(told({ ...request, asker: { kind: 'unit', id: 'urban' } })).toBe('请在2026年6月2日（周二）前答复意见')
})

test('what takes place on a day is done on it, not before it', () => {
  const told = (key: string, owed: string, state: string, late = false) => {
    const ledger = ledgers.find((each) => each.key === key) ?? expect.fail(key)
    const own = { ...duty, key: owed, label: ledger.duties[owed]?.label, holder: { kind: 'county', id: 'county' }, overdue: late }
    const record = { state, duties: [own], data: {}, took: {}, may: { transitions: [] } } as unknown as Shown
    return bandSentence(ledger, record, undefined, { ...around, scope: { ...county, role: 'admin' } })
  }
  expect(told('appointments', 'vote', 'voting')).toBe('请于2026年6月2日（周二）组织表决')
  expect(told('meetings', 'hold', 'notified')).toBe('请于2026年6月2日（周二）召开会议')
  expect(told('meetings', 'hold', 'notified', true)).toBe('应于2026年6月2日（周二）召开会议，请今天就办')
  expect(told('meetings', 'minute', 'held')).toContain('前印发会议纪要')
})

test('the parts for which the meant step waits are counted, and the exception that does without them is not asked for', () => {
  const inspections = ledgers.find(({ key }) => key === 'law-inspections') ?? expect.fail('no inspections')
  const record = {
    state: 'inspecting',
    duties: [{ ...duty, key: 'collect', label: inspections.duties.collect?.label, holder: { kind: 'county', id: 'county' } }],
    data: {},
    took: {},
    refs: ['sent', 'grave', 'open', 'open'].map((state) => ({ as: 'child', ledger: 'inspection-sheets', state })),
    may: { transitions: [{ key: 'collectSome', possible: true, discharges: ['d1'] }] },
  } as unknown as Shown
  expect(bandSentence(inspections, record, undefined, { ...around, scope: county, ledgers })).toBe(
    '请在2026年6月2日（周二）前汇总记录表，还有 2 件检查记录表没有办完',
  )
})

test('while others are waited for, the band tells whose day it is: what is late first, then what the item itself waits for', () => {
  const told = (...duties: Partial<ShownDuty>[]) =>
    bandSentence(
      suggestions,
      { state: 'handling', duties: duties.map((each) => ({ ...duty, ...each })), data: {}, took: {} } as unknown as Shown,
      undefined,
      { ...around, scope: county },
    )
  const opinion = {
    id: 'd2',
    key: 'coOpinion',
    label: { zh: '协办意见', en: 'Opinion' },
    holder: { kind: 'unit' as const, id: 'urban' },
    dueOn: '2026-04-02',
  }
  expect(told({}, opinion)).toBe('等待县水务局答复意见，期限2026年6月2日（周二）')
  expect(told({}, { ...opinion, overdue: true })).toBe('县城管局应在2026年4月2日（周四）前协办意见，尚未办理')
  expect(told({ dueOn: null })).toBe('等待县水务局答复意见')
})

test('a closed item is said to be late by what was late of it, not by its closing', () => {
  const ended = (...days: [label: string, dueOn: string | null, doneOn: string][]) =>
    bandSentence(
      suggestions,
      {
        state: 'closed',
        duties: days.map(([zh, dueOn, doneOn]) => ({ ...duty, state: 'done', label: { zh, en: zh }, dueOn, doneOn })),
        data: {},
        took: { feedback: { person: 'p1', on: '2026-11-30' } },
      } as unknown as Shown,
      undefined,
      around,
    )
  expect(ended(['答复代表', '2026-06-02', '2026-06-21'], ['代表反馈', '2026-12-14', '2026-11-30'])).toBe(
    '这件已于2026年11月30日（周一）办结，其中答复代表逾期 19 天，不用再办。',
  )
  expect(ended(['答复代表', '2026-06-02', '2026-06-02'])).toBe('这件已于2026年11月30日（周一）按期办结，不用再办。')
  expect(ended(['答复代表', null, '2026-06-02'])).toBe('这件已于2026年11月30日（周一）办结，不用再办。')
})

test('a person whose file it is goes by his name, and is no item', () => {
  const registers = ledgers.filter(({ register }) => register)
  expect(registers.length).toBeGreaterThan(0)
  for (const ledger of registers)
    for (const [state, next] of Object.keys(ledger.states).flatMap((each) => [undefined, '登记述职'].map((act) => [each, act] as const))) {
      if (ledger.states[state]?.phase === 'void') continue
      const took = Object.fromEntries(Object.keys(ledger.transitions).map((step) => [step, { person: 'p', on: '2026-03-02' }]))
      const record = { heading: '何保洲', state, duties: [], data: {}, took, may: { transitions: [] } }
      const sentence = bandSentence(ledger, record as unknown as Shown, next, { ...around, scope: county })
      expect(sentence).not.toContain('这件')
      expect(sentence).toMatch(/何保洲|^等待/)
    }
})
