import { describe, expect, test } from 'vitest'
import { addDays, calendar } from '../../shared/deadline/calendar.ts'
import { answeredDay } from '../../shared/deadline/deadline.ts'
import { computeDue, extend, follow, pause, recompute, resume } from '../../shared/deadline/derivation.ts'
import type { Due, Length } from '../../shared/definition/due.ts'
import type { Duty } from '../../shared/duty.ts'
import type { Data } from '../../shared/record.ts'
import { type Arbitrary, fc, holds } from '../property.ts'

const national = calendar()
const basis = { zh: '代表法第五十一条', en: 'Deputies Law art 51' }
const compute = (due: Due, openedOn: string, data: Data = {}, more: { cap?: Length; previousDueOn?: string } = {}) => {
  const { cap, ...previous } = more
  return computeDue({ due, basis, ...(cap ? { cap } : {}) }, { openedOn, data, ...previous }, national)
}
const dueOn = (...given: Parameters<typeof compute>) => compute(...given).dueOn
const open = (...given: Parameters<typeof compute>): Duty => {
  const { dueOn, why } = compute(...given)
  return { id: 'd1', key: 'reply', holder: { kind: 'unit', id: 'water' }, openedOn: given[1], dueOn, state: 'open', why }
}
const paused = (duty: Duty, from: string, to: string) => resume(pause(duty, from), to, national)
const moved = (duty: Duty, to: string, today: string): Duty => {
  const answer = extend(duty, to, { today, calendar: national })
  if ('fault' in answer) throw new Error(answer.fault)
  return answer
}
const recomputed = (duty: Duty) => recompute(JSON.parse(JSON.stringify(duty)), national)

