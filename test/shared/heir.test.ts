import { expect, test } from 'vitest'
import { handOver } from '../../shared/engine/hand-over.ts'
import { transition } from '../../shared/engine/transition.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { alone, world } from '../cast.ts'

const bureau = (id: string, more: object = {}) => ({ id, kind: 'unit' as const, name: { zh: id, en: id }, ...more })
const merged = {
  ...world,
  offices: [
    ...world.offices.filter(({ kind }) => kind !== 'unit'),
    bureau('water'),
    bureau('urban'),
    bureau('housing', { closed: true, successor: 'urban' }),
  ],
}
const urban: Scope = { person: 'p-urban', name: '刘长东', role: 'clerk', office: { kind: 'unit', id: 'urban' } }
const why = {
  basis: { zh: '一个月', en: 'a month' },
  rule: { months: 1 },
  length: { months: 1 },
  start: '2026-03-02',
  skipped: [],
  worked: [],
  pauses: [],
  extensions: [],
}
const co = (id: string, office: string, state: 'open' | 'done' = 'open') => ({
  id,
  key: 'coOpinion',
  holder: { kind: 'unit', id: office },
  openedOn: '2026-03-02',
  dueOn: '2026-04-02',
  state,
  why,
})
const record = (duties: object[]) =>
  ({
    id: 'r1',
    ledger: 'suggestions',
    township: 'xinan',
    state: 'handling',
    version: 5,
    year: 2026,
    data: { title: '修路', lead: 'water', co: ['housing'] },
    duties,
    took: {},
    head: '',
    readers: [],
    createdBy: urban,
    createdAt: '',
    updatedAt: '',
  }) as unknown as LedgerRecord

test('what a bureau owed that was merged is done by its successor, before the hand-over has come to it', () => {
  const moved = transition(suggestions, record([co('d1', 'housing')]), 'coReply', { opinion: '同意' }, urban, '2026-03-05', merged, alone)
  expect(isRefusal(moved) ? moved.sentence.zh : moved.event.discharged).toEqual(['d1'])
})

test('both his own and the one of the bureau that he took over', () => {
  const both = record([co('d1', 'housing'), co('d2', 'urban')])
  const moved = transition(suggestions, both, 'coReply', { opinion: '同意' }, urban, '2026-03-05', merged, alone)
  expect(isRefusal(moved) ? moved.sentence.zh : moved.event.discharged).toEqual(['d1', 'd2'])
})

test('who takes over a bureau that helped him leads alone, and owes himself no opinion', () => {
  const own = { ...record([co('d1', 'housing')]), data: { title: '修路', lead: 'urban', co: ['housing', 'water'] } }
  const handed = handOver(suggestions, own, { kind: 'unit', from: 'housing', to: 'urban' }, urban, '2026-03-05', merged)
  expect(handed?.record.data).toMatchObject({ lead: 'urban', co: ['water'] })
  expect(handed?.record.duties.map(({ holder, state }) => [holder.id, state])).toEqual([
    ['housing', 'void'],
    ['urban', 'void'],
  ])
})
