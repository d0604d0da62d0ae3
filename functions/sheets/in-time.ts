import { Script } from 'node:vm'

const work = Symbol.for('duban.work')
const script = new Script("globalThis[Symbol.for('duban.work')]()")

/** Does synchronous work, and ends it when it lasts longer than so many seconds; undefined then. */
export function inTime<T>(seconds: number, task: () => T): T | undefined {
  const place = globalThis as { [work]?: () => T }
  place[work] = task
  try {
    return script.runInThisContext({ timeout: seconds * 1000 }) as T
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined
    throw error
  } finally {
    delete place[work]
  }
}
