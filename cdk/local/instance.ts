import { randomUUID } from 'node:crypto'
import type { Writable } from 'node:stream'
import { Worker } from 'node:worker_threads'

export type FunctionSpec = { name: string; bundle: string; env: Record<string, string>; seconds: number; memory: number; log: Writable }
export type Instance = { take: (event: unknown) => Promise<unknown>; alive: () => boolean; stop: () => Promise<unknown> }

/** A function ended with an error of its own, was too slow, or fell. */
class FunctionFault extends Error {}

/** Starts one instance of a function in a thread with an environment of its own. */
export async function startInstance({ name, bundle, env, seconds, memory, log }: FunctionSpec): Promise<Instance> {
  let alive = true
  const worker = new Worker(new URL('./instance-thread.ts', import.meta.url), {
    workerData: { bundle, name, memory },
    env,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  worker.stdout.pipe(log, { end: false })
  worker.stderr.pipe(log, { end: false })
  const gone = new Promise<never>((_, fail) => {
    worker.once('error', (error) => fail(new FunctionFault(`${name} fell: ${error instanceof Error ? error.stack : error}`)))
    worker.once('exit', (code) => fail(new FunctionFault(`${name} ended with ${code}`)))
  })
  gone.catch(() => {
    alive = false
  })
  const next = <T>() => Promise.race([new Promise<T>((said) => worker.once('message', said)), gone])
  await next()
  return { take, alive: () => alive, stop: () => worker.terminate() }

  async function take(event: unknown): Promise<unknown> {
    const answered = next<{ answer?: string; fault?: string }>()
    worker.postMessage({ event, id: randomUUID(), until: Date.now() + seconds * 1000 })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new FunctionFault(`${name} took longer than its ${seconds} s`)), seconds * 1000)
    })
    try {
      const { answer, fault } = await Promise.race([answered, late])
      if (fault !== undefined) throw new FunctionFault(`${name}: ${fault}`)
      return JSON.parse(answer ?? 'null')
    } catch (error) {
      // Lambda keeps an instance whose handler threw, and ends one that was too slow.
      if (error instanceof FunctionFault && error.message.includes('took longer')) await worker.terminate()
      throw error
    } finally {
      clearTimeout(timer)
    }
  }
}
