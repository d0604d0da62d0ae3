import { expect, test } from 'vitest'
import type { Ref } from '../../../admin/data.ts'
import { madeBy } from '../../../admin/ledger/act/made.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { deputy1, water } from '../../cast.ts'

const ref = (id: string, ledger: string, state: string, as = 'child') => ({ as, ledger, id, state, heading: id }) as Ref

test('what a step made is what was no part of the item before: a draft with the step that hands it in, to whoever may take it', () => {
  const before = [ref('a', 'suggestions', 'draft')]
  const after = [...before, ref('b', 'suggestions', 'draft'), ref('m', 'meetings', 'planned', 'named')]
  const told = (scope: typeof deputy1) =>
    madeBy(before, after, ledgers, scope).map(({ ledger, refs, handIn }) => [ledger.key, refs.map(({ id }) => id), handIn])
  expect(told(deputy1)).toEqual([['suggestions', ['b'], 'submit']])
  expect(told(water)).toEqual([['suggestions', ['b'], undefined]])
})

test('of several each ledger is told with what was made on it, whatever state it is in', () => {
  const after = [ref('a', 'commitments', 'open'), ref('b', 'commitments', 'open'), ref('c', 'suggestions', 'submitted')]
  const made = madeBy([], after, ledgers, deputy1)
  expect(made.map(({ ledger, refs, handIn }) => [ledger.key, refs.length, handIn]).sort()).toEqual([
    ['commitments', 2, undefined],
    ['suggestions', 1, undefined],
  ])
})
