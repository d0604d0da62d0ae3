import { expect, test } from 'vitest'
import { pauseOf } from '../../admin/parts/useOnceTyped.ts'

test('most of the 300 ms from the last key to the answer are left for the answer, and nearly all when a word is whole', () => {
  expect(pauseOf(false)).toBeLessThanOrEqual(150)
  expect(pauseOf(true)).toBeLessThanOrEqual(50)
  expect(pauseOf(true, 1000)).toBe(pauseOf(true))
  expect(pauseOf(false, 1000)).toBe(1000)
})
