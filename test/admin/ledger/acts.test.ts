import { expect, test } from 'vitest'
import { arrange } from '../../../admin/ledger/acts.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../../shared/scope.ts'

const holder = { kind: 'unit' as const, id: 'water' }
const transitions = [
  { key: 'answer', possible: true, discharges: ['d1'] },
  { key: 'askExtension', possible: true },
  { key: 'plate', possible: true },
]
const shown = { state: 'handling', data: { lead: 'water' }, took: {}, may: { edit: [], transitions } }
const owing = (key: string) => ({ ...shown, duties: [{ id: 'd1', key, holder, state: 'open', dueOn: '2026-06-02' }] })
const water: Scope = { person: 'p-water', name: '联络员', role: 'liaison', office: holder }
const outlined = (key: string) =>
  arrange(suggestions, owing(key) as unknown as Parameters<typeof arrange>[1], water).secondary.map((act) => act.key)

test('beside the button that answers a duty stands the one that asks for more time for it, and what nobody asked for does not', () => {
  expect(outlined('reply')).toEqual(['askExtension'])
  expect(outlined('accept')).toEqual([])
})
