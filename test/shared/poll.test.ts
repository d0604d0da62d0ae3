import { expect, test } from 'vitest'
import { pollOutcomes } from '../../shared/engine/poll.ts'
import { fc, holds } from '../property.ts'

const rows = (...votes: number[]) => votes.map((each, at) => ({ id: `c${at + 1}`, for: each }))

test.each([
  ['more than half of all and the most votes are chosen', 100, 2, [80, 70, 60, 20], ['elected', 'elected', 'lost', 'lost']],
  ['half of all is not enough', 100, 3, [80, 50, 51], ['elected', 'lost', 'elected']],
  ['fewer pass than there are seats: no seat is filled without a majority', 100, 3, [80, 40, 30, 20], ['elected', 'lost', 'lost', 'lost']],
  ['a tie at the last seat goes to a run-off', 100, 2, [80, 60, 60, 20], ['elected', 'tied', 'tied', 'lost']],
  ['a tie above the last seat does not', 100, 2, [60, 60, 55], ['elected', 'elected', 'lost']],
  ['all may tie', 100, 1, [60, 60], ['tied', 'tied']],
] as const)('%s', (_, all, seats, votes, wanted) => {
  expect(Object.values(pollOutcomes(all, seats, rows(...votes)))).toEqual(wanted)
})

test('never are more chosen than seats, nobody without a majority, and nobody before one with more votes', () =>
  holds(
    [
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 40 }),
    ],
    (all, seats, votes) => {
      const counted = rows(...votes)
      const outcomes = pollOutcomes(all, seats, counted)
      const of = (outcome: string) => counted.filter(({ id }) => outcomes[id] === outcome)
      const [elected, tied, lost] = [of('elected'), of('tied'), of('lost')]
      expect(elected.length).toBeLessThanOrEqual(seats)
      expect(tied.length === 0 || elected.length + tied.length > seats).toBe(true)
      for (const row of [...elected, ...tied]) expect(2 * row.for).toBeGreaterThan(all)
      const least = Math.min(...elected.map((row) => row.for))
      for (const row of [...tied, ...lost.filter((each) => 2 * each.for > all)]) expect(row.for).toBeLessThan(least)
      expect(new Set(tied.map((row) => row.for)).size).toBeLessThanOrEqual(1)
    },
  ))
