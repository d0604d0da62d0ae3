import { once } from 'node:events'
import { createServer, type IncomingMessage, request as send } from 'node:http'

export type Faulty = {
  endpoint: string
  /**
   * Lets so many calls more through and refuses those after; `lost`: only what writes is counted, and the last of them is carried out, but its answer
   * never comes. (A question whose answer is lost is one that was not asked: `cut` is that.)
   */
  breakAfter: (calls: number, how?: 'cut' | 'lost') => void
  /** All calls pass again; answers whether any was refused. */
  mend: () => boolean
  /** How many calls came so far. */
  calls: () => number
  stop: () => void
}

/** A network before a real part that can be made to fail at any call. What is refused is refused in a way that the SDK does not try again. */
export async function faulty(target: string): Promise<Faulty> {
  const { hostname, port } = new URL(target)
  let left = Number.POSITIVE_INFINITY
  let lose = false
  let refused = 0
  let calls = 0
  const server = createServer(async (call, answer) => {
    const body = Buffer.concat(await call.toArray())
    calls += 1
    const place = lose && left > 0 && !writes(call) ? left + 1 : left--
    const say = () => {
      refused += 1
      const text = JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', message: 'Cut off by a test' })
      answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(text)
    }
    if (place <= 0) return say()
    const onward = send({ hostname, port, path: call.url, method: call.method, headers: call.headers }, async (given) => {
      const said = Buffer.concat(await given.toArray())
      if (lose && place === 1) return say()
      answer.writeHead(given.statusCode ?? 500, given.headers).end(said)
    })
    onward.once('error', () => answer.destroy())
    onward.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    breakAfter: (calls, how = 'cut') => {
      left = calls
      lose = how === 'lost'
      refused = 0
    },
    mend: () => {
      left = Number.POSITIVE_INFINITY
      return refused > 0
    },
    calls: () => calls,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const writes = ({ headers }: IncomingMessage): boolean =>
  /\.(Put|Update|Delete|BatchWrite|TransactWrite)Items?$/.test(String(headers['x-amz-target']))
