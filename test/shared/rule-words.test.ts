import { expect, test } from 'vitest'
import { isNews, ruleWords } from '../../shared/words/rule.ts'

test('a step of the ladder is said in words, with who else was meant', () => {
  expect(ruleWords('T-15d').zh).toBe('到期前 15 天')
  expect(ruleWords('T-3w').zh).toBe('到期前 3 个工作日')
  expect(ruleWords('T+0d').zh).toBe('到期当天')
  expect(ruleWords('T+1w#2').zh).toBe('超期再提醒（第 3 次）')
  expect(ruleWords('T+20w', { copy: true }).en).toBe('20 working days overdue · copy')
  expect(ruleWords('T-1w').en).toBe('1 working day before it is due')
  expect(ruleWords('T+5w', { instead: 'head' }).zh).toBe('超期 5 个工作日 · 本应发给主要负责人，单位没有登记')
  expect(ruleWords('opened').zh).toBe('新的待办')
})

test('news are what happened to an item, not that its day comes nearer', () => {
  const rules = ['decided', 'returned', 'urge', 'progress', 'T-3w', 'T+0d', 'weekly', 'monthly', 'constructor']
  expect(rules.filter(isNews)).toEqual(['decided', 'returned', 'urge', 'progress'])
})
