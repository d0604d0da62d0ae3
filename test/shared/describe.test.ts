import { expect, test } from 'vitest'
import { conditionSentence, roleSentence } from '../../shared/definition/describe.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { world } from '../cast.ts'
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

test('a condition on what is so, or on what a vote came to, is said in words', () => {
  const named = (zh: string) => ({ zh, en: zh })
  const options = { for: named('通过'), against: named('未通过') }
  const fields: Ledger['fields'] = {
    key: { kind: 'yesno', label: named('重点督办') },
    vote: { kind: 'ballot', label: named('票数'), options, grades: ['for'], otherwise: 'against', of: 'all', over: [1, 2] },
    outcome: { kind: 'computed', label: named('表决结果'), value: { as: 'ballot', of: 'vote' } },
  }
  const judged = {
    record: { duties: [], took: {} },
    data: { outcome: 'against' },
    kin: { children: [], phases: () => undefined },
    today: '2026-03-02',
    person: 'p',
  }
  const said = (condition: Parameters<typeof conditionSentence>[1][number]) =>
    conditionSentence({ ...inspections, fields }, [condition], judged, world).zh
  expect(said({ field: 'key', is: true })).toBe('只有“重点督办”的才能这样做。')
  expect(said({ field: 'outcome', is: 'for' })).toBe('表决结果要是：通过。')
})
