import { randomInt } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { throwAwayLeftovers } from './test/leftovers.ts'
import { LongestFirst } from './test/order.ts'
import { attributing } from './test/roles/attributing.ts'

// The local parts' only account, in the words of the AWS SDK.
const env = { AWS_REGION: 'local', AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }
// A run of the tests; other tools only read this file.
if (process.env.VITEST) throwAwayLeftovers()

/** Ends what hangs for ever. How fast a machine is decides nothing: no test or hook has a limit of its own. */
const net = 30 * 60_000

const alone: TestProjectConfiguration = {
  extends: true,
  test: { name: 'alone', isolate: false, include: ['test/{shared,admin}/**/*.test.{ts,tsx}'] },
}

const withParts = (name: string, test: { include: string[]; exclude?: string[] }): TestProjectConfiguration => ({
  extends: true,
  plugins: [attributing],
  test: {
    ...test,
    name,
    isolate: false,
    globalSetup: './test/parts.ts',
    setupFiles: ['./test/roles/fresh.ts', './test/roles/attributed.ts'],
    sequence: { setupFiles: 'list' },
  },
})
const only = ['test/**/*.wide.test.ts']
/** What only a wide run has, and what goes through more in it (test/breadth.ts). */
const wide = () =>
  globSync('test/**/*.test.ts').filter((file) => file.endsWith('.wide.test.ts') || /\/breadth\.ts'/.test(readFileSync(file, 'utf8')))

export default defineConfig(({ mode }) => ({
  test: {
    env,
    maxWorkers: 2,
    testTimeout: net,
    hookTimeout: net,
    teardownTimeout: net,
    provide: { seed: randomInt(2 ** 31) },
    sequence: { sequencer: LongestFirst },
    projects:
      mode === 'wide'
        ? [withParts('wide', { include: wide() })]
        : [alone, withParts('parts', { include: ['test/*.test.ts', 'test/{functions,deviations,cdk}/**/*.test.ts'], exclude: only })],
  },
}))
