import { expect, test } from 'vitest'
import type { Duty } from '../../shared/duty.ts'
import { replay } from '../../shared/engine/replay.ts'
import type { LedgerEvent } from '../../shared/event.ts'

const unit = { kind: 'unit', id: 'water' } as const
const blank = { changes: {}, said: {}, opened: [], discharged: [], voided: [], moved: [], created: [] }
let seq = 0
const event = (to: string, more: Partial<LedgerEvent>): LedgerEvent => {
  seq += 1
  const by = { id: 'p', name: '某', office: unit }
  return { form: 2, seq, at: '', on: '2026-03-02', by, transition: 'step', from: null, to, prev: '', hash: '', ...blank, ...more }
}
const owed = (id: string, dueOn: string | null) => ({ id, key: 'reply', holder: unit, dueOn }) satisfies Partial<Duty>

test('a record is what its events say, one after the other', () => {
  seq = 0
  const events = [
    event('open', { changes: { title: { old: null, new: '修路' }, note: { old: null, new: '急' } }, opened: [owed('d1', '2026-06-02')] }),
    event('open', { changes: { title: { old: '修路', new: '修桥' }, note: { old: '急', new: null } } }),
    event('open', { moved: [{ id: 'd1', from: '2026-06-02', to: '2026-07-02' }], opened: [owed('d2', null), owed('d3', '2026-05-01')] }),
    event('done', { discharged: ['d1'], voided: ['d3'] }),
  ]
  const { state, version, data, duties } = replay(events)
  expect({ state, version, data }).toEqual({ state: 'done', version: 4, data: { title: '修桥' } })
  expect([...duties.values()]).toEqual([
    { id: 'd1', dueOn: '2026-07-02', state: 'done' },
    { id: 'd2', dueOn: null, state: 'owed' },
    { id: 'd3', dueOn: '2026-05-01', state: 'void' },
  ])
})

test('what was taken back counts for no duty, and its fields stand as the taking back says', () => {
  seq = 0
  const events = [
    event('open', { changes: { title: { old: null, new: '修路' } }, opened: [owed('d1', '2026-06-02')] }),
    event('done', { changes: { reply: { old: null, new: '已修' } }, discharged: ['d1'], opened: [owed('d2', '2026-06-20')] }),
    event('open', { transition: 'undo', undoes: 2, changes: { reply: { old: '已修', new: null } }, voided: ['d2'] }),
  ]
  const { state, data, duties } = replay(events)
  expect([state, data]).toEqual(['open', { title: '修路' }])
  expect([...duties.values()]).toEqual([{ id: 'd1', dueOn: '2026-06-02', state: 'owed' }])
})
