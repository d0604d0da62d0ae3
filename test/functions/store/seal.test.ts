import { expect, test } from 'vitest'
import { brokenAt, GENESIS, seal } from '../../../functions/store/seal.ts'
import type { EventDraft } from '../../../shared/engine/moved.ts'

const now = new Date('2026-03-02T04:00:00Z')
const draft = (transition: string): EventDraft => ({
  form: 1,
  on: '2026-03-02',
  by: { id: 'p', name: '张三', office: { kind: 'county', id: 'county' } },
  transition,
  from: null,
  to: 'open',
  changes: {},
  said: {},
  opened: [],
  discharged: [],
  voided: [],
  moved: [],
  created: [],
})
const first = seal(draft('create'), 1, now, '')
const second = seal(draft('edit'), 2, now, first.hash)
const third = seal(draft('close'), 3, now, second.hash)

test('a chain holds from its beginning', () => {
  expect(first.prev).toBe(GENESIS)
  expect(brokenAt([first, second, third])).toBe(null)
  expect(brokenAt([])).toBe(null)
})

test('a changed, a missing and a forged event break it, even when sealed again', () => {
  expect(brokenAt([first, { ...second, said: { note: '改' } }, third])).toBe(2)
  expect(brokenAt([first, third])).toBe(3)
  expect(brokenAt([first, seal(draft('forged'), 2, now, first.hash), third])).toBe(3)
  expect(brokenAt([seal(draft('forged'), 1, now, ''), second, third])).toBe(2)
})
