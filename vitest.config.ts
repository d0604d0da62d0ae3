import { randomInt } from 'node:crypto'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/order.ts'
import { attributing } from './test/roles/attributing.ts'

// The local parts' only account, in the words of the AWS SDK.
const env = { AWS_REGION: 'local', AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }
/** Ends what hangs for ever. How fast a machine is decides nothing: no test or hook has a limit of its own. */
const net = 30 * 60_000

export default defineConfig({
  test: {
    env,
    maxWorkers: 2,
    testTimeout: net,
    hookTimeout: net,
    teardownTimeout: net,
    provide: { seed: randomInt(2 ** 31) },
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'alone', isolate: false, include: ['test/{shared,admin}/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        plugins: [attributing],
        test: {
          name: 'parts',
          isolate: false,
          include: ['test/*.test.ts', 'test/{functions,deviations,cdk}/**/*.test.ts'],
          globalSetup: './test/parts.ts',
          setupFiles: ['./test/roles/fresh.ts', './test/roles/attributed.ts'],
          sequence: { setupFiles: 'list' },
        },
      },
    ],
  },
})
