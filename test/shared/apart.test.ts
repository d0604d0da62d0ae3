import { expect, test } from 'vitest'
import { create } from '../../shared/engine/creation.ts'
import { transition } from '../../shared/engine/transition.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { alone, county, water, world, xinan } from '../cast.ts'

const day = '2026-03-02'
type Step = [string, object, typeof county]
const along = (...steps: Step[]): LedgerRecord => {
  const born = create(suggestions, { id: 'r1', township: 'xinan', data: { title: '修路', body: '坏了' } }, xinan, day, world)
  if (isRefusal(born)) throw new Error(born.sentence.zh)
  return steps.reduce((record, [name, given, who]) => {
    const moved = transition(suggestions, record, name, given as Record<string, unknown>, who, day, world, alone)
    if (isRefusal(moved)) throw new Error(`${name}: ${moved.sentence.zh}`)
    return moved.record
  }, born.record)
}
const begun: Step[] = [
  ['submit', {}, xinan],
  ['register', {}, county],
]
const owed = ({ duties }: LedgerRecord) => duties.filter(({ state }) => state === 'open').map(({ key, holder }) => `${key} ${holder.id}`)

test('a unit that leads does not help itself', () => {
  const assigned = along(...begun, ['assign', { lead: 'water', co: ['water', 'housing'] }, county])
  expect(assigned.data.co).toEqual(['housing'])
  expect(owed(assigned)).toEqual(['accept water', 'coOpinion housing', 'reply water'])
  expect(along(...begun, ['assign', { lead: 'water', co: ['water'] }, county]).data).not.toHaveProperty('co')
})

test('one that helped and comes to lead owes no opinion any more', () => {
  const moved = along(
    ...begun,
    ['assign', { lead: 'water', co: ['urban', 'housing'] }, county],
    ['accept', {}, water],
    ['reassign', { lead: 'urban' }, county],
  )
  expect(moved.data).toMatchObject({ lead: 'urban', co: ['housing'] })
  expect(owed(moved)).toEqual(['coOpinion housing', 'reply urban'])
})
