import { expect, test } from 'vitest'
import { fieldText } from '../../admin/fields/kinds.tsx'
import { actZh } from '../../admin/words/act.ts'
import { panelZh } from '../../admin/words/panel.ts'
import type { FieldOf } from '../../shared/definition/field.ts'

const say = (zh: string) => ({ zh, en: zh })
const vote: FieldOf<'ballot'> = {
  kind: 'ballot',
  label: say('票数'),
  options: { good: say('满意'), fair: say('基本满意'), bad: say('不满意') },
  grades: ['good', 'fair'],
  otherwise: 'bad',
  of: '@base',
  over: [1, 2],
}
const counts = (good: number, fair: number, bad: number) => ({
  all: 30,
  present: 28,
  issued: 28,
  collected: 28,
  valid: 28,
  good,
  fair,
  bad,
})
const onPaper = (value: object, data: Record<string, string>) =>
  fieldText(vote, value, { lang: 'zh', words: { ...panelZh, ...actZh }, offices: [], today: '2026-04-20', paper: true, data })

test('paper tells a vote in words: which votes count, of whom, whether they pass', () => {
  expect(onPaper(counts(16, 8, 4), { base: 'all' })).toContain('满意 16 票，占应到 30 人的 53.3%，超过半数。结果：满意。')
  expect(onPaper(counts(14, 10, 4), { base: 'valid' })).toContain('满意、基本满意 24 票，占有效 28 张的 85.7%，超过半数。结果：基本满意。')
})

test('a vote that fails says so, over the better grades together', () => {
  expect(onPaper(counts(5, 6, 17), { base: 'present' })).toContain(
    '满意、基本满意 11 票，占实到 28 人的 39.3%，没有超过半数。结果：不满意。',
  )
})
