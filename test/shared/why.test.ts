import { expect, test } from 'vitest'
import { calendar } from '../../shared/deadline/calendar.ts'
import { computeDue, extend, follow, pause, resume } from '../../shared/deadline/derivation.ts'
import { explain } from '../../shared/deadline/why.ts'
import type { Due } from '../../shared/definition/due.ts'
import type { Duty } from '../../shared/duty.ts'
import type { Data } from '../../shared/record.ts'

const national = calendar()
const basis = { zh: '代表法第五十一条', en: 'Deputies Law art 51' }
const naming = { start: { zh: '交办', en: 'Assigned' }, fields: { heldOn: { label: { zh: '会议日期', en: 'the meeting' } } } }
const open = (due: Due, openedOn: string, data: Data = {}): Duty => {
  const { dueOn, why } = computeDue({ due, basis }, { openedOn, data }, national)
  return { id: 'd1', key: 'reply', holder: { kind: 'unit', id: 'water' }, openedOn, dueOn, state: 'open', why }
}
const zh = (duty: Duty) => explain(duty, 'zh', naming).join(' · ')
const en = (duty: Duty) => explain(duty, 'en', naming).join('; ')

test('a day counted in months is explained from start to end', () => {
  const duty = open({ months: 3 }, '2026-03-02')
  expect(zh(duty)).toBe('交办 2026年3月2日（周一） · 规定 3 个月（代表法第五十一条） · 届满 6月2日（周二），是工作日 · 没有暂停或延期')
  expect(en(duty)).toBe(
    'Assigned Mon 2 Mar 2026; 3 months by rule (Deputies Law art 51); ends Tue 2 Jun 2026, a working day; no pause or extension',
  )
})

test('what stands still now says so, and not that it never stood still', () => {
  const paused = pause(open({ months: 3 }, '2026-03-02'), '2026-04-01')
  expect(paused.state).toBe('paused')
  expect(zh(paused)).toMatch(/现在暂停，恢复后接着算$/)
  expect(en(paused)).toMatch(/paused now; the count goes on afterwards$/)
})

test('a day that a field names is told by that name alone', () => {
  expect(zh(open({ on: '@heldOn' }, '2026-03-02', { heldOn: '2026-04-01' }))).toContain('按会议日期定为4月1日（周三）')
})

test('a last day on a holiday names the holiday', () => {
  expect(zh(open({ months: 3 }, '2026-06-25'))).toContain('9月25日（周五）是中秋节，不是工作日 · 届满 9月28日（周一）')
})

test('working days say how many rest days and which make-up days were met', () => {
  expect(zh(open({ workdays: 5 }, '2026-02-12'))).toContain(
    '规定 5 个工作日（代表法第五十一条） · 中间有 9 天休息日不算 · 2月14日（周六）调休上班，算工作日',
  )
})

test('a year without a notice makes the explanation say provisional', () => {
  expect(explain(open({ months: 3 }, '2026-11-20'), 'zh').at(-1)).toBe('2027年放假安排还没有公布，这个日期是暂定的')
  expect(explain(open({ months: 3 }, '2026-11-20'), 'en').at(-1)).toBe('provisional: the 2027 holidays are not yet published')
})

test('a day counted back over a rest day says which, and that it moved to the day before', () => {
  const duty = open({ days: 3, before: '@heldOn' }, '2026-03-01', { heldOn: '2026-03-18' })
  expect(zh(duty)).toContain(
    '“会议日期”3月18日（周三）之前 3 天（代表法第五十一条） · 3月15日（周日），不是工作日，提前到前一个工作日 · 届满 3月13日（周五），是工作日',
  )
  expect(en(duty)).toContain('Sun 15 Mar 2026 is no working day, so it moves to the one before; ends Fri 13 Mar 2026')
})

test('pauses, extensions and moved fields are told with their days', () => {
  const paused = resume(pause(open({ months: 3 }, '2026-03-02'), '2026-04-01'), '2026-04-08', national)
  expect(zh(paused)).toContain('4月1日至4月8日暂停 7 天 · 届满 6月9日（周二），是工作日')
  const extended = extend(paused, '2026-09-02', { today: '2026-05-05', calendar: national })
  if ('fault' in extended) throw new Error(extended.fault)
  expect(zh(extended)).toContain('5月5日延期，由6月9日改为9月2日 · 届满 9月2日（周三）')
  const rolled = extend(paused, '2026-07-04', { today: '2026-05-05', calendar: national })
  if ('fault' in rolled) throw new Error(rolled.fault)
  expect(zh(rolled)).toContain('由6月9日改为7月6日，7月4日是休息日，顺延到7月6日')
  const followed = follow(
    open({ days: 3, before: '@heldOn' }, '2026-03-02', { heldOn: '2026-05-21' }),
    { heldOn: '2026-06-11' },
    '2026-04-01',
    national,
  )
  expect(followed && en(followed.duty)).toContain(
    '3 days before the meeting, Thu 11 Jun 2026 (Deputies Law art 51); moved with the meeting on 1 Apr 2026 from 18 May 2026 to 8 Jun 2026',
  )
})

test('a day that is not known yet says what it waits for', () => {
  expect(explain(open({ on: '@heldOn' }, '2026-03-02'), 'zh', naming).slice(1)).toEqual([
    '要等有关日期填好才能算（代表法第五十一条）',
    '还算不出哪一天到期',
  ])
})
