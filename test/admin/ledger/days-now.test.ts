import { expect, test } from 'vitest'
import { daysNote, daysNow } from '../../../admin/ledger/act/days-now.ts'
import { actZh } from '../../../admin/words/act.ts'
import { extend } from '../../../shared/deadline/derivation.ts'
import type { Duty } from '../../../shared/duty.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { world } from '../../cast.ts'

const duty = (key: string, dueOn: string | null, cap?: string, state = 'open') =>
  ({
    id: key,
    key,
    state,
    dueOn,
    openedOn: '2026-03-02',
    why: { extensions: [], pauses: [], ...(cap ? { cap: { length: { months: 6 }, day: cap } } : {}) },
  }) as unknown as Duty

test('a step that moves a day tells where it lies now and how far it may go, in every ledger', () => {
  const moving = ledgers.flatMap((ledger) =>
    Object.entries(ledger.transitions).flatMap(([step, { moves = [] }]) => moves.map((move) => ({ ledger, step, move }))),
  )
  expect(moving.length).toBeGreaterThan(3)
  for (const { ledger, step, move } of moving) {
    const told = (...duties: Duty[]) => daysNow(ledger, duties, step, move.to.slice(1))
    const own = duty(move.duty, '2026-06-02', '2026-09-02')
    expect(told(own, duty('another', '2026-04-01')), `${ledger.key} ${step}`).toEqual({ now: ['2026-06-02'], last: '2026-09-02' })
    // Of several the nearest bound holds for all.
    expect(told(own, duty(move.duty, '2026-05-08', '2026-08-03'))).toEqual({ now: ['2026-05-08', '2026-06-02'], last: '2026-08-03' })
    expect(told(duty(move.duty, '2026-06-02'))).toEqual({ now: ['2026-06-02'] })
    expect(told(duty(move.duty, '2026-06-02', '2026-09-02', 'done'))).toBeUndefined()
    expect(daysNow(ledger, [own], step, 'reason')).toBeUndefined()
  }
})

test('for many at once it tells the first and the last day on which they lie, and the bound that holds for all', () => {
  const said = (...days: [string, string?][]) =>
    daysNote(
      suggestions,
      days.map(([dueOn, cap]) => ({ duties: [duty('reply', dueOn, cap)] })),
      'extend',
      'due',
      (day) => day,
      { act: actZh.act, common: { and: '、' } },
    )
  expect(said(['2026-06-02', '2026-09-02'], ['2026-06-02', '2026-09-02'])).toBe('现在的期限：2026-06-02；最晚可到2026-09-02')
  expect(said(['2026-06-02', '2026-09-02'], ['2026-06-08', '2026-09-08'], ['2026-07-01'], ['2026-06-20', '2026-09-20'])).toBe(
    '现在的期限：2026-06-02至2026-07-01；最晚可到2026-09-02',
  )
})

test('the last day that is told is the one that a refusal names', () => {
  const around = { today: '2026-03-02', calendar: world.calendar }
  expect(extend(duty('reply', '2026-06-02', '2026-09-02'), '2026-09-03', around)).toEqual({ fault: 'cap', cap: '2026-09-02' })
})

test('the line under the field is whole with one of the days as with both', () => {
  expect(actZh.act.daysNow('2026年6月2日', '2026年9月2日')).toBe('现在的期限：2026年6月2日；最晚可到2026年9月2日')
  expect(actZh.act.daysNow('2026年6月2日')).toBe('现在的期限：2026年6月2日')
  expect(actZh.act.daysNow('', '2026年9月2日')).toBe('最晚可到2026年9月2日')
})