describe('the day of a duty', () => {
  test('counts from a date field, forward to the next working day and backward to the previous one', () => {
    expect(dueOn({ days: 3, after: '@heldOn' }, '2026-03-01', { heldOn: '2026-03-04' })).toBe('2026-03-09')
    expect(dueOn({ days: 3, before: '@heldOn' }, '2026-03-01', { heldOn: '2026-03-18' })).toBe('2026-03-13')
    expect(dueOn({ workdays: 7, before: '@heldOn' }, '2026-02-01', { heldOn: '2026-03-02' })).toBe('2026-02-13')
  })

  test('is not known while its field is empty, and not owed when the field says none', () => {
    expect(compute({ days: 3, after: '@heldOn' }, '2026-03-01')).toMatchObject({ owed: true, dueOn: null })
    expect(compute({ on: '@due' }, '2026-03-01')).toMatchObject({ owed: true, dueOn: null })
    expect(compute({ first: [{ on: '@due' }, { months: 3 }] }, '2026-03-02', { due: 'none' })).toMatchObject({ owed: false, dueOn: null })
  })

  test('fixed by a field stays as given, on a Sunday too', () => {
    expect(dueOn({ on: '@due' }, '2026-03-02', { due: '2026-05-17' })).toBe('2026-05-17')
  })

  test('takes its amount from a number field', () => {
    expect(dueOn({ days: '@days' }, '2026-03-02', { days: 7 })).toBe('2026-03-09')
    expect(dueOn({ days: '@days' }, '2026-03-02')).toBeNull()
  })

  test('first takes what is known first, earliest the earliest of those known', () => {
    const first: Due = { first: [{ on: '@due' }, { months: 3 }] }
    expect(dueOn(first, '2026-03-02')).toBe('2026-06-02')
    expect(dueOn(first, '2026-03-02', { due: '2026-04-30' })).toBe('2026-04-30')
    const earliest: Due = { earliest: [{ on: '@due' }, { months: 3 }, { yearly: '05-29' }] }
    expect(dueOn(earliest, '2026-03-02')).toBe('2026-05-29')
    expect(dueOn(earliest, '2026-03-02', { due: '2026-04-30' })).toBe('2026-04-30')
    expect(dueOn(earliest, '2026-03-02', { due: 'none' })).toBe('2026-05-29')
  })

  test('yearly is the next such day on or after opening', () => {
    expect(dueOn({ yearly: '11-30' }, '2026-11-30')).toBe('2026-11-30')
    expect(dueOn({ yearly: '11-30', least: 14 }, '2026-11-29')).toBe('2027-11-30')
    expect(dueOn({ yearly: '11-30', least: 14 }, '2026-11-16')).toBe('2026-11-30')
    expect(dueOn({ yearly: '11-30', least: 14 }, '2026-11-17')).toBe('2027-11-30')
    expect(dueOn({ yearly: '03-31' }, '2025-04-01')).toBe('2026-03-31')
    expect(dueOn({ yearly: '11-30' }, '2026-11-20', {}, { previousDueOn: '2026-11-30' })).toBe('2027-11-30')
  })

  test('what is done twice in one turn leads no further than what is done once', () => {
    const next = (due: Due, previous: string, done: string) => dueOn(due, done, {}, { previousDueOn: answeredDay(due, previous, done) })
    const voters = { yearly: '11-30', least: 60 }
    // Opened within sixty days of the day, so that next year's was asked; the same year's report answers this year's.
    expect(next(voters, '2027-11-30', '2026-10-28')).toBe('2027-11-30')
    expect(next(voters, '2027-11-30', '2026-12-05')).toBe('2027-11-30')
    expect(next(voters, '2029-11-30', '2026-12-05')).toBe('2027-11-30')
    // In time, early in its own year, and late.
    for (const done of ['2027-11-30', '2027-02-01', '2028-02-01']) expect(next(voters, '2027-11-30', done), done).toBe('2028-11-30')
    expect(next({ yearly: '03-31' }, '2027-03-31', '2026-12-20')).toBe('2028-03-31')
    expect(next({ monthly: 28 }, '2026-11-30', '2026-11-13')).toBe('2026-12-28')
    expect(next({ monthly: 28 }, '2026-12-28', '2026-11-20')).toBe('2026-12-28')
    expect(next({ monthly: 5 }, '2026-03-05', '2026-06-20')).toBe('2026-04-07')
    expect(next({ quarterly: 10 }, '2027-04-12', '2026-12-20')).toBe('2027-04-12')
    expect(next({ first: [{ on: '@due' }, { monthly: 28 }] }, '2026-12-28', '2026-11-20')).toBe('2026-12-28')
    expect(answeredDay({ months: 3 }, '2026-12-28', '2026-11-20')).toBe('2026-12-28')
  })

  test('monthly and quarterly count from the previous instance, so that a missed month stays owed', () => {
    expect(dueOn({ monthly: 5 }, '2026-03-05')).toBe('2026-04-07')
    expect(dueOn({ monthly: 5 }, '2026-06-20', {}, { previousDueOn: '2026-03-05' })).toBe('2026-04-07')
    expect(dueOn({ monthly: 31 }, '2026-02-02')).toBe('2026-02-28')
    expect(dueOn({ quarterly: 10 }, '2026-03-05')).toBe('2026-04-10')
    expect(dueOn({ quarterly: 10 }, '2026-01-05')).toBe('2026-01-12')
    expect(dueOn({ quarterly: 10 }, '2026-12-11')).toBe('2027-01-11')
  })

  test('never lies beyond its cap, and says so', () => {
    const given = compute({ first: [{ on: '@due' }, { months: 3 }] }, '2026-03-02', { due: '2026-12-31' }, { cap: { months: 6 } })
    expect(given).toMatchObject({ dueOn: '2026-09-02', over: '2026-12-31', why: { cap: { day: '2026-09-02' } } })
  })
})

