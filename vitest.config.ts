import { randomInt } from 'node:crypto'
import { defineConfig } from 'vitest/config'

const parts = './test/parts.ts'
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
    projects: [
      { extends: true, test: { name: 'shared', include: ['test/shared/**/*.test.ts'] } },
      { extends: true, test: { name: 'functions', include: ['test/functions/**/*.test.{ts,tsx}'], globalSetup: [parts] } },
      { extends: true, test: { name: 'cdk', include: ['test/cdk/**/*.test.ts'] } },
      { extends: true, test: { name: 'admin', include: ['test/admin/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'whole', include: ['test/*.test.ts'], globalSetup: [parts] } },
    ],
  },
})
