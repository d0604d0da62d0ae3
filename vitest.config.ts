import { defineConfig } from 'vitest/config'

const parts = './test/parts.ts'
// The local parts' only account, in the words of the AWS SDK.
const env = { AWS_REGION: 'local', AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }

export default defineConfig({
  test: {
    env,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'shared', include: ['test/shared/**/*.test.ts'] } },
      { extends: true, test: { name: 'functions', include: ['test/functions/**/*.test.{ts,tsx}'], globalSetup: [parts] } },
      { extends: true, test: { name: 'cdk', include: ['test/cdk/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 240_000 } },
      { extends: true, test: { name: 'admin', include: ['test/admin/**/*.test.{ts,tsx}'], testTimeout: 120_000, hookTimeout: 240_000 } },
      {
        extends: true,
        test: { name: 'whole', include: ['test/*.test.ts'], testTimeout: 240_000, hookTimeout: 300_000, globalSetup: [parts] },
      },
    ],
  },
})
