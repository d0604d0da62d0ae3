import { expect, test } from 'vitest'
import { checkChain } from '../../functions/api/chain.ts'
import { seal } from '../../functions/store/seal.ts'
import type { EventDraft } from '../../shared/engine/moved.ts'

const draft: EventDraft = {
  form: 1,
  on: '2026-03-02',
  by: { id: 'p', name: '张三', office: { kind: 'county', id: 'county' } },
  transition: 'edit',
  from: null,
  to: 'open',
  changes: {},
  said: {},
  opened: [],
  discharged: [],
  voided: [],
  moved: [],
  created: [],
}
const now = new Date('2026-03-02T04:00:00Z')
const first = seal(draft, 1, now, '')
const second = seal(draft, 2, now, first.hash)
const third = seal(draft, 3, now, second.hash)
const record = { head: third.hash, version: 3 }

test('a record whose events stand as they were written checks', () => {
  expect(checkChain(record, [first, second, third])).toEqual({ ok: true, count: 3 })
})

test('an event that was changed, cut off or added does not, and is named', () => {
  expect(checkChain(record, [first, { ...second, to: 'closed' }, third])).toEqual({ ok: false, count: 3, brokenAt: 2 })
  expect(checkChain(record, [first, second])).toEqual({ ok: false, count: 2, brokenAt: 2 })
  expect(checkChain({ head: second.hash, version: 2 }, [first, second, third])).toEqual({ ok: false, count: 3, brokenAt: 2 })
})
