import { expect, test } from 'vitest'
import { basicFields } from '../../shared/engine/rights.ts'
import { inspections } from './small-ledgers.ts'

test('a form asks by itself only for what no transition asks or sets, in no branch either', () => {
  const rounds = { kind: 'number' as const, label: { zh: '次数', en: 'Rounds' } }
  const ledger = { ...inspections, fields: { ...inspections.fields, rounds } }
  expect(basicFields(ledger)).toContain('rounds')
  const [name, rule] = Object.entries(ledger.transitions)[0] ?? expect.fail('no transition')
  const branches = [{ when: [{ field: 'law', filled: true }], sets: { rounds: { add: 1 } } }]
  expect(basicFields({ ...ledger, transitions: { ...ledger.transitions, [name]: { ...rule, branches } } })).not.toContain('rounds')
})