describe('moving a day', () => {
  test('a pause moves a day counted from opening by the days paused', () => {
    const duty = paused(open({ months: 3 }, '2026-03-02'), '2026-04-01', '2026-04-08')
    expect(duty).toMatchObject({ state: 'open', dueOn: '2026-06-09', why: { pauses: [{ from: '2026-04-01', to: '2026-04-08', days: 7 }] } })
    expect(duty.pausedOn).toBeUndefined()
    expect(paused(open({ workdays: 5 }, '2026-03-02'), '2026-03-04', '2026-03-09').dueOn).toBe('2026-03-12')
  })

  test('a pause leaves a day alone that a field or the calendar fixes', () => {
    expect(paused(open({ on: '@due' }, '2026-03-02', { due: '2026-05-18' }), '2026-04-01', '2026-04-08').dueOn).toBe('2026-05-18')
    expect(paused(open({ days: 3, before: '@on' }, '2026-03-02', { on: '2026-05-21' }), '2026-04-01', '2026-04-08').dueOn).toBe(
      '2026-05-18',
    )
    expect(paused(open({ yearly: '11-30' }, '2026-03-02'), '2026-04-01', '2026-04-08').dueOn).toBe('2026-11-30')
  })

  test('an extension may reach the cap but not pass it, nor lie in the past', () => {
    const duty = open({ months: 3 }, '2026-03-02', {}, { cap: { months: 6 } })
    expect(extend(duty, '2026-03-10', { today: '2026-03-11', calendar: national })).toEqual({ fault: 'past' })
    expect(extend(duty, '2026-09-03', { today: '2026-03-11', calendar: national })).toEqual({ fault: 'cap', cap: '2026-09-02' })
    expect(extend(duty, '2026-09-02', { today: '2026-03-11', calendar: national }, 'county')).toMatchObject({
      dueOn: '2026-09-02',
      why: { extensions: [{ on: '2026-03-11', from: '2026-06-02', to: '2026-09-02', reason: 'moved', by: 'county' }] },
    })
  })

  test('an extension to a rest day goes on to the next working day, and both stay on record', () => {
    const duty = open({ months: 3 }, '2026-03-02', {}, { cap: { months: 6 } })
    expect(extend(duty, '2026-07-04', { today: '2026-03-11', calendar: national })).toMatchObject({
      dueOn: '2026-07-06',
      why: { extensions: [{ from: '2026-06-02', to: '2026-07-06', asked: '2026-07-04', reason: 'moved' }] },
    })
  })

  test('a day follows its field, and says that it did', () => {
    const rule: Due = { days: 3, before: '@heldOn' }
    const duty = open(rule, '2026-03-02', { heldOn: '2026-05-21' })
    const answer = follow(duty, { heldOn: '2026-06-11' }, '2026-04-01', national)
    expect(answer).toMatchObject({
      owed: true,
      duty: { dueOn: '2026-06-08', why: { extensions: [{ from: '2026-05-18', to: '2026-06-08', reason: 'field' }] } },
    })
    expect(follow(duty, { heldOn: '2026-05-21' }, '2026-04-01', national)).toBeNull()
    expect(follow(open({ on: '@due' }, '2026-03-02', { due: '2026-05-21' }), { due: 'none' }, '2026-04-01', national)?.owed).toBe(false)
    expect(follow(open(rule, '2026-03-02'), { heldOn: '2026-05-21' }, '2026-04-01', national)?.duty.dueOn).toBe('2026-05-18')
  })

  test('below first it follows where the rule says so, to the first that is known', () => {
    const rule: Due = { first: [{ on: '@lastDay' }, { on: '@day' }], follows: true }
    const duty = open(rule, '2026-03-02', { day: '2026-05-20' })
    expect(follow(duty, { day: '2026-05-27' }, '2026-04-02', national)?.duty.dueOn).toBe('2026-05-27')
    expect(follow(duty, { day: '2026-05-27', lastDay: '2026-05-29' }, '2026-04-02', national)?.duty.dueOn).toBe('2026-05-29')
    expect(recomputed(follow(duty, { day: '2026-05-27' }, '2026-04-02', national)?.duty ?? duty).dueOn).toBe('2026-05-27')
  })

  test('a day does not follow after an extension, nor below first', () => {
    const extended = moved(open({ on: '@due' }, '2026-03-02', { due: '2026-05-21' }), '2026-06-30', '2026-04-01')
    expect(follow(extended, { due: '2026-05-25' }, '2026-04-02', national)).toBeNull()
    const first = open({ first: [{ on: '@due' }, { months: 3 }] }, '2026-03-02', { due: '2026-05-21' })
    expect(follow(first, { due: '2026-05-25' }, '2026-04-02', national)).toBeNull()
  })

  test('what stands below first keeps its day while the other fields move', () => {
    const due: Due = { earliest: [{ first: [{ on: '@due' }, { months: 3 }] }, { days: 3, before: '@heldOn' }] }
    const duty = open(due, '2026-03-02', { due: '2026-07-01', heldOn: '2026-05-21' })
    expect(duty.dueOn).toBe('2026-05-18')
    expect(follow(duty, { due: '2026-08-03', heldOn: '2026-10-22' }, '2026-04-01', national)?.duty.dueOn).toBe('2026-07-01')
  })

  test('earliest is computed again when a missing day comes', () => {
    const duty = open({ earliest: [{ on: '@due' }, { months: 3 }] }, '2026-03-02')
    expect(follow(duty, { due: '2026-05-21' }, '2026-04-01', national)?.duty.dueOn).toBe('2026-05-21')
  })
})

