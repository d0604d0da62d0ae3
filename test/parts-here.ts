import { inject } from 'vitest'
import type { Parts } from './platform.ts'

/**
 * Where the throw-away parts of a test run answer. Each worker has a database of its own: one does a single thing at a time, and two workers kept each other
 * waiting for more than a core of it.
 */
export function partsHere(): Parts {
  const { dynamos, ...rest } = inject('parts')
  return { ...rest, dynamo: dynamos[Number(process.env.VITEST_POOL_ID) % dynamos.length] ?? '' }
}
