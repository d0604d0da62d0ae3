import { expect, test } from 'vitest'
import { ledgers } from '../../shared/ledgers/index.ts'
import { fittingOf } from '../../shared/papers/fitting.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { ownPapersOf } from '../papers.ts'

const lists = ledgers.flatMap((ledger) =>
  ownPapersOf(ledger).flatMap(([key, paper]) => (paper.of === 'list' ? [{ ledger, key, paper }] : [])),
)
const everyState = (states: object): LedgerRecord[] => Object.keys(states).map((state) => ({ state, took: {} }) as LedgerRecord)

test('a paper that counts a list counts no draft and nothing that was called off', () => {
  const counting = lists.filter(({ paper }) => paper.blocks.some(({ as }) => as === 'figures' || as === 'groups'))
  expect(counting.length).toBeGreaterThan(0)
  for (const { ledger, key, paper } of counting)
    for (const { state } of fittingOf(paper, ledger, everyState(ledger.states), '2026-03-02'))
      expect(['draft', 'void'], `${ledger.key} ${key} ${state}`).not.toContain(ledger.states[state]?.phase)
})

test('reports on suggestions tell of what was handed out, as the figures do; a register of all that there is', () => {
  const told = (name: string) => {
    const found = lists.find(({ ledger, key }) => ledger.key === 'suggestions' && key === name) as (typeof lists)[number]
    return fittingOf(found.paper, found.ledger, everyState(found.ledger.states), '2026-03-02').map(({ state }) => state)
  }
  for (const name of ['bulletin', 'monthly', 'quarterly', 'halfYear', 'annual'])
    expect(told(name), name).toEqual(['assigned', 'handling', 'answered', 'divided', 'closed'])
  expect(told('register')).toContain('cancelled')
})
