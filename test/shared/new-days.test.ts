import { describe, expect, test } from 'vitest'
import { addDays, calendar, isWorkday } from '../../shared/deadline/calendar.ts'
import { computeDue, extend, pause } from '../../shared/deadline/derivation.ts'
import { explain } from '../../shared/deadline/why.ts'
import type { Due } from '../../shared/definition/due.ts'
import type { Duty } from '../../shared/duty.ts'
import { newDays, takeNewDays } from '../../shared/engine/new-days.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { county, world } from '../cast.ts'
import { type Arbitrary, fc, holds } from '../property.ts'

const basis = { zh: '县定', en: 'set by the county' }
const before = calendar()
const off = (...days: string[]) => days.map((day) => ({ day, name: '停工' }))
const closed = (...days: string[]) => calendar(off(...days))
const open = (due: Due, openedOn: string, by = before): Duty => {
  const { dueOn, why } = computeDue({ due, basis }, { openedOn, data: {} }, by)
  return { id: 'd1', key: 'reply', holder: { kind: 'unit', id: 'water' }, openedOn, dueOn, state: 'open', why }
}
const moves = (duty: Duty, today: string, by = closed('2026-03-05')) => newDays({ duties: [duty] }, today, by).moves.map(({ to }) => to)
const extended = (duty: Duty, to: string): Duty => {
  const answer = extend(duty, to, { today: '2026-03-03', calendar: before })
  if ('fault' in answer) throw new Error(answer.fault)
  return answer
}
const five = open({ workdays: 5 }, '2026-03-02')

describe('when the county rests on one day more', () => {
  test.each<[string, Duty, string, string[]]>([
    ['working days count around it', five, '2026-03-03', ['2026-03-10']],
    ['a last day that it takes moves on', open({ days: 3 }, '2026-03-02'), '2026-03-03', ['2026-03-06']],
    ['a day that it does not touch stays', open({ months: 3 }, '2026-03-02'), '2026-03-03', []],
    ['a day that was extended by decision stays', extended(five, '2026-03-20'), '2026-03-03', []],
    ['a paused one is counted when it goes on', pause(five, '2026-03-03'), '2026-03-04', []],
    ['what is done stays', { ...five, state: 'done', doneOn: '2026-03-04' }, '2026-03-04', []],
    ['one that is overdue already gets its day too', five, '2026-03-20', ['2026-03-10']],
    ['one without a day has none', { ...five, dueOn: null }, '2026-03-03', []],
  ])('%s', (_, duty, today, days) => expect(moves(duty, today)).toEqual(days))
})

test('a rest day that was taken back moves a day forward, but not into the past', () => {
  const late = open({ workdays: 5 }, '2026-03-02', closed('2026-03-05'))
  expect(moves(late, '2026-03-04', before)).toEqual(['2026-03-09'])
  expect(moves(late, '2026-03-10', before)).toEqual([])
})

test('what was provisional and stays is certain once the notice is out', () => {
  const duty = open({ months: 3 }, '2026-12-28')
  expect([duty.dueOn, duty.why.provisional]).toEqual(['2027-03-29', true])
  const { moves: none, settled } = newDays({ duties: [duty] }, '2026-12-29', calendar([], [], [2027]))
  expect([none, settled]).toEqual([[], [duty]])
})

describe('taken over', () => {
  const record = {
    id: 'r1',
    ledger: 'suggestions',
    township: 'xinan',
    state: 'assigned',
    version: 4,
    year: 2026,
    data: { lead: 'water' },
    took: {},
    readers: [],
    createdBy: county,
  } as unknown as LedgerRecord
  const take = (duties: Duty[], by = closed('2026-03-05')) =>
    takeNewDays(suggestions, { ...record, duties }, county, '2026-03-03', { ...world, calendar: by })

  test('each moves with an event that tells from where to where, and its derivation says why', () => {
    const taken = take([five, { ...five, id: 'd2', state: 'done' }])
    expect(taken?.event).toMatchObject({ transition: 'calendar', moved: [{ id: 'd1', from: '2026-03-09', to: '2026-03-10' }], changes: {} })
    expect(taken?.record.duties.map(({ dueOn }) => dueOn)).toEqual(['2026-03-10', '2026-03-09'])
    const [moved] = taken?.record.duties ?? []
    expect(moved && explain(moved, 'zh').join(' · ')).toContain('随放假安排调整，由3月9日改为3月10日')
  })

  test('once, however often it is asked', () => {
    const taken = take([five])
    expect(taken && take(taken.record.duties)).toBeNull()
    expect(take([open({ months: 3 }, '2026-03-02')])).toBeNull()
  })

  test('for every rule and calendar it gives the day that the rule gives by the new calendar, once', async () => {
    const rules: Arbitrary<Due> = fc.oneof(
      fc.integer({ min: 1, max: 30 }).map((workdays) => ({ workdays })),
      fc.integer({ min: 1, max: 60 }).map((days) => ({ days })),
      fc.integer({ min: 1, max: 6 }).map((months) => ({ months })),
    )
    const rests = fc.array(
      fc.integer({ min: 0, max: 200 }).map((after) => addDays('2026-02-01', after)),
      { maxLength: 12 },
    )
    await holds([rules, fc.integer({ min: 0, max: 100 }), rests], (due, after, days) => {
      const openedOn = addDays('2026-02-01', after)
      const by = closed(...new Set(days))
      const duty = open(due, openedOn)
      const wanted = computeDue({ due, basis }, { openedOn, data: {} }, by).dueOn
      const [move, another] = newDays({ duties: [duty] }, '2026-02-01', by).moves
      expect([move?.to ?? duty.dueOn, another]).toEqual([wanted, undefined])
      if (move) expect(isWorkday(by, move.to)).toBe(true)
    })
  })
})
