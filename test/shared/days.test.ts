import { expect, test } from 'vitest'
import { lamp, shanghaiDay, writeClosed, writeDay, writeDaysLeft, writeInstant, writeRest } from '../../shared/deadline/days.ts'

test('a day is written with its weekday in both languages', () => {
  expect(writeDay('2026-03-02', 'zh')).toBe('2026年3月2日（周一）')
  expect(writeDay('2026-03-02', 'en')).toBe('Mon 2 Mar 2026')
  expect(writeDay('2026-03-02', 'zh', { weekday: false })).toBe('2026年3月2日')
})

test('within the year the year is left out, and only then', () => {
  expect(writeDay('2026-03-02', 'zh', { year: 'auto', today: '2026-11-20' })).toBe('3月2日（周一）')
  expect(writeDay('2026-03-02', 'en', { year: 'auto', today: '2026-11-20' })).toBe('Mon 2 Mar')
  expect(writeDay('2025-12-31', 'zh', { year: 'auto', today: '2026-01-01' })).toBe('2025年12月31日（周三）')
  expect(writeDay('2026-03-02', 'zh', { year: 'auto' })).toBe('2026年3月2日（周一）')
})

test('an instant is written in the county’s time, which may be the next day', () => {
  expect(writeInstant(new Date('2026-03-27T07:12:00Z'), 'zh', '2026-05-20')).toBe('3月27日 15:12')
  expect(writeInstant('2026-03-27T07:12:00Z', 'en', '2027-05-20')).toBe('27 Mar 2026 15:12')
  expect(shanghaiDay(new Date('2026-12-31T15:59:59.999Z'))).toBe('2026-12-31')
  expect(shanghaiDay(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
})

test('days left are said in words and never as a negative number', () => {
  expect([null, 13, 2, 1, 0, -1, -21].map((days) => writeDaysLeft(days, 'zh'))).toEqual([
    '无期限',
    '还剩 13 天',
    '还剩 2 天',
    '明天到期',
    '今天到期',
    '超期 1 天',
    '超期 21 天',
  ])
  expect([null, 13, 1, 0, -1, -2].map((days) => writeDaysLeft(days, 'en'))).toEqual([
    'No deadline',
    '13 days left',
    'Due tomorrow',
    'Due today',
    '1 day overdue',
    '2 days overdue',
  ])
})

test('what is closed says whether it was on time', () => {
  expect([null, -3, 0, 3].map((days) => writeClosed(days, 'zh'))).toEqual(['已办结', '按期办结', '按期办结', '逾期 3 天办结'])
  expect(writeClosed(1, 'en')).toBe('Closed 1 day late')
})

test('a lamp is green above 15 days, amber to the day itself, red after it, grey when nothing runs', () => {
  expect([16, 15, 0, -1, null].map((days) => lamp(days))).toEqual(['green', 'amber', 'amber', 'red', 'grey'])
  expect((['paused', 'done', 'void'] as const).map((state) => lamp(-5, state))).toEqual(['grey', 'grey', 'grey'])
})

test('rest days have English names, a county’s own name stays', () => {
  expect(['春节', '周六', '春节调休', '暴雪停工'].map((name) => writeRest(name, 'en'))).toEqual([
    'Spring Festival',
    'Saturday',
    'make-up working day for Spring Festival',
    '暴雪停工',
  ])
  expect(writeRest('春节调休', 'zh')).toBe('春节调休')
})
