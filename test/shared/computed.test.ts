import { expect, test } from 'vitest'
import { refresh } from '../../shared/engine/computed.ts'
import { heading } from '../../shared/heading.ts'
import { deputies } from '../../shared/ledgers/deputies.ts'
import { performanceEntries } from '../../shared/ledgers/performance-entries.ts'
import { satisfactionTests } from '../../shared/ledgers/satisfaction-tests.ts'

const papers = (satisfied: number, basically: number, dissatisfied: number) => {
  const valid = satisfied + basically + dissatisfied
  return { all: 30, present: 28, issued: 28, collected: 28, valid, satisfied, basically, dissatisfied }
}

// Zhenhai 2022: more than half of all members, half itself not being enough.
test.each([
  ['all', 'half', papers(16, 6, 4), 'satisfied'],
  ['all', 'half', papers(15, 6, 4), 'basically'],
  ['all', 'half', papers(9, 6, 10), 'dissatisfied'],
  ['all', 'twoThirds', papers(16, 5, 5), 'basically'],
  ['all', 'twoThirds', papers(20, 0, 5), 'dissatisfied'],
  ['all', 'twoThirds', papers(21, 0, 5), 'satisfied'],
  ['valid', 'twoThirds', papers(17, 4, 4), 'satisfied'],
  ['present', 'half', papers(14, 1, 10), 'basically'],
] as const)('of %s members, threshold %s: %j is %s', (base, threshold, ballot, outcome) => {
  expect(refresh(satisfactionTests, { base, threshold, ballot })).toMatchObject({ outcome })
})

test('points are those of the rule set that the entry was made under', () => {
  const points = (rules: string, type: string, times: number) => refresh(performanceEntries, { rules, type, times }).points
  expect([points('r2025', 'group', 2), points('r2026', 'group', 2), points('r2026', 'absence', 1)]).toEqual([6, 8, -5])
  expect(refresh(performanceEntries, { rules: 'r2026', times: 1 })).not.toHaveProperty('points')
})

test('a record without a required text is headed by its required names', () => {
  expect(heading(deputies, { id: 'r1', data: { name: ['张桂兰'], tier: 'county' } })).toBe('张桂兰')
})
