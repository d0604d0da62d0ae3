import { describe, expect, test } from 'vitest'
import { addDays, calendar, daysBetween, isWorkday } from '../../shared/deadline/calendar.ts'
import { horizon, ladders, type Planned, plan, planRange, type Remindable } from '../../shared/deadline/reminders.ts'
import { fc, holds } from '../property.ts'

const national = calendar()
const long: Remindable = { duty: { openedOn: '2026-03-02', dueOn: '2026-06-02' } }
const short: Remindable = { duty: { openedOn: '2026-03-02', dueOn: '2026-03-12' } }
const said = (notices: Planned<Remindable>[]) => notices.map(({ on, rung, level }) => [on, rung, level])
const range = (item: Remindable, to: string) => said(planRange([item], item.duty.openedOn, to, national))

describe('the ladders', () => {
  test('a duty of a month or more is reminded of 15 days, 7 days and 3 working days before, on the day, and after it', () => {
    expect(range(long, '2026-07-01')).toEqual([
      ['2026-05-18', 'T-15d', 'near'],
      ['2026-05-26', 'T-7d', 'near'],
      ['2026-05-28', 'T-3w', 'near'],
      ['2026-06-02', 'T+0d', 'due'],
      ['2026-06-03', 'T+1w', 'L1'],
      ['2026-06-08', 'T+1w#1', 'L1'],
      ['2026-06-09', 'T+5w', 'L2'],
      ['2026-06-11', 'T+1w#2', 'L1'],
      ['2026-06-16', 'T+10w', 'L3'],
      ['2026-06-22', 'T+1w#4', 'L1'],
      ['2026-06-25', 'T+1w#5', 'L1'],
      ['2026-06-30', 'T+1w#6', 'L1'],
      ['2026-07-01', 'T+20w', 'L4'],
    ])
  })

  test('a shorter duty is reminded of two working days and one before', () => {
    expect(range(short, '2026-03-12')).toEqual([
      ['2026-03-10', 'T-2w', 'near'],
      ['2026-03-11', 'T-1w', 'near'],
      ['2026-03-12', 'T+0d', 'due'],
    ])
  })

  test('a rule may name its ladder, its own rungs or none', () => {
    expect(range({ ...long, reminders: 'short' }, '2026-06-01').map(([on]) => on)).toEqual(['2026-05-29', '2026-06-01'])
    expect(range({ ...long, reminders: 'none' }, '2026-12-31')).toEqual([])
    const [notice] = plan([{ ...long, reminders: [{ days: -30, to: ['head'], cc: ['county'] }] }], '2026-05-06', national)
    expect(notice).toMatchObject({ rung: 'T-30d', to: ['head'], cc: ['county'], daysLeft: 27 })
  })

  test('the county’s own ladder stands in for ours', () => {
    expect(plan([long], '2026-05-26', national, { own: { long: [{ days: -5, to: ['holder'] }] } })).toEqual([])
    expect(plan([short], '2026-03-10', national, { own: { long: [] } })).toHaveLength(1)
  })

  test('the job looks ahead as far as any ladder reaches', () => {
    expect(horizon([ladders.long, ladders.short])).toBe(29)
    expect(horizon([[{ days: -60, to: ['holder'] }]])).toBe(74)
    expect(horizon([[{ days: 5, to: ['holder'] }]])).toBe(14)
  })
})

