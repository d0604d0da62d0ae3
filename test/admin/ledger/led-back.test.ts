import { expect, test } from 'vitest'
import type { Act, Shown, ShownDuty } from '../../../admin/data.ts'
import type { Around } from '../../../admin/fields/kind.ts'
import { answerBack } from '../../../admin/ledger/led-back.ts'
import { bandSentence } from '../../../admin/ledger/record/band.ts'
import { ledBack } from '../../../admin/ledger/sent-back.ts'
import { panelZh } from '../../../admin/words/panel.ts'
import { transition } from '../../../shared/engine/transition.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { alone, water, world, xinan } from '../../cast.ts'

const on = (day: string) => ({ person: 'p1', on: day })

test('what an answer led back is told by the answer, on every ledger, and no more once somebody has led it on', () => {
  let found = 0
  for (const ledger of ledgers)
    for (const [key, { to, from, branches = [] }] of Object.entries(ledger.transitions))
      for (const branch of branches) {
        const state = branch.to ?? ''
        const back = ledBack(ledger, { state, took: { [key]: on('2026-03-05') } })
        if (!back) continue
        found += 1
        expect(from, `${ledger.key} ${key}`).not.toContain(state)
        expect(to).not.toBe(state)
        const asked = (branch.when ?? []).flatMap((each) => ('field' in each && typeof each.is === 'string' ? [each.field] : []))
        const told = asked[0] === undefined ? ledger.transitions[key]?.label.zh : ledger.fields[asked[0]]?.label.zh
        expect(back.says.zh.startsWith(told ?? '?'), `${ledger.key} ${key}: ${back.says.zh}`).toBe(true)
        for (const [next, rule] of Object.entries(ledger.transitions))
          if (rule.to === state && next !== key)
            expect(ledBack(ledger, { state, took: { [key]: on('2026-03-05'), [next]: on('2026-03-06') } })?.step).not.toBe(key)
      }
  expect(found).toBeGreaterThan(5)
  expect(ledBack(suggestions, { state: 'handling', took: { feedback: on('2026-03-05'), accept: on('2026-03-05') } })?.says.zh).toBe(
    '满意度：不满意',
  )
  expect(ledBack(suggestions, { state: 'closed', took: { feedback: on('2026-03-05') } })).toBeUndefined()
})

const answered = (satisfaction?: string): LedgerRecord =>
  ({
    ...{ id: 'r1', ledger: 'suggestions', township: 'xinan', state: 'answered', version: 5, year: 2026, readers: [], head: '' },
    createdBy: { id: 'p', name: '孙海涛', office: xinan.office },
    data: {
      title: '路灯',
      lead: 'water',
      deputies: ['张桂兰'],
      reply: '已答',
      result: 'A',
      ...(satisfaction ? { satisfaction, rounds: 1 } : {}),
    },
    duties: [],
    took: {},
  }) as unknown as LedgerRecord
const judge = (record: LedgerRecord) => {
  const moved = transition(
    suggestions,
    record,
    'feedback',
    { satisfaction: 'dissatisfied', note: '没有修' },
    xinan,
    '2026-03-02',
    world,
    alone,
  )
  if (isRefusal(moved)) throw new Error(JSON.stringify(moved))
  return moved
}

test('an answer that stood there before is said all the same, the first and the second time', () => {
  for (const [moved, said] of [
    [judge(answered()), { note: '没有修' }],
    [judge(answered('dissatisfied')), { satisfaction: 'dissatisfied', note: '没有修' }],
  ] as const) {
    expect(moved.event.said).toEqual(said)
    const back = ledBack(suggestions, moved.record)
    const around = { lang: 'zh', words: panelZh, offices: world.offices, today: '2026-03-02' } as unknown as Around
    const told = back && answerBack(suggestions, back, [{ ...moved.event, seq: 7 } as LedgerEvent], around)
    expect(told?.reason).toBe('满意度：不满意\n说明：没有修')
    const passed = { ...moved.event, seq: 7, transition: 'accept', branch: undefined } as unknown as LedgerEvent
    expect(back && answerBack(suggestions, back, [passed], around)).toBeUndefined()
  }
})

test('the band asks for what is owed since it came back, and not for the step of before', () => {
  const { record } = judge(answered())
  const duties = record.duties.map((duty) => ({ ...duty, label: suggestions.duties[duty.key]?.label, overdue: false })) as ShownDuty[]
  const transitions: Act[] = [{ key: 'answer', possible: true, discharges: duties.map(({ id }) => id) }]
  const around = { scope: water, offices: world.offices, words: panelZh, lang: 'zh' as const, world }
  const shown = { ...record, duties, may: { transitions } } as unknown as Shown
  expect(bandSentence(suggestions, shown, undefined, around)).toBe('请在2026年4月2日（周四）前重新办理')
})
