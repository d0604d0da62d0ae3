import { tmpdir } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Part } from './database.ts'

/** Starts an emulator in a thread of its own, which ends with this process; the thread says `{ port }` when it listens. */
export async function startThread(file: URL, data: object, env: Record<string, string> = {}): Promise<Part> {
  const worker = new Worker(file, { workerData: data, env: { ...plainEnv(), ...env }, execArgv: [] })
  const port = await new Promise<number>((ready, fail) => {
    worker.once('message', (message: { port: number }) => ready(message.port))
    worker.once('error', fail)
    worker.once('exit', (code) => fail(new Error(`${file.pathname} ended with ${code} before it listened`)))
  })
  worker.on('error', (error) => {
    throw error
  })
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      const gone = new Promise((ended) => worker.once('exit', ended))
      worker.postMessage('stop')
      const late = setTimeout(() => void worker.terminate(), 2000)
      await gone
      clearTimeout(late)
    },
  }
}

/** What a thread may see of our environment: nothing of the caller's credentials or of the test runner. */
export function plainEnv(): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TMPDIR: tmpdir() }
}