const day = fc.integer({ min: 0, max: 5400 }).map((days) => addDays('2012-01-01', days))
const some = fc.integer({ min: 0, max: 90 })
const length = fc.oneof(
  some.map((workdays) => ({ workdays })),
  some.map((days) => ({ days })),
  fc.integer({ min: 0, max: 24 }).map((months) => ({ months })),
)
const single: Arbitrary<Due> = fc.oneof(
  length,
  length.map((due) => ({ ...due, after: '@a' })),
  length.map((due) => ({ ...due, before: '@b' })),
  fc.constant({ on: '@a' }),
  fc.constant({ days: '@n' }),
  fc.constant({ yearly: '02-29' }),
  fc.integer({ min: 1, max: 31 }).map((monthly) => ({ monthly })),
  fc.integer({ min: 1, max: 31 }).map((quarterly) => ({ quarterly })),
)
const rule: Arbitrary<Due> = fc.oneof(
  single,
  fc.array(single, { minLength: 1, maxLength: 3 }).map((first) => ({ first })),
  fc.array(single, { minLength: 1, maxLength: 3 }).map((earliest) => ({ earliest })),
)
const fields = fc.record({ a: fc.option(day), b: fc.option(day), n: fc.option(some) })

describe('a derivation', () => {
  test('recomputing from the stored derivation gives the stored day, whatever happened to the duty', async () => {
    const act = fc.oneof(
      fc.record({ pause: some, length: some }),
      fc.record({ extendBy: some }),
      fields.map((data) => ({ data })),
    )
    await holds(
      [rule, day, fields, fc.option(length, { nil: undefined }), fc.option(day, { nil: undefined }), fc.array(act, { maxLength: 5 })],
      (due, on, data, cap, previousDueOn, acts) => {
        let duty = open(due, on, data, { ...(cap ? { cap } : {}), ...(previousDueOn ? { previousDueOn } : {}) })
        let today = on
        for (const step of acts) {
          if ('pause' in step) {
            const from = addDays(today, step.pause)
            today = addDays(from, step.length)
            duty = paused(duty, from, today)
          } else if ('extendBy' in step) {
            const answer = extend(duty, addDays(duty.dueOn ?? today, step.extendBy), { today, calendar: national })
            if (!('fault' in answer)) duty = answer
          } else {
            const answer = follow(duty, step.data, today, national)
            if (answer?.owed) duty = answer.duty
          }
          const again = recomputed(duty)
          expect(again.dueOn).toBe(duty.dueOn)
          expect(again.why).toEqual(duty.why)
        }
        expect(recomputed(duty).dueOn).toBe(duty.dueOn)
      },
      { runs: 1500 },
    )
  })
})
