import { expect, test } from 'vitest'
import { sortGiven } from '../../shared/engine/given.ts'
import { valueFaults } from '../../shared/engine/values.ts'
import type { Row } from '../../shared/record.ts'
import { world } from '../cast.ts'
import { inspections } from './small-ledgers.ts'

const rows = (given: object[], before: Row[]): string[] =>
  (sortGiven(inspections, ['points'], { points: given }, { points: before }, 'given', world).data.points as Row[]).map(({ id }) => id)
const fresh = { what: '通道堵塞', unit: 'water' }

test('a row keeps its id, and a new one never takes that of a row that has been before it', () => {
  expect(rows([fresh, fresh], [])).toEqual(['i1', 'i2'])
  expect(rows([{ id: 'i1', ...fresh }, fresh], [{ id: 'i1', ...fresh }])).toEqual(['i1', 'i2'])
  expect(rows([fresh], [{ id: 'i3', ...fresh }])).toEqual(['i4'])
  expect(rows([{ id: 'i9', ...fresh }], [])).toEqual(['i1'])
})

test('who is named is no longer than an id, since he is looked up by it', () => {
  const field = { kind: 'person', of: 'county', label: { zh: '责任人', en: 'Person responsible' } } as const
  const faults = (value: unknown) => valueFaults(field, value, 'given.person', world).map(({ path }) => path)
  expect([faults('p-county'), faults('p'.repeat(64))]).toEqual([[], []])
  for (const value of ['', 'p'.repeat(65), 'p'.repeat(60_000), 5, ['p-county']]) expect(faults(value)).toEqual(['given.person'])
})
