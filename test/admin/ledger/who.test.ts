import { expect, test } from 'vitest'
import { whoOf } from '../../../admin/ledger/act/useWho.ts'

test('nobody is said to have no account before the accounts are known', () => {
  const water = { kind: 'unit', id: 'water' }
  expect(whoOf(undefined, water)).toBeUndefined()
  expect(whoOf([], water)).toEqual([])
})
