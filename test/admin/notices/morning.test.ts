import { expect, test } from 'vitest'
import { isPast, type MorningProof, morningOf } from '../../../admin/notices/notices.ts'

const proof: MorningProof = {
  date: '2026-11-30',
  at: '2026-11-30T00:30:00Z',
  duties: 46,
  sent: 46,
  planned: 0,
  suppressed: 0,
  mails: 40,
  faults: [],
}

test('a morning of which nothing is known yet is not told as one of which nothing is owed', () => {
  expect(morningOf(null, null, undefined)).toBeUndefined()
  expect(morningOf(null, undefined, { planned: 3 })).toBeUndefined()
  expect(morningOf(null, { ...proof, duties: 0 }, undefined)).toBeUndefined()
  expect(morningOf(null, null, { planned: 58 })).toEqual({ rest: null, proof: null, waiting: 58 })
  expect(morningOf(null, proof, undefined)).toEqual({ rest: null, proof, waiting: 0 })
  expect(morningOf('元旦', null, undefined)).toEqual({ rest: '元旦', proof: null, waiting: 0 })
})

test('a run of today is missed only once it should have ended, by the clock of the county and on its own day', () => {
  expect(isPast('2026-11-30', new Date('2026-11-30T00:20:00Z'))).toBe(false)
  expect(isPast('2026-11-30', new Date('2026-11-30T01:10:00Z'))).toBe(true)
  expect(isPast('2026-12-01', new Date('2026-11-30T15:10:00Z'))).toBe(false)
  expect(isPast('2026-06-05', new Date('2026-11-30T03:00:00Z'))).toBe(false)
})
