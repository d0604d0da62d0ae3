import { expect, test } from 'vitest'
import { type Said, tellings, urgedTimes } from '../../../admin/ledger/record/useNotices.ts'
import { itemsZh } from '../../../admin/words/items.ts'

const said = (id: string, rule: string, on: string, more: Partial<Said> = {}): Said => ({
  id,
  duty: 'd2',
  rule,
  on,
  office: 'unit:transport',
  subject: '',
  state: 'sent',
  at: `${on}T00:30:00.000Z`,
  ...more,
})
const [liaison, leader] = [
  { name: '张玉霞', post: 'liaison' as const },
  { name: '吴龙', post: 'leader' as const },
]
const all = [
  said('n1', 'T-3w', '2026-10-23', liaison),
  said('n2', 'T+5w', '2026-11-30', liaison),
  said('n3', 'T+5w', '2026-11-30', leader),
  said('n4', 'weekly', '2026-11-30', liaison),
  said('n5', 'urge', '2026-12-01', { ...liaison, by: 'county', at: '2026-12-01T02:00:00.000Z' }),
  said('n6', 'T+5w', '2026-11-30', { duty: 'd3', ...leader }),
]

test('an urging is counted apart from what the platform reminds of by itself, and each once a day', () => {
  expect(urgedTimes(all, { id: 'd2', key: 'reply', dueOn: '2026-10-28' })).toEqual({ urged: 1, reminded: 1 })
  expect(itemsZh.record.urged(1, 1)).toBe('已催办 1 次，自动提醒 1 次')
  expect([itemsZh.record.urged(0, 3), itemsZh.record.urged(2, 0), itemsZh.record.urged(0, 0)]).toEqual(['自动提醒 3 次', '已催办 2 次', ''])
})

test('what was said to an office at one time is one line that names who heard it', () => {
  const lines = tellings(all)
  expect(lines.map(({ rule, to }) => [rule, ...to.map(({ name }) => name)])).toEqual([
    ['T-3w', '张玉霞'],
    ['T+5w', '张玉霞', '吴龙'],
    ['urge', '张玉霞'],
  ])
  const { told, holding, reminded } = itemsZh.record
  expect(told(reminded('县交通运输局'), [holding('张玉霞', '联络员'), holding('吴龙')].join('、'))).toBe(
    '提醒县交通运输局：张玉霞（联络员）、吴龙',
  )
  expect(tellings([said('n7', 'T+0d', '2026-10-28')])[0]?.to).toEqual([])
})
