import { expect, test } from 'vitest'
import { checkChain } from '../../functions/api/chain.ts'
import { seal } from '../../functions/store/seal.ts'
import type { EventDraft } from '../../shared/engine/moved.ts'

const draft: EventDraft = {
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
const first = seal(draft, 1, now)
const { secret } = first
const second = seal(draft, 2, now, { head: first.event.hash, secret })
const third = seal(draft, 3, now, { head: second.event.hash, secret })
const [one, two, three] = [first.event, second.event, third.event]
const record = { head: three.hash, version: 3, secret }

test('a record whose events stand as they were written checks', () => {
  expect(checkChain(record, [one, two, three])).toEqual({ ok: true, count: 3 })
})

test('an event that was changed, cut off or added does not, and is named', () => {
  expect(checkChain(record, [one, { ...two, to: 'closed' }, three])).toEqual({ ok: false, count: 3, brokenAt: 2 })
  expect(checkChain(record, [one, two])).toEqual({ ok: false, count: 2, brokenAt: 2 })
  expect(checkChain({ ...record, head: two.hash, version: 2 }, [one, two, three])).toEqual({ ok: false, count: 3, brokenAt: 2 })
})
