import { globSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fc, holds } from '../property.ts'

const told = (error: unknown) => (error as Error).message
const seed = /seed: (-?\d+), path: "([\d:]+)"/
const below = (bound: number) => holds([fc.nat()], (number) => expect(number).toBeLessThan(bound))

beforeEach(() => vi.stubEnv('PROPERTY_SEED', undefined))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test('no property runs but through the one door that tells how to run it again', () => {
  const sources = globSync(['test/**/*.{ts,tsx}', 'test/*.ts']).filter((file) => file !== 'test/property.ts')
  expect(sources.length).toBeGreaterThan(80)
  expect(sources.filter((file) => readFileSync(file, 'utf8').includes(['fast', 'check'].join('-')))).toEqual([])
})

test('a property that does not hold names its seed, its path, what broke it and the command that repeats it', async () => {
  const said = await below(1000).catch(told)
  const [, first, path] = seed.exec(String(said)) ?? []
  expect(said).toContain('Counterexample: [1000]')
  expect(said).toContain(`PROPERTY_SEED=${first} PROPERTY_PATH=${path} npx vitest run test/shared/property.test.ts -t '`)
  expect(await below(1000).catch(told)).toBe(said)

  vi.stubEnv('PROPERTY_SEED', first)
  vi.stubEnv('PROPERTY_PATH', path)
  const again = await below(1000).catch(told)
  expect(again).toContain('failed after 1 tests')
  expect(again).toContain('Counterexample: [1000]')
})

test('what only the seed of the day finds is told, and reddens nothing', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  let asked = 0
  await holds([fc.nat()], () => expect(++asked).toBeLessThanOrEqual(100))
  expect(warned.mock.calls.flat().join()).toMatch(/PROPERTY_SEED=-?\d+ PROPERTY_PATH=[\d:]+ npx vitest run/)

  vi.stubEnv('PROPERTY_SEED', '7')
  await expect(holds([fc.nat()], () => expect.fail('always'))).rejects.toThrow('seed: 7')
})
