import type { TestProject } from 'vitest/node'
import { dynamo, files, mail, type Parts, people } from './platform.ts'

declare module 'vitest' {
  interface ProvidedContext {
    parts: Parts
  }
}

// Once per project: real parts for its tests, thrown away afterwards.
export default async function setup(project: TestProject): Promise<() => Promise<unknown>> {
  const parts = await Promise.all([dynamo(), mail(), people(), files()])
  const [database, post, pool, store] = parts.map((part) => part.endpoint)
  project.provide('parts', { dynamo: database, mail: post, people: pool, files: store } as Parts)
  return () => Promise.all(parts.map((part) => part.stop()))
}
