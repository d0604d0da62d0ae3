import { expect, test } from 'vitest'
import { seesAll } from '../../../admin/office/sees-all.ts'

test('another office’s page claims to be whole only to the county, to that office, and of a deputy to his township', () => {
  const unit = { kind: 'unit', id: 'water' } as const
  const township = { kind: 'township', id: 'xinan' } as const
  expect(seesAll({ kind: 'county', id: 'county' }, 'unit', 'education', undefined)).toBe(true)
  expect(seesAll(unit, 'unit', 'water', undefined)).toBe(true)
  expect(seesAll(unit, 'unit', 'education', undefined)).toBe(false)
  expect(seesAll(unit, 'township', 'xinan', 'xinan')).toBe(false)
  // A township may bear the id of a unit.
  expect(seesAll({ kind: 'township', id: 'water' }, 'unit', 'water', undefined)).toBe(false)
  expect(seesAll(township, 'deputy', 'p1', 'xinan')).toBe(true)
  expect(seesAll(township, 'deputy', 'p2', 'lidian')).toBe(false)
})
