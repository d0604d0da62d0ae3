import { expect, test } from 'vitest'
import { recordAsOf } from '../../shared/engine/as-of.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'

const unit = { kind: 'unit', id: 'water' } as const
const blank = { changes: {}, said: {}, opened: [], discharged: [], voided: [], moved: [], created: [] }
const event = (seq: number, on: string, transition: string, to: string, more: Partial<LedgerEvent>): LedgerEvent => {
  const by = { id: 'p', name: '某', office: unit }
  return { form: 2, seq, at: '', on, by, transition, from: null, to, prev: '', hash: '', ...blank, ...more }
}
const owed = { id: 'd1', key: 'reply', holder: unit, dueOn: '2026-06-02' }
const events = [
  event(1, '2026-03-02', 'create', 'draft', { changes: { title: { old: null, new: '修路' } } }),
  event(2, '2026-03-03', 'assign', 'open', { opened: [owed] }),
  event(3, '2026-05-06', 'extend', 'open', { moved: [{ id: 'd1', from: '2026-06-02', to: '2026-07-02' }] }),
  event(4, '2026-06-20', 'answer', 'done', { changes: { reply: { old: null, new: '已修' } }, discharged: ['d1'] }),
]
const record = {
  state: 'done',
  version: 4,
  number: '2026-0001',
  data: { title: '修路', reply: '已修' },
  duties: [{ ...owed, dueOn: '2026-07-02', state: 'done', openedOn: '2026-03-03', doneOn: '2026-06-20' }],
  took: { assign: { person: 'p', on: '2026-03-03' }, extend: { person: 'p', on: '2026-05-06' }, answer: { person: 'p', on: '2026-06-20' } },
} as unknown as LedgerRecord

test('a record stands on a day as what had happened until its end left it', () => {
  expect(recordAsOf(record, events, '2026-03-01')).toBeNull()
  expect(recordAsOf(record, events, '2026-03-02')).toMatchObject({ state: 'draft', version: 1, duties: [], took: {} })
  const spring = recordAsOf(record, events, '2026-05-05')
  expect(spring).toMatchObject({
    state: 'open',
    number: '2026-0001',
    data: { title: '修路' },
    duties: [{ dueOn: '2026-06-02', state: 'open' }],
  })
  expect(spring?.duties[0]).not.toHaveProperty('doneOn')
  expect(Object.keys(spring?.took ?? {})).toEqual(['assign'])
  expect(recordAsOf(record, events, '2026-05-06')?.duties).toMatchObject([{ dueOn: '2026-07-02', state: 'open' }])
})

test('on the day of its last event it is what it is', () => {
  expect(recordAsOf(record, events, '2026-06-20')).toBe(record)
})
