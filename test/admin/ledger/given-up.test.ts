import { expect, test } from 'vitest'
import { givenUp } from '../../../admin/ledger/act/given-up.ts'
import type { Duty } from '../../../shared/duty.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import type { Scope } from '../../../shared/scope.ts'

const sitting = (kind: 'unit' | 'township', id: string): Scope => ({ person: 'p1', name: id, role: 'liaison', office: { kind, id } })
const water = { kind: 'unit', id: 'water' } as const
const asked = { id: 'd2', key: 'decideReturn', state: 'open', holder: { kind: 'county', id: 'county' }, asker: water } as unknown as Duty
const after = (state: Duty['state']) => ({ record: { duties: [{ ...asked, state }] } }) as unknown as Moved

test('who goes on as if he had asked for nothing is told that his request falls away', () => {
  expect(givenUp([asked], after('void'), sitting('unit', 'water'))).toEqual([asked])
  // Answered or still waiting, somebody else’s, or no request at all: nothing is given up.
  expect(givenUp([asked], after('done'), sitting('unit', 'water'))).toEqual([])
  expect(givenUp([asked], after('open'), sitting('unit', 'water'))).toEqual([])
  expect(givenUp([asked], after('void'), sitting('township', 'xinan'))).toEqual([])
  expect(givenUp([{ ...asked, state: 'void' }], after('void'), sitting('unit', 'water'))).toEqual([])
  const { asker: _, ...own } = asked
  expect(givenUp([own], after('void'), sitting('unit', 'water'))).toEqual([])
})
