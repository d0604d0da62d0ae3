import type { Part } from './database.ts'
import { freePort } from './ports.ts'
import { startThread } from './worker.ts'

/** A Cognito for user pools whose accounts live in `folder`. */
export async function startPeople(folder: string): Promise<Part> {
  return startThread(new URL('./people-thread.ts', import.meta.url), { port: await freePort(), folder })
}
