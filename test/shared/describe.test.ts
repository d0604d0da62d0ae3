import { expect, test } from 'vitest'
import { roleSentence } from '../../shared/describe.ts'
import { inspections } from './small-ledgers.ts'

test('a refusal names the people who may act; the system only where nobody else may', () => {
  const by = (...words: string[]) => {
    const collect = { ...inspections.transitions.collect, by: words }
    return roleSentence({ ...inspections, transitions: { ...inspections.transitions, collect } }, 'collect').zh
  }
  expect(by('county', 'system')).toBe('“汇总”由县人大办办理，您单位不能操作。')
  expect(by('system')).toBe('“汇总”由系统办理，您单位不能操作。')
})
