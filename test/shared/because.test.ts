import { expect, test } from 'vitest'
import { calendar } from '../../shared/deadline/calendar.ts'
import { anchors } from '../../shared/deadline/deadline.ts'
import { computeDue, extend, pause, resume } from '../../shared/deadline/derivation.ts'
import { applied } from '../../shared/deadline/why.ts'
import type { Due } from '../../shared/definition/due.ts'
import type { Duty } from '../../shared/duty.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { because, restDays } from '../../shared/papers/because.ts'
import type { Data } from '../../shared/record.ts'

const national = calendar()
const open = (due: Due, openedOn: string, data: Data = {}, zh = '代表法第五十一条'): Duty => {
  const { dueOn, why } = computeDue({ due, basis: { zh, en: '' } }, { openedOn, data }, national)
  return { id: 'd1', key: 'reply', holder: { kind: 'unit', id: 'water' }, openedOn, dueOn, state: 'open', why }
}
const said = (duty: Duty, beginning = {}) => because(duty, beginning, (field) => (field === 'heldOn' ? '会议日期' : field))

test('a day is explained in one sentence, from where it began, over rest days, to where it ends', () => {
  expect(said(open({ months: 3 }, '2026-06-25'), { what: '交办' })).toBe(
    '自2026年6月25日交办之日起算3个月，2026年9月25日是中秋节，不是工作日，顺延至后一个工作日，故期限为2026年9月28日（周一）。依据：代表法第五十一条。',
  )
  expect(said(open({ workdays: 5 }, '2026-02-12'), { named: '交办日期' })).toMatch(
    /^自交办日期（2026年2月12日）起算5个工作日，其间9天休息日不计算在内，2026年2月14日调休上班，计为工作日，故期限为/,
  )
  expect(said(open({ days: 3, before: '@heldOn' }, '2026-03-01', { heldOn: '2026-03-18' }))).toContain(
    '“会议日期”为2026年3月18日，应在此前3日办理，2026年3月15日（周日），不是工作日，提前至前一个工作日，故期限为2026年3月13日（周五）',
  )
  expect(said(open({ yearly: '11-30', least: 60 }, '2026-03-02'))).toContain('每年11月30日前办理，故期限为2026年11月30日')
  expect(said(open({ months: 3, after: '@heldOn' }, '2026-03-02'))).toContain('有关日期确定后再计算期限。')
})

test('a pause and a day that was moved are told, and what the moved day passed over is not', () => {
  const paused = resume(pause(open({ months: 3 }, '2026-03-02'), '2026-04-01'), '2026-04-08', national)
  expect(said(paused)).toContain('自2026年3月2日起算3个月，2026年4月1日至2026年4月8日暂停计算7天，故期限为2026年6月9日（周二）')
  const extended = extend(open({ months: 3 }, '2026-06-25'), '2026-10-10', { today: '2026-08-05', calendar: national })
  if ('fault' in extended) throw new Error(extended.fault)
  expect(said(extended)).toMatch(/起算3个月，2026年8月5日延期，期限由2026年9月28日改为2026年10月10日，故期限为2026年10月10日/)
})

test('each day that was not counted is told by its name, its year once', () => {
  expect(restDays(open({ workdays: 5 }, '2026-04-01').why)).toEqual([
    '不计算在内的休息日：2026年4月4日（清明节）、4月5日（清明节）、4月6日（清明节）。',
  ])
  expect(restDays(open({ months: 3 }, '2026-03-02').why)).toEqual([])
})

test('of a rule that says what applies where something is missing, only the way that was gone is told', () => {
  const duties = ledgers.flatMap((of) => Object.entries(of.duties).map(([key, rule]) => ({ name: `${of.key} ${key}`, rule })))
  const several = duties.filter(({ rule: { due, basis } }) => 'first' in due && basis.zh.includes('；没有'))
  expect(several.length).toBeGreaterThan(4)
  for (const { name, rule } of several) {
    const fields = anchors(rule.due, true)
    const whole = Object.fromEntries(fields.map((field) => [field, '2026-03-10']))
    const ways = [whole, {}].map((data) => applied({ ...open(rule.due, '2026-03-02', data).why, basis: rule.basis }))
    const [wanted, else_] = ways.map(({ zh }) => zh)
    expect([name, wanted, wanted?.includes('没有')]).toEqual([name, expect.stringMatching(/./), false])
    expect([name, else_, else_?.startsWith('没有')]).toEqual([name, expect.stringMatching(/./), false])
    expect(else_).not.toBe(wanted)
    for (const { en } of ways) expect([name, en]).toEqual([name, expect.not.stringContaining(', else ')])
  }
})
