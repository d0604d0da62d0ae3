import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Part } from './database.ts'

/** Runs the function of that name; throws when the run failed, undefined where there is no such function. */
export type Run = (name: string, event: unknown) => Promise<unknown> | undefined
type Given = {
  run: Run
  /** Takes what failed each time. */
  bury: (name: string, event: unknown, reason: string) => void
  /** How long to wait before each further try, in milliseconds. */
  waits?: number[]
}

const PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/
/** Lambda's least bound on an event of which nobody awaits the outcome. */
const MOST = 256 * 1024

/** Which function a request to Lambda's API calls; undefined when it asks for something else. */
export function calledBy(path: string): string | undefined {
  const [, name] = PATH.exec(path) ?? []
  return name && decodeURIComponent(name)
}

/** Lambda's asynchronous invocations: each is answered at once and run in its own time; one that fails is tried again after a minute, and after two more. */
export async function startCalls({ run, bury, waits = [60_000, 120_000] }: Given): Promise<Part> {
  const ending = new AbortController()
  const server = createServer(async (request, response) => {
    const say = (status: number, type: string, message: string) =>
      void response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type }).end(JSON.stringify({ message }))
    const body = Buffer.concat(await request.toArray())
    const name = calledBy(request.url ?? '')
    if (name === undefined || request.headers['x-amz-invocation-type'] !== 'Event')
      return say(400, 'InvalidParameterValueException', 'This machine calls functions asynchronously only')
    if (body.length > MOST) return say(413, 'RequestTooLargeException', 'The event is too large for a call that nobody waits for')
    const event = JSON.parse(body.toString() || '{}')
    const begun = run(name, event)
    if (!begun) return say(404, 'ResourceNotFoundException', `Function not found: ${name}`)
    response.writeHead(202).end()
    await tried(name, event, begun)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stop: async () => {
      ending.abort()
      server.closeAllConnections()
      server.close()
    },
  }

  async function tried(name: string, event: unknown, first: Promise<unknown>): Promise<void> {
    for (let tries = 0, going: Promise<unknown> | undefined = first; ; tries += 1) {
      const fault = await Promise.resolve(going).then(
        () => undefined,
        (error: Error) => error,
      )
      if (!fault || ending.signal.aborted) return
      process.stderr.write(`${name}: ${fault.message}\n`)
      const wait = waits[tries]
      if (wait === undefined) return bury(name, event, fault.message)
      await sleep(wait, undefined, { signal: ending.signal, ref: false }).catch(() => undefined)
      if (ending.signal.aborted) return
      going = run(name, event)
    }
  }
}