describe('when a rung is due', () => {
  test('nothing is said on a rest day; its rung goes out on the next working day', () => {
    expect(plan([long], '2026-05-31', national)).toEqual([])
    const sunday: Remindable = { duty: { openedOn: '2026-03-02', dueOn: '2026-05-31' } }
    expect(range(sunday, '2026-06-02').slice(-2)).toEqual([
      ['2026-05-27', 'T-3w', 'near'],
      ['2026-06-01', 'T+1w', 'L1'],
    ])
  })

  test('a make-up Saturday is a day to remind on', () => {
    const saturday: Remindable = { duty: { openedOn: '2026-03-02', dueOn: '2026-05-09' } }
    expect(plan([saturday], '2026-05-09', national)).toMatchObject([{ rung: 'T+0d', daysLeft: 0 }])
  })

  test('missed rungs collapse into the latest, which reaches whom they would have reached', () => {
    const [notice, ...more] = plan([long], '2026-06-12', national, { sent: (_, rung) => rung === 'T+0d' })
    expect(more).toEqual([])
    expect(notice).toMatchObject({ rung: 'T+1w#2', level: 'L2', to: ['holder', 'leader', 'head'], cc: ['owner', 'county'], daysLeft: -10 })
    expect(plan([long], '2026-06-12', national, { sent: (_, rung) => rung === 'T+1w#2' })).toEqual([])
  })

  test('a rung that had passed when the duty opened is not made up for', () => {
    expect(plan([{ duty: { openedOn: '2026-05-28', dueOn: '2026-06-02' } }], '2026-05-29', national)).toMatchObject([{ rung: 'T-2w' }])
    expect(plan([{ duty: { openedOn: '2026-05-29', dueOn: '2026-06-02' } }], '2026-05-29', national)).toEqual([])
  })

  test('a changed day arms the rungs again that lie ahead', () => {
    const moved: Remindable = {
      duty: {
        openedOn: '2026-03-02',
        dueOn: '2026-06-30',
        why: { extensions: [{ on: '2026-05-20', from: '2026-06-02', to: '2026-06-30', reason: 'moved' }] },
      },
    }
    expect(range(moved, '2026-06-15')).toEqual([['2026-06-15', 'T-15d', 'near']])
  })

  test('paused duties and duties without a day are silent, held ones only when overdue', () => {
    expect(range({ duty: { openedOn: '2026-03-02', dueOn: '2026-06-02', state: 'paused' } }, '2026-07-01')).toEqual([])
    expect(range({ duty: { openedOn: '2026-03-02', dueOn: null } }, '2026-07-01')).toEqual([])
    expect(range({ ...short, held: true }, '2026-04-30').map(([, rung]) => rung)).toEqual(['T-2w', 'T-1w', 'T+0d'])
  })
})

test('over a year with missed mornings every rung is said once or collapses, one notice a duty and day, none on a rest day', async () => {
  const day = fc.integer({ min: 0, max: 250 }).map((days) => addDays('2026-01-01', days))
  const item = fc
    .record({ openedOn: day, length: fc.integer({ min: 1, max: 120 }) })
    .map(({ openedOn, length }): Remindable => ({ duty: { openedOn, dueOn: addDays(openedOn, length) } }))
  await holds(
    [fc.array(item, { maxLength: 5 }), fc.array(fc.boolean(), { minLength: 40, maxLength: 40 })],
    (items, missed) => {
      const log: Planned<Remindable>[] = []
      const told = new Map(items.map((of) => [of, new Set<string>()]))
      for (let at = 0, today = '2026-01-01'; today <= '2026-12-31'; at += 1, today = addDays(today, 1)) {
        if (missed[at % 40] && today < '2026-12-25') continue
        const notices = plan(items, today, national, { sent: (of, rung) => told.get(of)?.has(rung) === true })
        expect(new Set(notices.map(({ of }) => of)).size).toBe(notices.length)
        expect(notices.length === 0 || isWorkday(national, today)).toBe(true)
        log.push(...notices)
        for (const { of, rung } of notices) told.get(of)?.add(rung)
      }
      for (const of of items) {
        const mine = log.filter((notice) => notice.of === of)
        expect(new Set(mine.map(({ rung }) => rung)).size).toBe(mine.length)
        const ideal = planRange([of], of.duty.openedOn, '2026-12-31', national)
        expect(mine.length).toBeLessThanOrEqual(ideal.length)
        for (const { rung } of mine) expect(ideal.map((notice) => notice.rung)).toContain(rung)
        // Nothing is lost: the last rung reached has been said, and every post that the ladder names has heard.
        expect(mine.at(-1)?.rung).toBe(ideal.at(-1)?.rung)
        expect(new Set(mine.flatMap(({ to }) => to))).toEqual(new Set(ideal.flatMap(({ to }) => to)))
        for (const notice of mine) expect(notice.daysLeft).toBe(daysBetween(notice.on, notice.dueOn))
      }
    },
    { runs: 20 },
  )
})
