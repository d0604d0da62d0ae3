import { expect, test } from 'vitest'
import type { Shown } from '../../../admin/data.ts'
import { lateOffices } from '../../../admin/ledger/list/late.ts'
import { county, leader, water, xinan } from '../../cast.ts'

const duty = (kind: string, id: string, dueOn: string, overdue = true) => ({
  id: `${id}-${dueOn}`,
  state: 'open',
  holder: { kind, id },
  dueOn,
  overdue,
})
const record = (id: string, township: string, ...duties: object[]) => ({ id, township, duties }) as unknown as Shown
const records = [
  record('a', 'xinan', duty('unit', 'water', '2026-06-02'), duty('county', 'county', '2026-06-01')),
  record(
    'b',
    'bailu',
    duty('unit', 'water', '2026-05-02'),
    duty('township', 'bailu', '2026-06-01'),
    duty('unit', 'urban', '2026-09-01', false),
  ),
]
const told = (scope: typeof county) =>
  lateOffices(records, scope).map(({ holder, late }) => [holder.id, ...late.map((each) => each.record.id)])

test('the county urges everybody else who is late, each office once, the worst first', () => {
  expect(told(county)).toEqual([
    ['water', 'b', 'a'],
    ['bailu', 'b'],
  ])
})

test('a township urges about its own items, a unit and the leader nobody', () => {
  expect(told(xinan)).toEqual([
    ['water', 'a'],
    ['county', 'a'],
  ])
  expect(told(water)).toEqual([])
  expect(told(leader)).toEqual([])
})
