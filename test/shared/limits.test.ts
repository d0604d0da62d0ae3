import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const own = /^\s*\}, ?[\d_]+\)|\b(?:testTimeout|hookTimeout|timeout): ?[1-9]/m

test('no test has a limit of its own: how fast a machine is decides nothing', () => {
  const sources = globSync('test/**/*.test.{ts,tsx}').filter((file) => file !== 'test/shared/limits.test.ts')
  expect(sources.length).toBeGreaterThan(80)
  expect(sources.filter((file) => own.test(readFileSync(file, 'utf8')))).toEqual([])
})
