import { expect, test } from 'vitest'
import { lateAtOnce } from '../../../admin/ledger/act/late-at-once.ts'
import { looksAround } from '../../../admin/ledger/form/likeness.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { world } from '../../cast.ts'

const of = (key: string) => ledgers.find((ledger) => ledger.key === key) ?? expect.fail(key)
const late = (key: string, step: string, data: object) =>
  lateAtOnce(ledgers, of(key), step, [], data as never, { today: '2026-11-24', world }).map(({ duty, day }) => `${duty.zh} ${day}`)

test('what a step opens for others by a day that has passed is told before it is taken', () => {
  const [step = ''] = Object.keys(of('rounds').transitions).filter((key) => of('rounds').transitions[key]?.creates)
  expect(late('rounds', step, { until: '2026-11-11' }).length).toBeGreaterThan(0)
  expect(late('rounds', step, { until: '2026-12-11' })).toEqual([])
  expect(late('trainings', 'open', { startOn: '2026-11-30' }).join()).toContain('2026-11-20')
  expect(late('trainings', 'open', { startOn: '2026-12-30' })).toEqual([])
})

test('what is made, or owed, only in other cases than this one is no doubt of this one', () => {
  const step = (when: object[]) => ({
    ...of('rounds'),
    transitions: { make: { creates: [{ ledger: 'sheet', fill: { kind: '@kind', until: '@until', rank: { put: 'high' } }, when }] } },
  })
  const opens = [
    {
      duty: 'reply',
      when: [
        { field: 'kind', is: 'bill' },
        { field: 'rank', is: 'high' },
      ],
    },
  ]
  const sheet = { key: 'sheet', born: { opens }, duties: { reply: { label: { zh: '答复', en: 'Reply' }, due: { on: '@until' } } } }
  const told = (kind: string, when: object[] = []) =>
    lateAtOnce([sheet] as never, step(when) as never, 'make', [], { kind, until: '2026-11-11' }, { today: '2026-11-24', world }).length
  expect([told('bill'), told('report'), told('bill', [{ field: 'kind', not: 'bill' }])]).toEqual([1, 0, 0])
})

test('so is what it owes by then itself', () => {
  const duty = { key: 'notify', dueOn: '2026-11-20', openedOn: '2026-11-24' }
  const told = (dueOn: string) =>
    lateAtOnce(ledgers, of('meetings'), 'notify', [{ ...duty, dueOn }], {}, { today: '2026-11-24', world }).length
  expect([told('2026-11-20'), told('2026-11-24')]).toEqual([1, 0])
})

test('nobody is asked whether a part was written twice, of all definitions', () => {
  const parts = ledgers.filter(({ part }) => part)
  for (const part of parts) expect(Object.keys(part.transitions).filter((step) => looksAround(part, step))).toEqual([])
})
