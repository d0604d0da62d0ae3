import { expect, test } from 'vitest'
import { roleSentence } from '../../shared/describe.ts'
import { inspections } from './small-ledgers.ts'

test('a refusal names the people who may act; the system only where nobody else may', () => {
  const by = (...words: string[]) => {
    const rule = inspections.transitions.collect ?? expect.fail('no such step')
    const transitions = { ...inspections.transitions, collect: { ...rule, by: words } }
    return roleSentence({ ...inspections, transitions }, 'collect').zh
  }
  expect(by('county', 'system')).toBe('“汇总”由县人大办办理，您单位不能操作。')
  expect(by('system')).toBe('“汇总”由系统办理，您单位不能操作。')
})
